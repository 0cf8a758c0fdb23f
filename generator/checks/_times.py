"""How long things take: what is read, at the speed of a careful reader, and what is filled in, by its own minutes."""

from __future__ import annotations

from generator.checks._running_text import WORD, passages
from generator.content.located import Located
from generator.sessions.times import FILLED_IN, group_minutes

ASIDE = frozenset({"links", "specimen", "worked"})
"""Fields that one need not read in order to use an entry."""


def minutes_of(located: Located, words_a_minute: int) -> float:
    """The minutes that one needs to read an entry at this speed, or to fill it in alone."""
    if located.kind.name in FILLED_IN:
        return located.entry.minutes or 0
    words = (WORD.findall(text.words) for text in passages(located) if text.route[0] not in ASIDE)
    return sum(map(len, words)) / words_a_minute


def minutes_in_a_group(located: Located, words_a_minute: int) -> float:
    """The minutes that a group needs for it: those of its own session if it has one."""
    return group_minutes(located) or minutes_of(located, words_a_minute)
