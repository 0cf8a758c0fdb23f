"""Conversations: talks one can have tomorrow, step by step."""

from typing import Annotated, Any, Literal

from pydantic import Field

from generator.model.entry import Entry, Part
from generator.model.kind import Kind
from generator.model.relation import EVERYWHERE, Relation
from generator.model.values import Line, Minutes, Prose, Ref, Text, Whole

STEP = Relation.built_in("step", ("conversation",))
DRAWS_ON = Relation.built_in("draws_on", ("practice", "lesson"))


class TalkStep(Part):
    """One step of a conversation."""

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
    relations=(DRAWS_ON, *EVERYWHERE),
    group_of=lambda entry: entry.group if isinstance(entry, Conversation) else "",
    sort_key=_order,
)
