"""A YAML file at which the parser stopped: what it had read, and to what the next line can belong."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from generator.diagnostics.place import Route, Span, span_at
from generator.reading.mistakes.colons import GiveFieldNames

FIELD = re.compile(r" *(?P<name>[a-z][a-z0-9_]*):(?=\s|$)")
"""A line that starts with a field. Names of fields have small letters; other words before a colon are text."""

COLON = "mapping values are not allowed"
"""The parser's message where a colon stands in a place that has none."""

TEXT_BELOW = re.compile(r"(?P<before> *(?:- +)*)(?:(?P<name>[\w-]+): +)?[>|][+-]?[ \t]*(?:#.*)?$")


class Mistake(NamedTuple):
    """A mistake: message, hint and place."""

    message: str
    hint: str
    place: Span


@dataclass(frozen=True, slots=True)
class Level:
    """A list, or fields of the same column. `name` is the first of these fields, or None for a list."""

    line: int
    column: int
    name: str | None
    names: frozenset[str] = frozenset()

    @property
    def place(self) -> str:
        first = f"`{self.name}`" if self.name else "the `-`"
        return f"under {first} of line {self.line}, at column {self.column}"


@dataclass(frozen=True)
class HaltedFile:
    """A file at which the parser stopped, with the places of what it had read, the index and the parser's message."""

    file: str
    text: str
    values: Mapping[Route, Span]
    keys: dict[Route, Span]
    extents: dict[Route, tuple[int, int]]
    parser_message: str
    index: int
    field_names: GiveFieldNames

    @cached_property
    def lines(self) -> Sequence[str]:
        return self.text.split("\n")

    @cached_property
    def at(self) -> Span:
        """The place at which the parser stopped."""
        return span_at(self.file, self.text, self.index)

    @property
    def line(self) -> str:
        return self.lines[self.at.line - 1]

    @cached_property
    def above(self) -> int:
        """The number of the line above that is not empty, or 0."""
        return next((number for number in range(self.at.line - 1, 0, -1) if self.lines[number - 1].strip()), 0)

    @cached_property
    def levels(self) -> tuple[Level, ...]:
        """The levels to which the line can belong, from the outermost to the innermost."""
        read = ((span, route) for table in (self.keys, self.values) for route, span in table.items())
        last = max((found for found in read if found[0].line < self.at.line), default=(None, ()))[1]
        starts = {last[:end]: list[str]() for end in range(len(last) + 1)}
        for key in self.keys:
            if key[:-1] in starts:
                starts[key[:-1]].append(str(key[-1]))
        return tuple(level for route, names in starts.items() if (level := self._level(route, names)))

    def _level(self, route: Route, names: Sequence[str]) -> Level | None:
        first = self.values.get(route)
        sign = self.lines[first.line - 1][first.column - 1 :][:1] if first else ""
        if first is None or sign == "{" or not (names or sign == "-"):
            return None
        return Level(first.line, first.column, names[0] if names else None, frozenset(names))

    def stopped_at(self, place: Span) -> HaltedFile:
        """The same file, as if the parser had stopped at an earlier place."""
        above = sum(len(line) + 1 for line in self.lines[: place.line - 1])
        return replace(self, index=above + place.column - 1)

    def span(self, number: int, column: int, length: int = 1) -> Span:
        return Span(self.file, number, column, length)


def text_above(halted: HaltedFile, number: int) -> tuple[int, re.Match[str]] | None:
    """The number and match of the line ending in `>-` whose text continues up to the line before this one."""
    least = None
    for above in range(number - 1, 0, -1):
        line = halted.lines[above - 1]
        if not line.strip():
            continue
        found = TEXT_BELOW.match(line)
        if found:
            return (above, found) if least is None or least > len(found["before"]) + 1 else None
        least = min(column_of(line), least or column_of(line))
        if least == 1:
            return None
    return None


def column_of(line: str) -> int:
    return len(line) - len(line.lstrip()) + 1
