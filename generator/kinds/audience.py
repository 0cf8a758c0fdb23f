"""Audiences: the people the playbook is for."""

from typing import Annotated, Any

from generator.model.entry import Entry, Link
from generator.model.kind import Kind
from generator.model.relation import ANY, EVERYWHERE, Relation
from generator.model.values import Prose, Whole

START = Relation("start_with", ANY, "Where to start", "A starting place for")


class Audience(Entry):
    number: Whole
    """Its place in the list."""
    about: Prose
    """Who they are, and what the playbook does for them."""
    start_with: Annotated[tuple[Link, ...], START]
    """Where to start, in order."""


def _order(entry: Entry) -> tuple[Any, ...]:
    return (entry.number if isinstance(entry, Audience) else 0,)


KIND = Kind(
    "audience",
    "audiences",
    Audience,
    label="Audience",
    label_plural="Audiences",
    about="The people the playbook is for, and where each of them might start.",
    order=200,
    relations=EVERYWHERE,
    facets=(),
    sort_key=_order,
)
