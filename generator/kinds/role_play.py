"""Role plays: a situation, roles on cards, rounds, and what observers mark."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.kinds.copies import Copies
from generator.model import facets
from generator.model.entry import Entry, Part
from generator.model.kind import Kind
from generator.model.relation import EVERYWHERE, Relation
from generator.model.values import Id, Line, Minutes, Prose, Text

PRACTISES = Relation.built_in("practises", ("practice", "conversation", "lesson", "checklist"))


FEWEST = {"person": 1, "pair": 2, "trio": 3, "table": 4, "room": 4}
"""How many people it takes at least to play with one set of cards, by the word for those who share it."""


class Role(Part):
    """A role, on a card of its own."""

    id: Id
    """A permanent short name, unique in this role play."""
    name: Text
    """Who it is: a name and a position, or `Observer`."""
    brief: Prose
    """Who you are and what you want: the front of the card."""
    knows: tuple[Line, ...] = ()
    """What only this role knows: the back of the card."""
    do_not: Line | None = None
    """What this role must not do or say, as it follows `Do not:`."""


class Round(Part):
    """A round, or a pause between two."""

    id: Id
    """A permanent short name, unique in this role play."""
    title: Text
    """What it is called."""
    minutes: Minutes
    """The time it takes."""
    what: Prose
    """What happens in it."""


class Observation(Part):
    """Something that observers mark, with what is seen when it goes badly, halfway and well."""

    id: Id
    """A permanent short name, unique in this role play."""
    what: Text
    """What they look at."""
    poor: Text
    """What one sees or hears if it goes badly."""
    fair: Text
    """What one sees or hears if it goes halfway well."""
    good: Text
    """What one sees or hears if it goes well."""


class RolePlay(Entry):
    group: Literal["pairs", "trios", "groups"]
    """The group in which it appears on the index page."""
    minutes: Minutes
    """The time of the rounds and of the debrief."""
    people: Copies
    """How many play with one set of cards."""
    purpose: Prose
    """What they can do afterwards that they could not do before."""
    situation: Prose
    """What everybody knows before the first round. Read it aloud."""
    roles: Annotated[tuple[Role, ...], Field(min_length=2, max_length=5)]
    """The roles. The last may be the observer."""
    rounds: Annotated[tuple[Round, ...], Field(min_length=1)]
    """The rounds, in their order."""
    observe: Annotated[tuple[Observation, ...], Field(min_length=1)]
    """What observers mark."""
    debrief: Annotated[tuple[Line, ...], Field(min_length=1)]
    """Questions to ask afterwards."""
    debrief_minutes: Minutes
    """The time for these questions."""

    @property
    def crowd(self) -> tuple[int, int | None]:
        return FEWEST[self.people.each], None

    @property
    def played(self) -> int:
        """The minutes of all rounds."""
        return sum(one.minutes for one in self.rounds)


KIND = Kind.built_in(
    "role-play",
    "role-plays",
    RolePlay,
    order=72,
    icon="mask",
    accent="rust",
    search_weight=0.85,
    purpose="do",
    facets=(*facets.NAMES, facets.PEOPLE.name),
    relations=(PRACTISES, *EVERYWHERE),
    group_field="group",
)
