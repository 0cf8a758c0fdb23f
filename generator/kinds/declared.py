"""Kinds that a playbook declares for itself, under `kinds:` in its configuration.

What a built-in kind says in Python, its model, its relations and the groups of its index page, is made here from data.
Whether the data makes sense is asked elsewhere, in `declarations.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias

from pydantic import Field, create_model

from generator.diagnostics.suggest import listed
from generator.model import facets
from generator.model.entry import Entry, Link, Part, Step
from generator.model.kind import Kind, Kinds, PageField, Purpose
from generator.model.relation import EVERYWHERE, Relation
from generator.model.values import Line, Number, Prose, Text, YesNo


class DeclaredField(Part):
    """What can be said about a field, whatever it takes."""

    label: Text
    """Its heading on the page."""
    help: Text | None = None
    """What it is for, in a sentence. Editors, `playbook new` and error messages show it."""
    required: YesNo = False
    """`true` if every entry must have it."""


class TextField(DeclaredField):
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


class ChoiceField(DeclaredField):
    """One of a few words."""

    type: Literal["choice"]
    """`choice`."""
    choices: Annotated[dict[str, Text], Field(min_length=1)]
    """The words that entries may use, each with what the page shows for it."""


class NumberField(DeclaredField):
    """A number."""

    type: Literal["number"]
    """`number`."""
    at_least: Number | None = None
    """The smallest that it may be."""
    at_most: Number | None = None
    """The largest that it may be."""
    unit: Text | None = None
    """The unit after the number: `people`."""


class LinkField(DeclaredField):
    """A link to an entry, or a list of them, in a section of the page of its own."""

    type: Literal["link"]
    """`link`."""
    to: tuple[Text, ...] = ()
    """The kinds it may lead to, by the names of their folders; without any, entries of all kinds."""
    inverse: Text
    """The label on the pages of the targets."""
    many: YesNo = False
    """`true` for a list of links."""


AnyField: TypeAlias = Annotated[
    TextField | ProseField | ListField | StepsField | ChoiceField | NumberField | LinkField,
    Field(discriminator="type"),
]


class DeclaredRelation(Part):
    """A relation that entries may use under `links`."""

    to: tuple[Text, ...] = ()
    """The kinds it may lead to, by the names of their folders; without any, entries of all kinds."""
    label: Text
    """What the page shows above these links."""
    inverse: Text
    """The label on the pages of the targets."""


if TYPE_CHECKING:
    FacetName: TypeAlias = str
else:
    FacetName = Literal[facets.NAMES]

_ABOUT_FACETS = f"What readers can narrow them down by: {listed(facets.NAMES)}, or `[]` for none."


Weight: TypeAlias = Annotated[Number, Field(ge=0, le=1)]
"""A share of the whole."""


class Declaration(Part):
    """A kind of entry that this playbook has besides the built-in ones."""

    plural: Text
    """The folder of its entries, which is also their address: `rituals`."""
    label: Text
    """The name in singular: `Ritual`."""
    label_plural: Text
    """The name in plural: `Rituals`."""
    about: Text
    """What they are, in one sentence, as shown on their index page."""
    icon: Text = "bookmark"
    """The sign, which the theme has under `icons/`, by its name: `repeat`. `bookmark` by default."""
    accent: Text = "slate"
    """A colour that the theme has, by its name: `amber`. `slate` by default."""
    purpose: Purpose = "understand"
    """What an entry is for as a next step after another one: `do`, `understand` or `check`. `understand` by default."""
    search_weight: Weight = 1
    """What its pages count in a search beside those of other kinds that fit as well, from 0 to 1. `1` by default."""
    facets: Annotated[tuple[FacetName, ...], Field(description=_ABOUT_FACETS)] = facets.NAMES
    groups_by: Text | None = None
    """The field, a required choice, by which the index page puts them into groups."""
    fields: dict[str, AnyField] = Field(default_factory=dict)
    """The fields of an entry in the order of the page, in addition to those of every entry."""
    relations: dict[str, DeclaredRelation] = Field(default_factory=dict)
    """Its relations, in addition to those of every kind."""


def with_declared(kinds: Kinds, declarations: Mapping[str, Declaration]) -> Kinds:
    """The built-in kinds and, after them, those that a playbook declares, by their names."""
    if not declarations:
        return kinds
    names = {kind.plural: kind.name for kind in kinds}
    names |= {declaration.plural: name for name, declaration in declarations.items()}
    declared = (_kind(name, declaration, names) for name, declaration in declarations.items())
    return replace(kinds, all=(*kinds, *declared))


def _kind(name: str, declaration: Declaration, names: Mapping[str, str]) -> Kind:
    grouping = declaration.fields.get(declaration.groups_by or "")
    groups = grouping.choices if isinstance(grouping, ChoiceField) else {"": ""}
    return Kind(
        name,
        declaration.plural,
        _model(name, declaration, names),
        declaration.label,
        declaration.label_plural,
        declaration.about,
        (*_relations(declaration, names), *EVERYWHERE),
        declaration.facets,
        groups,
        group_of=lambda entry: str(getattr(entry, declaration.groups_by or "", "")),
        declared=True,
        fields=tuple(_page_field(*named) for named in declaration.fields.items()),
        icon=declaration.icon,
        accent=declaration.accent,
        purpose=declaration.purpose,
        search_weight=declaration.search_weight,
    )


def _page_field(name: str, field: AnyField) -> PageField:
    """The plain values of a field that its page needs."""
    match field:
        case ChoiceField(choices=choices):
            return PageField(name, field.label, field.type, choices=choices)
        case NumberField(unit=unit):
            return PageField(name, field.label, field.type, unit=unit or "")
        case LinkField(many=many):
            return PageField(name, field.label, field.type, many=many)
    return PageField(name, field.label, field.type)


def _relations(declaration: Declaration, names: Mapping[str, str]) -> Iterator[Relation]:
    for name, relation in declaration.relations.items():
        yield Relation(name, tuple(names[plural] for plural in relation.to), relation.label, relation.inverse)


def _model(name: str, declaration: Declaration, names: Mapping[str, str]) -> type[Entry]:
    fields: dict[str, Any] = {
        field_name: _field(field_name, field, names) for field_name, field in declaration.fields.items()
    }
    called = "".join(word.capitalize() for word in name.split("-"))
    return create_model(called, __base__=Entry, __module__=__name__, __doc__=declaration.about, **fields)


def _field(name: str, field: DeclaredField, names: Mapping[str, str]) -> tuple[Any, Any]:
    """The type of a field and its default, as pydantic takes them."""
    takes, is_list = _takes(field)
    default = ... if field.required else () if is_list else None
    if default is None:
        takes = takes | None
    if isinstance(field, LinkField):
        to = tuple(names[plural] for plural in field.to)
        takes = Annotated[takes, Relation(name, to, field.label, field.inverse)]
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
