"""What does not fit a model is said in words. The whole messages are in `golden/diagnostics`."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.content.entries import structure
from generator.content.ids import id_problems, slug
from generator.content.misfits.explained import explained
from generator.diagnostics.place import Span
from generator.diagnostics.suggest import listed
from generator.kinds import BUILT_IN
from generator.model.entry import Entry
from generator.reading.document import parse
from tests.sampling import covering


@pytest.mark.parametrize(
    ("names", "said"),
    [([], ""), (["a"], "`a`"), (["a", "b"], "`a` and `b`"), (["a", "b", "c"], "`a`, `b` and `c`")],
)
def test_names_in_a_row(names: list[str], said: str) -> None:
    assert listed(names) == said


@settings(deadline=None, derandomize=True)
@given(st.text())
def test_what_is_proposed_as_an_id_can_be_one(text: str) -> None:
    assert not slug(text) or id_problems(slug(text), Span("f")) == ()


def _values(value: str) -> list[str]:
    return [value, f"[{value}]", f"[[{value}]]", "{a: " + value + "}", "{to: [" + value + "]}", "", '""', "[{}]"]


MODELS: tuple[type[Entry], ...] = tuple(kind.model for kind in BUILT_IN.all)
FIELDS = covering(
    [(model, name) for model in MODELS for name in model.model_fields],
    lambda field: [str(field[0].model_fields[field[1]])],
)
"""Of each sort of field one, or all of them."""


@pytest.mark.sampled
@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_of_every_kind_explains_what_it_does_not_take(model: type[Entry]) -> None:
    """Whatever stands in a field, the misfit is put in words of ours, at the field or within it."""
    for name in (name for of, name in FIELDS if of is model):
        for value in _values("zzz Zzz"):
            text = f"{name}: {value}\n"
            document, problems = parse(text, "f.yml")
            assert document is not None, problems
            try:
                model.model_validate(document.data)
            except ValidationError as error:
                for found in explained(error, document, model, "an entry"):
                    assert found.span.line == 1
                    assert not found.message.startswith(f"`{name}`: "), found.message
                    assert found.hint, found.message


TELL = """\
title: X
summary: About x.
set: core
seen_in: numbers
sign: One sees x.
means: Much.
ask: Is there x?
check: Look.
helps: Wait.
sources:
  - source: a
    where: here
  - source: b
    where: there
links:
  use:
    - to: c
      why: Because of c.
"""
NO_SOURCES = "  - source: a\n    where: here\n  - source: b\n    where: there\n"
LINKS = "links:\n  use:\n    - to: c\n      why: Because of c.\n"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (LINKS, LINKS + "cured_by:\n  - d\n", [(19, "`cured_by` belongs under `links:`, indented by two more spaces")]),
        (
            LINKS,
            LINKS + "why: Because.\n",
            [(19, "`why` belongs to an item of `links`: move it there, into the column of `to`")],
        ),
        (
            LINKS,
            LINKS + "to: d\n",
            [(19, "`to` belongs to an item of `links`: move it there and write `- ` before it")],
        ),
        (
            "    where: there",
            "where: there",
            [(14, "`where` belongs to an item of `sources`: move it there, into the column of `source`")],
        ),
        (
            "    where: here\n  - source: b\n    where: there",
            "  - source: b\nwhere: there",
            [
                (11, "add `where:` (The place in the source: a section, a post, a chapter)"),
                (13, "`where` belongs to an item of `sources`: move it there, into the column of `source`"),
            ],
        ),
        (
            "sources:\n" + NO_SOURCES,
            "source: a\n",
            [(10, "`source` belongs to an item of `sources`: move it there and write `- ` before it")],
        ),
        ("sources:\n", "source:\n", [(10, "did you mean `sources`?")]),
    ],
)
def test_a_field_that_fell_out_of_its_list_is_told_where_it_belongs(
    old: str, new: str, told: list[tuple[int, str]]
) -> None:
    assert old in TELL
    document, problems = parse(TELL.replace(old, new), "f.yml")
    assert document is not None, problems

    _, found = structure(document, BUILT_IN.by_name["tell"], "x")

    assert sorted((problem.span.line, problem.hint) for problem in found) == told


def test_a_field_that_fell_out_of_its_list_is_unknown_to_the_entry() -> None:
    document, _ = parse(TELL.replace("    where: there", "where: there"), "f.yml")
    assert document is not None

    _, (problem,) = structure(document, BUILT_IN.by_name["tell"], "x")

    assert problem.message == "a tell has no field `where`"
