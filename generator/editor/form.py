"""The form of a kind as data: which fields it has, in which order, what each takes and what it is for.

A form is what the browser makes its controls from. It depends on the kind and the configuration, never on a value. A
*shape* says what a value may be, as `model.shapes` does: `sort`, and what belongs to that sort: `item` of a list,
`choices`, the `parts` of which a value is one with their `fields`, `kinds` to which a reference may lead, the bounds
`least` and `most`, and `bare`, the field that a plain text stands for. What does not apply is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from pydantic import BaseModel

from generator.checks import BY_NAME
from generator.config.project import Project
from generator.config.settings import SiteConfig
from generator.editing.skeleton import LATER, in_order
from generator.model import shapes
from generator.model.kind import Kind, Kinds
from generator.model.page_field import PageField
from generator.model.relation import Relation
from generator.model.shapes import Field, Shape, Sort, is_link, tag_of

Json: TypeAlias = dict[str, Any]
"""Data that becomes an object of JSON."""

ADVANCED = LATER | {"origin", "own"}
"""Fields that few entries need: a form shows them when somebody asks for more."""

MARKED_UP = frozenset({Sort.LINE, Sort.PROSE})
"""Texts in which emphasis, links and mentions are understood."""

SORTS: Mapping[Sort, str] = {Sort.WHOLE: "whole", Sort.YES_NO: "yes_no", Sort.ONE_OF: "one_of"}
"""What forms call a sort, where that is not its own name."""

PARTS_ONLY = "This can be changed in the file alone."


@dataclass(frozen=True, slots=True)
class _Words:
    """What a form is made with: the kinds, and what names in entries the configuration has."""

    kinds: Kinds
    site: SiteConfig

    def label(self, name: str, declared: PageField | None) -> str:
        """What a form calls a field: as its declaration, the language or its own name says."""
        if declared:
            return declared.label
        ours = self.kinds.language.words.fields
        return str(ours[name]) if name in ours else plainly(name)


def plainly(name: str) -> str:
    """A name of the files in plain words: `first_move` is `First move`."""
    words = name.replace("_", " ").replace("-", " ").strip()
    return words[:1].upper() + words[1:]


def form_of(kind: Kind, project: Project) -> Json:
    """The form of the entries of a kind: its fields in the order of a new file, those that must be there first."""
    words = _Words(project.kinds, project.site)
    declared = {field.name: field for field in kind.fields}
    found = sorted(in_order(kind.model), key=lambda field: not field.required)
    return {"fields": [_entry_field(field, kind, words, declared.get(field.name)) for field in found]}


def form_of_model(model: type[BaseModel], project: Project, names: Iterable[str]) -> Json:
    """The form of some fields of another model than that of an entry, such as the configuration."""
    words, wanted = _Words(project.kinds, project.site), tuple(names)
    found = {field.name: field for field in shapes.fields(model)}
    return {"fields": [_field(found[name], words, None, name in ADVANCED) for name in wanted]}


def with_unknown(form: Json, value: Mapping[str, Any], why: str = PARTS_ONLY) -> Json:
    """The form with the fields of a value that it does not have: they are shown, and stay as they are."""
    known = {field["name"] for field in form["fields"]}
    more = [
        {
            "name": name,
            "label": plainly(name),
            "help": "",
            "required": False,
            "advanced": False,
            "shape": {"sort": "raw", "raw_only": why},
        }
        for name in value
        if name not in known
    ]
    return {**form, "fields": [*form["fields"], *more]} if more else form


def _entry_field(field: Field, kind: Kind, words: _Words, declared: PageField | None) -> Json:
    shape = _special(field, kind, words)
    if shape is None and field.shape.choices and kind.groups.keys() >= {*field.shape.choices}:
        shape = {"sort": "choice", "choices": _labelled(field.shape.choices, kind.groups)}
    return _field(field, words, declared, field.name in ADVANCED, shape)


def _field(
    field: Field, words: _Words, declared: PageField | None, advanced: bool = False, shape: Json | None = None
) -> Json:
    return {
        "name": field.name,
        "label": words.label(field.name, declared),
        "help": field.purpose,
        "required": field.required,
        "advanced": advanced,
        "shape": shape or _shape(field.shape, words, declared),
    }


def _special(field: Field, kind: Kind, words: _Words) -> Json | None:
    """The shape of a field whose values are names that stand elsewhere; None for any other."""
    site = words.site
    names: Mapping[str, Mapping[str, str]] = {
        "owner": {name: owner.name for name, owner in site.owners.items()},
        "status": {name: status.label for name, status in site.statuses.items()},
        "only_in": {name: one.name or site.name for name, one in site.sites.items()},
        "hidden_from": {name: one.name or site.name for name, one in site.sites.items()},
        "own": {own.name: words.label(own.name, None) for own in shapes.fields(kind.model)},
    }
    if field.name == "links":
        return _links(kind, words)
    if field.name == "ignore":
        rules = {name: plainly(name) for name in BY_NAME}
        return {"sort": "named", "item": {"sort": "text"}, "keys": _labelled(rules, rules)}
    if kind.name == "assessment" and field.name == "scale":
        return {"sort": "choice", "choices": [{"value": name, "label": plainly(name)} for name in site.scales]}
    known = names.get(field.name)
    if known is None or not known:
        return None
    choice = {"sort": "choice", "choices": _labelled(known, known)}
    return {"sort": "list", "item": choice} if field.shape.sort is Sort.LIST else choice


def _labelled(values: Iterable[str], labels: Mapping[str, str]) -> list[Json]:
    return [{"value": value, "label": labels.get(value) or plainly(value)} for value in values]


def _links(kind: Kind, words: _Words) -> Json:
    """The links of an entry, a list for each relation."""
    links = next(field.shape for field in shapes.fields(kind.model) if field.name == "links")
    assert links.item is not None
    assert links.item.item is not None
    return _one_part("", [_relation(each, links.item.item, words) for each in kind.relations])


def _relation(relation: Relation, link: Shape, words: _Words) -> Json:
    said = words.kinds.in_words(relation)
    return {
        "name": relation.name,
        "label": said.label,
        "help": f"The page there shows it under “{said.inverse}”.",
        "required": False,
        "advanced": False,
        "shape": {"sort": "list", "item": _link(link, relation, words)},
    }


def _link(link: Shape, relation: Relation | None, words: _Words) -> Json:
    """A link: an id, which may stand alone, and other fields such as the reason."""
    (model,) = link.parts
    fields = [_field(field, words, None) for field in shapes.fields(model)]
    for field in fields:
        if field["name"] == "to":
            field["shape"] = _ref(relation)
    bare = shapes.bare_field(model)
    made = {**_one_part("", fields), **({"bare": bare} if bare else {})}
    return {**made, "kinds": list(relation.to)} if relation and relation.to else made


def _ref(relation: Relation | None) -> Json:
    return {"sort": "ref", "kinds": list(relation.to)} if relation and relation.to else {"sort": "ref"}


def _one_part(label: str, fields: list[Json]) -> Json:
    return {"sort": "part", "parts": [{"tag": "", "label": label, "fields": fields}]}


def _shape(of: Shape, words: _Words, declared: PageField | None) -> Json:
    if is_link(of):
        return _link(of, of.relation, words)
    match of.sort:
        case Sort.REF:
            return _ref(of.relation)
        case Sort.CHOICE:
            return {"sort": "choice", "choices": _labelled(of.choices, declared.choices if declared else {})}
        case Sort.LIST | Sort.NAMED:
            assert of.item is not None
            return _bounded({"sort": of.sort.value, "item": _shape(of.item, words, declared)}, of)
        case Sort.PART:
            (model,) = of.parts
            bare = of.bare or shapes.bare_field(model)
            fields = list(_fields_of(model, words, declared))
            return {**_one_part("", fields), **({"bare": bare} if bare else {})}
        case Sort.ONE_OF:
            tag = tag_of(of.parts)
            return {"sort": "one_of", "tag_field": tag, "parts": [_tagged(part, tag, words) for part in of.parts]}
    shape: Json = {"sort": of.looks or SORTS.get(of.sort, of.sort.value)}
    if of.sort in MARKED_UP and not of.looks:
        shape["markup"] = True
    return _bounded({**shape, "pattern": of.pattern} if of.pattern else shape, of)


def _fields_of(model: type[BaseModel], words: _Words, declared: PageField | None = None) -> Iterator[Json]:
    """The fields of a part, in the order of its model."""
    parts = {part.name: part for part in declared.parts} if declared else {}
    for field in shapes.fields(model):
        yield _field(field, words, parts.get(field.name))


def _tagged(part: type[BaseModel], tag: str, words: _Words) -> Json:
    """One of several parts, without the field that tells them apart."""
    (value,) = next(field.shape.choices for field in shapes.fields(part) if field.name == tag)
    fields = [field for field in _fields_of(part, words) if field["name"] != tag]
    about = (part.__doc__ or "").strip().split("\n")[0]
    return {"tag": value, "label": plainly(value), "help": about, "fields": fields}


def _bounded(shape: Json, of: Shape) -> Json:
    """The shape with the smallest and largest value, number of items or number of characters."""
    return {**shape, **{name: bound for name, bound in (("least", of.least), ("most", of.most)) if bound is not None}}
