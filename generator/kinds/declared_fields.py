"""The fields that a configuration declares for entries, and what each takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Field

from generator.model.entry import Link, Part, Step
from generator.model.page_field import PageField
from generator.model.relation import InversePlace, Relation
from generator.model.values import Line, Number, Prose, Text, YesNo


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


AnyField: TypeAlias = Annotated[
    TextField | ProseField | ListField | StepsField | ChoiceField | NumberField | LinkField,
    Field(discriminator="type"),
]


def page_field(name: str, field: AnyField) -> PageField:
    """The plain values of a field that its page needs."""
    short = field if isinstance(field, ShortField) else None
    shown = PageField(
        name, field.label, field.type, head=bool(short and short.head), hidden=bool(short and short.hidden)
    )
    match field:
        case ChoiceField(choices=choices):
            return replace(shown, choices=choices)
        case NumberField(unit=unit):
            return replace(shown, unit=unit or "")
        case LinkField(many=many):
            return replace(shown, many=many)
    return shown


def model_field(name: str, field: DeclaredField, names: Mapping[str, str], parent: str = "") -> tuple[Any, Any]:
    """The type of a field and its default, as pydantic takes them. `names` are those of kinds, by their folders."""
    takes, is_list = _takes(field)
    default = ... if field.required else () if is_list else None
    if default is None:
        takes = takes | None
    if isinstance(field, LinkField):
        to = tuple(names[plural] for plural in field.to)
        place = field.inverse_place or ("after" if name == parent else "list")
        takes = Annotated[takes, Relation(name, to, field.label, field.inverse, place)]
    least = 1 if is_list and field.required else None
    return takes, Field(default, description=field.help or f"{field.label}.", min_length=least)


def _takes(field: DeclaredField) -> tuple[Any, bool]:
    """The type of a field that must be there, and whether it is a list."""
    match field:
        case ProseField():
            return Prose, False
        case ListField():
            return tuple[Line, ...], True
        case StepsField():
            return tuple[Step, ...], True
        case ChoiceField(choices=choices):
            return Literal[tuple(choices)], False
        case NumberField(at_least=least, at_most=most):
            return Annotated[Number, Field(ge=least, le=most)], False
        case LinkField(many=many):
            return (tuple[Link, ...] if many else Link), many
    return Line, False
