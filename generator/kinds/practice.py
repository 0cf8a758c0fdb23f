"""Practices: what people do who are good at it."""

from typing import Literal

from generator.model.entry import Entry, Step
from generator.model.kind import Kind
from generator.model.relation import EVERYWHERE, GOES_WITH
from generator.model.values import Line, Prose


class Practice(Entry):
    level: Literal["personal", "team", "org"]
    """Who can start it: `personal` anybody, `team`, or `org` the whole organisation."""
    do: Prose
    """What to do, in a few sentences."""
    why: Prose
    """Why it works."""
    steps: tuple[Step, ...]
    """How to do it, step by step."""
    say: tuple[Line, ...] = ()
    """Sentences one can say."""
    dont_say: tuple[Line, ...] = ()
    """Sentences that spoil it."""
    badly: Prose
    """What it looks like done badly."""
    example: Prose | None = None
    """What it looks like done well."""
    this_week: Prose
    """A first thing to try this week."""
    not_when: Prose
    """When not to use it."""


KIND = Kind.built_in(
    "practice",
    "practices",
    Practice,
    order=20,
    icon="sprout",
    accent="teal",
    purpose="do",
    relations=(GOES_WITH, *EVERYWHERE),
    group_field="level",
)
