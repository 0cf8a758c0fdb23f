"""Say in words what YAML's own parser objects to, and what to type instead."""

from __future__ import annotations

import yaml

from generator.diagnostics import Code, Diagnostic, Span, span_at

_HELP: tuple[tuple[str, str, str], ...] = (
    (
        "mapping values are not allowed",
        "there is a colon where none can stand",
        "if the text itself holds a colon followed by a space, put the text in quotes or after `>-`",
    ),
    (
        "found character '\\t' that cannot start any token",
        "there is a tab in the indentation",
        "indent with spaces only, two for each level",
    ),
    (
        "found character that cannot start any token",
        "a character stands here that cannot start a value",
        "indent with spaces, not tabs; put text that starts with @, ` or % in quotes",
    ),
    (
        "found unexpected end of stream",
        "the text in quotes does not end",
        "close the quotation mark",
    ),
    (
        "did not find expected key",
        "a field of this mapping is not where it is expected",
        "check that the fields of one level start in the same column, and that quotation marks are closed",
    ),
    (
        "did not find expected '-' indicator",
        "this list goes on without `- `",
        "start each item with `- `, all in the same column",
    ),
    (
        "could not find expected ':'",
        "there is no colon after the name of the field",
        "write `name: value`; text that goes on over several lines starts with `>-`",
    ),
    (
        "found unknown escape character",
        "there is a backslash sequence that YAML does not know",
        "use 'single quotes', in which a backslash stands for itself",
    ),
    (
        "did not find expected ',' or",
        "a list or mapping in brackets does not end where it should",
        'close the bracket; put text that starts with [ or { in quotes, such as "[[some-id]] …"',
    ),
    (
        "did not find expected <document start>",
        "something follows after the end of the text",
        "put text that starts with a quotation mark or bracket in quotes altogether",
    ),
    (
        "unidentified alias",
        "an asterisk starts the text",
        "put text that starts with * in quotes",
    ),
    (
        "while scanning an alias",
        "an asterisk starts the text",
        "put text that starts with * in quotes",
    ),
    (
        "while scanning an anchor",
        "an ampersand starts the text",
        "put text that starts with & in quotes",
    ),
    (
        "block sequence entries are not allowed",
        "a list starts where none can stand",
        "start the list on a line of its own, indented under its field",
    ),
)


def syntax_error(error: yaml.MarkedYAMLError, name: str, text: str) -> Diagnostic:
    mark = error.problem_mark or error.context_mark
    # A mark can point behind the last character; the last line is the place a reader can look at.
    index = min(mark.index, len(text.rstrip("\n"))) if mark else 0
    spoken = f"{error.context or ''} {error.problem or ''}"
    message = f"this is not YAML: {(error.problem or 'it cannot be read').strip()}"
    hint = "check indentation, colons and quotation marks on this line and the one before"
    for pattern, known_message, known_hint in _HELP:
        if pattern in spoken:
            message, hint = known_message, known_hint
            break
    related: tuple[tuple[Span, str], ...] = ()
    context = error.context_mark
    if context and mark and (context.line, context.column) != (mark.line, mark.column):
        related = ((span_at(name, text, min(context.index, len(text))), "what it belongs to starts here"),)
    return Diagnostic(Code.YAML_SYNTAX, message, span_at(name, text, index), hint, related)
