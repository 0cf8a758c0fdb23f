"""Say what stands in the wrong column of a YAML file, and which column is right.

The parser says where it gave up. What a line was meant to belong to is told by what was read before it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeAlias

from generator.diagnostics import Span, span_at
from generator.entry import Route

FIELD = re.compile(r" *(?P<name>[a-z][a-z0-9_]*):(?=\s|$)")
"""A line that starts with a field. Names of fields have small letters; other words before a colon are text."""

NO_SPACE = re.compile(r" *(?:- +)*(?P<name>[a-z][a-z0-9_]*):(?P<value>(?!//)[^\s:].*)")
NO_SPACE_AFTER_HYPHEN = re.compile(r" *-(?P<value>[^\s-].*)")
ITEM = re.compile(r" *-(?=\s|$)")
TEXT_BELOW = re.compile(r"(?P<before> *(?:- +)*)(?:(?P<name>[\w-]+): +)?[>|][+-]?[ \t]*(?:#.*)?$")

COLON = "mapping values are not allowed"
NO_COLON = "could not find expected ':'"
EXPLAINED = re.compile(rf"{COLON}|{NO_COLON}|did not find expected (key|'-' indicator|<document start>|',' or)")
"""The parser's words where a line stands in the wrong column, or something before it made it seem so."""

NUMBERS = ("no", "one", "two", "three", "four", "five", "six")


class Fault(NamedTuple):
    """What is wrong, what to do about it, and where that is."""

    message: str
    hint: str
    place: Span


@dataclass(frozen=True, slots=True)
class _Level:
    """A list, or fields that stand under each other. `name` is the first of those."""

    line: int
    column: int
    name: str | None
    names: frozenset[str] = frozenset()

    @property
    def place(self) -> str:
        first = f"`{self.name}`" if self.name else "the `-`"
        return f"under {first} of line {self.line}, at column {self.column}"


@dataclass(frozen=True)
class Broken:
    """A file at which the parser gave up, with the places of what it had read, and where and why it did so."""

    file: str
    text: str
    values: Mapping[Route, Span]
    keys: Mapping[Route, Span]
    extents: dict[Route, tuple[int, int]]
    objection: str
    index: int

    @cached_property
    def lines(self) -> Sequence[str]:
        return self.text.split("\n")

    @cached_property
    def at(self) -> Span:
        """The place at which it gave up."""
        return span_at(self.file, self.text, self.index)

    @property
    def line(self) -> str:
        return self.lines[self.at.line - 1]

    @cached_property
    def above(self) -> int:
        """The number of the line above that is not empty, or 0."""
        return next((number for number in range(self.at.line - 1, 0, -1) if self.lines[number - 1].strip()), 0)

    @cached_property
    def levels(self) -> tuple[_Level, ...]:
        """What the line can belong to, from the outermost to the innermost."""
        read = ((span, route) for table in (self.keys, self.values) for route, span in table.items())
        last = max((found for found in read if found[0].line < self.at.line), default=(None, ()))[1]
        starts = {last[:end]: list[str]() for end in range(len(last) + 1)}
        for key in self.keys:
            if key[:-1] in starts:
                starts[key[:-1]].append(str(key[-1]))
        return tuple(level for route, names in starts.items() if (level := self._level(route, names)))

    def _level(self, route: Route, names: Sequence[str]) -> _Level | None:
        first = self.values.get(route)
        sign = self.lines[first.line - 1][first.column - 1 :][:1] if first else ""
        if first is None or sign == "{" or not (names or sign == "-"):
            return None
        return _Level(first.line, first.column, names[0] if names else None, frozenset(names))

    def span(self, number: int, column: int, length: int = 1) -> Span:
        return Span(self.file, number, column, length)


def fault(broken: Broken) -> Fault | None:
    """What is wrong, as far as it can be told from the columns; None if it cannot."""
    if "\t" in broken.line[: _column(broken.line)]:
        return None
    return next((found for rule in _RULES if (found := rule(broken))), None)


def _quotation(broken: Broken) -> Fault | None:
    """A quotation mark that is closed by one further down, which was meant to open or stands in another text."""
    start, end = next(reversed(broken.extents.values()), (0, 0))
    opens = broken.text[start : start + 1]
    there = broken.text.count("\n", 0, end) + 1
    place = span_at(broken.file, broken.text, start)
    if opens not in ("'", '"') or "\n" in broken.text[end : broken.index] or place.line == there:
        return None
    message = f"the quotation mark that opens here is not closed before line {there}"
    hint = "close it where the text ends; text with quotation marks in it can stand after `>-`, on the next line"
    return Fault(message, hint, place)


def _no_space(broken: Broken) -> Fault | None:
    numbers = [broken.at.line] if broken.objection != COLON else []
    for number in (*numbers, broken.above) if broken.above else numbers:
        found = NO_SPACE.match(broken.lines[number - 1])
        if found and not _text_above(broken, number):
            name = found["name"]
            message = f"there is no space after the colon of `{name}`"
            place = broken.span(number, found.start("name") + 1, len(name) + 1)
            return Fault(message, f"write `{_cut(name + ': ' + found['value'])}`", place)
    found = NO_SPACE_AFTER_HYPHEN.match(broken.line)
    if found and broken.objection == NO_COLON:
        place = broken.span(broken.at.line, found.start("value"))
        return Fault("there is no space after the hyphen", f"write `{_cut('- ' + found['value'])}`", place)
    return None


def _first_field(broken: Broken) -> Fault | None:
    """All fields but the first start at column 1."""
    root = broken.levels[0] if broken.levels else None
    column = _column(broken.line)
    if not root or not root.name or column >= root.column:
        return None
    hint = f"start it at column {column}, as the line below"
    return Fault(_too_far(f"`{root.name}`", root.column, column), hint, broken.span(root.line, root.column))


def _outside_text(broken: Broken) -> Fault | None:
    """A line of a text after `>-` that starts further left than the text."""
    above = None if FIELD.match(broken.line) else _text_above(broken, broken.at.line)
    if not above or (ITEM.match(broken.line) and any(not level.name for level in broken.levels)):
        return None
    number, head = above
    first = next((n for n in range(number + 1, broken.at.line) if broken.lines[n - 1].strip()), 0)
    column = _column(broken.lines[first - 1]) if first else len(head["before"]) + 3
    here = _column(broken.line)
    if here >= column:
        return None
    of = f"the text of `{head['name']}`" if head["name"] else f"the text of line {number}"
    message = f"this line belongs to {of}, and starts {_spaces(column - here)} too far left"
    hint = f"start it at column {column}" + (f", as line {first}" if first else ", and all lines of that text")
    return Fault(message, hint, broken.span(broken.at.line, here))


def _text_above(broken: Broken, number: int) -> tuple[int, re.Match[str]] | None:
    """The line above that ends in `>-` and whose text reaches down to the line before this one."""
    least = None
    for above in range(number - 1, 0, -1):
        line = broken.lines[above - 1]
        if not line.strip():
            continue
        found = TEXT_BELOW.match(line)
        if found:
            return (above, found) if least is None or least > len(found["before"]) + 1 else None
        least = min(_column(line), least or _column(line))
        if least == 1:
            return None
    return None


def _dash(broken: Broken) -> Fault | None:
    if not ITEM.match(broken.line):
        return None
    column = _column(broken.line)
    lists = [level for level in broken.levels if not level.name]
    if lists:
        to = _nearest(lists, column)
        if to.column == column:
            return None
        return Fault(
            _too_far("this `-`", column, to.column), f"start it {to.place}", broken.span(broken.at.line, column)
        )
    inner = broken.levels[-1] if broken.levels else None
    before = broken.lines[broken.above - 1] if broken.above else ""
    if inner and inner.name and inner.column > column > 1:
        place, name = broken.span(inner.line, inner.column, len(inner.name)), f"`{inner.name}`"
    elif before and _column(before) == column > 1 and not FIELD.match(before):
        place, name = broken.span(broken.above, column), "the text"
    else:
        return None
    message = "the first item of this list starts without `- `"
    return Fault(message, f"write `- ` before {name}, at column {column}", place)


def _field(broken: Broken) -> Fault | None:
    found = FIELD.match(broken.line)
    fields = [level for level in broken.levels if level.name]
    if not found or not fields or (broken.objection == COLON and broken.at.column != found.end()):
        return None
    name, column = found["name"], found.start("name") + 1
    if any(level.column == column for level in fields):
        return None
    place = broken.span(broken.at.line, column, len(name))
    new_item = _list_without(broken.levels, name, column)
    if new_item:
        return Fault(f"`{name}` starts an item without `- `", f"write `- ` before it, {new_item.place}", place)
    to = _nearest(fields, column)
    hint = f"start it {to.place}"
    if broken.objection == COLON:
        hint += "; or, if it is text that goes on, put all of that text in quotes or after `>-`"
    return Fault(_too_far(f"`{name}`", column, to.column), hint, place)


def _list_without(levels: Sequence[_Level], name: str, column: int) -> _Level | None:
    """The list in which the field starts another item."""
    if not levels[-1].name:
        return levels[-1] if column > levels[-1].column else None
    same = next((level for level in levels if not level.name and level.column == column), None)
    return same if same and name in levels[-1].names else None


def _item(broken: Broken) -> Fault | None:
    column, inner = _column(broken.line), broken.levels[-1] if broken.levels else None
    if not inner or inner.name or inner.column != column or FIELD.match(broken.line) or ITEM.match(broken.line):
        return None
    hint = f"write `- ` before it, {inner.place}"
    return Fault("this item of the list starts without `- `", hint, broken.span(broken.at.line, column))


def _colon(broken: Broken) -> Fault | None:
    """A colon in the text of a field."""
    route: Route = next(reversed(broken.extents), ("",))
    name = broken.keys.get(route)
    if broken.objection != COLON or name is None or broken.at.line < name.line:
        return None
    message = "the text holds a colon and a space, which only stand after the name of a field"
    hint = f"write `{route[-1]}: >-`, and the text on the next line, from column {name.column + 2}; or put it in quotes"
    return Fault(message, hint, broken.at)


Rule: TypeAlias = Callable[[Broken], Fault | None]

_RULES: tuple[Rule, ...] = (_quotation, _no_space, _first_field, _outside_text, _dash, _field, _item, _colon)


def _column(line: str) -> int:
    return len(line) - len(line.lstrip()) + 1


def _nearest(levels: Sequence[_Level], column: int) -> _Level:
    """The level whose column is nearest; of two, the inner one."""
    return min(reversed(levels), key=lambda level: abs(level.column - column))


def _too_far(what: str, column: int, right: int) -> str:
    return f"{what} stands {_spaces(abs(column - right))} too far {'right' if column > right else 'left'}"


def _spaces(number: int) -> str:
    return f"{NUMBERS[number] if number < len(NUMBERS) else number} space{'s' if number != 1 else ''}"


def _cut(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:37]}…"
