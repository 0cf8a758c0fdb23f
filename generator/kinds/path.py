"""Paths: reading and doing in a good order, with the time it takes."""

from typing import Annotated

from pydantic import Field

from generator.kinds.use import Use
from generator.model.entry import Entry, Link, Part
from generator.model.kind import Kind
from generator.model.relation import ANY, EVERYWHERE, Relation
from generator.model.values import Id, Line, Minutes, Prose, Text, YesNo

READS = Relation.built_in("reads", ANY)
MATERIALS = Relation.built_in("materials", ("worksheet", "checklist"))


class Station(Part):
    """One station of a path."""

    id: Id
    """Permanent: what readers have done is kept under it. Lower-case letters, digits and hyphens."""
    title: Text
    """What the station is called."""
    at: Text
    """When it comes: `Day 1`, `09:10`, `4 weeks before`."""
    minutes: Minutes | None = None
    """The time it takes: to read what it names, to fill in its sheets, and to do the rest."""
    why: Line
    """Why it comes here."""
    read: Annotated[tuple[Use, ...], READS] = ()
    """What to read there."""
    do: Prose
    """What to do there."""


class Path(Entry):
    when: Line
    """When to set out."""
    total: Text
    """The time it takes altogether."""
    stations: Annotated[tuple[Station, ...], Field(min_length=2)]
    """The stations, in their order."""
    read_before: YesNo = False
    """`true` if one reads everything before the path begins, so that its stations need no time for it."""
    materials: Annotated[tuple[Link, ...], MATERIALS] = ()
    """What to bring."""
    ends_with: Prose
    """How it ends, and what to look back on."""

    @property
    def boxes(self) -> int:
        """How many boxes it has to tick."""
        return len(self.stations)


KIND = Kind.built_in(
    "path",
    "paths",
    Path,
    order=140,
    icon="route",
    accent="lagoon",
    search_weight=0.95,
    purpose="do",
    filled_in=True,
    relations=EVERYWHERE,
)
