"""docs/templates.md says what templates are given: it is compared with what the code passes and what templates use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from jinja2 import Template, nodes
from jinja2.defaults import DEFAULT_FILTERS
from jinja2.tests import TESTS as DEFAULT_TESTS

from generator import pipeline
from generator.config.project import read_config
from generator.content.changes_file import Change, Changes
from generator.paper.book import book
from generator.paper.documents import documents_of
from generator.paper.sheet_context import SheetContext
from generator.paper.sizes import A4
from generator.site.listed import EntryGroup, KindGroup, LinkGroup, ListedEntry
from generator.site.page_context import PageContext
from tests import playbooks
from tests.components.contract import GIVEN_TO_ALL
from tests.conftest import ROOT
from tests.playbooks import EXAMPLE_PLAYBOOK, OPERATIONS
from tools.components import components, stage_of
from tools.template_reference import (
    EVERY_COMPONENT,
    EVERYWHERE,
    given_to,
    members,
    templates_md,
    used_by,
    whole_templates,
)

THEME = ROOT / "themes" / "playbook"
OF_INDEX = {"listed"}
"""Names that `pages/plain.html.j2` is given only where it asks whether it is given them."""


@cache
def templates() -> Any:
    return stage_of(components()[0]).templates


@pytest.fixture
def passed(monkeypatch: pytest.MonkeyPatch) -> Mapping[str, set[str]]:
    """The names that each template is given while the pages of two playbooks and the book of one are made.

    The template of the book is a module of macros: it is given nothing."""
    found: dict[str, set[str]] = {}
    render = Template.render

    def recorded(template: Template, *arguments: Any, **names: Any) -> str:
        found.setdefault(template.name or "", set()).update(names)
        return render(template, *arguments, **names)

    monkeypatch.setattr(Template, "render", recorded)
    project, _ = read_config(EXAMPLE_PLAYBOOK)
    assert project is not None
    change = Change(id="first", date="2026-01-02", title="A change", what="It is there.")
    reading = replace(pipeline.read(project), changes=Changes((change,)))
    pipeline.build(project, reading)
    pipeline.build(playbooks.project(OPERATIONS), playbooks.reading(OPERATIONS))
    book(documents_of(reading.graph, project.site, project.theme), project.theme, A4)
    return found


def test_functions_filters_and_tests_of_our_own_are_in_the_reference() -> None:
    found = templates()
    ours = {
        *found.globals,
        *(found.filters.keys() - DEFAULT_FILTERS.keys()),
        *(found.tests.keys() - DEFAULT_TESTS.keys()),
    }

    assert set(EVERYWHERE) == ours


def test_templates_are_given_what_the_reference_says(passed: Mapping[str, set[str]]) -> None:
    ours = {path: names for path, names in passed.items() if path.startswith(("pages/", "paper/"))}

    assert {path: set(given_to(path)) for path in ours} == ours
    assert {path for path in whole_templates(THEME) if given_to(path)} - ours.keys() == set()


@pytest.mark.parametrize("path", whole_templates(THEME))
def test_templates_use_what_they_are_given_and_no_more(path: str) -> None:
    assert used_by(templates(), THEME, path) - set(given_to(path)) == set()


def test_templates_use_attributes_that_the_reference_has() -> None:
    known = {"page": {one.name for one in members(PageContext)}, "s": {one.name for one in members(SheetContext)}}
    unknown = [
        (path.relative_to(THEME).as_posix(), f"{found.node.name}.{found.attr}")
        for path in sorted(THEME.rglob("*.j2"))
        for found in templates().parse(path.read_text("utf-8")).find_all(nodes.Getattr)
        if isinstance(found.node, nodes.Name) and found.node.name in known and found.attr not in known[found.node.name]
    ]
    assert unknown == []


@pytest.mark.parametrize(
    "given",
    [PageContext, ListedEntry, EntryGroup, LinkGroup, KindGroup, SheetContext],
    ids=lambda given: given.__name__,
)
def test_every_attribute_has_a_meaning(given: type[Any]) -> None:
    assert [one.name for one in members(given) if not one.meaning] == []


def test_parameters_that_every_component_may_take_are_explained_once() -> None:
    assert set(EVERY_COMPONENT) == GIVEN_TO_ALL


def test_the_reference_names_every_template_and_component() -> None:
    text = templates_md(ROOT)

    assert [path for path in whole_templates(THEME) if f"`{path}`" not in text] == []
    assert [component.name for component in components() if f"\n### {component.name}\n" not in text] == []
