"""Belief pairs: two ways to look at the same people, and what follows from holding the left one."""

from typing import Any

from generator.model.entry import Entry
from generator.model.kind import Kind
from generator.model.relation import EVERYWHERE, Relation
from generator.model.values import Line, Prose, Whole

LEADS_TO = Relation.built_in("leads_to", ("consequence",))
SHOWS_AS = Relation.built_in("shows_as", ("tell",))
PRACTISED_IN = Relation.built_in("practised_in", ("practice", "lesson", "conversation"))


class BeliefPair(Entry):
    number: Whole
    """Its position in the series: the source's own pairs first, then those assembled from several sources."""
    left: Line
    """The belief that does harm, as its holder would say it."""
    right: Line
    """The belief to replace it with."""
    tempting: Prose
    """Why reasonable people hold the left one."""
    left_acts: tuple[Line, ...]
    """What somebody who holds the left belief does."""
    right_acts: tuple[Line, ...]
    """What somebody who holds the right belief does."""
    follows: Prose
    """What follows from holding the left one."""
    cross_over: Prose
    """How to change from left to right: a first action, not a resolution."""


def _order(entry: Entry) -> tuple[Any, ...]:
    return (entry.number if isinstance(entry, BeliefPair) else 0,)


KIND = Kind.built_in(
    "belief-pair",
    "belief-pairs",
    BeliefPair,
    order=100,
    icon="circles",
    accent="purple",
    search_weight=0.9,
    purpose="understand",
    relations=(PRACTISED_IN, SHOWS_AS, LEADS_TO, *EVERYWHERE),
    group_by=lambda entry: "source" if entry.origin == "source" else "assembled",
    sort_key=_order,
)
