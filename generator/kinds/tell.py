"""Tells: small visible signs that somebody is not being seen."""

from typing import Any, Literal

from generator.model.entry import Entry
from generator.model.kind import Kind
from generator.model.relation import EVERYWHERE, Relation
from generator.model.values import Line, Prose, Whole

CURED_BY = Relation.built_in("cured_by", ("practice", "lesson", "conversation", "checklist"))


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
    return (_number(entry) or 0, entry.title.casefold())


def _number(entry: Entry) -> int | None:
    return entry.number if isinstance(entry, Tell) else None


KIND = Kind.built_in(
    "tell",
    "tells",
    Tell,
    order=90,
    icon="eye",
    accent="red",
    purpose="check",
    relations=(CURED_BY, *EVERYWHERE),
    group_by=_group,
    sort_key=_order,
    number_of=_number,
)
