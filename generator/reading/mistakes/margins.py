"""Files with several entries, each under its id: an id without its colon, and fields in the column of ids."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from generator.diagnostics.suggest import shortened
from generator.reading.mistakes.halted import COLON, FIELD, HaltedFile, Mistake, column_of

_ALONE = re.compile(r"(?P<name>[\w-]+)[ \t]*")
_NAME = re.compile(r"[\w-]+:(?:\s|$)")
_ID = re.compile(r"(?P<name>[\w-]+):[ \t]*")


OF_A_FILE = frozenset({"title", "name", "summary", "description", "kind", "type", "language", "version", "number"})
"""Fields with which other programs say what a whole file is."""


def at_margin(name: str, lines: tuple[int, int], entry: str, *, of_file: bool = False) -> tuple[str, str]:
    """What to say of a field at the margin that belongs to the `entry` above it, or, without one, to a new entry.

    `lines` are the first and the last line that start at the margin. The fields may be meant for the whole file.
    """
    first, last = lines
    indent = "indent it by two spaces" if first == last else f"indent lines {first} to {last} by two spaces"
    if entry:
        return f"`{name}` belongs to the entry `{entry}`, and starts at the margin, where the ids are", indent
    message = f"`{name}` is a field, but this file contains several entries, each under its id"
    above = f"write the id of the entry and a colon in a line above it, and {indent}"
    if not of_file:
        return message, above
    gone = "delete it" if first == last else f"delete lines {first} to {last}"
    return message, f"{gone}, if it says what the file is: only entries have fields; if it belongs to an entry, {above}"


def no_colon_above(halted: HaltedFile) -> Mistake | None:
    """An id above the fields of its entry, without its colon."""
    found = _ALONE.fullmatch(halted.lines[halted.above - 1]) if halted.above else None
    if not found or halted.parser_message != COLON or column_of(halted.line) == 1 or not FIELD.match(halted.line):
        return None
    if halted.levels and halted.levels[0].column != 1:
        return None
    name = found["name"]
    return Mistake(f"a colon is missing after `{name}`", f"write `{name}:`", halted.span(halted.above, 1, len(name)))


def text_at_margin(halted: HaltedFile) -> Mistake | None:
    """A text in the line above an id or a field at the margin, which YAML takes for the beginning of the name."""
    above = halted.lines[halted.above - 1] if halted.above else ""
    if halted.parser_message != COLON or column_of(halted.line) > 1 or not _NAME.match(halted.line):
        return None
    if not above.strip() or column_of(above) > 1 or ":" in above or above.startswith(("-", "#", '"', "'")):
        return None
    if above[0].isalnum() and halted.line.partition(":")[0] in halted.field_names().of_entries:
        return None  # it may be a field without its colon
    is_first = not any(line.strip() and not line.startswith("#") for line in halted.lines[: halted.above - 1])
    if not is_first:
        return None
    hint = f"write `# {shortened(above.strip())}` to keep it as a note, or delete it"
    return Mistake("this line is a text without a field", hint, halted.span(halted.above, 1, len(above.rstrip())))


def field_at_margin(halted: HaltedFile) -> Mistake | None:
    """A field at the margin, with others of its entry below it that are not."""
    if column_of(halted.line) == 1 or not (FIELD.match(halted.line) or halted.line.lstrip().startswith("- ")):
        return None
    names = halted.field_names().of_entries
    ids = {number: name for number, name in _ids(halted) if name not in names}
    run = _fields_above(halted, names)
    if not ids or not run:
        return None
    name = halted.lines[run[0] - 1].partition(":")[0]
    entry = next((ids[number] for number in sorted(ids, reverse=True) if number < run[0]), "")
    new = (entry, name) in halted.keys
    message, hint = at_margin(name, (run[0], run[-1]), "" if new else entry)
    return Mistake(message, hint, halted.span(run[0], 1, len(name)))


def _ids(halted: HaltedFile) -> Iterator[tuple[int, str]]:
    """The lines at the margin with a name and a colon alone, which are not of a text."""
    for number, line in enumerate(halted.lines, 1):
        if found := _ID.fullmatch(line):
            yield number, found["name"]


def _fields_above(halted: HaltedFile, names: Container[str]) -> list[int]:
    """The numbers of the lines with fields at the margin, one below the other, that are the nearest above."""
    found: list[int] = []
    for number in range(halted.at.line - 1, 0, -1):
        line = halted.lines[number - 1]
        if column_of(line) > 1 or not line.strip() or line.startswith("#"):
            if found:
                break
            continue
        field = FIELD.match(line)
        if not field or field["name"] not in names:
            break
        found.insert(0, number)
    return found
