"""Stories: cases, examples and analogies worth telling."""

from typing import Annotated, Literal

from generator.model.entry import Entry, Part
from generator.model.kind import Kind
from generator.model.relation import ANY, EVERYWHERE, Relation
from generator.model.values import Line, Prose, Ref, Text

ILLUSTRATES = Relation.built_in("illustrates", ANY)
WEIGHED_IN = Relation.built_in("weighed_in", ("figure",))


class StoryFigure(Part):
    """A number in a story."""

    value: Text
    """The number with its unit."""
    what: Line
    """What it counts."""
    see: Annotated[Ref | None, WEIGHED_IN] = None
    """The figure that says how reliable this number is."""


class Story(Entry):
    group: Literal["seen", "listening", "losing", "selling", "reaching", "leading"]
    """The group in which it appears on the index page."""
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


KIND = Kind.built_in(
    "story",
    "stories",
    Story,
    order=130,
    icon="book",
    accent="amber",
    search_weight=0.85,
    purpose="understand",
    relations=(ILLUSTRATES, *EVERYWHERE),
    group_field="group",
)
