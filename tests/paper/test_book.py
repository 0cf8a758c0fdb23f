"""The book is read on paper: its links stay within it, and nothing in it leads to what needs a screen."""

from __future__ import annotations

import re
from itertools import chain

from generator.paper.book import book
from generator.paper.sizes import A4
from tests.paper.real import graph, project, real_desk

_HIDDEN = re.compile(r"<p [^>]*\bhidden\b[^>]*>.*?</p>")


def test_each_link_within_the_book_leads_to_a_place_in_it() -> None:
    parts = [_HIDDEN.sub("", part) for part in book(real_desk(), project().theme, A4)]
    assert any(len(talk.entry.steps) > 1 for talk in graph().of_kind("conversation"))  # type: ignore[attr-defined]
    places = set(chain.from_iterable(re.findall(r'\bid="([^"]+)"', part) for part in parts))
    links = set(chain.from_iterable(re.findall(r'href="#([^"]+)"', part) for part in parts))
    assert len(links) > 500
    assert links - places == set()
