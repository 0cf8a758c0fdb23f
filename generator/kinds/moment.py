"""Moments: the situations in which somebody opens the playbook."""

from typing import Annotated, Any, Literal

from generator.model.entry import Entry, Link
from generator.model.kind import Kind
from generator.model.relation import ANY, EVERYWHERE, Relation
from generator.model.values import Prose, Text, Whole

OFFERS = Relation.built_in("offers", ANY)


class Moment(Entry):
    group: Literal["prepare", "face-to-face", "terms", "between", "trouble", "inside"]
    """The part of the work it belongs to."""
    number: Whole
    """Its place within the group."""
    phrase: Text
    """How one says when it is, as on the home page: `before a meeting`."""
    recognise: Prose
    """How you know that you are in it."""
    first_move: Prose
    """What to do first."""
    offers: Annotated[tuple[Link, ...], OFFERS]
    """Four to twelve entries that help, in the order in which to take them up."""


def _order(entry: Entry) -> tuple[Any, ...]:
    return (entry.number if isinstance(entry, Moment) else 0,)


KIND = Kind.built_in(
    "moment",
    "moments",
    Moment,
    order=10,
    icon="pin",
    accent="rose",
    relations=EVERYWHERE,
    facets=("audience",),
    group_field="group",
    sort_key=_order,
)
