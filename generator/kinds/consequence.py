"""Consequences: what follows, sooner or later, from holding the left side of the belief pairs."""

from typing import Any

from generator.model.entry import Entry
from generator.model.kind import Kind
from generator.model.relation import EVERYWHERE, Relation
from generator.model.values import Line, Prose, Whole

TURNED_BY = Relation.built_in("turned_by", ("practice", "lesson", "conversation"))


class Consequence(Entry):
    number: Whole
    """Its place in the source's list."""
    happens: Prose
    """What happens."""
    signs: tuple[Line, ...]
    """How one would see it coming."""


def _order(entry: Entry) -> tuple[Any, ...]:
    return (entry.number if isinstance(entry, Consequence) else 0,)


KIND = Kind.built_in(
    "consequence",
    "consequences",
    Consequence,
    order=110,
    icon="falling",
    accent="wine",
    search_weight=0.85,
    purpose="understand",
    relations=(TURNED_BY, *EVERYWHERE),
    sort_key=_order,
)
