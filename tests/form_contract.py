"""What belongs to a field besides its declaration: what forms call it and say of it, in every language.

Each that is missing is said with the file in which it belongs, and with what to write there.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from inspect import get_annotations
from typing import Any, get_args

from pydantic import BaseModel

from generator.language.field_help import field_help, name_of, translated
from generator.language.language import ENGLISH, supplied, supplied_words
from generator.model import shapes
from generator.model.shapes import Field, Sort
from tests.conftest import ROOT

OF_KINDS = {"group", "seen_in"}
"""Fields whose values are called as the kind calls its groups."""


def missing(model: type[BaseModel], names: Container[str] | None = None) -> Iterator[str]:
    """What forms lack of the fields of a model, or of those with these names, and of the parts in them."""
    wanted = [field for field in shapes.fields(model) if names is None or field.name in names]
    parts = (((model, field), *_parts_in(model, field.name)) for field in wanted)
    yield from dict.fromkeys(line for found in parts for part, field in found for line in _of_field(part, field))


def _parts_in(model: type[BaseModel], name: str) -> Iterator[tuple[type[BaseModel], Field]]:
    """Every field of the parts in a field, each with its model."""
    for part in parts_of(model.model_fields[name].annotation):
        yield from ((part, field) for field in shapes.fields(part))


def _of_field(model: type[BaseModel], field: Field) -> Iterator[str]:
    for tag, path in supplied().items():
        for group, key, what in _needed(model, field, supplied_words(tag)):
            yield f"{path.relative_to(ROOT)}: `{key}:` under `{group}:`, {what}"
    for tag, path in translated().items():
        # English stands with the fields. help/en.yml has only what is said in other words than in their source.
        if tag != ENGLISH and field_help(model, field.name, tag) in ("", field.purpose):
            yield f"{path.relative_to(ROOT)}: `{field.name}:` under `{_declaring(model, field)}:`, what it is for"


def _declaring(model: type[BaseModel], field: Field) -> str:
    """What files of words call the model that declares a field: `entry` for one that all entries have."""
    return next(name_of(one) for one in model.__mro__ if field.name in get_annotations(one))


def parts_of(annotation: Any) -> Iterator[type[BaseModel]]:
    """The model itself, and every model that stands in its fields; of another type, every model in it."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        for info in annotation.model_fields.values():
            yield from parts_of(info.annotation)
    for inner in get_args(annotation):
        yield from parts_of(inner)


def _needed(model: type[BaseModel], field: Field, words: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """The words that a language lacks of a field: the group, the key, and what they say."""
    name, shape, own = field.name, field.shape, _declaring(model, field)
    choices = (shape.item or shape).choices
    if len(choices) == 1 and shape.sort is Sort.CHOICE:
        (value,) = choices
        if _key(value) not in words["part_types"]:
            yield "part_types", _key(value), "what forms call this type"
        return
    called = {key for one in model.__mro__ for key in words["fields_of"].get(name_of(one), ())}
    if name not in called | words["fields"].keys():
        yield f"fields_of: {own}", name, "what forms call it; in all models, under `fields:`"
    if shape.sort in (Sort.LIST, Sort.NAMED) and not {f"{name_of(model)}_{name}", name} & words["one_of"].keys():
        yield "one_of", name, "one item of the list, for the button that adds one"
    if name not in OF_KINDS:
        for value in choices:
            if _key(value) not in words["choice_of"].get(name, ()):
                yield f"choice_of: {name}", _key(value), "what forms call this value"


def _key(value: str) -> str:
    return value.replace("-", "_")
