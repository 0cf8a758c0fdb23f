"""Say in words what YAML's own parser objects to, and what to type instead."""

from __future__ import annotations

import re
from typing import NamedTuple

import yaml

from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.place import Route, span_at
from generator.diagnostics.suggest import shortened
from generator.reading.composer import Composer
from generator.reading.mistakes.colon_in_text import COLON_IN_TEXT
from generator.reading.mistakes.colons import GiveFieldNames
from generator.reading.mistakes.columns import (
    EXPLAINED,
    NO_COLON,
    find_mistake,
    find_text_outside,
)
from generator.reading.mistakes.halted import FIELD, HaltedFile, Mistake, column_of
from generator.reading.mistakes.signs import find_sign, text_only


class ParserHelp(NamedTuple):
    """The explanation of a parser message, for a certain text at its place."""

    parser_message: str
    """A regular expression for the parser's message."""
    message: str
    hint: str
    at: str = ""
    """If not empty, one of these characters is at the place."""
    after: str = ""
    """If not empty, one of these characters is before the place on its line, except for spaces."""
    points_back: bool = False
    """Whether the mistake is where the parser started the value rather than where it stopped."""
    names_start: bool = False
    """Whether to show the place where the parser started, as related information."""


HELP: tuple[ParserHelp, ...] = (
    ParserHelp(
        "mapping values are not allowed",
        "a colon is not allowed here",
        "if the text contains a colon followed by a space, put the text in quotes or on the line below `>-`; "
        "otherwise check whether the colon of the line above is missing",
    ),
    ParserHelp(
        "cannot start any token|found a tab character",
        "there is a tab in the indentation",
        "indent with spaces only, two for each level",
        at="\t",
    ),
    ParserHelp(
        "cannot start any token",
        "a value cannot start with this character",
        "put text that starts with @ in quotes; an id has no @ before it",
        at="@",
    ),
    ParserHelp(
        "cannot start any token",
        "a value cannot start with this character",
        "put text that starts with @, ` or % in quotes",
    ),
    ParserHelp(
        "while scanning a quoted scalar",
        "the closing quotation mark is missing",
        "add it at the end of the text",
        points_back=True,
    ),
    ParserHelp(
        "while parsing a quoted scalar",
        "this backslash sequence does not exist in YAML",
        "use 'single quotes', in which a backslash is an ordinary character",
    ),
    ParserHelp(
        "did not find expected (key|'-' indicator|<document start>)",
        "there is text after the closing quotation mark or bracket",
        "write only `>-` behind the colon or the hyphen, and the whole text on the next line, indented",
        after="\"'])}",
    ),
    ParserHelp(
        "did not find expected key",
        "a field is expected here",
        "check that the fields of one level start in the same column, and that quotation marks are closed",
        names_start=True,
    ),
    ParserHelp(
        "did not find expected '-' indicator",
        "this list item has no `- `",
        "start each item with `- `, all in the same column",
        names_start=True,
    ),
    ParserHelp(
        "did not find expected <document start>",
        "there is text after the last field",
        "start each field at column 1, and remove `...`",
    ),
    ParserHelp(
        "could not find expected ':'",
        "the colon after the field name is missing",
        "write `name: value`, with a space after the colon; a text of several lines starts with `>-`",
        points_back=True,
    ),
    ParserHelp(
        "did not find expected ',' or",
        "a closing bracket or a comma is missing",
        'add it; put text that starts with [ or { in quotes, such as "[[some-id]] …"',
        points_back=True,
    ),
    ParserHelp(
        "did not find expected node content",
        "a value is expected here, or a bracket is not closed",
        "close every bracket; put text that starts with a bracket or a comma in quotes",
    ),
    ParserHelp(
        "did not find expected comment or line break",
        "there is text after `>` or `|` on the same line",
        "start the text on the next line, indented; put text that itself starts with > or | in quotes",
        points_back=True,
    ),
    ParserHelp(
        "while scanning an alias",
        "the text starts with an asterisk",
        "put text that starts with * in quotes",
        points_back=True,
    ),
    ParserHelp(
        "while scanning an anchor",
        "the text starts with an ampersand",
        "put text that starts with & in quotes",
        points_back=True,
    ),
    ParserHelp(
        "tag",
        "the text starts with a picture, and YAML does not take a text that starts with `!`",
        "write `>-` here and the text on the next line, two spaces further right; "
        "a title or another plain text shows no picture: leave it out there",
        at="[",
    ),
    ParserHelp(
        "tag",
        "the text starts with an exclamation mark",
        "put text that starts with ! in quotes",
    ),
    ParserHelp(
        "mapping keys are not allowed",
        "the text starts with a question mark",
        "put text that starts with ? in quotes, or delete the `? `",
    ),
    ParserHelp(
        "block sequence entries are not allowed",
        "a list cannot start here",
        "start the list on a new line, indented under its field",
    ),
    ParserHelp(
        "while scanning a directive",
        "the line starts with a percent sign",
        "start the line with a field name and a colon",
        points_back=True,
    ),
)


def syntax_error(
    error: yaml.MarkedYAMLError, name: str, text: str, read: Composer, field_names: GiveFieldNames
) -> Diagnostic:
    """The explanation of a syntax error. `read` is what was read before the parser stopped."""
    mark, start = error.problem_mark or error.context_mark, error.context_mark
    # A mark can point after the last character; show the last line instead.
    index = min(mark.index, len(text.rstrip("\n"))) if mark else 0
    misplaced = (
        find_sign(error, read, index)
        or _colon_in_brackets(error, read, index, field_names)
        or _open_bracket(error, read)
        or _apostrophe(read, index)
        or _misplaced(error, read, index, field_names)
        or text_only(error, read)
    )
    if misplaced:
        return Diagnostic(codes.YAML_SYNTAX, misplaced.message, misplaced.place, misplaced.hint)
    found = _help(f"{error.context or ''} {error.problem or ''}", text, index) or ParserHelp(
        "",
        f"this is not YAML: {(error.problem or 'it cannot be read').strip()}",
        "check indentation, colons and quotation marks on this line and the one before",
        names_start=True,
    )
    span, related = span_at(name, text, index), None
    if start and found.points_back:
        span = span_at(name, text, start.index, len(text[start.index :].partition("\n")[0].rstrip()))
    elif start and found.names_start:
        related = span_at(name, text, min(start.index, len(text)))
    if related == span:
        related = None
    more = ((related, "the list or fields that it belongs to start here"),) if related else ()
    return Diagnostic(codes.YAML_SYNTAX, found.message, span, found.hint, more)


def _colon_in_brackets(
    error: yaml.MarkedYAMLError, read: Composer, index: int, field_names: GiveFieldNames
) -> Mistake | None:
    """A colon and a space in the text of a field in brackets."""
    route: Route = next(reversed(read.extents), ())
    start, end = read.extents.get(route, (0, 0))
    before = read.text[end:index] if "\n" not in read.text[start:index] else "another line"
    is_here = not before.strip() and re.match(r":\s", read.text[index : index + 2])
    if "',' or" not in (error.problem or "") or not is_here:
        return None
    before, _, name = read.text[start:index].rpartition(" ")
    if re.fullmatch(r"[\w.-]+", before) and name in field_names().of_parts:
        here = span_at(read.name, read.text, index - len(name), len(name))
        return Mistake(f"a comma is missing before `{name}`", f"write `{route[-1]}: {before}, {name}: …`", here)
    hint, bracket = "put the whole text in one pair of quotes", error.context_mark
    whole = _UP_TO_NEXT.match(read.text, start)
    text = whole["text"].strip(" “”„«»") if whole else ""
    if text and bracket and read.text[bracket.index] == "{" and not re.search("[\"'“”„‘«\\\\]", text):
        straight = "straight " if text != (whole["text"].strip() if whole else "") else ""
        hint = f'put the text in {straight}quotes: write `{route[-1]}: "{shortened(text, 60)}"`'
    return Mistake(COLON_IN_TEXT, hint, span_at(read.name, read.text, index))


_FIELD_BEHIND = r" *[a-z][a-z0-9_]*:\s"
_UP_TO_NEXT = re.compile(rf"(?P<text>[^,}}\]\n]*(?:,(?!{_FIELD_BEHIND})[^,}}\]\n]*)*)(?:\}}|,(?={_FIELD_BEHIND}))")
"""A text in brackets up to the bracket that closes, or up to the next field."""


def _open_bracket(error: yaml.MarkedYAMLError, read: Composer) -> Mistake | None:
    """A bracket that is still open where the next field starts, unless a quotation mark is open, too."""
    start, text = error.context_mark, read.text
    opened, closed = next(reversed(read.extents.values()), (0, 0))
    is_quotation = text[opened : opened + 1] in ("'", '"') and "\n" in text[opened:closed]
    if not start or "',' or" not in (error.problem or "") or is_quotation:
        return None
    lines = text.split("\n")
    column = column_of(lines[start.line])
    below = range(start.line + 1, len(lines))
    next_field = next((at for at in below if FIELD.match(lines[at]) and column_of(lines[at]) <= column), None)
    if next_field is None:
        return None
    last = max(at for at in range(start.line, next_field) if lines[at].strip())
    closing = "]" if text[start.index] == "[" else "}"
    hint = f"write `{closing}` at the end of " + ("the line" if last == start.line else f"line {last + 1}")
    hint += f"; put a text that starts with {text[start.index]} in quotes"
    return Mistake("the bracket that opens here is not closed", hint, span_at(read.name, text, start.index))


def _apostrophe(read: Composer, index: int) -> Mistake | None:
    """An apostrophe within a word that ends a text in single quotes on the same line."""
    start, end = next(reversed(read.extents.values()), (0, 0))
    written = read.text[start:end]
    if end != index or not re.fullmatch(r"'.*\w'\w", written + read.text[end : end + 1]):
        return None
    hint = "put the text in double quotes, or on the line below `>-`; in single quotes an apostrophe is written twice"
    return Mistake("this apostrophe ends the text in single quotes", hint, span_at(read.name, read.text, index - 1))


def _misplaced(error: yaml.MarkedYAMLError, read: Composer, index: int, field_names: GiveFieldNames) -> Mistake | None:
    """The mistake in the indentation, if that caused the error."""
    tables = read.values, read.keys, read.extents
    start, problem = error.context_mark, error.problem or ""
    halted = HaltedFile(read.name, read.text, *tables, problem, index, field_names)
    outside = find_text_outside(halted, problem, start.index if start else index)
    found = EXPLAINED.search(problem)
    # If a colon is missing, the parser stops one line later.
    at = start.index if found and found[0] == NO_COLON and start else index
    if outside or not found:
        return outside
    return find_mistake(HaltedFile(read.name, read.text, *tables, found[0], at, field_names))


def _help(parser_message: str, text: str, index: int) -> ParserHelp | None:
    here = text[index : index + 1]
    before = text[text.rfind("\n", 0, index) + 1 : index].rstrip()[-1:]
    for known in HELP:
        fits_here = not known.at or (here and here in known.at)
        fits_before = not known.after or (before and before in known.after)
        if fits_here and fits_before and re.search(known.parser_message, parser_message):
            return known
    return None
