"""The form of a kind as data: which fields it has, in which order, what each takes and what it is for.

A form is what the browser makes its controls from. It depends on the kind and the configuration, never on a value. A
*shape* says what a value may be, as `model.shapes` does: `sort`, and what belongs to that sort: `item` of a list,
`choices`, the `parts` of which a value is one with their `fields`, `kinds` to which a reference may lead, the bounds
`least` and `most`, `bare`, the field that a plain text stands for, `among`, the routes to the ids of which it is one
(see `Among`), `made_from`, the field from which an id is made, and `begins_with`, the field of the entry with whose
value it begins. What does not apply is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from generator.checks import BY_NAME
from generator.config.project import Project
from generator.editing.skeleton import LATER, in_order
from generator.editor.fields_in_forms import with_asked
from generator.editor.form_words import FormWords, Json, labelled, plainly
from generator.editor.plain_helps import with_plain_helps
from generator.model import shapes
from generator.model.entry import Entry
from generator.model.kind import Kind
from generator.model.page_field import PageField
from generator.model.relation import Relation
from generator.model.shapes import Field, Shape, Sort, is_link, tag_of
from generator.model.values import ID_PATTERN

ADVANCED = LATER | {"origin", "own"}
"""Fields that few entries need: a form shows them when somebody asks for more."""

MARKED_UP = frozenset({Sort.LINE, Sort.PROSE})
"""Texts in which emphasis, links and mentions are understood."""

SORTS: Mapping[Sort, str] = {Sort.WHOLE: "whole", Sort.YES_NO: "yes_no", Sort.ONE_OF: "one_of"}
"""What forms call a sort, where that is not its own name."""

NAMING = ("title", "label", "name", "text", "head", "what")
"""The fields that say what a part is called, the best first."""

NAME_PATTERN = r"^[a-z][a-z0-9_]*$"
"""What formulas call values."""

PARTS_ONLY = "This can be changed in the file alone."


def form_of(kind: Kind, project: Project) -> Json:
    """The form of the entries of a kind: its fields in the order of a new file, those that must be there first."""
    words = FormWords.of(project, kind)
    declared = {field.name: field for field in kind.fields}
    offered = (field for field in in_order(kind.model) if not _names_nothing(field.shape, words))
    found = sorted(offered, key=lambda field: not field.required)
    form = {"fields": [_entry_field(field, kind, words, declared.get(field.name)) for field in found]}
    return with_asked(with_plain_helps(form, words.quoted), kind, project)


def _names_nothing(shape: Shape, words: FormWords) -> bool:
    """Whether a value would have to be a name from the configuration, which has none: nothing could be saved there."""
    shape = shape.item or shape
    return bool(shape.configured) and not words.configured(shape.configured)


def form_of_model(model: type[BaseModel], project: Project, names: Iterable[str]) -> Json:
    """The form of some fields of another model than that of an entry, such as the configuration."""
    words, wanted = FormWords.of(project), tuple(names)
    found = {field.name: field for field in shapes.fields(model)}
    form = {"fields": [_field(model, found[name], words, None, name in ADVANCED) for name in wanted]}
    return with_plain_helps(form, words.quoted)


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


def _entry_field(field: Field, kind: Kind, words: FormWords, declared: PageField | None) -> Json:
    shape = _special(field, kind, words)
    if shape is None and field.shape.choices and kind.groups.keys() >= {*field.shape.choices}:
        shape = {"sort": "choice", "choices": labelled(field.shape.choices, kind.groups)}
    return _field(kind.model, field, words, declared, field.name in ADVANCED, shape)


def _field(
    model: type[BaseModel],
    field: Field,
    words: FormWords,
    declared: PageField | None,
    advanced: bool = False,
    shape: Json | None = None,
) -> Json:
    made = {**(shape or _shape(field.name, field.shape, words, declared)), **_made(model, field)}
    one = words.one_of(model, field.name) if made["sort"] in ("list", "named") and not declared else ""
    return {
        "name": field.name,
        "label": words.label(model, field.name, declared),
        "help": words.help(model, field),
        "required": field.required,
        "advanced": advanced,
        **({"one": one} if one else {}),
        "shape": made,
    }


def _made(model: type[BaseModel], field: Field) -> Json:
    """From which field of the same part a form makes this one, and which sign stands between the words.

    An id is made from what the part is called, and a name for formulas likewise. Nobody should have to invent them.
    """
    sign = {ID_PATTERN: "-", NAME_PATTERN: "_"}.get(field.shape.pattern or "")
    if not field.required or not sign or field.name not in ("id", "name") or field.shape.among:
        return {}
    source = next((name for name in NAMING if name in model.model_fields and name != field.name), None)
    return {"made_from": source, "sign": sign} if source else {}


def _special(field: Field, kind: Kind, words: FormWords) -> Json | None:
    """The shape of a field whose values are names that stand elsewhere; None for any other."""
    if field.name == "links":
        return _links(kind, words)
    if field.name == "ignore":
        rules = {name: plainly(name) for name in BY_NAME}
        return {"sort": "named", "item": {"sort": "text"}, "keys": labelled(rules, rules)}
    if field.name == "own":
        own = {one.name: words.label(kind.model, one.name) for one in shapes.fields(kind.model)}
        return {"sort": "list", "item": {"sort": "choice", "choices": labelled(own, own)}}
    return None


def _links(kind: Kind, words: FormWords) -> Json:
    """The links of an entry, a list for each relation."""
    links = next(field.shape for field in shapes.fields(kind.model) if field.name == "links")
    assert links.item is not None
    assert links.item.item is not None
    return _one_part("", [_relation(each, links.item.item, words) for each in kind.relations])


def _relation(relation: Relation, link: Shape, words: FormWords) -> Json:
    said = words.kinds.in_words(relation)
    return {
        "name": relation.name,
        "label": said.label,
        "help": words.kinds.language.words.editor.shown_there(inverse=said.inverse),
        "required": False,
        "advanced": False,
        "one": words.one_of(Entry, "links"),
        "shape": {"sort": "list", "item": _link(link, relation, words)},
    }


def _link(link: Shape, relation: Relation | None, words: FormWords) -> Json:
    """A link: an id, which may stand alone, and other fields such as the reason."""
    (model,) = link.parts
    fields = [_field(model, field, words, None) for field in shapes.fields(model)]
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


def _shape(name: str, of: Shape, words: FormWords, declared: PageField | None) -> Json:
    if is_link(of):
        return _link(of, of.relation, words)
    if named := _named_elsewhere(of, words):
        return named
    match of.sort:
        case Sort.REF:
            return _ref(of.relation)
        case Sort.CHOICE:
            given = declared.choices if declared else {}
            return {"sort": "choice", "choices": words.choices(name, of.choices, given)}
        case Sort.LIST | Sort.NAMED:
            assert of.item is not None
            keys = {"keys_among": list(of.keys.among.routes)} if of.keys and of.keys.among else {}
            return _bounded({"sort": of.sort.value, "item": _shape(name, of.item, words, declared), **keys}, of)
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
    more = {"among": list(of.among.routes) if of.among else (), "begins_with": of.begins_with, "pattern": of.pattern}
    return _bounded({**shape, **{name: value for name, value in more.items() if value}}, of)


def _named_elsewhere(of: Shape, words: FormWords) -> Json | None:
    """The shape of a text that names something of the configuration or of the same entry; None for any other."""
    known = words.configured(of.configured) if of.configured else {}
    if known:
        return {"sort": "choice", "choices": labelled(known, known)}
    if of.among and of.among.only and of.looks != "formula":
        return {"sort": "choice", "choices": [], "among": list(of.among.routes)}
    return None


def _fields_of(model: type[BaseModel], words: FormWords, declared: PageField | None = None) -> Iterator[Json]:
    """The fields of a part, in the order of its model."""
    parts = {part.name: part for part in declared.parts} if declared else {}
    for field in shapes.fields(model):
        yield _field(model, field, words, parts.get(field.name))


def _tagged(part: type[BaseModel], tag: str, words: FormWords) -> Json:
    """One of several parts, without the field that tells them apart."""
    (value,) = next(field.shape.choices for field in shapes.fields(part) if field.name == tag)
    fields = [field for field in _fields_of(part, words) if field["name"] != tag]
    about = words.type_help(part, tag)
    return {"tag": value, "label": words.part(value), "help": about, "fields": fields}


def _bounded(shape: Json, of: Shape) -> Json:
    """The shape with the smallest and largest value, number of items or number of characters."""
    return {**shape, **{name: bound for name, bound in (("least", of.least), ("most", of.most)) if bound is not None}}
