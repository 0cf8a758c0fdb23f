"""Worksheets: what one fills in with a pen or on the screen, and what a trainer needs to run it."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from generator.kinds.copies import Copies
from generator.kinds.worksheet_blocks import AnyBlock
from generator.kinds.worksheet_blocks.block import Found
from generator.kinds.worksheet_blocks.fields import LETTERS, LETTERS_ACROSS
from generator.kinds.worksheet_blocks.specimen import FilledSheet, Specimen, read
from generator.model import facets
from generator.model.entry import Entry, Part, Step, Way
from generator.model.kind import Kind
from generator.model.relation import EVERYWHERE
from generator.model.values import Line, Minutes, Prose, Text, Whole


class Timing(Part):
    """A part of a session and the time it takes."""

    minutes: Minutes
    """The time it takes, in minutes."""
    what: Line
    """What happens in it."""


class Facilitator(Part):
    """Information for the facilitator, which participants do not see."""

    copies: Copies
    """How many sheets to print."""
    notes: Annotated[tuple[Line, ...], Field(min_length=1)]
    """What to prepare, to say and to watch for."""
    timings: Annotated[tuple[Timing, ...], Field(min_length=1)]
    """The session, part by part. It adds up to the time in the room, not to `minutes` of the sheet."""
    debrief: Annotated[tuple[Line, ...], Field(min_length=1)]
    """Questions to ask when it is filled in."""

    @property
    def minutes(self) -> int:
        """The time of the whole session."""
        return sum(timing.minutes for timing in self.timings)


class Worksheet(Entry):
    group: Literal["self", "meeting", "agreeing", "between", "trouble", "team"]
    """The group in which it appears on the index page."""
    edition: Annotated[Whole, Field(ge=1, le=9999)] = 1
    """Goes up by one when what is asked changes so much that older answers no longer fit."""
    minutes: Minutes
    """The minutes to fill it in. The `timings` of a session, under `facilitator`, add up to as much or more."""
    purpose: Prose
    """What one has when it is filled in, and when to take it out."""
    people: Text
    """Who fills it in together: `alone, then in threes`."""
    people_from: Annotated[Whole, Field(ge=1, le=500)] = 1
    """How many people it takes at least, everybody counted whom `people` names: readers narrow down by it."""
    people_to: Annotated[Whole, Field(ge=1, le=500)] | None = None
    """How many people it takes at most, if it is for so many and no more, as a talk between two is."""
    materials: tuple[Text, ...] = ()
    """What one needs beside the sheet and a pen."""
    instructions: Annotated[tuple[Step, ...], Field(min_length=1)]
    """What to do with it, for those who fill it in."""
    orientation: Literal["portrait", "landscape"] = "portrait"
    """The orientation of the paper."""
    pages: Whole = 1
    """How many pages of paper it takes."""
    blocks: Annotated[tuple[AnyBlock, ...], Field(min_length=1)]
    """The sheet itself, from top to bottom."""
    specimen: Specimen | None = None
    """The sheet as somebody filled it in, to see what is meant."""
    facilitator: Facilitator
    """Information for the facilitator, which participants do not see."""

    @property
    def crowd(self) -> tuple[int, int | None]:
        return self.people_from, self.people_to

    @property
    def ways(self) -> tuple[Way, ...]:
        """To fill it in, which one person does alone, and a session with a group, which begins with two people."""
        session = self.facilitator.minutes
        if session == self.minutes:
            return (Way(self.crowd, self.minutes),)
        alone = (1, 1) if self.people_from == 1 else None
        return Way(alone, self.minutes), Way((max(2, self.people_from), self.people_to), session)

    @property
    def letters(self) -> int:
        """How many letters fit beside each other on its paper."""
        return LETTERS_ACROSS if self.orientation == "landscape" else LETTERS

    def specimen_read(self, entries: Mapping[str, Found]) -> FilledSheet:
        """Its specimen, compared with its blocks. Nothing if it has none."""
        return read(self.specimen, self.blocks, self.letters, entries) if self.specimen else FilledSheet({}, (), ())


KIND = Kind.built_in(
    "worksheet",
    "worksheets",
    Worksheet,
    order=70,
    icon="sheet",
    accent="olive",
    search_weight=0.93,
    purpose="do",
    facets=(*facets.NAMES, facets.PEOPLE.name),
    filled_in=True,
    relations=EVERYWHERE,
    group_field="group",
)
