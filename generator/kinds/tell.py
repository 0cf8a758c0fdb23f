"""Tells: small visible signs that a client is not being seen."""

from typing import Any, Literal

from generator.entry import EVERYWHERE, Entry, Line, Prose, Whole
from generator.kind import Kind, Relation

CURED_BY = Relation(
    "cured_by",
    ("practice", "lesson", "conversation", "checklist"),
    "What helps",
    "Tells it cures",
)


class Tell(Entry):
    set: Literal["squid-eye", "other"]
    """`squid-eye` for the ten of the squid-eye checklist, else `other`."""
    number: Whole | None = None
    """Its place among the ten of the squid-eye checklist."""
    seen_in: Literal["us", "client", "numbers", "team"]
    """Where the sign shows: in what we do, in the client, in the numbers, inside the team."""
    sign: Prose
    """What you would notice, in one or two sentences."""
    means: Prose
    """What it says to the client, and why it matters."""
    ask: Line
    """A question to ask oneself."""
    check: Prose
    """How to find out whether it is really so."""
    helps: Prose
    """What to do about it first, in a few sentences; the links under `cured_by` lead on."""


def _group(entry: Entry) -> str:
    if not isinstance(entry, Tell):
        return ""
    return entry.set if entry.set == "squid-eye" else entry.seen_in


def _order(entry: Entry) -> tuple[Any, ...]:
    number = entry.number if isinstance(entry, Tell) else None
    return (number or 0, entry.title.casefold())


def _badge(entry: Entry) -> str:
    number = entry.number if isinstance(entry, Tell) else None
    return f"{number} of the ten of the squid-eye checklist" if number else ""


KIND = Kind(
    "tell",
    "tells",
    Tell,
    label="Tell",
    label_plural="Tells",
    about="Small visible signs that a client is not being seen, what they say, and what helps.",
    relations=(CURED_BY, *EVERYWHERE),
    groups={
        "squid-eye": "The ten of the squid-eye checklist",
        "us": "In what we do",
        "client": "In how the client behaves",
        "numbers": "In the numbers",
        "team": "Inside the team",
    },
    group_of=_group,
    sort_key=_order,
    badge=_badge,
)
