"""What every entry has, and the types that its fields are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, Literal, NamedTuple, Self, TypeAlias, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, GetCoreSchemaHandler, model_validator
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from generator.model.kind import ANY, Relation

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ID_LENGTH = 64

# Names that Windows reserves; a checkout there could not hold such a file.
WINDOWS = re.compile(r"^(con|prn|aux|nul|com[0-9]|lpt[0-9])$")

Route: TypeAlias = tuple[str | int, ...]


def is_id(text: str) -> bool:
    """Whether an entry, or a folder of entries, can be called so."""
    return bool(re.fullmatch(ID_PATTERN, text)) and len(text) <= ID_LENGTH and not WINDOWS.match(text)


def _one_line(value: str) -> str:
    if "\n" in value:
        raise PydanticCustomError("one_line", "takes one line, without blank lines or line breaks")
    return value


def _not_empty(value: str) -> str:
    if not value.strip():
        raise PydanticCustomError("empty", "is empty")
    return value


class Line(str):
    """One paragraph of text, in which `[[id]]`, *emphasis* and links are understood."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(cls._checked, handler(str))

    @classmethod
    def _checked(cls, value: str) -> Self:
        return cls(_one_line(_not_empty(value)))


class Prose(Line):
    """Text of one or more paragraphs and lists, in Markdown without HTML."""

    __slots__ = ()

    @classmethod
    def _checked(cls, value: str) -> Self:
        return cls(_not_empty(value))


class Ref(str):
    """The id of another entry. The field it stands in carries the relation."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        schema = core_schema.str_schema(pattern=ID_PATTERN, max_length=ID_LENGTH)
        return core_schema.no_info_after_validator_function(cls, schema)


def _whole(value: object) -> object:
    if isinstance(value, str):
        if not re.fullmatch(r"-?[0-9]{1,9}", value):
            raise PydanticCustomError("whole_number", "is not a whole number")
        return int(value)
    return value


def _number(value: object) -> object:
    if isinstance(value, str):
        if not re.fullmatch(r"-?[0-9]{1,12}(\.[0-9]{1,6})?", value):
            raise PydanticCustomError("number", "takes a number in digits, such as `15` or `0.5`")
        return float(value)
    return value


def in_digits(value: float) -> str:
    """A number as people write it: `15`, `0.5`, `1000000`."""
    return f"{value:.6f}".rstrip("0").rstrip(".")


def _yes_or_no(value: object) -> object:
    if isinstance(value, str):
        if value not in ("true", "false"):
            raise PydanticCustomError("true_false", "is neither `true` nor `false`")
        return value == "true"
    return value


Text: TypeAlias = Annotated[str, BeforeValidator(lambda v: _one_line(_not_empty(v)) if isinstance(v, str) else v)]
"""Plain text on one line: names, titles, words to search by."""

Id: TypeAlias = Annotated[str, Field(pattern=ID_PATTERN, max_length=ID_LENGTH)]
"""Lower-case letters, digits and hyphens, as in `slow-down`; at most 64 characters."""

Whole: TypeAlias = Annotated[int, BeforeValidator(_whole)]
"""A whole number in digits."""

Minutes: TypeAlias = Annotated[Whole, Field(ge=1)]
"""A time in minutes."""

Number: TypeAlias = Annotated[float, BeforeValidator(_number)]
"""A number in digits, with a decimal point where needed."""

YesNo: TypeAlias = Annotated[bool, BeforeValidator(_yes_or_no)]
"""`true` or `false`."""


class Part(BaseModel):
    """A piece of an entry. Frozen; a field that is not declared is an error.

    How to validate it is worked out when the first one is read: most runs meet a few kinds only.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Link(Part):
    """A link to another entry and the reason to follow it. A bare id stands for a link without reason."""

    to: Ref
    """The id of the entry it leads to."""
    why: Line | None = None
    """What the reader gains by following it, in one sentence."""

    @model_validator(mode="before")
    @classmethod
    def _bare_id(cls, value: object) -> object:
        return {"to": value} if isinstance(value, str) else value


class Citation(Part):
    """The source that something rests on, and the place in it."""

    source: Annotated[Ref, Relation("cites", ("source",), "Rests on", "What rests on it")]
    """The id of a source."""
    where: Text
    """The place in the source: a section, a post, a chapter."""


class Step(Part):
    """One thing to do. A bare sentence stands for a step without detail."""

    do: Line
    """What to do, as an instruction."""
    detail: Line | None = None
    """How, or why just so."""

    @model_validator(mode="before")
    @classmethod
    def _bare_sentence(cls, value: object) -> object:
        return {"do": value} if isinstance(value, str) else value


class Entry(Part):
    """What every entry of every kind has."""

    title: Text
    """What the page is called."""
    summary: Text
    """What the reader gets, in one sentence of at most 160 characters."""
    moments: Annotated[tuple[Ref, ...], Relation("moments", ("moment",), "When", "For this moment")] = ()
    """The moments in which one needs this."""
    audience: Annotated[tuple[Ref, ...], Relation("audience", ("audience",), "For whom", "For them")] = ()
    """The people it is for."""
    minutes: Minutes | None = None
    """The time needed to use it, in minutes."""
    keywords: tuple[Text, ...] = ()
    """Words people may search for that do not stand in the title."""
    asked_as: tuple[Text, ...] = ()
    """How someone with the problem would put it, in words that the page does not use."""
    aliases: tuple[Id, ...] = ()
    """Earlier ids of this entry; their addresses redirect here."""
    origin: Literal["source", "assembled", "own"] = "source"
    """`source`: the substance stands in the sources; `assembled`: put together from several places in them;
    `own`: the playbook's own."""
    own: tuple[Text, ...] = ()
    """The fields of this entry whose substance is the playbook's own addition."""
    note: Line | None = None
    """What the reader should know about how firm this is: gaps, doubts, second-hand reports."""
    sources: tuple[Citation, ...] = ()
    """What it rests on."""
    links: dict[str, tuple[Link, ...]] = Field(default_factory=dict)
    """Links to other entries, by relation."""


class Leaf(NamedTuple):
    """A value of interest in an entry: text with markup, or a reference."""

    route: Route
    value: Line | Link | Ref
    relation: Relation | None


def leaves(part: Part) -> Iterator[Leaf]:
    """Every marked-up text, link and reference in `part`, in the order of the fields."""
    yield from _leaves_of_part(part, ())


def _leaves_of_part(part: Part, route: Route) -> Iterator[Leaf]:
    for name, relation in _fields_with_leaves(type(part)):
        value = getattr(part, name)
        if value:
            yield from _leaves_of_value(value, (*route, name), relation)


@cache
def _fields_with_leaves(model: type[Part]) -> tuple[tuple[str, Relation | None], ...]:
    """The fields of `model` in which a leaf can stand, each with its relation."""
    return tuple(
        (name, next((m for m in info.metadata if isinstance(m, Relation)), None))
        for name, info in model.model_fields.items()
        if _holds_leaves(info.annotation)
    )


def _holds_leaves(annotation: Any) -> bool:
    if isinstance(annotation, type) and not get_args(annotation):
        return issubclass(annotation, Line | Ref | Part)
    return any(_holds_leaves(part) for part in get_args(annotation))


def _leaves_of_value(value: object, route: Route, relation: Relation | None) -> Iterator[Leaf]:
    # To ask whether something is a model takes longest, so that comes last.
    match value:
        case Line() | Ref():
            yield Leaf(route, value, relation)
        case tuple():
            for index, item in enumerate(value):
                yield from _leaves_of_value(item, (*route, index), relation)
        case dict():
            for key, item in value.items():
                yield from _leaves_of_value(item, (*route, key), relation)
        case Link():
            yield Leaf(route, value, relation)
            if value.why:
                yield Leaf((*route, "why"), value.why, None)
        case Part():
            yield from _leaves_of_part(value, route)


NEXT = Relation("next", ANY, "Go on with", "Leads here")
"""What to read or do after this."""

USE = Relation(
    "use",
    ("conversation", "checklist", "worksheet", "assessment", "calculator"),
    "Put it to work",
    "Put to work in",
)
"""The tools with which one does it."""

CONTRASTS = Relation("contrasts", ANY, "In contrast to", "In contrast to")
"""Something that pulls the other way, or is easily mistaken for it."""

GOES_WITH = Relation("goes_with", ("practice", "lesson", "conversation"), "Goes well with", "Goes well with")
"""Something that makes it stronger."""

EVERYWHERE = (NEXT, USE, CONTRASTS)
"""The relations that entries of every kind may declare."""
