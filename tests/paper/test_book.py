"""The book is read on paper: its links stay within it, and nothing in it leads to what needs a screen."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path

import pytest

from generator.paper.book import book
from generator.paper.documents import documents_of
from generator.paper.sizes import A4
from tests.playbooks import EXAMPLE_PLAYBOOK, REAL_PLAYBOOK, project, reading
from tests.sampling import first_of

_HIDDEN = re.compile(r"<p [^>]*\bhidden\b[^>]*>.*?</p>")


@pytest.mark.sampled
@pytest.mark.parametrize(("config", "fewest"), first_of([(EXAMPLE_PLAYBOOK, 50), (REAL_PLAYBOOK, 500)]))
def test_each_link_within_the_book_leads_to_a_place_in_it(config: Path, fewest: int) -> None:
    at, graph = project(config), reading(config).graph
    parts = [_HIDDEN.sub("", part) for part in book(documents_of(graph, at.site, at.theme), at.theme, A4)]
    assert any(len(talk.entry.steps) > 1 for talk in graph.of_kind("conversation"))  # type: ignore[attr-defined]
    places = set(chain.from_iterable(re.findall(r'\bid="([^"]+)"', part) for part in parts))
    links = set(chain.from_iterable(re.findall(r'href="#([^"]+)"', part) for part in parts))
    assert len(links) > fewest
    assert links - places == set()
