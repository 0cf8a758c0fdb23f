"""What the types of fields take, and how an entry is searched for text and references."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from generator.kinds import BUILT_IN
from generator.model.entry import Citation, Entry, Link, Step, leaves
from generator.model.values import Id, Line, Prose, Ref, Text, Whole, YesNo


class Sample(BaseModel):
    text: Text = "t"
    line: Line = Line("l")
    prose: Prose = Prose("p")
    id: Id = "i"
    ref: Ref = Ref("r")
    whole: Whole = 0
    yes: YesNo = False


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        ("text", "on", "on"),
        ("line", "*so*", Line("*so*")),
        ("prose", "One.\n\nTwo.", Prose("One.\n\nTwo.")),
        ("id", "slow-down", "slow-down"),
        ("ref", "slow-down", Ref("slow-down")),
        ("whole", "15", 15),
        ("whole", "-3", -3),
        ("whole", "007", 7),
        ("yes", "true", True),
        ("yes", "false", False),
    ],
)
def test_what_a_field_takes(field: str, typed: str, kept: Any) -> None:
    found = getattr(Sample.model_validate({field: typed}), field)

    assert (found, type(found)) == (kept, type(kept))


@pytest.mark.parametrize(
    ("field", "typed", "fault"),
    [
        ("text", "", "empty"),
        ("text", " ", "empty"),
        ("text", "a\nb", "one_line"),
        ("text", 1, "string_type"),
        ("line", "a\nb", "one_line"),
        ("line", "\n", "empty"),
        ("prose", " \n ", "empty"),
        ("id", "Slow", "string_pattern_mismatch"),
        ("id", "a\n", "string_pattern_mismatch"),
        ("id", "a" * 65, "string_too_long"),
        ("ref", "", "empty"),
        ("ref", "a\nb", "one_line"),
        ("whole", "1.0", "whole_number"),
        ("whole", "1e3", "whole_number"),
        ("whole", "1_000", "whole_number"),
        ("whole", "٣", "whole_number"),
        ("whole", " 1", "whole_number"),
        ("whole", "9" * 5000, "whole_number"),
        ("yes", "True", "true_false"),
        ("yes", "yes", "true_false"),
        ("yes", "1", "true_false"),
    ],
)
def test_what_a_field_does_not_take(field: str, typed: object, fault: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Sample.model_validate({field: typed})

    assert [error["type"] for error in caught.value.errors()] == [fault]


def test_a_bare_id_is_a_link_without_reason_and_a_bare_sentence_a_step_without_detail() -> None:
    assert Link.model_validate("slow") == Link(to=Ref("slow"))
    assert Step.model_validate("Slow down.") == Step(do=Line("Slow down."))


def test_an_entry_cannot_be_changed() -> None:
    entry = Entry(title="T", summary="S")

    with pytest.raises(ValidationError):
        entry.title = "U"


def test_leaves_are_the_marked_up_texts_links_and_references_in_the_order_of_the_fields() -> None:
    entry = Entry(
        title="[[no-mention]]",
        summary="S",
        moments=(Ref("now"),),
        keywords=("k",),
        note=Line("N"),
        sources=(Citation(source=Ref("book"), where="p. 1"),),
        links={"next": (Link(to=Ref("a")), Link(to=Ref("b"), why=Line("W")))},
    )

    found = [(leaf.route, str(getattr(leaf.value, "to", leaf.value)), leaf.relation) for leaf in leaves(entry)]

    assert [(route, value, relation and relation.name) for route, value, relation in found] == [
        (("moments", 0), "now", "moments"),
        (("note",), "N", None),
        (("sources", 0, "source"), "book", "cites"),
        (("links", "next", 0), "a", None),
        (("links", "next", 1), "b", None),
        (("links", "next", 1, "why"), "W", None),
    ]


@pytest.mark.parametrize("kind", BUILT_IN.all, ids=lambda kind: kind.name)
def test_no_model_takes_a_field_that_it_does_not_declare(kind: Any) -> None:
    with pytest.raises(ValidationError) as caught:
        kind.model.model_validate({"colour": "red"})

    assert ("colour",) in [error["loc"] for error in caught.value.errors() if error["type"] == "extra_forbidden"]


def test_an_entry_states_an_origin_with_the_field_or_with_sources() -> None:
    """Nothing is claimed of an entry that says nothing."""
    said = {"title": "T", "summary": "S."}
    cited = {**said, "sources": [{"source": "book", "where": "Page 1"}]}
    assert Entry.model_validate(said).stated_origin is None
    assert Entry.model_validate(cited).stated_origin == "source"
    assert Entry.model_validate({**said, "origin": "own"}).stated_origin == "own"
    assert Entry.model_validate({**said, "origin": "source"}).stated_origin == "source"
