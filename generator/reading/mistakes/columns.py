"""Find the line of a YAML file that has the wrong indentation, and the right column for it.

The parser reports where it stopped. What was read before shows to what the line should belong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import takewhile
from typing import TypeAlias

from generator.diagnostics.place import Route, span_at
from generator.reading.mistakes.colon_in_text import colon_in_text
from generator.reading.mistakes.colons import unmarked
from generator.reading.mistakes.halted import COLON, FIELD, HaltedFile, Level, Mistake, column_of, text_above
from generator.reading.mistakes.hyphens import MESSAGE, NO_SPACE_AFTER_HYPHEN, written
from generator.reading.mistakes.margins import field_at_margin, no_colon_above, text_at_margin
from generator.reading.mistakes.signs import curly_end
from generator.reading.mistakes.swapped import swapped_lines

NO_SPACE = re.compile(r" *(?:- +)*(?P<name>[a-z][a-z0-9_]*):(?P<value>(?!//)[^\s:].*)")
ITEM = re.compile(r" *-(?=\s|$)")

NO_COLON = "could not find expected ':'"
EXPLAINED = re.compile(rf"{COLON}|{NO_COLON}|did not find expected (key|'-' indicator|<document start>|',' or)")
"""The parser's messages that can be caused by wrong indentation, here or in a line before."""

NUMBERS = ("no", "one", "two", "three", "four", "five", "six")


def find_text_outside(halted: HaltedFile, error: str, start: int) -> Mistake | None:
    """A line of the text above it, with too little indentation, which the parser did not take for one.

    YAML takes a line that ends in a colon for a field, and stops later; and a line that starts with `|` or `>` for the
    head of a text, which starts at the index `start`.
    """
    route: Route = next(reversed(halted.keys), ())
    if len(route) == 1:
        key, field = halted.keys[route], str(route[0]).lower().replace(" ", "_")
        if not FIELD.match(halted.lines[key.line - 1]):
            found = None if field in halted.field_names().of_entries else _outside_text(halted.stopped_at(key))
            if found:
                return found
    head = span_at(halted.file, halted.text, start)
    if "comment or line break" not in error or halted.lines[head.line - 1].lstrip()[:1] not in ("|", ">"):
        return None
    return _outside_text(halted.stopped_at(head))


def find_mistake(halted: HaltedFile) -> Mistake | None:
    """The mistake, if it can be recognised from the columns."""
    if "\t" in halted.line[: column_of(halted.line)]:
        return None
    return next((found for finder in _FINDERS if (found := finder(halted))), None)


def _quotation(halted: HaltedFile) -> Mistake | None:
    """A quotation mark that is closed by the opening mark of a later text, or by a mark inside one."""
    start, end = next(reversed(halted.extents.values()), (0, 0))
    opens = halted.text[start : start + 1]
    there = halted.text.count("\n", 0, end) + 1
    place = span_at(halted.file, halted.text, start)
    if opens not in ("'", '"') or "\n" in halted.text[end : halted.index] or place.line == there:
        return None
    if curly := curly_end(halted.file, halted.text, start):
        return curly
    message = f"the quotation mark that opens here is not closed before line {there}"
    hint = "close it at the end of the text; put a text with quotation marks on the line below `>-`"
    return Mistake(message, hint, place)


def _no_space(halted: HaltedFile) -> Mistake | None:
    numbers = [halted.at.line] if halted.parser_message != COLON else []
    for number in (*numbers, halted.above) if halted.above else numbers:
        found = NO_SPACE.match(halted.lines[number - 1])
        if found and not text_above(halted, number):
            name = found["name"]
            message = f"there is no space after the colon of `{name}`"
            place = halted.span(number, found.start("name") + 1, len(name) + 1)
            return Mistake(message, f"write `{_cut(name + ': ' + found['value'])}`", place)
    found = NO_SPACE_AFTER_HYPHEN.match(halted.line)
    if found and halted.parser_message == NO_COLON:
        place = halted.span(halted.at.line, found.start("value"))
        return Mistake(MESSAGE, written(found["value"]), place)
    return None


def _no_colon(halted: HaltedFile) -> Mistake | None:
    """A field name without its colon, in a place where a field is possible."""
    for number in filter(None, (halted.at.line, halted.above)):
        found = unmarked(halted.lines[number - 1], halted.field_names())
        if not found or not _meant(halted, number, found.name, found.column):
            continue
        name, value, place = found.name, found.value, halted.span(number, found.column, len(found.name))
        if found.sign == ":":
            message = f"there is no space after the colon of `{name}`"
        else:
            message = f"a colon{' and a space are' if value else ' is'} missing after `{name}`"
        return Mistake(message, f"write `{_cut(f'{name}: {value}'.rstrip())}`", place)
    return None


def _meant(halted: HaltedFile, number: int, name: str, column: int) -> bool:
    """Whether the line can be this field, rather than a text that starts with the same word."""
    above = text_above(halted, number)
    if above and not any(line.strip() for line in halted.lines[above[0] : number - 1]):
        return False
    level = next((level for level in halted.levels if level.name and level.column == column), None)
    if level:
        return name not in level.names
    if column == 1 and not halted.levels:
        return True
    start, _ = next(reversed(halted.extents.values()), (0, 0))
    begun = span_at(halted.file, halted.text, start)
    return (begun.line, begun.column) == (number, column)


def _first_field(halted: HaltedFile) -> Mistake | None:
    """The first field is indented and the others are not."""
    root = halted.levels[0] if halted.levels else None
    column = column_of(halted.line)
    if not root or not root.name or column >= root.column:
        return None
    hint = f"start it at column {column}, like the line below"
    return Mistake(_too_far(f"`{root.name}`", root.column, column), hint, halted.span(root.line, root.column))


def _outside_text(halted: HaltedFile) -> Mistake | None:
    """A line of a text after `>-` with less indentation than the text."""
    above = None if FIELD.match(halted.line) else text_above(halted, halted.at.line)
    if not above or (ITEM.match(halted.line) and any(not level.name for level in halted.levels)):
        return None
    number, head = above
    first = next((n for n in range(number + 1, halted.at.line) if halted.lines[n - 1].strip()), 0)
    column = column_of(halted.lines[first - 1]) if first else len(head["before"]) + 3
    here = column_of(halted.line)
    if here >= column:
        return None
    of = f"the text of `{head['name']}`" if head["name"] else f"the text of line {number}"
    message = f"this line belongs to {of}, and is indented by {_spaces(column - here)} too few"
    hint = f"start it at column {column}" + (f", like line {first}" if first else ", and all lines of that text")
    return Mistake(message, hint, halted.span(halted.at.line, here))


def _dash(halted: HaltedFile) -> Mistake | None:
    if not ITEM.match(halted.line):
        return None
    column = column_of(halted.line)
    lists = [level for level in halted.levels if not level.name]
    if lists:
        to = _nearest(lists, column)
        if to.column == column:
            return None
        if _first_is_odd(halted, to, column):
            hint = f"start it at column {column}, like the `-` of line {halted.at.line}"
            hint += _moved(halted.lines[: halted.at.line - 1], to.line, to.column, column)
            return Mistake(_too_far("this `-`", to.column, column), hint, halted.span(to.line, to.column))
        hint = f"start it {to.place}{_moved(halted.lines, halted.at.line, column, to.column)}"
        return Mistake(_too_far("this `-`", column, to.column), hint, halted.span(halted.at.line, column))
    inner = halted.levels[-1] if halted.levels else None
    before = halted.lines[halted.above - 1] if halted.above else ""
    if inner and inner.name and inner.column > column > 1:
        place, name = halted.span(inner.line, inner.column, len(inner.name)), f"`{inner.name}`"
    elif before and column_of(before) == column > 1 and not FIELD.match(before):
        place, name = halted.span(halted.above, column), "the text"
    else:
        return None
    message = "the first item of this list has no `- `"
    return Mistake(message, f"write `- ` before {name}, at column {column}", place)


def _moved(lines: Sequence[str], line: int, column: int, to: int) -> str:
    """The end of a hint that moves the `-` of a line: which lines of its item move with it."""
    below = takewhile(lambda text: not text.strip() or column_of(text) > column, lines[line:])
    last = max((line + n for n, text in enumerate(below, 1) if text.strip()), default=line)
    if last == line:
        return ""
    moved = f"line {last}" if last == line + 1 else f"lines {line + 1} to {last}"
    return f", and move {moved} by {_spaces(abs(to - column))} to the {'right' if to > column else 'left'} as well"


def _first_is_odd(halted: HaltedFile, level: Level, column: int) -> bool:
    """Whether several items start at `column`, and only the first of the list where the list starts."""
    if any(ITEM.match(line) and column_of(line) == level.column for line in halted.lines[level.line : halted.at.line]):
        return False
    least = min(level.column, column)
    below = (line for line in halted.lines[halted.at.line :] if line.strip())
    columns = {column_of(line) for line in takewhile(lambda line: column_of(line) >= least, below) if ITEM.match(line)}
    # Further right, they can be lists within the items.
    return column in columns and (level.column > column or level.column not in columns)


def _field(halted: HaltedFile) -> Mistake | None:
    found = FIELD.match(halted.line)
    fields = [level for level in halted.levels if level.name]
    if not found or not fields or (halted.parser_message == COLON and halted.at.column != found.end()):
        return None
    name, column = found["name"], found.start("name") + 1
    if any(level.column == column for level in fields):
        return None
    place = halted.span(halted.at.line, column, len(name))
    is_beside_items = not halted.levels[-1].name and halted.levels[-1].column == column > 1
    if is_beside_items and name not in halted.field_names().of_entries:
        message = f"`{name}` stands among the items of a list, and has no `- `"
        without = f"delete each `- ` from line {halted.levels[-1].line} on, and write a colon behind each name"
        return Mistake(message, f"write `- ` before it; or, if no list is meant, {without}", place)
    new_item = _list_without(halted.levels, name, column)
    if new_item:
        if beside := _beside_text(halted, name, column):
            return beside
        return Mistake(f"`{name}` starts a list item without `- `", f"write `- ` before it, {new_item.place}", place)
    to = _nearest(fields, column)
    hint = f"start it {to.place}"
    if halted.parser_message == COLON:
        hint += "; or, if it continues a text, put the whole text in quotes or on the line below `>-`"
    if to.name and to.name not in FIRST_FIELDS and _is_alone_in_list(halted, to, column):
        hint += f"; or, if no list is meant, delete the `- ` before `{to.name}`"
    return Mistake(_too_far(f"`{name}`", column, to.column), hint, place)


FIRST_OF_ITEM = {"detail": "do", "why": "to", "where": "to"}
"""The first field of items that have this one as well, if no other item of the list shows it."""


FIRST_FIELDS = frozenset({"to", "do", "id", "source"})
"""Fields with which items of lists begin."""


def _is_alone_in_list(halted: HaltedFile, of_item: Level, column: int) -> bool:
    """Whether these fields are those of the only item of a list whose `-` starts at the column."""
    above = next((level for level in halted.levels if not level.name and level.column == column), None)
    return above is not None and above.line == of_item.line


def _beside_text(halted: HaltedFile, name: str, column: int) -> Mistake | None:
    """A field under an item that is a text by itself, without the name of its field."""
    item = (
        re.match(r"(?P<dash> *)- +(?P<text>[^\s\[{&*|>'\"].*)", halted.lines[halted.above - 1])
        if halted.above
        else None
    )
    if not item or item.start("text") + 1 != column or FIELD.match(item["text"]):
        return None
    others = (re.match(rf"{item['dash']}- +([a-z][a-z0-9_]*):(?=\s|$)", line) for line in halted.lines)
    first = FIRST_OF_ITEM.get(name) or next((other[1] for other in others if other), "")
    if first in ("", name):
        return None
    message = f"`{name}` stands under a text that has no field name itself"
    hint = f"write `- {first}: {_cut(item['text'])}` in line {halted.above}"
    return Mistake(message, hint, halted.span(halted.at.line, column, len(name)))


def _list_without(levels: Sequence[Level], name: str, column: int) -> Level | None:
    """The list in which the field starts a new item."""
    if not levels[-1].name:
        return levels[-1] if column > levels[-1].column else None
    same = next((level for level in levels if not level.name and level.column == column), None)
    return same if same and name in levels[-1].names else None


def _item(halted: HaltedFile) -> Mistake | None:
    column, inner = column_of(halted.line), halted.levels[-1] if halted.levels else None
    if not inner or inner.name or inner.column != column or FIELD.match(halted.line) or ITEM.match(halted.line):
        return None
    hint = f"write `- ` before it, {inner.place}"
    return Mistake("this list item has no `- `", hint, halted.span(halted.at.line, column))


_Finder: TypeAlias = Callable[[HaltedFile], Mistake | None]

_FINDERS: tuple[_Finder, ...] = (
    _quotation,
    _no_space,
    _no_colon,
    no_colon_above,
    text_at_margin,
    _first_field,
    swapped_lines,
    _outside_text,
    field_at_margin,
    _dash,
    _field,
    _item,
    colon_in_text,
)


def _nearest(levels: Sequence[Level], column: int) -> Level:
    """The level whose column is nearest; of two equally near, the inner one."""
    return min(reversed(levels), key=lambda level: abs(level.column - column))


def _too_far(what: str, column: int, right: int) -> str:
    return f"{what} is indented by {_spaces(abs(column - right))} too {'many' if column > right else 'few'}"


def _spaces(number: int) -> str:
    return f"{NUMBERS[number] if number < len(NUMBERS) else number} space{'s' if number != 1 else ''}"


def _cut(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:37]}…"
