"""The fields of a model and their types, used for JSON Schema, the reference and skeletons."""

from __future__ import annotations

import types
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import annotated_types
from pydantic import BaseModel, BeforeValidator
from pydantic.fields import FieldInfo

from generator.model.entry import Link, Part
from generator.model.field_help import purpose
from generator.model.formed_values import FileLine, PictureLine
from generator.model.relation import Relation
from generator.model.values import ID_PATTERN, Among, BeginsWith, Configured, Line, Looks, Prose, Ref, Verbatim, Written


class Sort(StrEnum):
    """The sorts of values, from the plainest to those that contain others."""

    TEXT = "text"
    LINE = "line"
    PROSE = "prose"
    VERBATIM = "verbatim"
    ID = "id"
    REF = "ref"
    WHOLE = "whole number"
    NUMBER = "number"
    YES_NO = "yes or no"
    CHOICE = "choice"
    LIST = "list"
    NAMED = "named"
    PART = "part"
    ONE_OF = "one of"
    WRITTEN = "written"


@dataclass(frozen=True, slots=True)
class Shape:
    """What a value may be.

    `item` is what a list or a mapping of names holds; `parts` are the models of a part, or those of which it is one.
    """

    sort: Sort
    item: Shape | None = None
    choices: tuple[str, ...] = ()
    parts: tuple[type[Part], ...] = ()
    relation: Relation | None = None
    pattern: str | None = None
    least: float | None = None
    most: float | None = None
    may_be_bare: bool = False
    """Whether a plain text may be written instead of the part."""
    bare: str = ""
    """The field of the part that such a text is the value of."""
    looks: str = ""
    """What a text looks like: `date`, `address`, `colour`, `formula`, `picture` or `file`; empty for any other."""
    among: Among | None = None
    """Where the ids in the same entry stand of which a text is one."""
    configured: str = ""
    """What of the configuration it is a name of, such as `owners`."""
    keys: Shape | None = None
    """What the names of a mapping may be."""
    begins_with: str = ""
    """The field of the entry with whose value it begins in a new part."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a model: its name, what it takes, whether it must be there, and what it is for."""

    name: str
    shape: Shape
    required: bool
    purpose: str


@cache
def fields(model: type[BaseModel]) -> tuple[Field, ...]:
    """The fields of a model, in its order."""
    return tuple(
        Field(name, _shape(info.annotation, info.metadata), info.is_required(), purpose(model, name))
        for name, info in model.model_fields.items()
    )


@cache
def bare_field(part: type[Part]) -> str | None:
    """The field that a bare text is the value of, if the part may be written as one: `to` in a link, `do` in a step.

    It may not where another field must be there as well.
    """
    if sum(info.is_required() for info in part.model_fields.values()) > 1:
        return None
    for decorator in part.__pydantic_decorators__.model_validators.values():
        if decorator.info.mode == "before":
            made = decorator.func("some-text")
            if isinstance(made, dict) and "some-text" in made.values():
                return next(str(name) for name, value in made.items() if value == "some-text")
    return None


def tag_of(parts: Iterable[type[Part]]) -> str:
    """The field that tells apart the parts of which a value is one."""
    first, *others = parts
    for name, info in first.model_fields.items():
        if get_origin(info.annotation) is Literal and all(name in other.model_fields for other in others):
            return name
    raise TypeError(f"nothing tells {first.__name__} from the others")


def _shape(annotation: Any, metadata: Iterable[Any] = ()) -> Shape:
    notes = list(_notes(metadata))
    if get_origin(annotation) is Annotated:
        annotation, *more = get_args(annotation)
        return _shape(annotation, [*notes, *more])
    if get_origin(annotation) in (Union, types.UnionType):
        kept = [part for part in get_args(annotation) if part is not type(None)]
        if len(kept) == 1:
            return _shape(kept[0], notes)
        return Shape(Sort.ONE_OF, parts=tuple(kept))
    if get_origin(annotation) is Literal:
        return Shape(Sort.CHOICE, choices=tuple(str(choice) for choice in get_args(annotation)))
    least, most = _bounds(notes)
    relation = next((note for note in notes if isinstance(note, Relation)), None)
    if get_origin(annotation) is tuple:
        inner = [relation] if relation else []
        return Shape(Sort.LIST, item=_shape(get_args(annotation)[0], inner), least=least, most=most)
    if get_origin(annotation) is dict:
        keys, item = map(_shape, get_args(annotation))
        return Shape(Sort.NAMED, item=item, least=least, most=most, keys=keys)
    bare = any(isinstance(note, BeforeValidator) for note in notes)
    pattern = next((found for note in notes if (found := getattr(note, "pattern", None))), None)
    parts = _parts(annotation)
    return Shape(
        _sort(annotation, pattern),
        parts=parts,
        relation=relation,
        pattern=pattern,
        least=least,
        most=most,
        may_be_bare=bare,
        bare=_bare_by(notes) if parts else "",
        looks=_looks(annotation, notes),
        configured=next((note.what for note in notes if isinstance(note, Configured)), ""),
        among=next((note for note in notes if isinstance(note, Among)), None),
        begins_with=next((note.field for note in notes if isinstance(note, BeginsWith)), ""),
    )


def _bare_by(notes: Iterable[Any]) -> str:
    """The field that a bare text becomes the value of, as one of the notes has it."""
    validators: list[Any] = [note.func for note in notes if isinstance(note, BeforeValidator)]
    made = (validator("some-text") for validator in validators)
    fields = (item for data in made if isinstance(data, dict) for item in data.items())
    return next((str(name) for name, value in fields if value == "some-text"), "")


def _looks(annotation: type, notes: Iterable[Any]) -> str:
    """What texts of this type look like."""
    if issubclass(annotation, PictureLine):
        return "picture"
    if issubclass(annotation, FileLine):
        return "file"
    return next((note.like for note in notes if isinstance(note, Looks)), "")


def _parts(annotation: type) -> tuple[type[Part], ...]:
    return (annotation,) if issubclass(annotation, Part) else ()


def _sort(annotation: type, pattern: str | None) -> Sort:
    sorts: tuple[tuple[type, Sort], ...] = (
        (Prose, Sort.PROSE),
        (Line, Sort.LINE),
        (Verbatim, Sort.VERBATIM),
        (Ref, Sort.REF),
        (Part, Sort.PART),
        (Written, Sort.WRITTEN),
        (bool, Sort.YES_NO),
        (int, Sort.WHOLE),
        (float, Sort.NUMBER),
        (str, Sort.ID if pattern == ID_PATTERN else Sort.TEXT),
    )
    return next(sort for model, sort in sorts if issubclass(annotation, model))


def _notes(metadata: Iterable[Any]) -> Iterator[Any]:
    for note in metadata:
        if isinstance(note, FieldInfo):
            yield from _notes(note.metadata)
        else:
            yield note


def _bounds(notes: Iterable[Any]) -> tuple[float | None, float | None]:
    """The smallest and largest value, number of items or number of characters."""
    least: float | None = None
    most: float | None = None
    for note in notes:
        match note:
            case annotated_types.MinLen(min_length=bound):
                least = bound
            case annotated_types.MaxLen(max_length=bound):
                most = bound
            case annotated_types.Ge(ge=bound) if isinstance(bound, int | float):
                least = bound
            case annotated_types.Le(le=bound) if isinstance(bound, int | float):
                most = bound
    return least, most


def is_link(shape: Shape) -> bool:
    """Whether it is a link to another entry with the reason to follow it."""
    return shape.sort is Sort.PART and issubclass(shape.parts[0], Link)
