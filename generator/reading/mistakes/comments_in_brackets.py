"""A `#` in brackets, from which on YAML takes everything as a comment, with the bracket that closes."""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml

from generator.diagnostics.place import Span
from generator.diagnostics.suggest import shortened
from generator.reading.composer import SIGN_MEANT
from generator.reading.mistakes.halted import Mistake
from generator.reading.remedies import cut_off

_LONGEST = 60
"""The maximum number of characters of a text that a hint writes out."""

_LINES_BACK = 3
"""So many lines the sign is at most above the place at which the parser stopped, with that line."""

_COMMENT = re.compile(r"(?<=[\s\[{,])#\S[^,\]}]*")


def comments_in_brackets(file: str, text: str, index: int, opened: int | None = None) -> tuple[Mistake, ...]:
    """All such signs on the last line up to `index` that has one. The parser may have seen a bracket at `opened`."""
    end = text.find("\n", index)
    lines = text[: end if end >= 0 else len(text)].split("\n")
    is_bracket = opened is not None and text[opened : opened + 1] in ("[", "{")
    bracket = text.count("\n", 0, opened) + 1 if is_bracket else len(lines)
    for number in range(len(lines), max(0, len(lines) - _LINES_BACK), -1):
        found = tuple(_in_line(file, number, lines[number - 1], continues=bracket < number))
        if found:
            return found
    return ()


def _in_line(file: str, number: int, line: str, *, continues: bool) -> Sequence[Mistake]:
    found = []
    for sign in _COMMENT.finditer(line):
        before, text = line[: sign.start()], sign[0].rstrip()
        opened = max(before.rfind("["), before.rfind("{"))
        closed = max(before.rfind(closing) for closing in "]}")
        is_within = opened > closed or (continues and closed < 0)
        if is_within and not re.search("[\"']", before[max(opened, 0) :]):
            key = re.split(r"[\s\[{,]", before.rstrip())[-1]
            written = f'{key} "{text}"' if key.endswith(":") else f'"{text}"'
            hint = f"put it in quotes: write `{shortened(written, _LONGEST)}`"
            found.append(Mistake(cut_off(text), hint, Span(file, number, sign.start() + 1, len(text))))
    return found


def places_of(error: yaml.MarkedYAMLError) -> tuple[int, int | None]:
    """Where the parser stopped, and where what it was reading began."""
    began = error.context_mark
    stopped = error.problem_mark or began
    return stopped.index if stopped else 0, began.index if began else None


def as_meant(text: str, signs: Sequence[Mistake]) -> str:
    """The text in which YAML takes no comment from these signs on. All else stays where it is."""
    lines = text.split("\n")
    for sign in signs:
        line, at = lines[sign.place.line - 1], sign.place.column - 1
        lines[sign.place.line - 1] = line[:at] + SIGN_MEANT + line[at + 1 :]
    return "\n".join(lines)
