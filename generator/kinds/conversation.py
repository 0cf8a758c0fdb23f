"""Conversations: talks one can have tomorrow, step by step."""

from typing import Annotated, Any, Literal

from pydantic import Field

from generator.model.entry import Entry, Part
from generator.model.kind import Kind
from generator.model.relation import EVERYWHERE, Relation
from generator.model.slug import slug
from generator.model.values import ID_LENGTH, Id, Line, Minutes, Prose, Ref, Text, Whole

STEP = Relation.built_in("step", ("conversation",))
DRAWS_ON = Relation.built_in("draws_on", ("practice", "lesson"))


class TalkStep(Part):
    """One step of a conversation."""

    id: Id | None = None
    """A permanent short name for its address and readers' notes. Default: made from its title; give one before you
    change the title."""
    title: Text
    """What the step is called."""
    minutes: Minutes | None = None
    """The time it takes. If all steps have some, they add up to those of the conversation."""
    purpose: Line
    """What it is for."""
    ask: Annotated[tuple[Line, ...], Field(min_length=3)]
    """Questions to choose from, at least three."""
    listen_for: Annotated[tuple[Line, ...], Field(min_length=1)]
    """What to listen for in the answers."""
    traps: Annotated[tuple[Line, ...], Field(min_length=1)]
    """What goes wrong here."""
    move_on: Line
    """When and how to go on to the next step."""
    page: Annotated[Ref | None, STEP] = None
    """The id of the conversation that describes this step on its own page."""


class Conversation(Entry):
    group: Literal["step-by-step", "opening", "agreeing", "hard", "repairing", "inside"]
    """The group in which it appears on the index page."""
    number: Whole | None = None
    """Its place, for conversations that are steps of a longer one."""
    purpose: Prose
    """What both sides have gained when it ends."""
    when: Prose
    """When to hold it, with whom, and where."""
    open: tuple[Line, ...] = ()
    """Sentences to open with."""
    rules: tuple[Line, ...] = ()
    """Rules for the whole conversation."""
    steps: Annotated[tuple[TalkStep, ...], Field(min_length=1)]
    """The steps, in their order."""
    say: tuple[Line, ...] = ()
    """Sentences for the difficult places."""
    dont_say: tuple[Line, ...] = ()
    """Sentences that spoil it."""
    afterwards: Prose
    """What to do when it is over."""

    @property
    def named_steps(self) -> tuple[tuple[str, TalkStep], ...]:
        """The steps, each with an id of its own: the one it has, or its title as one; its number where that is none."""
        found: dict[str, TalkStep] = {}
        for number, step in enumerate(self.steps, 1):
            made = step.id or slug(step.title) or str(number)
            found[made if made not in found else f"{made[: ID_LENGTH - 4]}-{number}"] = step
        return tuple(found.items())


def _order(entry: Entry) -> tuple[Any, ...]:
    number = entry.number if isinstance(entry, Conversation) else None
    return (number or 0, entry.title.casefold())


KIND = Kind.built_in(
    "conversation",
    "conversations",
    Conversation,
    order=30,
    icon="talk",
    accent="blue",
    purpose="do",
    relations=(DRAWS_ON, *EVERYWHERE),
    group_field="group",
    sort_key=_order,
)
