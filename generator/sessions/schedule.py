"""What follows from a session: when its blocks start, what is handed out, and what to leave out if time is short.

`themes/playbook/components/session/schedule.js` computes the same; `tests/sessions/cases.json` holds both to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from generator.sessions.papers import SessionPaper, pages_of
from generator.sessions.session import PlannedSession, SessionBlock

LARGEST_PART = 3
"""A block is shortened by at most one part in so many of its planned minutes."""


@dataclass(frozen=True, slots=True)
class Hand:
    """A sheet that is handed out in so many copies. What was handed out in an earlier block is used `again`."""

    entry: str
    copies: int
    again: bool


@dataclass(frozen=True, slots=True)
class ScheduledBlock:
    """A block with its time, in minutes after midnight, which may be past the next one. `short`: the minutes that it
    lacks for what is filled in."""

    id: str
    start: int
    end: int
    short: int
    hands: tuple[Hand, ...]


@dataclass(frozen=True, slots=True)
class TimeSaving:
    """How to save time: blocks to leave out, blocks to shorten by so many minutes, and what is still too much."""

    leave_out: tuple[str, ...]
    shorten: tuple[tuple[str, int], ...]
    left: int


@dataclass(frozen=True, slots=True)
class Schedule:
    """The times of a session, its packing list, and how it fits into the time that there is.

    `at_end` is handed out when the session ends. `papers`: the pages of those that are made of the session.
    """

    end: int
    total: int
    over: int
    lines: tuple[ScheduledBlock, ...]
    at_end: tuple[Hand, ...]
    packing: tuple[tuple[str, int], ...]
    papers: tuple[tuple[SessionPaper, int], ...]
    proposal: TimeSaving


def time_of_day(minutes: int) -> str:
    """Minutes after midnight as the clock shows them: 545 is 09:05. What is past midnight is the next day."""
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def schedule(session: PlannedSession) -> Schedule:
    """The schedule of a session."""
    lines = tuple(_lines(session))
    total = sum(block.minutes for block in session.blocks)
    over = max(0, total - session.minutes) if session.minutes else 0
    at_end = tuple(_at_end(session, {hand.entry for line in lines for hand in line.hands}))
    hands = [*(hand for line in lines for hand in line.hands), *at_end]
    packing = tuple((hand.entry, hand.copies) for hand in hands if not hand.again)
    papers = pages_of(session.papers, session.people, session.names)
    return Schedule(session.start + total, total, over, lines, at_end, packing, papers, proposal(session.blocks, over))


def _at_end(session: PlannedSession, there: AbstractSet[str]) -> Iterator[Hand]:
    """The feedback form. If a block has handed it out, it is used again."""
    form = session.feedback
    if form and form.copies:
        again = form.entry in there
        yield Hand(form.entry, 0 if again else form.copies.for_people(session.people), again)


def _lines(session: PlannedSession) -> Iterator[ScheduledBlock]:
    """Each block with its time. A sheet that several blocks use is handed out in the first of them."""
    at, there = session.start, set[str]()
    for block in session.blocks:
        hands: dict[str, Hand] = {}
        for use in block.uses:
            if use.copies and use.entry not in hands:
                again = use.entry in there
                hands[use.entry] = Hand(use.entry, 0 if again else use.copies.for_people(session.people), again)
        there |= hands.keys()
        end = at + block.minutes
        yield ScheduledBlock(block.id, at, end, max(0, block.needs - block.minutes), tuple(hands.values()))
        at = end


def proposal(blocks: Sequence[SessionBlock], over: int) -> TimeSaving:
    """How to save `over` minutes.

    1. Blocks that may be left out are, from the last to the first, until it is enough. Those of them without which it
       is still enough are kept, beginning with the last.
    2. If that is not enough, blocks that can be shortened give up minutes in proportion to what they can: two thirds of
       what is planned for a block stay, and what it needs for what is filled in. So there is no second third to be
       taken from what the first has left. Minutes that remain by rounding are taken one by one from the first.
    """
    out = _left_out(blocks, over)
    rest = over - sum(block.minutes for block in out)
    names = {block.id for block in out}
    stay = [block for block in blocks if block.id not in names]
    cuts = _shortened([(block.id, _give(block)) for block in stay], max(0, rest))
    saved = sum(by for _, by in cuts)
    leave_out = tuple(block.id for block in blocks if block.id in names)
    return TimeSaving(leave_out, tuple(cuts), max(0, rest - saved))


def _left_out(blocks: Iterable[SessionBlock], over: int) -> list[SessionBlock]:
    taken: list[SessionBlock] = []
    saved = 0
    for block in reversed([block for block in blocks if block.drop]):
        if saved < over:
            taken.append(block)
            saved += block.minutes
    for block in tuple(taken):
        if saved - block.minutes >= over:
            taken.remove(block)
            saved -= block.minutes
    return taken


def _give(block: SessionBlock) -> int:
    """The minutes that a block can give up."""
    planned = block.planned or block.minutes
    return max(0, block.minutes - max(planned - planned // LARGEST_PART, block.needs)) if block.cut else 0


def _shortened(room: Sequence[tuple[str, int]], wanted: int) -> list[tuple[str, int]]:
    """By how many minutes each block is shortened, of those that are."""
    all_room = sum(most for _, most in room)
    take = min(wanted, all_room)
    cuts = [take * most // all_room if all_room else 0 for _, most in room]
    missing = take - sum(cuts)
    for at, (_, most) in enumerate(room):
        if missing and cuts[at] < most:
            cuts[at] += 1
            missing -= 1
    return [(name, by) for (name, _), by in zip(room, cuts, strict=True) if by]
