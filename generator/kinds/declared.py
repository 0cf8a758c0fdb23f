"""Kinds as a configuration declares them, under `kinds:`: kinds of its own, and more fields of built-in ones.

What a built-in kind says in Python, its model, its relations and the groups of its index page, is made here from data.
Whether the data makes sense is asked elsewhere, in `generator/config/declared_kinds.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias

from pydantic import Field, create_model

from generator.diagnostics.suggest import listed
from generator.kinds.declared_fields import AnyField, ChoiceField, LinkField
from generator.kinds.fields_of_models import model_fields, page_field
from generator.model import facets
from generator.model.entry import Entry, Part
from generator.model.kind import Kind, Kinds, LevelTable, Purpose
from generator.model.relation import EVERYWHERE, InversePlace, Relation
from generator.model.values import Number, Text


class DeclaredRelation(Part):
    """A relation that entries may use under `links`."""

    to: tuple[Text, ...] = ()
    """The kinds it may lead to, by the names of their folders; without any, entries of all kinds."""
    label: Text
    """What the page shows above these links."""
    inverse: Text
    """The label on the pages of the targets."""
    inverse_place: InversePlace = "list"
    """Where the pages of the targets show it: in a section `before` or `after` those of the page, or in the closed
    `list` of links at its end. `list` by default."""


class DeclaredTable(Part):
    """A table of all entries of a kind. Its fields are required choices, or required links to one entry."""

    rows: Text
    """The field whose values are the rows."""
    columns: Text
    """The field whose values are the columns, such as a level."""
    within: Text | None = None
    """The field whose values are the rows on the page of an entry to which a single row belongs."""


if TYPE_CHECKING:
    FacetName: TypeAlias = str
else:
    FacetName = Literal[facets.NAMES]

_ABOUT_FACETS = f"What readers can narrow them down by: {listed(facets.NAMES)}, or `[]` for none."


Weight: TypeAlias = Annotated[Number, Field(ge=0, le=1)]
"""A share of the whole."""


class KindNames(Part):
    """What a kind is called, and how it stands beside others."""

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


class KindFields(Part):
    """What entries of a kind consist of, and how they are arranged."""

    groups_by: Text | None = None
    """The field by which the index page puts them into groups: a required choice, or a required link to one entry."""
    sort_by: tuple[Text, ...] = ()
    """The fields by which entries are ordered within a group: choices, numbers and texts. By default the title."""
    parent: Text | None = None
    """The field with the link to the entry above, which the top of the page leads back to."""
    table: DeclaredTable | None = None
    """A table of all entries on their index page, and of those that belong to it on the page of an entry above."""
    fields: dict[str, AnyField] = Field(default_factory=dict)
    """The fields of an entry in the order of the page, in addition to those of every entry."""
    relations: dict[str, DeclaredRelation] = Field(default_factory=dict)
    """Its relations, in addition to those of every kind."""


class Declaration(KindFields, KindNames):
    """A kind of entry that this playbook has besides the built-in ones."""


class Addition(KindFields):
    """What this playbook adds to a built-in kind."""

    groups: Annotated[dict[str, Text], Field(min_length=1)] | None = None
    """Groups in place of those of the kind: the values that entries give, each with its heading, in their order."""


def with_declared(
    kinds: Kinds, declarations: Mapping[str, Declaration], additions: Mapping[str, Addition] = MappingProxyType({})
) -> Kinds:
    """The built-in kinds with what a playbook adds to them, and after them those that it declares, by their names."""
    if not declarations and not additions:
        return kinds
    names = {kind.plural: kind.name for kind in kinds}
    names |= {declaration.plural: name for name, declaration in declarations.items()}
    extended = (_extended(kind, additions[kind.name], names) if kind.name in additions else kind for kind in kinds)
    declared = (_kind(name, declaration, names) for name, declaration in declarations.items())
    return replace(kinds, all=(*extended, *declared))


def _extended(kind: Kind, addition: Addition, names: Mapping[str, str]) -> Kind:
    """A built-in kind with the fields, relations and groups that a playbook gives it."""
    extended = _with_fields(kind, addition, names)
    if addition.groups is None:
        return extended
    purpose = f"The group on the list of all: {listed(addition.groups, last=' or ')}."
    group: Any = (Literal[tuple(addition.groups)], Field(description=purpose))
    return replace(extended, model=_made(extended, {kind.group_field: group}), groups=addition.groups)


def _kind(name: str, declaration: Declaration, names: Mapping[str, str]) -> Kind:
    bare = Kind(
        name,
        declaration.plural,
        Entry,
        declaration.label,
        declaration.label_plural,
        declaration.about,
        EVERYWHERE,
        declaration.facets,
        declared=True,
        icon=declaration.icon,
        accent=declaration.accent,
        purpose=declaration.purpose,
        search_weight=declaration.search_weight,
    )
    return _with_fields(bare, declaration, names)


def _with_fields(kind: Kind, declared: KindFields, names: Mapping[str, str]) -> Kind:
    """The kind with the fields, relations and arrangement that a configuration declares for it."""
    table = declared.table
    fields = tuple(page_field(*named) for named in declared.fields.items())
    return replace(
        kind,
        facets=(*kind.facets, *(facets.facet_of_field(kind.name, field.name) for field in fields if field.facet)),
        model=_model(kind, declared, names),
        relations=(*_relations(declared, names), *kind.relations),
        fields=fields,
        parent=declared.parent or "",
        table=LevelTable(table.rows, table.columns, table.within or "") if table else None,
        **_grouping(declared, names),
        sort_key=_order(declared) if declared.sort_by else kind.sort_key,
    )


def _grouping(declared: KindFields, names: Mapping[str, str]) -> Mapping[str, Any]:
    """The attributes of a kind that say by what its entries are grouped."""
    match field := declared.fields.get(declared.groups_by or ""):
        case ChoiceField():
            return {"group_field": declared.groups_by, "groups": field.choices}
        case LinkField():
            return {"group_field": declared.groups_by, "group_kinds": tuple(names[plural] for plural in field.to)}
    return {}


def _order(declared: KindFields) -> Callable[[Entry], tuple[Any, ...]]:
    """The key that orders entries by fields, then by title. Entries without a value come last."""
    ranks = {
        name: {choice: at for at, choice in enumerate(field.choices)}
        for name, field in declared.fields.items()
        if isinstance(field, ChoiceField)
    }

    def key(entry: Entry) -> tuple[Any, ...]:
        return (*(_rank(getattr(entry, name), ranks.get(name)) for name in declared.sort_by), entry.title.casefold())

    return key


def _rank(value: object, ranks: Mapping[str, int] | None) -> tuple[bool, Any]:
    if value is None:
        return True, 0
    if isinstance(value, str):
        return False, ranks[value] if ranks else value.casefold()
    return False, value


def _relations(declared: KindFields, names: Mapping[str, str]) -> Iterator[Relation]:
    for name, relation in declared.relations.items():
        to = tuple(names[plural] for plural in relation.to)
        yield Relation(name, to, relation.label, relation.inverse, relation.inverse_place)


def _model(kind: Kind, declared: KindFields, names: Mapping[str, str]) -> type[Entry]:
    return _made(kind, model_fields(_called(kind), declared.fields, names, declared.parent or ""))


def _made(kind: Kind, fields: dict[str, Any]) -> type[Entry]:
    """The model of the entries of a kind with more fields, as pydantic takes them."""
    return create_model(_called(kind), __base__=kind.model, __module__=__name__, __doc__=kind.about, **fields)


def _called(kind: Kind) -> str:
    return "".join(word.capitalize() for word in kind.name.split("-"))
