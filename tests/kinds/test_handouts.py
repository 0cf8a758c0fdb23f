"""What is handed out: enough for everybody, and not a sheet more than the rule of the sheet says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.kinds.copies import Copies
from generator.kinds.handouts import copies_of, handouts
from generator.kinds.role_play import RolePlay
from generator.kinds.worksheet import Worksheet
from tests.checks.small_playbook import clean_files, graph_of

ENTRIES = graph_of(clean_files()).entries
SHARING = {"person": 1, "pair": 2, "trio": 3, "table": 6}


def sheet(each: str, number: int) -> Worksheet:
    entry = ENTRIES["meeting-sheet"].entry
    assert isinstance(entry, Worksheet)
    copies = Copies.model_validate({"each": each, "number": number})
    return entry.model_copy(update={"facilitator": entry.facilitator.model_copy(update={"copies": copies})})


@given(st.integers(1, 500), st.sampled_from([*SHARING]), st.integers(1, 3))
def test_nobody_is_without_a_sheet_and_none_is_left_over(people: int, each: str, number: int) -> None:
    copies = copies_of(sheet(each, number), people)
    assert copies * SHARING[each] >= people * number
    assert (copies - number) * SHARING[each] < people * number
    assert copies_of(sheet(each, number), people + 1) >= copies


@given(st.integers(1, 500))
def test_a_room_gets_what_it_says_and_everybody_a_checklist(people: int) -> None:
    assert copies_of(sheet("room", 2), people) == 2
    assert copies_of(ENTRIES["meeting-checklist"].entry, people) == people
    assert copies_of(ENTRIES["patience-check"].entry, people) == people


@pytest.mark.parametrize(("people", "sets"), [(2, 1), (3, 2), (8, 4)])
def test_a_pair_shares_a_set_of_cards(people: int, sets: int) -> None:
    entry = ENTRIES["late-question"].entry
    assert isinstance(entry, RolePlay)
    assert copies_of(entry, people) == sets


def test_what_is_told_is_not_printed_and_each_sheet_is_listed_once() -> None:
    asked = ["slow-down", "meeting-sheet", "late-question", "meeting-sheet"]
    found = [(one.id, one.copies, one.is_cards) for one in handouts(asked, 8, ENTRIES)]
    assert found == [("meeting-sheet", 8, False), ("late-question", 4, True)]
