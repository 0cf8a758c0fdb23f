"""Facets: what an entry has of each, and what readers can choose."""

from __future__ import annotations

from dataclasses import replace

from generator.model.facets import FACETS, NAMES
from generator.outputs.search import facet_rows
from tests.checks.small_playbook import clean_files, graph_of


def test_the_values_of_an_entry_are_among_the_choices() -> None:
    graph = graph_of(clean_files())
    for facet in FACETS:
        keys = {choice.key for choice in facet.choices(graph)}
        assert keys
        assert {value for located in graph.entries.values() for value in facet.values(located)} <= keys, facet.name


def test_an_entry_is_not_found_by_a_facet_that_its_kind_does_without() -> None:
    graph = graph_of(clean_files())
    for facet in FACETS:
        located = next(found for found in graph.entries.values() if facet.shown(found))
        assert not facet.shown(replace(located, kind=replace(located.kind, facets=())))


def test_the_search_offers_every_facet_with_the_address_of_each_value() -> None:
    graph = graph_of(clean_files())
    rows = facet_rows(graph)
    assert tuple(rows) == NAMES
    for facet in FACETS:
        assert [(key, url) for key, _, url, _ in rows[facet.name]] == [(c.key, c.url) for c in facet.choices(graph)]
