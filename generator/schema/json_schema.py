"""JSON Schema of every kind, made from the models: with it, editors complete fields and ids and show help.

There is one schema for a file with one entry, `tell.json`, and one for a file of many, `all-tells.json`. The ids that
exist stand in `ids.json`, which all of them refer to. `playbook check` remains the judge: what it refuses for
reasons that a schema cannot say, an editor lets pass.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, NamedTuple, TypeAlias

from pydantic import BaseModel

from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.kinds.declared import Addition
from generator.model import shapes
from generator.model.entry import Part
from generator.model.kind import Kind, Kinds
from generator.model.relation import ANY, Relation
from generator.model.shapes import Field, Shape, Sort, is_link
from generator.model.values import ID_LENGTH, ID_PATTERN
from generator.schema.rules import checks_schema, ignore_schema

FOLDER = "schemas"
DIALECT = "http://json-schema.org/draft-07/schema#"

Schema: TypeAlias = dict[str, Any]

# Our reader keeps every plain word as text, so a title may be `2024`; editors see a number there.
SCALAR = ["string", "number", "boolean"]


def schemas(graph: Graph, site: SiteConfig) -> Mapping[str, str]:
    """The text of every schema, by its path."""
    made = {
        f"{FOLDER}/ids.json": _ids(graph),
        f"{FOLDER}/rules.json": _rules(),
        f"{FOLDER}/names.json": _names(site),
        f"{FOLDER}/site_config.json": _configuration(graph.kinds),
    }
    made[f"{FOLDER}/scales.json"] = _scales()
    for kind in graph.kinds:
        made[f"{FOLDER}/{kind.name}.json"] = _document(kind.model, _Among(kind, graph.kinds))
        made[f"{FOLDER}/all-{kind.plural}.json"] = _many(kind)
    return {path: json_text(schema) for path, schema in made.items()}


def json_text(data: Schema) -> str:
    """The data as the text of a file."""
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


# ---- ids ----


def ids_name(relation: Relation) -> str:
    """What `ids.json` calls the ids that a relation may lead to."""
    return "-or-".join(relation.to) or "any"


def _rules() -> Schema:
    """The rules that entries can ignore."""
    definitions = {"ignore": ignore_schema()}
    return {"$schema": DIALECT, "title": "The editorial rules that entries can ignore", "definitions": definitions}


OF_CONFIGURATION = {"owner": "owners", "status": "statuses", "only_in": "sites", "hidden_from": "sites"}
"""Fields of entries whose values are names in the configuration, and where they are there."""


def _names(site: SiteConfig) -> Schema:
    """The names of the configuration that entries can use. Where it has none, any name fits: `check` says the rest."""
    definitions: Schema = {}
    for place in dict.fromkeys(OF_CONFIGURATION.values()):
        known = sorted(getattr(site, place))
        definitions[place] = {"enum": known} if known else {"type": "string", "pattern": ID_PATTERN}
    return {"$schema": DIALECT, "title": "Names of the configuration", "definitions": definitions}


def _named(field: Field) -> Schema:
    name: Schema = {"$ref": f"names.json#/definitions/{OF_CONFIGURATION[field.name]}"}
    return {"type": "array", "items": name} if field.shape.sort is Sort.LIST else name


def _ids(graph: Graph) -> Schema:
    """The ids that exist, by the kinds that some relation leads to."""
    wanted = {ids_name(relation): relation.to for relation in chain.from_iterable(map(_relations, graph.kinds))}
    definitions = {name: _ids_of(graph, wanted[name]) for name in sorted(wanted)}
    return {"$schema": DIALECT, "title": "The ids of this playbook's entries", "definitions": definitions}


def _ids_of(graph: Graph, kinds: tuple[str, ...]) -> Schema:
    entries = sorted((e for e in graph.entries.values() if kinds == ANY or e.kind.name in kinds), key=lambda e: e.id)
    if not entries:
        return {"type": "string", "pattern": ID_PATTERN, "maxLength": ID_LENGTH}
    called = " or ".join(graph.kinds.by_name[name].noun for name in kinds)
    return {
        "type": "string",
        "enum": [e.id for e in entries],
        "enumDescriptions": [f"{e.kind.label}: {e.entry.title}" for e in entries],
        # Else the editor lists every id there is.
        "errorMessage": f"No {called or 'entry'} is called so.",
    }


def _relations(kind: Kind) -> Iterator[Relation]:
    yield from kind.relations
    yield from _relations_in(kind.model, set())


def _relations_in(model: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[Relation]:
    seen.add(model)
    for field in shapes.fields(model):
        for found in _within(field.shape):
            if found.relation:
                yield found.relation
            for part in found.parts:
                if part not in seen:
                    yield from _relations_in(part, seen)


def _within(of: Shape) -> Iterator[Shape]:
    yield of
    if of.item:
        yield from _within(of.item)


# ---- models ----


class _Among(NamedTuple):
    """The kind whose entries a schema describes, and all the kinds of the playbook."""

    kind: Kind
    kinds: Kinds


def _document(model: type[BaseModel], among: _Among | None) -> Schema:
    """The schema of a file with one value of `model`."""
    parts = _parts_of(model)
    schema: Schema = {"$schema": DIALECT, "title": among.kind.label if among else "The configuration of the playbook"}
    if among:
        schema["description"] = among.kind.about
    schema |= _object(model, among)
    if parts:
        schema["definitions"] = {_name(part): _object(part, among) for part in parts}
    return schema


def _configuration(kinds: Kinds) -> Schema:
    """The schema of the configuration, with what can be set of each rule, and said of each built-in kind."""
    schema = _document(SiteConfig, None)
    schema["properties"]["checks"] = checks_schema(schema["properties"]["checks"]["description"])
    parts: list[type[Part]] = [Addition, *_parts_of(Addition)]
    schema["definitions"] |= {_name(part): _object(part, None) for part in parts}
    built_in = {kind.name: {"$ref": f"#/definitions/{_name(Addition)}"} for kind in kinds if not kind.declared}
    schema["properties"]["kinds"]["properties"] = built_in
    return schema


def _scales() -> Schema:
    """The schema of the scales that are kept with the content: what the configuration has under `scales:`."""
    whole = _document(SiteConfig, None)
    scales = whole["properties"]["scales"]
    return {
        "$schema": DIALECT,
        "title": "The scales of self-checks",
        **scales,
        "definitions": {name: one for name, one in whole["definitions"].items() if name.startswith("Scale")},
    }


def _many(kind: Kind) -> Schema:
    """The schema of a file that maps ids to entries."""
    return {
        "$schema": DIALECT,
        "title": kind.label_plural,
        "description": f"{kind.about} Each entry stands under its id.",
        "type": "object",
        "propertyNames": {"pattern": ID_PATTERN, "maxLength": ID_LENGTH},
        "additionalProperties": {"$ref": f"{kind.name}.json"},
    }


def _parts_of(model: type[BaseModel]) -> list[type[Part]]:
    """The models of everything in `model`, by name."""
    found: dict[str, type[Part]] = {}

    def visit(within: type[BaseModel]) -> None:
        for field in shapes.fields(within):
            for part in chain.from_iterable(each.parts for each in _within(field.shape)):
                if found.setdefault(_name(part), part) is not part:
                    raise TypeError(f"two models of {model.__name__} are called {_name(part)}")
                if part not in visited:
                    visited.add(part)
                    visit(part)

    visited: set[type[Part]] = set()
    visit(model)
    return [found[name] for name in sorted(found)]


def _name(part: type[Part]) -> str:
    return part.__name__


def _object(model: type[BaseModel], among: _Among | None) -> Schema:
    fields = shapes.fields(model)
    schema: Schema = {
        "type": "object",
        "properties": {field.name: _field(field, among) for field in fields},
        "required": [field.name for field in fields if field.required],
        "additionalProperties": False,
    }
    return schema if schema["required"] else {k: v for k, v in schema.items() if k != "required"}


def _field(field: Field, among: _Among | None) -> Schema:
    of = field.shape
    if among and field.name == "links" and of.item and of.item.item and is_link(of.item.item):
        return {"description": field.purpose, **_links(among, of.item)}
    if among and field.name == "ignore":
        return _described(field.purpose, {"$ref": "rules.json#/definitions/ignore"})
    if among and field.name in OF_CONFIGURATION:
        return _described(field.purpose, _named(field))
    if among and field.name == "own":
        names = [own.name for own in shapes.fields(among.kind.model)]
        return {"description": field.purpose, "type": "array", "items": {"type": "string", "enum": names}}
    return _described(field.purpose, _value(of))


def _described(text: str, schema: Schema) -> Schema:
    # Beside a reference nothing else counts.
    return {"description": text, **({"allOf": [schema]} if "$ref" in schema else schema)}


def _links(among: _Among, links: Shape) -> Schema:
    properties = {
        relation.name: {
            "description": _says(relation, among.kinds),
            "type": "array",
            "items": _link(links.item, relation),
        }
        for relation in among.kind.relations
        if links.item
    }
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _says(relation: Relation, kinds: Kinds) -> str:
    leads = ", ".join(kinds.by_name[name].nouns for name in relation.to) or "entries of any kind"
    return f"{relation.label}: leads to {leads}. There it shows under “{relation.inverse}”."


def _link(of: Shape | None, relation: Relation) -> Schema:
    """A link of a relation: a bare id, or an id and a reason."""
    assert of is not None
    (model,) = of.parts
    written = _object(model, None)
    written["properties"]["to"] = _described(written["properties"]["to"]["description"], _ref(relation))
    return {"anyOf": [_ref(relation), written]}


def _ref(relation: Relation | None) -> Schema:
    if relation is None:
        return {"type": "string", "pattern": ID_PATTERN, "maxLength": ID_LENGTH}
    return {"$ref": f"ids.json#/definitions/{ids_name(relation)}"}


def _value(of: Shape) -> Schema:
    match of.sort:
        case Sort.ID:
            return {"type": "string", "pattern": ID_PATTERN, "maxLength": ID_LENGTH}
        case Sort.REF:
            return _ref(of.relation)
        case Sort.CHOICE:
            return {"enum": list(of.choices)}
        case Sort.WHOLE | Sort.NUMBER | Sort.YES_NO:
            types = {Sort.WHOLE: "integer", Sort.NUMBER: "number", Sort.YES_NO: "boolean"}
            return _limited({"type": types[of.sort]}, of, "minimum", "maximum")
        case Sort.LIST:
            return _limited({"type": "array", "items": _item(of)}, of, "minItems", "maxItems")
        case Sort.NAMED:
            return _limited({"type": "object", "additionalProperties": _item(of)}, of, "minProperties", "maxProperties")
        case Sort.PART:
            return _part(of)
        case Sort.WRITTEN:
            return {"type": [*SCALAR, "array", "object"]}
        case Sort.ONE_OF:
            return {"oneOf": [{"$ref": f"#/definitions/{_name(part)}"} for part in of.parts]}
        case _:
            return _limited({"type": "string" if of.pattern else SCALAR}, of, "minLength", "maxLength")


def _item(of: Shape) -> Schema:
    assert of.item is not None
    return _value(of.item)


def _part(of: Shape) -> Schema:
    if of.relation and is_link(of):
        return _link(of, of.relation)
    (part,) = of.parts
    refers: Schema = {"$ref": f"#/definitions/{_name(part)}"}
    return {"anyOf": [{"type": SCALAR}, refers]} if of.may_be_bare or shapes.bare_field(part) else refers


def _limited(schema: Schema, of: Shape, least: str, most: str) -> Schema:
    limits: Iterable[tuple[str, float | None]] = ((least, of.least), (most, of.most))
    schema |= {name: bound for name, bound in limits if bound is not None}
    return schema | ({"pattern": of.pattern} if of.pattern else {})
