"""Facets: what an entry has of each, and what readers can choose."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.facets import FACETS, NAMES, Facet
from generator.outputs.search import facet_rows
from tests.checks.small_playbook import clean_files, graph_of


@pytest.mark.parametrize("facet", FACETS, ids=NAMES)
def test_the_values_of_an_entry_are_among_the_choices(facet: Facet) -> None:
    graph = graph_of(clean_files())
    keys = {choice.key for choice in facet.choices(graph)}
    had = {value: located.place.file for located in graph.entries.values() for value in facet.values(located)}
    wrong = [f"{file} has `{value}`" for value, file in had.items() if value not in keys]
    assert not wrong, f"no choice of the facet `{facet.name}` (generator/model/facets.py):\n" + "\n".join(wrong)


@pytest.mark.parametrize("facet", FACETS, ids=NAMES)
def test_an_entry_is_not_found_by_a_facet_that_its_kind_does_without(facet: Facet) -> None:
    found = [located for located in graph_of(clean_files()).entries.values() if facet.shown(located)]
    assert found, f"no entry in tests/playbook/content has `{facet.name}`: add it to one"
    for located in found:
        assert not facet.shown(replace(located, kind=replace(located.kind, facets=())))


def test_the_search_offers_every_facet_with_the_address_of_each_value() -> None:
    graph = graph_of(clean_files())
    rows = facet_rows(graph)
    assert tuple(rows) == NAMES
    for facet in FACETS:
        assert [(key, url) for key, _, url, _ in rows[facet.name]] == [(c.key, c.url) for c in facet.choices(graph)]
