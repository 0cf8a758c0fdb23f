"""Sessions as JSON: there and back, and what is no session is refused with its place."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given, settings

from generator.sessions.json_form import Unreadable, from_json, from_text, to_json
from generator.sessions.session import PlannedSession
from tests.conftest import some_of
from tests.sessions.cases import CASES, sessions

SESSION = CASES[0]["session"]


@settings(max_examples=some_of(30))
@given(sessions())
def test_there_and_back(session: PlannedSession) -> None:
    assert from_json(to_json(session)) == session


def with_value(path: str, value: Any) -> Any:
    data: Any = copy.deepcopy(SESSION)
    *steps, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    at = data
    for step in steps:
        at = at[step]
    at[last] = value
    return data


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("version", 2, "version: it is from a newer playbook"),
        ("version", "1", "version: it has to be 1"),
        ("people", 0, "people: it has to be a whole number from 1 to 500"),
        ("people", True, "people: it has to be a whole number from 1 to 500"),
        ("start", 1440, "start: it has to be a whole number from 0 to 1439"),
        ("setting", "hall", "setting: it has to be one of: room, video"),
        ("title", "two\nlines", "title: it has to be a text of 0 to 120 characters on one line"),
        ("blocks", {}, "blocks: it has to be a list"),
        ("blocks.1", [], "blocks.1: it has to be an object"),
        ("blocks.1.minutes", 2.5, "blocks.1.minutes: it has to be a whole number from 1 to 600"),
        ("blocks.1.drop", 1, "blocks.1.drop: it has to be true or false"),
        ("blocks.1.id", "open", "blocks.1.id: another block is called `open`"),
        ("blocks.1.uses.0.entry", "", "blocks.1.uses.0.entry: it has to be a text of 1 to 100 characters on one line"),
        (
            "blocks.1.uses.0.copies.each",
            "row",
            "blocks.1.uses.0.copies.each: it has to be one of: person, pair, trio, table, room",
        ),
    ],
)
def test_what_is_no_session_is_refused_with_its_place(path: str, value: Any, said: str) -> None:
    with pytest.raises(Unreadable) as refused:
        from_json(with_value(path, value))
    assert str(refused.value) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "it is no JSON"),
        ("[" * 100_000, "it is no JSON"),
        ("[]", "it has to be an object"),
        ("{}", "version: it has to be 1"),
    ],
)
def test_other_texts_are_refused(text: str, said: str) -> None:
    with pytest.raises(Unreadable) as refused:
        from_text(text)
    assert str(refused.value) == said
