"""Facets: what an entry has of each, and what readers can choose."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.facets import FACETS, NAMES, PEOPLE, Facet
from generator.outputs.search import facet_rows
from tests.checks.small_playbook import clean_files, graph_of

ALL = (*FACETS, PEOPLE)


@pytest.mark.parametrize("facet", ALL, ids=[facet.name for facet in ALL])
def test_the_values_of_an_entry_are_among_the_choices(facet: Facet) -> None:
    graph = graph_of(clean_files())
    keys = {choice.key for choice in facet.choices(graph)}
    had = {value: located.place.file for located in graph.entries.values() for value in facet.values(located)}
    wrong = [f"{file} has `{value}`" for value, file in had.items() if value not in keys]
    assert not wrong, f"no choice of the facet `{facet.name}` (generator/model/facets.py):\n" + "\n".join(wrong)


@pytest.mark.parametrize("facet", ALL, ids=[facet.name for facet in ALL])
def test_an_entry_is_not_found_by_a_facet_that_its_kind_does_without(facet: Facet) -> None:
    found = [located for located in graph_of(clean_files()).entries.values() if facet.shown(located)]
    assert found, f"no entry in tests/playbook/content has `{facet.name}`: add it to one"
    for located in found:
        assert not facet.shown(replace(located, kind=replace(located.kind, facets=())))


def test_the_search_offers_every_facet_with_the_address_of_each_value() -> None:
    graph = graph_of(clean_files())
    rows = facet_rows(graph)
    assert tuple(rows) == (*NAMES, PEOPLE.name)
    for facet in ALL:
        assert [(key, url) for key, _, url, _ in rows[facet.name]] == [(c.key, c.url) for c in facet.choices(graph)]


@pytest.mark.parametrize(
    ("path", "text", "sizes"),
    [
        ("worksheets/meeting-sheet", "people_from: 1", "1 2 3 4-6 7-15 16-more"),
        ("worksheets/meeting-sheet", "people_from: 3", "3 4-6 7-15 16-more"),
        ("worksheets/meeting-sheet", "people_from: 5", "4-6 7-15 16-more"),
        ("worksheets/meeting-sheet", "people_from: 2\npeople_to: 2", "2"),
        ("worksheets/meeting-sheet", "people_from: 2\npeople_to: 4", "2 3 4-6"),
        ("role-plays/late-question", "people: {each: pair}", "2 3 4-6 7-15 16-more"),
        ("session-plans/half-an-hour", "people: {from: 4, to: 12, planned: 8}", "4-6 7-15"),
        ("session-plans/half-an-hour", "people: {from: 6, to: 6, planned: 6}", "4-6"),
    ],
)
def test_entries_are_found_by_the_numbers_of_people_that_they_go_with(path: str, text: str, sizes: str) -> None:
    files = clean_files()
    name = f"content/{path}.yml"
    kept = [line for line in files[name].splitlines() if not line.startswith(f"{text.partition(':')[0]}:")]
    graph = graph_of({**files, name: "\n".join((*kept, text, ""))})
    assert " ".join(PEOPLE.shown(graph.entries[path.partition("/")[2]])) == sizes
