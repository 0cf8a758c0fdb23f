"""What a page reads is noted, and it can read nothing else."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from generator.content.graph import Graph
from generator.content.located import Located
from generator.kinds.term import Term
from generator.media.picture import Picture
from generator.model.values import Prose
from generator.site.answers import Answers
from generator.site.page_context import PageContext
from generator.site.shared_by_pages import shared_by_pages
from generator.site.site_context import SiteContext
from generator.site.watched import watched
from tests.media.made import attached
from tests.playbooks import EXAMPLE_PLAYBOOK, project, reading


@pytest.fixture
def shared() -> SiteContext:
    found = project(EXAMPLE_PLAYBOOK)
    return shared_by_pages(reading(EXAMPLE_PLAYBOOK).graph, found.site, found.theme)


@pytest.fixture
def asked() -> set[str]:
    return set()


@pytest.fixture
def seen(shared: SiteContext, asked: set[str]) -> SiteContext:
    return watched(shared, asked.add)


def a_term(context: SiteContext) -> Located:
    return context.graph.entries[context.order["term"][0].id]


def test_fields_are_noted_one_by_one(seen: SiteContext, asked: set[str]) -> None:
    located = a_term(seen)
    asked.clear()
    assert located.entry.title
    assert isinstance(located.entry, Term)
    assert asked == {f"field:{located.id}:title"}


def test_what_is_worked_out_from_fields_is_noted_by_these(seen: SiteContext, asked: set[str]) -> None:
    located = seen.graph.entries[seen.order["worksheet"][0].id]
    asked.clear()
    assert located.entry.ways
    assert asked == {f"field:{located.id}:{name}" for name in ("facilitator", "minutes", "people_from", "people_to")}
    assert located.entry.stated_origin is None
    assert f"whole:{located.id}" in asked


def test_what_is_no_field_counts_as_the_whole_entry(seen: SiteContext, asked: set[str]) -> None:
    located = a_term(seen)
    asked.clear()
    assert located.entry.model_dump()
    assert located.leaves
    assert located.document.text
    assert asked == {f"whole:{located.id}"}


def test_an_entry_that_does_not_exist_is_an_answer_too(seen: SiteContext, asked: set[str]) -> None:
    assert seen.graph.entries.get("nobody") is None
    assert "nobody-else" not in seen.graph.entries
    assert asked == {"kind:nobody", "kind:nobody-else"}


def test_places_references_order_and_neighbours_are_noted(seen: SiteContext, asked: set[str]) -> None:
    located = a_term(seen)
    page = PageContext(seen, located.url, located)
    asked.clear()
    page.out(), page.into(), page.neighbours(), page.pdfs(), page.other_links(), located.place
    entry_id = located.id
    assert {f"{what}:{entry_id}" for what in ("out", "into", "beside", "pdfs", "uses", "place")} <= asked
    seen.graph.of_kind("tell"), seen.order.get("practice")
    assert {"order:tell", "order:practice"} <= asked


def test_whole_tables_are_noted_as_such(seen: SiteContext, asked: set[str]) -> None:
    tuple(seen.graph.entries), len(seen.graph.aliases), tuple(seen.graph.moved), tuple(seen.order)
    assert asked == {"entries", "aliases", "moved"}


def test_what_cannot_be_noted_is_refused(seen: SiteContext) -> None:
    for read in (
        lambda: seen.graph.names.entries,
        lambda: list(seen.graph.outgoing),
        lambda: len(seen.graph.incoming),
        lambda: seen.graph.looked_at,
        lambda: seen.graph.narrowed(()),
    ):
        with pytest.raises(TypeError):
            read()


def test_no_value_of_the_playbook_is_handed_on_as_it_is(shared: SiteContext, seen: SiteContext) -> None:
    constant = {"site", "templates", "assets", "terms"}
    # Nothing is left out of a graph with which pages are made: what would be has errors.
    of_graph = {"kinds", "complete", "asked_about", "left_out"}
    for field in fields(SiteContext):
        same = getattr(shared, field.name) is getattr(seen, field.name)
        assert same == (field.name in constant), f"{field.name}: whoever adds a field decides how it is noted"
    for field in fields(Graph):
        same = getattr(shared.graph, field.name) is getattr(seen.graph, field.name)
        assert same == (field.name in of_graph), f"{field.name}: whoever adds a field decides how it is noted"


def test_every_question_that_pages_ask_has_an_answer(shared: SiteContext, seen: SiteContext, asked: set[str]) -> None:
    for located in shared.graph.entries.values():
        context = PageContext(seen, located.url, seen.graph.entries[located.id])
        context.next_steps(), context.other_links(), context.neighbours(), context.pack(), context.kinds()
    answers = Answers(shared)
    assert asked
    for question in asked:
        assert isinstance(answers[question], str)
        assert len(answers[question]) <= 32


def test_a_page_asks_for_the_pictures_and_files_that_it_names_alone(shared: SiteContext, asked: set[str]) -> None:
    files = {name: attached(name, Picture(9, 9)) for name in ("a.svg", "b.svg")}
    context = replace(shared, graph=replace(shared.graph, files=files))
    page = PageContext(watched(context, asked.add), "terms/x/")
    asked.clear()
    assert 'src="../../files/a.svg"' in page.md(Prose("![one](files/a.svg) ![two](files/c.svg)"))
    assert asked == {"file:a.svg", "file:c.svg"}
    answers = Answers(context)
    changed = replace(files["a.svg"], digest="1" * 64)
    after = Answers(replace(context, graph=replace(context.graph, files={**files, "a.svg": changed})))
    assert [answers[f"file:{name}"] == after[f"file:{name}"] for name in ("a.svg", "b.svg", "c.svg")] == [
        False,
        True,
        True,
    ]
