"""A session as somebody plans it: for how many people, from when on, and block by block."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from generator.kinds.copies import Copies
from generator.sessions.papers import SessionPaper

Setting: TypeAlias = Literal["room", "video"]
Collation: TypeAlias = Literal["sheet", "person"]

MOST_PEOPLE = 500
MOST_BLOCKS = 60
MOST_MINUTES = 600
"""The most minutes of a block."""
DAY = 24 * 60
"""The minutes of a day."""
LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True)
class SessionUse:
    """What is handed out, read, told or played in a block. Without `copies` nothing is handed out."""

    entry: str
    kind: str
    title: str
    in_part: bool
    copies: Copies | None


@dataclass(frozen=True, slots=True)
class SessionBlock:
    """A part of a session.

    `of` is the id of the session plan or of the entry that it is; empty for a break. `part` is the id of the block of
    the plan. `needs`: the minutes that what is filled in takes; 0 if nothing is. A block may be left out if `drop` is
    set, and shortened if `cut` is. `planned`: the minutes that the playbook gives it; 0 if it does not say.
    """

    id: str
    of: str
    part: str
    title: str
    minutes: int
    needs: int
    drop: bool
    cut: bool
    uses: tuple[SessionUse, ...] = ()
    planned: int = 0

    @property
    def is_break(self) -> bool:
        return not self.of


@dataclass(frozen=True, slots=True)
class PlannedSession:
    """A session. `start`: minutes after midnight. `minutes`: the time that there is; 0 if the blocks decide.

    `collation` says how its sheets are put together: all copies of a sheet, or all sheets of a person. `papers` are
    printed besides; `feedback` is the form that is handed out at the end, if it is one of them. `day`: such as
    `2026-03-01`; empty if nobody said it. `names` of people, as far as they are known.
    """

    title: str
    plan: str
    people: int
    setting: Setting
    start: int
    minutes: int
    collation: Collation
    blocks: tuple[SessionBlock, ...]
    papers: tuple[SessionPaper, ...] = ()
    feedback: SessionUse | None = None
    day: str = ""
    names: tuple[str, ...] = ()

    def uses(self) -> dict[str, SessionUse]:
        """Everything that is used, each entry once, by its id, in the order of the blocks."""
        found: dict[str, SessionUse] = {}
        for block in self.blocks:
            for use in block.uses:
                found.setdefault(use.entry, use)
        if self.feedback:
            found.setdefault(self.feedback.entry, self.feedback)
        return found


def distinct(names: Iterable[str]) -> list[str]:
    """The names, of which those that stood before get a number: `pause`, `pause-2`."""
    found: list[str] = []
    for name in names:
        number, one = 1, name
        while one in found:
            number += 1
            one = f"{name}-{number}"
        found.append(one)
    return found
