"""The difference between two values, in sentences."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import Field

from generator.comparing.notes import LONGEST, shortened, where_they_differ
from generator.comparing.sentences import Sentences
from generator.comparing.values import Where, changes
from generator.content.graph import Graph
from generator.content.located import Located
from generator.content.names import NO_NAMES
from generator.kinds import BUILT_IN
from generator.language.language import Language, english, supplied_words
from generator.language.words import Words
from generator.model.entry import Entry, Link, Part, Step
from generator.model.values import Id, Line, Number, Prose, Ref, Text, YesNo


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
    more: Prose | None = None
    """A text of several paragraphs."""
    drawn: YesNo = False
    """Whether."""
    see: tuple[Link | Ref, ...] = ()
    """References."""


class AsWritten:
    """Fields and parts by the names that files have."""

    def labels(self, _of: Located | None, where: Where) -> list[str | int]:
        return [*where]

    def choice(self, _of: Located | None, _where: Where, value: str) -> str:
        return {"own": "ours"}.get(value, "")

    def part(self, _of: Located, part_id: str) -> str:
        return part_id


GERMAN = Language("de", Words(supplied_words("de"), "de"))


def sentences(before: Entry, now: Entry, language: Language) -> list[str]:
    nothing = Graph({}, {}, {}, {}, BUILT_IN, NO_NAMES)
    return [*Sentences(language, AsWritten(), nothing, nothing).differences(None, changes(before, now))]


def told(before: dict[str, Any], now: dict[str, Any], language: Language) -> list[str]:
    common = {"title": "T", "summary": "S."}
    return sentences(Model.model_validate(common | before), Model.model_validate(common | now), language)


A, B, C = ({"id": name, "text": f"Say {name}"} for name in "abc")


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        ({}, {}, []),
        ({}, {"title": "U"}, ["title: “T” becomes “U”"]),
        ({}, {"note": "N"}, ["note: “N”, was empty"]),
        ({"note": "N"}, {}, ["note: empty now, was “N”"]),
        ({"note": "N. M."}, {"note": "N. [M.]{own}"}, ["note: “N. M.” becomes “N. [M.]{own}”"]),
        (
            {"steps": ["[a]{own}"]},
            {"steps": ["[a]{source}"]},
            ["steps, number 1, do: “[a]{own}” becomes “[a]{source}”"],
        ),
        ({"drawn": "true"}, {"drawn": "false"}, ["drawn: “yes” becomes “no”"]),
        ({"minutes": 5}, {"minutes": 10}, ["minutes: 5 becomes 10"]),
        ({"origin": "own"}, {"origin": "source"}, ["origin: “ours” becomes “source”"]),
        ({"reviewed": "2026-03-01"}, {}, ["reviewed: empty now, was “1 March 2026”"]),
        (
            {"keywords": ["a", "b"]},
            {"keywords": ["b", "c", "d"]},
            ["keywords: “a” is removed", "keywords: “c” and “d” are added"],
        ),
        ({"keywords": ["a", "b"]}, {"keywords": ["a", "c"]}, ["keywords, number 2: “b” becomes “c”"]),
        ({"keywords": ["a", "b"]}, {"keywords": ["b", "a"]}, ["keywords: “b” moves from place 2 to place 1"]),
        ({"keywords": ["a", "b", "c"]}, {"keywords": ["c", "b", "a"]}, ["keywords: the order is different"]),
        ({"asked_as": ["a"]}, {"asked_as": []}, ["asked_as: “a” is removed"]),
        ({"steps": ["a", "b", "c"]}, {"steps": ["a", "x", "b", "c"]}, ["steps: “x” is added"]),
        ({"steps": ["a", "b"]}, {"steps": ["b"]}, ["steps: “a” is removed"]),
        (
            {"steps": ["a", "b"]},
            {"steps": ["a", {"do": "b", "detail": "d"}]},
            ["steps, number 2, detail: “d”, was empty"],
        ),
        (
            {"steps": ["a", "b", "c"]},
            {"steps": ["c", "a", "b", "x"]},
            ["steps: “x” is added", "steps: “c” moves from place 3 to place 1"],
        ),
        ({"things": [A, B]}, {"things": [B, C]}, ["things: “Say c” is added", "things: “Say a” is removed"]),
        ({"things": [A, B, C]}, {"things": [C, A, B]}, ["things: “Say c” moves from place 3 to place 1"]),
        ({"things": [A]}, {"things": [A | {"id": "z"}]}, ["things, z: the short name is z, and was a"]),
        ({"things": [A]}, {"things": [A | {"weight": "2.5"}]}, ["things, a, weight: 1 becomes 2.5"]),
        (
            {"by_name": {"x": "1", "y": "2"}},
            {"by_name": {"x": "3"}},
            ["by_name, x: “1” becomes “3”", "by_name: “y: 2” is removed"],
        ),
        ({"see": [{"to": "a"}]}, {"see": []}, []),
        ({"moments": ["a"]}, {"moments": ["b"]}, []),
        (
            {"more": "One.\n\nTwo."},
            {"more": "One. Two."},
            ["more: the same words, divided into lines and paragraphs differently"],
        ),
        (
            {"note": "[This](https://a.example/) and ![a plan](files/a.png)"},
            {"note": "[This](https://b.example/) and ![a plan](files/b.png)"},
            [
                "note: “This (https://a.example/) and (a plan)” becomes “This (https://b.example/) and (a plan)”",
                "note: “a plan” leads to files/b.png, and no longer to files/a.png",
            ],
        ),
    ],
)
def test_what_differs_is_said(before: dict[str, Any], now: dict[str, Any], said: list[str]) -> None:
    assert told(before, now, english()) == said


def test_what_differs_is_said_in_the_language_of_the_playbook() -> None:
    before, now = (
        {"things": [A], "steps": ["a", "b"]},
        {"things": [A | {"weight": "2.5"}], "drawn": "true", "steps": ["b"]},
    )
    assert told(before, now, GERMAN) == [
        "steps: „a“ fällt weg",
        "things, a, weight: aus 1 wird 2,5",
        "drawn: aus „nein“ wird „ja“",
    ]


class Earlier(Entry):
    meaning: Line
    """A field that is gone."""


def test_a_model_may_have_had_other_fields() -> None:
    before = Earlier.model_validate({"title": "T", "summary": "S.", "meaning": "M"})
    now = Model.model_validate({"title": "T", "summary": "S.", "steps": ["a"]})

    assert sentences(before, now, english()) == ["steps: “a” is added", "meaning: empty now, was “M”"]


LONG = "word " * 60


def test_of_a_long_text_the_part_is_shown_that_changed() -> None:
    before, now = f"{LONG}the old way {LONG}", f"{LONG}the new way {LONG}"

    assert where_they_differ(before, now) == (
        "… word word word word word word the old way word word word word word …",
        "… word word word word word word the new way word word word word word …",
    )


def test_a_text_is_shown_on_one_line_and_not_to_its_end() -> None:
    shown = shortened(f"a\n\nb {LONG}")

    assert shown.startswith("a b word ")
    assert shown.endswith("word …")
    assert len(shown) <= LONGEST
