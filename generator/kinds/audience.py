"""Audiences: the people the playbook is for."""

from typing import Annotated, Any

from generator.model.entry import Entry, Link
from generator.model.kind import Kind
from generator.model.relation import ANY, EVERYWHERE, Relation
from generator.model.values import Prose, Whole

START = Relation.built_in("start_with", ANY)


class Audience(Entry):
    number: Whole
    """Its position in the list."""
    about: Prose
    """Who they are, and what the playbook does for them."""
    start_with: Annotated[tuple[Link, ...], START]
    """Where to start, in order."""


def _order(entry: Entry) -> tuple[Any, ...]:
    return (entry.number if isinstance(entry, Audience) else 0,)


KIND = Kind.built_in(
    "audience",
    "audiences",
    Audience,
    order=200,
    icon="people",
    accent="jade",
    search_weight=0.7,
    relations=EVERYWHERE,
    facets=(),
    sort_key=_order,
)
