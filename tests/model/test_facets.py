"""Facets: what an entry has of each, and what readers can choose."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pytest

from generator.kinds import BUILT_IN
from generator.kinds.practice import Practice
from generator.model.facets import NAMES, PEOPLE, Facet, chosen, facets_named
from generator.outputs.search import facet_rows
from tests.checks.small_playbook import clean_files, graph_of

ALL = facets_named(BUILT_IN)


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
    assert tuple(rows) == tuple(facet.name for facet in ALL)
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


class CalledPractice(Practice):
    """A practice that says by which of two channels it helps. Messages have a field of this name with more choices."""

    channel: tuple[Literal["letter", "email"], ...] = ()


def test_a_field_with_fixed_choices_is_a_facet_of_the_kinds_that_name_it_and_of_no_others() -> None:
    read = graph_of(clean_files())
    practice = replace(read.kinds.by_name["practice"], model=CalledPractice, facets=(*NAMES, "channel"))
    slow = read.entries["slow-down"]
    called = replace(
        slow, kind=practice, entry=CalledPractice.model_construct(**{**dict(slow.entry), "channel": ("email",)})
    )
    kinds = tuple(practice if kind.name == "practice" else kind for kind in read.kinds)
    graph = replace(read, kinds=replace(read.kinds, all=kinds), entries={**read.entries, "slow-down": called})
    channel = next(facet for facet in facets_named(graph.kinds) if facet.name == "channel")
    assert [*channel.choices(graph)] == [("letter", "Letter", ""), ("email", "Email", "")]
    assert {one.id for one in graph.entries.values() if channel.values(one)} == {"slow-down"}
    assert dict(chosen(called, graph))["channel"] == ("Email",)
    assert graph.entries["visit-note"].kind.name == "message"
    assert "channel" not in dict(chosen(graph.entries["visit-note"], graph))


def test_what_one_does_alone_is_found_for_one_person() -> None:
    alone = {"assessment", "calculator", "checklist", "text-check"}
    found = [located for located in graph_of(clean_files()).entries.values() if located.kind.name in alone]
    assert {located.kind.name for located in found} == alone
    assert {located.id: PEOPLE.shown(located) for located in found} == {located.id: ("1",) for located in found}
