"""Objections: what people say against a practice, and an answer."""

from generator.model.entry import Entry
from generator.model.kind import Kind
from generator.model.relation import EVERYWHERE, Relation
from generator.model.values import Line, Prose

AGAINST = Relation.built_in("against", ("practice", "lesson", "conversation", "belief-pair", "checklist"))


class Objection(Entry):
    objection: Line
    """The objection, as somebody would say it."""
    right: Line
    """What is right about it."""
    answer: Prose
    """The answer."""
    say: Line | None = None
    """The answer in one breath, to say aloud."""


KIND = Kind.built_in(
    "objection",
    "objections",
    Objection,
    order=160,
    icon="stop",
    accent="copper",
    purpose="understand",
    relations=(AGAINST, *EVERYWHERE),
)
