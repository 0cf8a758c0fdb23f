"""The fields that a configuration declares for entries."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from generator.model.entry import Part
from generator.model.relation import InversePlace
from generator.model.values import Number, Text, YesNo


class DeclaredField(Part):
    """What can be said about a field, whatever it takes."""

    label: Text
    """Its heading on the page."""
    help: Text | None = None
    """What it is for, in a sentence. Editors, `playbook new` and error messages show it."""
    required: YesNo = False
    """`true` if every entry must have it."""


class ShortField(DeclaredField):
    """A field that the head of the page has room for."""

    head: YesNo = False
    """`true` if it stands in the head of the page."""
    hidden: YesNo = False
    """`true` if the page does not show it: it orders entries, or only programs read it."""


class TextField(ShortField):
    """One paragraph, which may contain `[[id]]`, *emphasis* and links."""

    type: Literal["text"]
    """`text`."""


class ProseField(DeclaredField):
    """Paragraphs and lists."""

    type: Literal["prose"]
    """`prose`."""


class ListField(DeclaredField):
    """A list of single paragraphs."""

    type: Literal["list"]
    """`list`."""


class StepsField(DeclaredField):
    """Things to do in their order, each with an optional detail."""

    type: Literal["steps"]
    """`steps`."""


class ChoiceField(ShortField):
    """One of a few words."""

    type: Literal["choice"]
    """`choice`."""
    choices: Annotated[dict[str, Text], Field(min_length=1)]
    """The words that entries may use, each with what the page shows for it."""
    facet: YesNo = False
    """`true` if readers can narrow lists down by it, while browsing and searching."""


class NumberField(ShortField):
    """A number."""

    type: Literal["number"]
    """`number`."""
    at_least: Number | None = None
    """The smallest that it may be."""
    at_most: Number | None = None
    """The largest that it may be."""
    unit: Text | None = None
    """The unit after the number: `people`."""


class DateField(ShortField):
    """A day, as in `2026-03-01`."""

    type: Literal["date"]
    """`date`."""


class YesNoField(ShortField):
    """Yes or no."""

    type: Literal["yes-no"]
    """`yes-no`."""


class AddressField(ShortField):
    """The address of a page on the web."""

    type: Literal["address"]
    """`address`."""


class ColourField(ShortField):
    """A colour, as in `"#1a7f5a"`."""

    type: Literal["colour"]
    """`colour`."""


class PictureField(DeclaredField):
    """A picture from `content/files/` with what it shows."""

    type: Literal["picture"]
    """`picture`."""


class FileField(ShortField):
    """A file from `content/files/` with what it is."""

    type: Literal["file"]
    """`file`."""


class LinkField(ShortField):
    """A link to an entry, or a list of them, in a section of the page of its own."""

    type: Literal["link"]
    """`link`."""
    to: tuple[Text, ...] = ()
    """The kinds it may lead to, by the names of their folders; without any, entries of all kinds."""
    inverse: Text
    """The label on the pages of the targets."""
    inverse_place: InversePlace | None = None
    """Where the pages of the targets show it: in a section `before` or `after` those of the page, or in the closed
    `list` of links at its end. `list` by default; `after` for the link to a parent."""
    many: YesNo = False
    """`true` for a list of links."""


_Single: TypeAlias = (
    TextField
    | ProseField
    | ListField
    | ChoiceField
    | NumberField
    | DateField
    | YesNoField
    | AddressField
    | ColourField
    | PictureField
    | FileField
    | LinkField
)

SingleField: TypeAlias = Annotated[_Single, Field(discriminator="type")]
"""A field that may stand in a group or a table."""


class GroupField(DeclaredField):
    """Several fields under one heading, once or as often as there is something to say."""

    type: Literal["group"]
    """`group`."""
    fields: Annotated[dict[str, SingleField], Field(min_length=1)]
    """Its fields, by their names."""
    many: YesNo = False
    """`true` for a list of such groups."""


class TableField(DeclaredField):
    """A table: a list of rows."""

    type: Literal["table"]
    """`table`."""
    columns: Annotated[dict[str, SingleField], Field(min_length=1)]
    """Its columns, by their names. They are fields of a row."""


AnyField: TypeAlias = Annotated[_Single | StepsField | GroupField | TableField, Field(discriminator="type")]
"""A field of an entry."""
