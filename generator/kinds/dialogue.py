"""Dialogues: scenes of one invented story, to read, to play and to talk about."""

from typing import Annotated, Any, Literal

from pydantic import Field

from generator.model.entry import Entry, Part
from generator.model.kind import Kind
from generator.model.relation import EVERYWHERE, Relation
from generator.model.values import Among, Id, Line, Prose, Text, Whole

SHOWS = Relation.built_in("shows", ("conversation", "practice", "lesson", "tell", "belief-pair"))


class Speaker(Part):
    """Somebody who speaks. People in dialogues are invented."""

    id: Id
    """What `by` calls them; permanent."""
    name: Text
    """Their name, as the script shows it."""
    role: Text
    """What they are, and where they work."""


class ScriptLine(Part):
    """What somebody says, with what they do and what a trainer remarks."""

    by: Annotated[Id, Among(("speakers.*.id",))]
    """The id of the speaker."""
    says: Line
    """What they say."""
    does: Line | None = None
    """What they do meanwhile, in a few words: `puts the sheet down`."""
    turn: Literal["good", "slip", "recovery"] | None = None
    """`good`: it helps; `slip`: it does harm; `recovery`: it makes a slip good again."""
    note: Line | None = None
    """Why, for the margin; only with a `turn`."""


class Dialogue(Entry):
    number: Annotated[Whole, Field(ge=1)]
    """Its place in the story that runs through all dialogues, from 1; unique."""
    group: Literal["winning", "working", "trouble", "keeping"]
    """The group in which it appears on the index page."""
    month: Annotated[Whole, Field(ge=1)]
    """The month of the story in which it takes place."""
    setting: Prose
    """Where and when it takes place, and what happened before, in one to three sentences."""
    speakers: Annotated[tuple[Speaker, ...], Field(min_length=2)]
    """Who speaks, at least two people."""
    lines: Annotated[tuple[ScriptLine, ...], Field(min_length=2)]
    """The lines, in their order: 14 to 32, read aloud in at most three minutes."""
    notice: Annotated[tuple[Line, ...], Field(min_length=2)]
    """Two to five things to notice afterwards."""
    again: Line
    """A variation to play: the same scene with one thing changed."""

    def speaker(self, line: ScriptLine) -> Speaker:
        """Who says a line."""
        return next(speaker for speaker in self.speakers if speaker.id == line.by)


def _number(entry: Entry) -> int | None:
    return entry.number if isinstance(entry, Dialogue) else None


def _order(entry: Entry) -> tuple[Any, ...]:
    return (_number(entry) or 0, entry.title.casefold())


KIND = Kind.built_in(
    "dialogue",
    "dialogues",
    Dialogue,
    order=32,
    icon="bubble",
    accent="sky",
    search_weight=0.85,
    purpose="understand",
    relations=(SHOWS, *EVERYWHERE),
    group_field="group",
    sort_key=_order,
    number_of=_number,
    in_series=True,
)
