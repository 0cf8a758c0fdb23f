"""Messages: one to send, before and after it was edited, and what changed."""

from typing import Annotated, Any, Literal

from pydantic import Field

from generator.model.entry import Entry, Part
from generator.model.kind import Kind
from generator.model.relation import EVERYWHERE
from generator.model.values import Line, Prose, Text, Verbatim, Whole


class Draft(Part):
    """A message, in one version."""

    subject: Text | None = None
    """Its subject, where the channel has one."""
    text: Verbatim
    """Its text: paragraphs with an empty line between them, lists with `- `, no links; shown as it is written."""


class MessageChange(Part):
    """A change between the two versions, and its reason."""

    what: Line
    """What changed."""
    why: Line
    """Why it is better so."""


class Message(Entry):
    group: Literal["starting", "agreeing", "trouble", "price", "keeping-in-touch", "inside"]
    """The group in which it appears on the index page."""
    number: Whole | None = None
    """Its place in the group, for messages that are sent in a certain order."""
    when: Prose
    """When to send it."""
    to: Line
    """To whom."""
    channel: Literal["email", "letter", "text", "post", "invitation"]
    """How it is sent: `text` is a message to a phone, `post` one in a network."""
    limit: Annotated[Whole, Field(ge=1)] | None = None
    """The maximum number of characters of `after.text`, if there is one."""
    before: Draft
    """The first draft, with its faults."""
    after: Draft
    """The finished message, ready to send. What readers replace stands in square brackets, with the example's words."""
    changes: Annotated[tuple[MessageChange, ...], Field(min_length=3)]
    """What changed and why, three to six changes."""
    fill_in: tuple[Line, ...] = ()
    """What to replace before sending."""


def _order(entry: Entry) -> tuple[Any, ...]:
    number = entry.number if isinstance(entry, Message) else None
    return (number is None, number or 0, entry.title.casefold())


KIND = Kind.built_in(
    "message",
    "messages",
    Message,
    order=34,
    icon="envelope",
    accent="cobalt",
    purpose="do",
    relations=EVERYWHERE,
    group_field="group",
    sort_key=_order,
)
