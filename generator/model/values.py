"""The types that fields take: texts, ids, references, numbers."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Protocol, Self, TypeAlias

from pydantic import BeforeValidator, Field, GetCoreSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from generator.model.provenance import Parsed, parsed

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"


NAME_PATTERN = r"^[a-z][a-z0-9_]*$"
"""What stands for a value in formulas."""


ID_LENGTH = 64


# Names that Windows reserves; a checkout there could not contain such a file.
WINDOWS = re.compile(r"^(con|prn|aux|nul|com[0-9]|lpt[0-9])$")


LONGEST = 64_000
"""The most characters of one text: about thirty pages of print."""


def is_id(text: str) -> bool:
    """Whether an entry, or a folder of entries, can be called so."""
    return bool(re.fullmatch(ID_PATTERN, text)) and len(text) <= ID_LENGTH and not WINDOWS.match(text)


def _one_line(value: str) -> str:
    if "\n" in value:
        raise PydanticCustomError("one_line", "takes one line, without blank lines or line breaks")
    return value


def _not_empty(value: str) -> str:
    """Refuses what is empty, and what is too long for any text."""
    if not value.strip():
        raise PydanticCustomError("empty", "is empty")
    if len(value) > LONGEST:
        raise PydanticCustomError("string_too_long", "is too long", {"max_length": LONGEST})
    return value


@dataclass(frozen=True, slots=True)
class Looks:
    """Says of a type what its texts look like, for forms: `date`, `address`, `colour` or `formula`."""

    like: str


@dataclass(frozen=True, slots=True)
class Among:
    """Says of a text that it is the id of a part of the same entry, for forms: they let people choose.

    A route leads to these ids from the nearest part around the text that has such parts, or else from the entry:
    `dimensions.*.id`. `*` is every item of a list, `+` every item after the first. In a formula, `_` stands for `-`.
    A text that is not `only` one of them may be something else as well.
    """

    routes: tuple[str, ...]
    only: bool = True


@dataclass(frozen=True, slots=True)
class BeginsWith:
    """Says of a value that it begins, in a new part, with that of a `field` of the entry, for forms."""

    field: str


@dataclass(frozen=True, slots=True)
class Configured:
    """Says of a text that it is a name that the configuration gives under `what`, for forms: they let people choose."""

    what: str


class Expanding(Protocol):
    """What models may be given as their context: it replaces the names in texts by what they stand for."""

    def plain(self, text: str) -> str: ...
    def line(self, text: str) -> str: ...
    def blocks(self, text: str) -> str: ...


def _plain(value: str, info: ValidationInfo) -> str:
    context: Expanding | None = info.context
    return context.plain(value) if context else value


class Line(str):
    """One paragraph of text, in which `[[id]]`, *emphasis* and links are understood.

    As a string it is the text without the marks of provenance. `written` is the text with them, as it stands in the
    file; `provenance` says which parts are marked, and what is wrong with a mark.
    """

    __slots__ = ("provenance", "written")

    written: str
    provenance: Parsed

    def __new__(cls, written: str) -> Self:
        provenance = parsed(written)
        line = super().__new__(cls, provenance.text)
        line.written, line.provenance = written, provenance
        return line

    def __reduce__(self) -> tuple[type[Self], tuple[str]]:
        return type(self), (self.written,)

    def __repr__(self) -> str:
        return repr(self.written)

    def place(self, index: int) -> int:
        """Where the character at `index` stands in `written`."""
        shifts = self.provenance.shifts
        before = bisect_right(shifts, index, key=lambda shift: shift[0])
        return index + shifts[before - 1][1] if before else index

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_after_validator_function(cls._checked, handler(str))

    @classmethod
    def _checked(cls, value: str, info: ValidationInfo) -> Self:
        context: Expanding | None = info.context
        return cls(_one_line(_not_empty(context.line(value) if context else value)))


class Prose(Line):
    """Text of one or more paragraphs and lists, in Markdown without HTML."""

    __slots__ = ()

    @classmethod
    def _checked(cls, value: str, info: ValidationInfo) -> Self:
        context: Expanding | None = info.context
        return cls(_not_empty(context.blocks(value) if context else value))


class Verbatim(str):
    """Text of several lines that is shown as it is written: paragraphs, and lists with `- `, without markup."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_after_validator_function(cls._checked, handler(str))

    @classmethod
    def _checked(cls, value: str, info: ValidationInfo) -> Self:
        return cls(_not_empty(_plain(value, info)))


class Ref(str):
    """The id of another entry. The field that contains it has the relation.

    What cannot be an id, such as a title, is read as well: whoever knows all entries can say which id was meant.
    """

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(
            lambda value: cls(_one_line(_not_empty(value))), core_schema.str_schema()
        )


@dataclass(frozen=True, slots=True)
class Written:
    """What somebody wrote into a part of a form: a text, a list of these, or these by name.

    What may stand there depends on the form; a rule compares the two.
    """

    value: str | tuple[Written, ...] | Mapping[str, Written]

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(lambda data, info: cls.of(data, info.context))

    @classmethod
    def of(cls, data: object, context: Expanding | None = None) -> Self:
        """The same as what a file of YAML holds. A value that is not there is an empty text."""
        if isinstance(data, dict):
            return cls({str(name): cls.of(item, context) for name, item in data.items()})
        if isinstance(data, list):
            return cls(tuple(cls.of(item, context) for item in data))
        text = "" if data is None else str(data)
        return cls(context.plain(text) if context else text)

    def __str__(self) -> str:
        if isinstance(self.value, str):
            return self.value
        if isinstance(self.value, tuple):
            return "; ".join(map(str, self.value))
        return "; ".join(f"{name}: {item}" for name, item in self.value.items())


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


def clock(minutes: int) -> str:
    """A time since a beginning, in hours and minutes: `0:05`, `1:30`."""
    return f"{minutes // 60}:{minutes % 60:02}"


def _yes_or_no(value: object) -> object:
    if isinstance(value, str):
        if value not in ("true", "false"):
            raise PydanticCustomError("true_false", "is neither `true` nor `false`")
        return value == "true"
    return value


def _text(value: object, info: ValidationInfo) -> object:
    return _one_line(_not_empty(_plain(value, info))) if isinstance(value, str) else value


Text: TypeAlias = Annotated[str, BeforeValidator(_text)]
"""Plain text on one line: names, titles, words to search by."""


Id: TypeAlias = Annotated[str, Field(pattern=ID_PATTERN, max_length=ID_LENGTH)]
"""Lower-case letters, digits and hyphens, as in `slow-down`; at most 64 characters."""


def _name(value: object) -> object:
    return _one_line(_not_empty(value)) if isinstance(value, str) else value


Name: TypeAlias = Annotated[str, BeforeValidator(_name)]
"""A name that the configuration must have. A rule says which ones it has, and what is meant by a title or a label."""


Whole: TypeAlias = Annotated[int, BeforeValidator(_whole)]
"""A whole number in digits."""


Minutes: TypeAlias = Annotated[Whole, Field(ge=1)]
"""A time in minutes."""


Number: TypeAlias = Annotated[float, BeforeValidator(_number)]
"""A number in digits, with a decimal point where needed."""


def _day(value: object) -> object:
    if isinstance(value, str):
        try:
            return datetime.date.fromisoformat(value).isoformat()
        except ValueError:
            raise PydanticCustomError("day", "is not a day") from None
    return value


Day: TypeAlias = Annotated[str, BeforeValidator(_day), Looks("date")]
"""A day, as in `2026-03-01`. As texts, days are in the order of the calendar."""


YesNo: TypeAlias = Annotated[bool, BeforeValidator(_yes_or_no)]
"""`true` or `false`."""
