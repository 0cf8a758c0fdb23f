"""Tells: small visible signs that somebody is not being seen."""

from typing import Any, Literal

from generator.model.entry import Entry
from generator.model.kind import Kind
from generator.model.relation import EVERYWHERE, Relation
from generator.model.values import Line, Prose, Whole

CURED_BY = Relation(
    "cured_by",
    ("practice", "lesson", "conversation", "checklist"),
    "What helps",
    "Tells it cures",
)


class Tell(Entry):
    set: Literal["core", "other"] = "other"
    """`core` for the few that everybody should know, which are numbered, else `other`."""
    number: Whole | None = None
    """Its place among those that everybody should know."""
    seen_in: Literal["us", "them", "numbers", "team"]
    """Where the sign shows: in what we do, in what they do, in the numbers, inside the team."""
    sign: Prose
    """What you would notice, in one or two sentences."""
    means: Prose
    """What it says to them, and why it matters."""
    ask: Line
    """A question to ask oneself."""
    check: Prose
    """How to find out whether it is really so."""
    helps: Prose
    """What to do about it first, in a few sentences; the links under `cured_by` lead on."""


def _group(entry: Entry) -> str:
    if not isinstance(entry, Tell):
        return ""
    return entry.set if entry.set == "core" else entry.seen_in


def _order(entry: Entry) -> tuple[Any, ...]:
    number = entry.number if isinstance(entry, Tell) else None
    return (number or 0, entry.title.casefold())


def _badge(entry: Entry) -> str:
    number = entry.number if isinstance(entry, Tell) else None
    return f"{number} of those to know first" if number else ""


KIND = Kind(
    "tell",
    "tells",
    Tell,
    label="Tell",
    label_plural="Tells",
    about="Small visible signs that somebody is not being seen, what they say, and what helps.",
    order=90,
    relations=(CURED_BY, *EVERYWHERE),
    groups={
        "core": "To know first",
        "us": "In what we do",
        "them": "In what they do",
        "numbers": "In the numbers",
        "team": "Inside the team",
    },
    group_of=_group,
    sort_key=_order,
    badge=_badge,
)
