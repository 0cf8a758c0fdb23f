"""Stories: cases, examples and analogies worth telling."""

from typing import Literal

from generator.model.entry import Entry, Part
from generator.model.kind import Kind
from generator.model.relation import ANY, EVERYWHERE, Relation
from generator.model.values import Line, Prose, Text

ILLUSTRATES = Relation("illustrates", ANY, "What it shows", "Stories")


class StoryFigure(Part):
    """A number in a story."""

    value: Text
    """The number with its unit."""
    what: Line
    """What it counts."""


class Story(Entry):
    group: Literal["seen", "listening", "losing", "selling", "reaching", "leading"]
    """The shelf it stands on."""
    form: Literal["case", "analogy", "parody", "exercise"]
    """`case`: it happened; `analogy`: a comparison; `parody`; `exercise`: something a group did or can do."""
    tell_in: Text
    """How long it takes to tell."""
    situation: Prose
    """Who, where, and what was at stake."""
    happened: Prose
    """What happened."""
    turning_point: Prose | None = None
    """Where it turned."""
    outcome: Prose | None = None
    """How it ended."""
    figures: tuple[StoryFigure, ...] = ()
    """Every number in the story."""
    takeaway: Prose
    """What to take from it."""
    ask_the_room: Line | None = None
    """A question that starts people talking after it has been told."""


KIND = Kind(
    "story",
    "stories",
    Story,
    label="Story",
    label_plural="Stories",
    about="Cases and comparisons worth telling, each with its figures and what to take from it.",
    order=130,
    relations=(ILLUSTRATES, *EVERYWHERE),
    groups={
        "seen": "Being seen, and not",
        "listening": "Listening and being there",
        "losing": "Losing people and winning them back",
        "selling": "Price and negotiation",
        "reaching": "Messages and how far they reach",
        "leading": "Leading people",
    },
    group_of=lambda entry: entry.group if isinstance(entry, Story) else "",
)
