"""Belief pairs: two ways to look at the same people, and what follows from holding the left one."""

from typing import Any

from generator.model.entry import Entry
from generator.model.kind import Kind
from generator.model.relation import EVERYWHERE, Relation
from generator.model.values import Line, Prose, Whole

LEADS_TO = Relation("leads_to", ("consequence",), "What follows from the left side", "Follows from")
SHOWS_AS = Relation("shows_as", ("tell",), "How the left side shows", "The belief behind it")
PRACTISED_IN = Relation(
    "practised_in",
    ("practice", "lesson", "conversation"),
    "Acting on the right side",
    "The belief behind it",
)


class BeliefPair(Entry):
    number: Whole
    """Its place in the series: the source's own pairs first, then those assembled from several sources."""
    left: Line
    """The belief that does harm, as its holder would say it."""
    right: Line
    """The belief to trade it for."""
    tempting: Prose
    """Why sensible people hold the left one."""
    left_acts: tuple[Line, ...]
    """What somebody who holds the left belief does."""
    right_acts: tuple[Line, ...]
    """What somebody who holds the right belief does."""
    follows: Prose
    """What follows from holding the left one."""
    cross_over: Prose
    """How to trade left for right: a first act, not a resolution."""


def _order(entry: Entry) -> tuple[Any, ...]:
    return (entry.number if isinstance(entry, BeliefPair) else 0,)


KIND = Kind(
    "belief-pair",
    "belief-pairs",
    BeliefPair,
    label="Belief pair",
    label_plural="Belief pairs",
    about="Two ways to look at the same people, side by side, and what follows from holding the left one.",
    order=100,
    relations=(PRACTISED_IN, SHOWS_AS, LEADS_TO, *EVERYWHERE),
    groups={"source": "Straight from a source", "assembled": "Drawn together"},
    group_of=lambda entry: "source" if entry.origin == "source" else "assembled",
    sort_key=_order,
)
