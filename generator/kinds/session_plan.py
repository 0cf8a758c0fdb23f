"""Session plans: a session minute by minute, with what is said, shown and handed out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field, create_model

from generator.kinds.handouts import Handout, handouts
from generator.kinds.use import Use
from generator.kinds.worksheet import Worksheet
from generator.kinds.worksheet_blocks.block import Found
from generator.model import facets
from generator.model.entry import Entry, Part
from generator.model.kind import Kind
from generator.model.relation import ANY, EVERYWHERE, Relation
from generator.model.values import Id, Line, Minutes, Prose, Ref, Text, Whole, YesNo

USES = Relation.built_in("uses", ANY)
FEEDBACK = Relation.built_in("feedback", ("worksheet",))

SHORT, LONG = 30, 120
"""Sessions of at most so many minutes are short; those of more are long."""


class _Crowd(Part):
    """The people of a session."""

    if TYPE_CHECKING:
        to: int
        planned: int

    @property
    def fewest(self) -> int:
        """The smallest number of people, which a file calls `from`."""
        return int(getattr(self, "from"))

    def holds(self, people: int) -> bool:
        """Whether the session goes with so many people."""
        return self.fewest <= people <= self.to


_FIELDS: dict[str, Any] = {
    # `from` is a word of Python's, so that it cannot stand in the body of a class.
    "from": (Annotated[Whole, Field(ge=1)], Field(description="With how many people it still goes.")),
    "to": (Annotated[Whole, Field(ge=1)], Field(description="With how many it still goes at the other end.")),
    "planned": (
        Annotated[Whole, Field(ge=1)],
        Field(description="For how many it is planned: numbers of copies and times are for these."),
    ),
}

if TYPE_CHECKING:
    Crowd = _Crowd
else:
    Crowd = create_model("Crowd", __base__=_Crowd, __module__=__name__, __doc__=_Crowd.__doc__, **_FIELDS)


class PlanBlock(Part):
    """A part of the session."""

    id: Id
    """A permanent short name, unique in this plan."""
    title: Text
    """What it is called."""
    minutes: Minutes
    """The time it takes."""
    do: Prose
    """What the facilitator does."""
    say: tuple[Line, ...] = ()
    """What the facilitator says, word for word."""
    show: Line | None = None
    """What is on the wall or on the screen meanwhile."""
    uses: Annotated[tuple[Use, ...], USES] = ()
    """What is handed out, read, told or played. The number of copies follows from the sheet."""
    if_late: Line | None = None
    """What to shorten or to leave out if time is short."""
    drop: YesNo = False
    """`true` if the whole block may be left out."""


class SessionPlan(Entry):
    minutes: Minutes
    """The time of all blocks."""
    people: Crowd
    """How many people take part."""
    setting: Literal["room", "video", "either"]
    """Whether it is held in a room, on video, or either."""
    aim: Prose
    """What they can do afterwards."""
    prepare: Annotated[tuple[Line, ...], Field(min_length=1)]
    """What to do before it begins."""
    blocks: Annotated[tuple[PlanBlock, ...], Field(min_length=2)]
    """The session, block by block. The last one closes it: while planning, added blocks come before it."""
    feedback: Annotated[Ref | None, FEEDBACK] = None
    """The worksheet that is handed out at the end as the feedback form."""
    after: Prose
    """What to do when it is over."""

    @property
    def crowd(self) -> tuple[int, int | None]:
        return self.people.fewest, self.people.to

    @property
    def saved(self) -> int:
        """The minutes that are saved if every block is left out that may be."""
        return sum(block.minutes for block in self.blocks if block.drop)

    def starts(self) -> Iterator[tuple[int, PlanBlock]]:
        """Each block with the minutes from the beginning of the session to its own."""
        at = 0
        for block in self.blocks:
            yield at, block
            at += block.minutes

    def copies(self, block: PlanBlock, entries: Mapping[str, Found]) -> tuple[Handout, ...]:
        """What is handed out in a block, for the people it is planned for."""
        return tuple(handouts((use.to for use in block.uses), self.people.planned, entries))

    def packed(self, entries: Mapping[str, Found]) -> tuple[Handout, ...]:
        """Everything that is handed out, each sheet once."""
        return tuple(handouts(self.used, self.people.planned, entries))

    @property
    def used(self) -> tuple[str, ...]:
        """The ids of all that is used, each once; the feedback form comes last."""
        found = (use.to for block in self.blocks for use in block.uses)
        return tuple(dict.fromkeys((*found, *([self.feedback] if self.feedback else []))))

    def brought(self, entries: Mapping[str, Found]) -> tuple[str, ...]:
        """What else the sheets need, such as a bell, each once."""
        sheets = (one.entry for one in self.packed(entries) if isinstance(one.entry, Worksheet))
        return tuple(dict.fromkeys(text for sheet in sheets for text in sheet.materials))


def _length(entry: Entry) -> str:
    minutes = entry.minutes or 0
    return "short" if minutes <= SHORT else "hour" if minutes <= LONG else "long"


KIND = Kind.built_in(
    "session-plan",
    "session-plans",
    SessionPlan,
    order=74,
    icon="board",
    accent="violet",
    search_weight=0.85,
    purpose="do",
    facets=(*facets.NAMES, facets.PEOPLE.name),
    relations=EVERYWHERE,
    group_by=_length,
    sort_key=lambda entry: (entry.minutes or 0, entry.title.casefold()),
)
