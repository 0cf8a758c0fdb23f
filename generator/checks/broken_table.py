"""A table in a text whose rows do not fit each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from generator.checks._rule import Others, TextRule
from generator.checks._running_text import Passage
from generator.config.settings import SiteConfig
from generator.content.graph import MENTION
from generator.content.located import Located
from generator.diagnostics.diagnostic import MOST_PER_CODE, Code, Diagnostic, Severity, Topic
from generator.model.fences import fences, without
from generator.model.values import Prose
from generator.prose.tables import MOST_COLUMNS, cells, is_separator

CODE = Code("broken-table", Severity.ERROR, Topic.TEXTS)

_ROW = re.compile(r"^[ \t>]*+(?P<row>\|.*)$", re.MULTILINE)
LITERALLY = "for a `|` that divides nothing, write `\\|`"


def check(texts: Iterable[Passage], _others: Others, _site: SiteConfig) -> Iterator[Diagnostic]:
    for passage in texts:
        if isinstance(passage.text, Prose) and "|" in passage.text and _ROW.search(passage.text):
            for rows in _tables(passage.text):
                yield from islice(_problems(passage, rows), MOST_PER_CODE)


def _tables(text: str) -> Iterator[list[tuple[int, str]]]:
    """The rows of each table, with where they begin. The words of mentions are blanked, which may hold a `|`."""
    plain = MENTION.sub(lambda found: "x" * len(found[0]), without(text, fences(text)))
    rows: list[tuple[int, str]] = []
    last = -2
    for found in _ROW.finditer(plain):
        if rows and found.start() != last + 1:
            yield rows
            rows = []
        rows.append((found.start("row"), found["row"]))
        last = found.end()
    if rows:
        yield rows


def _problems(passage: Passage, rows: list[tuple[int, str]]) -> Iterator[Diagnostic]:
    (start, head), *others = rows
    width = len(cells(head))
    rule = "|" + " --- |" * width
    if width > MOST_COLUMNS:
        message = f"the table has {width} columns; at most {MOST_COLUMNS} are shown"
        yield _at(passage, start, head, message, "divide it into two tables, or turn it round")
    elif _is_folded(passage, head):
        return  # `folded-markup` says it
    elif not others or not is_separator(others[0][1]):
        message = "a line of dashes is missing below the head of this table"
        yield _at(passage, start, head, message, f"write `{rule}` below it; {LITERALLY}")
    else:
        for at, row in others:
            if (count := len(cells(row))) != width:
                message = f"this row has {_cells(count)}, and the head of the table has {_cells(width)}"
                yield _at(passage, at, row, message, f"divide it by `|` like the head; {LITERALLY}")


def _is_folded(passage: Passage, head: str) -> bool:
    """Whether a row holds the whole table, because YAML has made one line of its lines."""
    if not isinstance(passage.owner, Located):
        return False
    document, route = passage.owner.document, (*passage.owner.prefix, *passage.route)
    extent = document.extents.get(route)
    keeps_lines = extent is None or document.text.startswith("|", extent[0])
    return not keeps_lines and any(is_separator(f"|{head[start:end]}|") for start, end in cells(head))


def _cells(count: int) -> str:
    return f"{count} cell{'s' if count != 1 else ''}"


def _at(passage: Passage, start: int, row: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(CODE, message, passage.place(start, start + len(row.rstrip())), hint)


RULE = TextRule(
    CODE,
    check,
    explanation="""
what: >-
  A table in a text has no line of dashes below its head, a row with more or fewer cells than the head, or too many
  columns.
why: The page would show the signs as they are typed, or leave out what is too much.
example:
  content/practices/slow-down.yml: |
    do: |-
      Leave the small talk to them, and know:

      | Channel | Answer within |
      | --- | --- |
      | Phone | 1 hour | always |
message: this row has 3 cells, and the head of the table has 2 cells
repair: >-
  Start and end each row with `|`, and write `| --- | --- |` below the head. Every row has as many cells as the head;
  a cell may be empty.
repaired:
  content/practices/slow-down.yml: |
    do: |-
      Leave the small talk to them, and know:

      | Channel | Answer within | When |
      | --- | --- | --- |
      | Phone | 1 hour | always |
""",
)
