"""Two lines of a list item that have changed places, so that the `- ` stands in the second."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.reading.mistakes.halted import FIELD, HaltedFile, Mistake, column_of

_ITEM = re.compile(r"(?P<dash> *- +)(?P<name>[a-z][a-z0-9_]*):(?=\s|$)")


def swapped_lines(halted: HaltedFile) -> Mistake | None:
    """A field above the item to which it belongs, where the parser stopped at one of the two."""
    inner, number = halted.levels[-1] if halted.levels else None, halted.at.line
    if _ITEM.match(halted.line):
        if inner is None or inner.name is None or len(inner.names) > 1:
            return None
        number = inner.line
    field = FIELD.match(halted.lines[number - 1])
    if field is None:
        return None
    name, column = field["name"], field.start("name") + 1
    hint = hint_of_swapped(halted.lines, name, number, column)
    place = halted.span(number, column, len(name))
    return Mistake(f"`{name}` stands above the `- ` of its item", hint, place) if hint else None


def hint_of_swapped(lines: Sequence[str], name: str, number: int, column: int, above: int = 0) -> str | None:
    """Which line takes the hyphen, if the field belongs to the item below, whose other fields are in its column and do
    not include it. So many lines of the file are `above` the given ones.
    """
    below = [
        at for at in range(number + 1, len(lines) + 1) if lines[at - 1].strip() and not _within(lines[at - 1], column)
    ]
    item = _ITEM.match(lines[below[0] - 1]) if below else None
    if item is None or len(item["dash"]) + 1 != column or name in {item["name"], *_fields(lines, below[1:], column)}:
        return None
    dash = item["dash"].index("-") + 1
    width = len(item["dash"]) - dash + 1
    spaces = "two" if width == 2 else width
    return (
        f"move the `- ` up: write it before `{name}`, at column {dash}, and {spaces} spaces "
        f"in its place before `{item['name']}` in line {below[0] + above}"
    )


def _within(line: str, column: int) -> bool:
    """Whether the line goes on with the value of a field that starts at the column."""
    return column_of(line) > column


def _fields(lines: Sequence[str], numbers: Sequence[int], column: int) -> Iterator[str]:
    """The names of the fields at the column, up to the first line that starts before it."""
    for number in numbers:
        line = lines[number - 1]
        if column_of(line) < column:
            return
        if found := FIELD.match(line):
            yield found["name"]
