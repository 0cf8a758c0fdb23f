"""Whether a value can be left out."""

from __future__ import annotations

from typing import Annotated

import pytest
from pydantic import Field

from generator.diagnostics.place import Route
from generator.model.entry import Part
from generator.model.needed import is_needed, purpose_at
from generator.model.values import Text


class _Step(Part):
    do: Text
    """What to do."""
    detail: Text = ""


class _Whole(Part):
    steps: Annotated[tuple[_Step, ...], Field(min_length=2)]
    words: tuple[Text, ...] = ()
    note: Text = ""


DATA = {"steps": [{"do": "a", "detail": "b"}, {"do": "c"}], "words": ["x"], "note": "n"}


@pytest.mark.parametrize(
    ("route", "needed"),
    [
        (("steps",), True),
        (("note",), False),
        (("steps", 0, "do"), True),
        (("steps", 0, "detail"), False),
        (("steps", 1), True),
        (("words", 0), False),
        (("unknown",), False),
    ],
)
def test_what_is_required_is_needed(route: Route, needed: bool) -> None:
    assert is_needed(_Whole, route, DATA) is needed


def test_an_item_beyond_those_that_a_list_needs_is_not_needed() -> None:
    assert not is_needed(_Whole, ("steps", 1), {"steps": [{"do": "a"}, {"do": "b"}, {"do": "c"}]})


def test_a_field_says_what_it_is_for_and_an_item_does_not() -> None:
    assert (purpose_at(_Whole, ("steps", 0, "do")), purpose_at(_Whole, ("words", 0))) == ("What to do", "")
