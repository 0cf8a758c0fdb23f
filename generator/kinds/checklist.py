"""Checklists: lists to tick, on screen or on paper."""

from typing import Annotated, Literal

from pydantic import Field

from generator.model import facets
from generator.model.entry import DoneAlone, Part
from generator.model.kind import Kind
from generator.model.relation import ANY, EVERYWHERE, Relation
from generator.model.values import Id, Line, Minutes, Prose, Ref, Text

SEE = Relation.built_in("see", ANY)


class ChecklistItem(Part):
    """One thing to tick."""

    id: Id
    """A permanent short name, unique in this checklist: ticks are stored under it."""
    text: Line
    """What is true once it is ticked."""
    why: Line | None = None
    """Why it is on the list."""
    see: Annotated[Ref | None, SEE] = None
    """The id of the entry that explains it."""


class ChecklistGroup(Part):
    """Things to tick together."""

    title: Text
    """What they have in common: before, during, after, or a theme."""
    items: Annotated[tuple[ChecklistItem, ...], Field(min_length=1)]
    """The things to tick."""


class Checklist(DoneAlone):
    group: Literal["meeting", "deal", "relation", "trouble", "words", "team"]
    """The group in which it appears on the index page."""
    minutes: Minutes
    """The time needed to go through it, in minutes."""
    purpose: Prose
    """What it is for and when to use it."""
    groups: Annotated[tuple[ChecklistGroup, ...], Field(min_length=1)]
    """The things to tick, in groups."""
    afterwards: Prose | None = None
    """What to do with the result."""

    @property
    def boxes(self) -> int:
        """How many boxes it has to tick."""
        return sum(len(group.items) for group in self.groups)


KIND = Kind.built_in(
    "checklist",
    "checklists",
    Checklist,
    order=40,
    icon="ticks",
    accent="green",
    search_weight=0.97,
    purpose="check",
    filled_in=True,
    facets=(*facets.NAMES, facets.PEOPLE.name),
    relations=EVERYWHERE,
    group_field="group",
)
