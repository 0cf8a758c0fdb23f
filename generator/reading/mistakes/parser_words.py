"""Say in words what YAML's own parser objects to, and what to type instead."""

from __future__ import annotations

import re
from typing import NamedTuple

import yaml

from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.place import span_at
from generator.reading.composer import Composer
from generator.reading.mistakes.colons import GiveFieldNames
from generator.reading.mistakes.columns import EXPLAINED, NO_COLON, fault
from generator.reading.mistakes.halted import Broken, Fault


class Help(NamedTuple):
    """What an objection of the parser means, if the text at its place looks like this."""

    objection: str
    """A pattern for the parser's words."""
    message: str
    hint: str
    at: str = ""
    """The characters of which one stands at the place."""
    after: str = ""
    """The characters of which one stands before the place, on its line."""
    points_back: bool = False
    """Whether the fault lies where the parser began, and not where it gave up."""
    names_start: bool = False
    """Whether it helps to know where that was."""


HELP: tuple[Help, ...] = (
    Help(
        "mapping values are not allowed",
        "there is a colon where none can stand",
        "if the text itself holds a colon followed by a space, put the text in quotes or after `>-`; "
        "if not, look whether the line above has its colon",
    ),
    Help(
        "cannot start any token|found a tab character",
        "there is a tab in the indentation",
        "indent with spaces only, two for each level",
        at="\t",
    ),
    Help(
        "cannot start any token",
        "a character stands here that cannot start a value",
        "put text that starts with @, ` or % in quotes",
    ),
    Help(
        "while scanning a quoted scalar",
        "the text in quotes does not end",
        "close the quotation mark",
        points_back=True,
    ),
    Help(
        "while parsing a quoted scalar",
        "there is a backslash sequence that YAML does not know",
        "use 'single quotes', in which a backslash stands for itself",
    ),
    Help(
        "did not find expected (key|'-' indicator|<document start>)",
        "something follows after the end of the text in quotes or brackets",
        "a text that starts with a quotation mark or bracket has to be put in quotes altogether, or after `>-`",
        after="\"'])}",
    ),
    Help(
        "did not find expected key",
        "a field is not where it is expected",
        "check that the fields of one level start in the same column, and that quotation marks are closed",
        names_start=True,
    ),
    Help(
        "did not find expected '-' indicator",
        "this list goes on without `- `",
        "start each item with `- `, all in the same column",
        names_start=True,
    ),
    Help(
        "did not find expected <document start>",
        "something follows after the end of the fields",
        "start each field at column 1, and remove `...`",
    ),
    Help(
        "could not find expected ':'",
        "there is no colon after the name of the field",
        "write `name: value`, with a space after the colon; text that goes on over several lines starts with `>-`",
        points_back=True,
    ),
    Help(
        "did not find expected ',' or",
        "what stands in brackets does not end where it should",
        'close the bracket; put text that starts with [ or { in quotes, such as "[[some-id]] …"',
        points_back=True,
    ),
    Help(
        "did not find expected node content",
        "a bracket or comma stands where a value is expected, or a bracket is not closed",
        "close every bracket; put text that starts with a bracket or a comma in quotes",
    ),
    Help(
        "did not find expected comment or line break",
        "text stands behind `>` or `|`",
        "start the text on the next line, indented; put text that itself starts with > or | in quotes",
        points_back=True,
    ),
    Help(
        "while scanning an alias",
        "an asterisk starts the text",
        "put text that starts with * in quotes",
        points_back=True,
    ),
    Help(
        "while scanning an anchor",
        "an ampersand starts the text",
        "put text that starts with & in quotes",
        points_back=True,
    ),
    Help(
        "tag",
        "an exclamation mark starts the text",
        "put text that starts with ! in quotes",
    ),
    Help(
        "mapping keys are not allowed",
        "a question mark starts the text",
        "put text that starts with ? in quotes",
    ),
    Help(
        "block sequence entries are not allowed",
        "a list starts where none can stand",
        "start the list on a line of its own, indented under its field",
    ),
    Help(
        "while scanning a directive",
        "a percent sign starts the line",
        "write the name of a field and a colon first",
        points_back=True,
    ),
)


def syntax_error(
    error: yaml.MarkedYAMLError, name: str, text: str, read: Composer, field_names: GiveFieldNames
) -> Diagnostic:
    """What is wrong with the text, of which so much was `read` before the parser gave up."""
    mark, start = error.problem_mark or error.context_mark, error.context_mark
    # A mark can point behind the last character; the last line is the place a reader can look at.
    index = min(mark.index, len(text.rstrip("\n"))) if mark else 0
    misplaced = _misplaced(error, read, index, field_names)
    if misplaced:
        return Diagnostic(codes.YAML_SYNTAX, misplaced.message, misplaced.place, misplaced.hint)
    found = _help(f"{error.context or ''} {error.problem or ''}", text, index) or Help(
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
    more = ((related, "what it belongs to starts here"),) if related else ()
    return Diagnostic(codes.YAML_SYNTAX, found.message, span, found.hint, more)


def _misplaced(error: yaml.MarkedYAMLError, read: Composer, index: int, field_names: GiveFieldNames) -> Fault | None:
    """What stands in the wrong column, if that is what the parser stumbled over."""
    found = EXPLAINED.search(error.problem or "")
    # Where a colon is missing it gives up a line later.
    at = error.context_mark.index if found and found[0] == NO_COLON and error.context_mark else index
    if not found:
        return None
    tables = read.values, read.keys, read.extents
    return fault(Broken(read.name, read.text, *tables, found[0], at, field_names))


def _help(objection: str, text: str, index: int) -> Help | None:
    here = text[index : index + 1]
    before = text[text.rfind("\n", 0, index) + 1 : index].rstrip()[-1:]
    for known in HELP:
        fits_here = not known.at or (here and here in known.at)
        fits_before = not known.after or (before and before in known.after)
        if fits_here and fits_before and re.search(known.objection, objection):
            return known
    return None
