"""How long entries take in a group, as they say it or as they are told."""

from __future__ import annotations

from math import ceil

from generator.content.located import Located
from generator.kinds.worksheet import Worksheet
from generator.model.values import Line

FILLED_IN = frozenset(
    {"worksheet", "checklist", "assessment", "calculator", "text-check", "bingo", "role-play", "session-plan"}
)
"""The kinds that take the minutes that they say. Entries of other kinds are read or told."""

WORDS_A_MINUTE = 130
"""The words of a story or a dialogue that somebody says aloud in a minute."""

ASIDE = frozenset({"links", "notice", "again", "figures", "note"})
"""Fields that are not told."""


def group_minutes(located: Located) -> int:
    """The minutes that a group needs for what it fills in or plays. 0 for what is read or told."""
    entry = located.entry
    if isinstance(entry, Worksheet):
        return entry.facilitator.minutes
    return (entry.minutes or 0) if located.kind.name in FILLED_IN else 0


def block_minutes(located: Located) -> int:
    """The minutes that an entry is planned with as a block of its own."""
    return group_minutes(located) or located.entry.minutes or _told(located)


def _told(located: Located) -> int:
    texts = (leaf.value for leaf in located.leaves if isinstance(leaf.value, Line) and leaf.route[0] not in ASIDE)
    return max(1, ceil(sum(len(text.split()) for text in texts) / WORDS_A_MINUTE))
