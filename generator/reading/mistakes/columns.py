"""Say what stands in the wrong column of a YAML file, and which column is right.

The parser says where it gave up. What a line was meant to belong to is told by what was read before it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeAlias

from generator.diagnostics.place import Route, span_at
from generator.reading.composer import in_quotes
from generator.reading.mistakes.colons import unmarked
from generator.reading.mistakes.halted import Broken, Fault, Level, column_of, text_above

FIELD = re.compile(r" *(?P<name>[a-z][a-z0-9_]*):(?=\s|$)")
"""A line that starts with a field. Names of fields have small letters; other words before a colon are text."""

NO_SPACE = re.compile(r" *(?:- +)*(?P<name>[a-z][a-z0-9_]*):(?P<value>(?!//)[^\s:].*)")
NO_SPACE_AFTER_HYPHEN = re.compile(r" *-(?P<value>[^\s-].*)")
ITEM = re.compile(r" *-(?=\s|$)")

COLON = "mapping values are not allowed"
NO_COLON = "could not find expected ':'"
EXPLAINED = re.compile(rf"{COLON}|{NO_COLON}|did not find expected (key|'-' indicator|<document start>|',' or)")
"""The parser's words where a line stands in the wrong column, or something before it made it seem so."""

NUMBERS = ("no", "one", "two", "three", "four", "five", "six")


def fault(broken: Broken) -> Fault | None:
    """What is wrong, as far as it can be told from the columns; None if it cannot."""
    if "\t" in broken.line[: column_of(broken.line)]:
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
        if found and not text_above(broken, number):
            name = found["name"]
            message = f"there is no space after the colon of `{name}`"
            place = broken.span(number, found.start("name") + 1, len(name) + 1)
            return Fault(message, f"write `{_cut(name + ': ' + found['value'])}`", place)
    found = NO_SPACE_AFTER_HYPHEN.match(broken.line)
    if found and broken.objection == NO_COLON:
        place = broken.span(broken.at.line, found.start("value"))
        return Fault("there is no space after the hyphen", f"write `{_cut('- ' + found['value'])}`", place)
    return None


def _no_colon(broken: Broken) -> Fault | None:
    """The name of a field without its colon, where a field can stand."""
    for number in filter(None, (broken.at.line, broken.above)):
        found = unmarked(broken.lines[number - 1], broken.field_names())
        if not found or not _meant(broken, number, found.name, found.column):
            continue
        name, value, place = found.name, found.value, broken.span(number, found.column, len(found.name))
        if found.sign == ":":
            message = f"there is no space after the colon of `{name}`"
        else:
            message = f"a colon{' and a space are' if value else ' is'} missing after `{name}`"
        return Fault(message, f"write `{_cut(f'{name}: {value}'.rstrip())}`", place)
    return None


def _meant(broken: Broken, number: int, name: str, column: int) -> bool:
    """Whether the line can be a field of this name. Else it is text that happens to start with the word."""
    above = text_above(broken, number)
    if above and not any(line.strip() for line in broken.lines[above[0] : number - 1]):
        return False
    level = next((level for level in broken.levels if level.name and level.column == column), None)
    if level:
        return name not in level.names
    if column == 1 and not broken.levels:
        return True
    start, _ = next(reversed(broken.extents.values()), (0, 0))
    begun = span_at(broken.file, broken.text, start)
    return (begun.line, begun.column) == (number, column)


def _first_field(broken: Broken) -> Fault | None:
    """All fields but the first start at column 1."""
    root = broken.levels[0] if broken.levels else None
    column = column_of(broken.line)
    if not root or not root.name or column >= root.column:
        return None
    hint = f"start it at column {column}, as the line below"
    return Fault(_too_far(f"`{root.name}`", root.column, column), hint, broken.span(root.line, root.column))


def _outside_text(broken: Broken) -> Fault | None:
    """A line of a text after `>-` that starts further left than the text."""
    above = None if FIELD.match(broken.line) else text_above(broken, broken.at.line)
    if not above or (ITEM.match(broken.line) and any(not level.name for level in broken.levels)):
        return None
    number, head = above
    first = next((n for n in range(number + 1, broken.at.line) if broken.lines[n - 1].strip()), 0)
    column = column_of(broken.lines[first - 1]) if first else len(head["before"]) + 3
    here = column_of(broken.line)
    if here >= column:
        return None
    of = f"the text of `{head['name']}`" if head["name"] else f"the text of line {number}"
    message = f"this line belongs to {of}, and starts {_spaces(column - here)} too far left"
    hint = f"start it at column {column}" + (f", as line {first}" if first else ", and all lines of that text")
    return Fault(message, hint, broken.span(broken.at.line, here))


def _dash(broken: Broken) -> Fault | None:
    if not ITEM.match(broken.line):
        return None
    column = column_of(broken.line)
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
    elif before and column_of(before) == column > 1 and not FIELD.match(before):
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


def _list_without(levels: Sequence[Level], name: str, column: int) -> Level | None:
    """The list in which the field starts another item."""
    if not levels[-1].name:
        return levels[-1] if column > levels[-1].column else None
    same = next((level for level in levels if not level.name and level.column == column), None)
    return same if same and name in levels[-1].names else None


def _item(broken: Broken) -> Fault | None:
    column, inner = column_of(broken.line), broken.levels[-1] if broken.levels else None
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
    quotes = in_quotes(broken.text, broken.extents[route][0]).rstrip(",") if route in broken.extents else "in quotes"
    hint = f"write `{route[-1]}: >-`, and the text on the next line, from column {name.column + 2}; or put it {quotes}"
    return Fault(message, hint, broken.at)


Rule: TypeAlias = Callable[[Broken], Fault | None]

_RULES: tuple[Rule, ...] = (_quotation, _no_space, _no_colon, _first_field, _outside_text, _dash, _field, _item, _colon)


def _nearest(levels: Sequence[Level], column: int) -> Level:
    """The level whose column is nearest; of two, the inner one."""
    return min(reversed(levels), key=lambda level: abs(level.column - column))


def _too_far(what: str, column: int, right: int) -> str:
    return f"{what} stands {_spaces(abs(column - right))} too far {'right' if column > right else 'left'}"


def _spaces(number: int) -> str:
    return f"{NUMBERS[number] if number < len(NUMBERS) else number} space{'s' if number != 1 else ''}"


def _cut(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:37]}…"
