"""The difference between two values, in words."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import Field

from generator.comparing.notes import LONGEST, quoted, was_and_is
from generator.comparing.values import changes
from generator.model.entry import Entry, Link, Part, Step
from generator.model.values import Id, Line, Number, Ref, Text, YesNo


class Thing(Part):
    id: Id
    """Its id."""
    text: Line
    """What it says."""
    weight: Number = 1.0
    """What it weighs."""


class Model(Entry):
    steps: tuple[Step, ...] = ()
    """Steps."""
    things: tuple[Thing, ...] = ()
    """Things."""
    by_name: dict[str, Text] = Field(default_factory=dict)
    """Texts."""
    drawn: YesNo = False
    """Whether."""
    see: tuple[Link | Ref, ...] = ()
    """References."""


def told(before: dict[str, Any], now: dict[str, Any]) -> list[str]:
    common = {"title": "T", "summary": "S."}
    return [c.text for c in changes(Model.model_validate(common | before), Model.model_validate(common | now))]


A, B, C = ({"id": name, "text": f"Say {name}"} for name in "abc")


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        ({}, {}, []),
        ({}, {"title": "U"}, ["title: “T” → “U”"]),
        ({}, {"note": "N"}, ["note: new: “N”"]),
        ({"note": "N"}, {}, ["note: gone: “N”"]),
        ({"note": "N. M."}, {"note": "N. [M.]{own}"}, ["note: “N. M.” → “N. [M.]{own}”"]),
        ({"steps": ["[a]{own}"]}, {"steps": ["[a]{source}"]}, ["steps, 1, do: “[a]{own}” → “[a]{source}”"]),
        ({"drawn": "true"}, {"drawn": "false"}, ["drawn: “yes” → “no”"]),
        ({"minutes": 5}, {"minutes": 10}, ["minutes: “5” → “10”"]),
        ({"keywords": ["a", "b"]}, {"keywords": ["b", "c", "d"]}, ["keywords: “a” → “c; d”"]),
        ({"keywords": ["a", "b"]}, {"keywords": ["b", "a"]}, ["keywords: in another order"]),
        ({"asked_as": ["a"]}, {"asked_as": []}, ["asked as: gone: “a”"]),
        ({"steps": ["a", "b", "c"]}, {"steps": ["a", "x", "b", "c"]}, ["steps, 2: new: “x”"]),
        ({"steps": ["a", "b"]}, {"steps": ["b"]}, ["steps, 1: gone: “a”"]),
        ({"steps": ["a", "b"]}, {"steps": ["a", {"do": "b", "detail": "d"}]}, ["steps, 2, detail: new: “d”"]),
        ({"things": [A, B]}, {"things": [B, C]}, ["things, c: new: “Say c”", "things, a: gone: “Say a”"]),
        ({"things": [A, B]}, {"things": [B, A]}, ["things: in another order"]),
        ({"things": [A]}, {"things": [A | {"weight": "2.5"}]}, ["things, a, weight: “1” → “2.5”"]),
        (
            {"by_name": {"x": "1", "y": "2"}},
            {"by_name": {"x": "3"}},
            ["by name, x: “1” → “3”", "by name, y: gone: “2”"],
        ),
        ({"see": [{"to": "a"}]}, {"see": []}, []),
        ({"moments": ["a"]}, {"moments": ["b"]}, []),
    ],
)
def test_what_differs_is_said(before: dict[str, Any], now: dict[str, Any], said: list[str]) -> None:
    assert told(before, now) == said


class Earlier(Entry):
    meaning: Line
    """A field that is gone."""


def test_a_model_may_have_had_other_fields() -> None:
    before = Earlier.model_validate({"title": "T", "summary": "S.", "meaning": "M"})
    now = Model.model_validate({"title": "T", "summary": "S.", "steps": ["a"]})

    assert [change.text for change in changes(before, now)] == ["steps, 1: new: “a”", "meaning: gone: “M”"]


LONG = "word " * 60


def test_of_a_long_text_the_part_is_shown_that_changed() -> None:
    before, now = f"{LONG}the old way {LONG}", f"{LONG}the new way {LONG}"

    assert was_and_is(before, now) == (
        "“… word word word word word word the old way word word word word word …” → "
        "“… word word word word word word the new way word word word word word …”"
    )


def test_a_text_is_shown_on_one_line_and_not_to_its_end() -> None:
    shown = quoted(f"a\n\nb {LONG}")

    assert shown.startswith("“a b word ")
    assert shown.endswith("word …”")
    assert len(shown) <= LONGEST + 2
