"""How long things take: what is read, at the speed of a careful reader, and what is filled in, by its own minutes."""

from __future__ import annotations

from generator.checks._running_text import WORD, passages
from generator.content.located import Located
from generator.kinds.worksheet import Worksheet

WORDS_A_MINUTE = 200
"""The words that somebody reads in a minute who wants to act on them."""

FILLED_IN = frozenset(
    {"worksheet", "checklist", "assessment", "calculator", "text-check", "bingo", "role-play", "session-plan"}
)
"""The kinds that take the minutes that they say. Entries of other kinds are read."""

ASIDE = frozenset({"links", "specimen", "worked"})
"""Fields that one need not read in order to use an entry."""


def minutes_of(located: Located) -> float:
    """The minutes that one needs to read an entry, or to fill it in alone."""
    if located.kind.name in FILLED_IN:
        return located.entry.minutes or 0
    words = (WORD.findall(text.words) for text in passages(located) if text.route[0] not in ASIDE)
    return sum(map(len, words)) / WORDS_A_MINUTE


def minutes_in_a_group(located: Located) -> float:
    """The minutes that a group needs for it: those of its own session if it has one."""
    entry = located.entry
    return entry.facilitator.minutes if isinstance(entry, Worksheet) else minutes_of(located)
