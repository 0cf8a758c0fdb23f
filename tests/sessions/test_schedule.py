"""Schedules: the clock, the copies, and what is proposed if time is short."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings

from generator.sessions.json_form import from_json, schedule_to_json
from generator.sessions.schedule import schedule
from generator.sessions.session import PlannedSession
from tests.conftest import some_of
from tests.sessions.cases import CASES, sessions


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_cases_worked_out_by_hand(case: dict[str, Any]) -> None:
    assert schedule_to_json(schedule(from_json(case["session"]))) == case["schedule"]


@settings(max_examples=some_of(30))
@given(sessions())
def test_blocks_follow_each_other_and_end_when_the_session_does(session: PlannedSession) -> None:
    found = schedule(session)
    times = [session.start, *(line.end for line in found.lines)]
    assert [line.start for line in found.lines] == times[:-1]
    assert found.end == times[-1] == session.start + found.total
    assert [line.end - line.start for line in found.lines] == [block.minutes for block in session.blocks]


@settings(max_examples=some_of(30))
@given(sessions())
def test_what_is_packed_is_what_is_handed_out_and_each_sheet_once(session: PlannedSession) -> None:
    found = schedule(session)
    handed = Counter[str]()
    for hand in (*(hand for line in found.lines for hand in line.hands), *found.at_end):
        assert (hand.copies == 0) == hand.again == (hand.entry in handed)
        handed[hand.entry] += hand.copies
    assert Counter(dict(found.packing)) == handed
    rules = {use.entry: use.copies for use in session.uses().values() if use.copies}
    assert dict(found.packing) == {entry: rule.for_people(session.people) for entry, rule in rules.items()}


@settings(max_examples=some_of(30))
@given(sessions())
def test_a_proposal_saves_what_is_too_much_and_leaves_out_no_block_needlessly(session: PlannedSession) -> None:
    found = schedule(session)
    proposed, blocks = found.proposal, {block.id: block for block in session.blocks}
    assert all(blocks[name].drop for name in proposed.leave_out)
    for name, by in proposed.shorten:
        block = blocks[name]
        assert block.cut
        assert name not in proposed.leave_out
        planned = block.planned or block.minutes
        assert by > 0
        assert block.minutes - by >= max(planned - planned // 3, block.needs)
    out = sum(blocks[name].minutes for name in proposed.leave_out)
    cut = sum(by for _, by in proposed.shorten)
    if out < found.over:
        assert out + cut + proposed.left == found.over
        assert proposed.leave_out == tuple(block.id for block in session.blocks if block.drop)
    else:
        assert not proposed.shorten
        assert proposed.left == 0
        assert all(out - blocks[name].minutes < found.over for name in proposed.leave_out)
