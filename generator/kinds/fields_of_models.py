"""Declared fields as pydantic takes them, and as pages show them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, Any, Literal

from pydantic import Field, create_model

from generator.kinds.declared_fields import (
    AddressField,
    AnyField,
    ChoiceField,
    ColourField,
    DateField,
    DeclaredField,
    FileField,
    GroupField,
    LinkField,
    ListField,
    NumberField,
    PictureField,
    ProseField,
    ShortField,
    SingleField,
    StepsField,
    TableField,
    YesNoField,
)
from generator.model.entry import Link, Part, Step
from generator.model.formed_values import Colour, FileLine, PictureLine, WebAddress
from generator.model.page_field import PageField
from generator.model.relation import Relation
from generator.model.values import Day, Line, Number, Prose, YesNo

_SAID = {
    DateField: "A day, as in `2026-03-01`.",
    YesNoField: "`true` or `false`.",
    AddressField: "A web address with `https://`.",
    ColourField: 'A colour in quotes, as in `"#1a7f5a"`.',
    PictureField: 'A picture in quotes, as in `"![What it shows](files/plan.png)"`.',
    FileField: 'A file in quotes, as in `"[What it is](files/form.pdf)"`.',
}
"""What help says of the form of a value."""


def page_field(name: str, field: AnyField | SingleField) -> PageField:
    """The plain values of a field that its page needs."""
    short = field if isinstance(field, ShortField) else None
    head, hidden = (bool(short and short.head), bool(short and short.hidden))
    shown = PageField(name, field.label, field.type, head=head, hidden=hidden)
    match field:
        case ChoiceField(choices=choices, facet=facet):
            return replace(shown, choices=choices, facet=facet)
        case NumberField(unit=unit):
            return replace(shown, unit=unit or "")
        case LinkField(many=many):
            return replace(shown, many=many)
        case GroupField(fields=parts, many=many):
            return replace(shown, many=many, parts=tuple(page_field(*part) for part in parts.items()))
        case TableField(columns=parts):
            return replace(shown, many=True, parts=tuple(page_field(*part) for part in parts.items()))
    return shown


def model_fields(
    owner: str, fields: Mapping[str, Any], names: Mapping[str, str], parent: str = ""
) -> dict[str, tuple[Any, Any]]:
    """The types and defaults of declared fields, by their names.

    `owner` is the name of the model that has them, `names` are those of kinds by their folders, and `parent` is the
    field with the link to the entry above.
    """
    return {name: _field(owner, name, field, names, parent) for name, field in fields.items()}


def _field(owner: str, name: str, field: DeclaredField, names: Mapping[str, str], parent: str) -> tuple[Any, Any]:
    takes, is_list = _takes(owner, name, field, names)
    default = ... if field.required else () if is_list else None
    if default is None:
        takes = takes | None
    if isinstance(field, LinkField):
        to = tuple(names[plural] for plural in field.to)
        place = field.inverse_place or ("after" if name == parent else "list")
        takes = Annotated[takes, Relation(name, to, field.label, field.inverse, place)]
    least = 1 if is_list and field.required else None
    said = " ".join(filter(None, (field.help or f"{field.label}.", _SAID.get(type(field)))))
    return takes, Field(default, description=said, min_length=least)


def _takes(owner: str, name: str, field: DeclaredField, names: Mapping[str, str]) -> tuple[Any, bool]:
    """The type of a field that must be there, and whether it is a list."""
    match field:
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
        case GroupField(fields=parts, many=many):
            part = _part(owner, name, field, parts, names)
            return (_list_of(part) if many else part), many
        case TableField(columns=parts):
            return _list_of(_part(owner, name, field, parts, names)), True
    return _PLAIN.get(type(field), Line), False


def _list_of(part: Any) -> Any:
    return tuple[part, ...]


_PLAIN: Mapping[type[DeclaredField], Any] = {
    ProseField: Prose,
    DateField: Day,
    YesNoField: YesNo,
    AddressField: WebAddress,
    ColourField: Colour,
    PictureField: PictureLine,
    FileField: FileLine,
}
"""The types of fields whose declaration says no more about what they take."""


def _part(
    owner: str, name: str, field: DeclaredField, parts: Mapping[str, SingleField], names: Mapping[str, str]
) -> Any:
    """The model of a group, or of a row of a table."""
    called = owner + "".join(word.capitalize() for word in name.split("_"))
    fields: dict[str, Any] = model_fields(called, parts, names)
    return create_model(called, __base__=Part, __module__=__name__, __doc__=f"{field.label}.", **fields)
