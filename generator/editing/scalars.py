"""A text as a scalar of YAML: in the style that it has, or in the least different one that gives exactly this text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import yaml

from generator.editing.filled import filled_again
from generator.editing.nodes import Node
from generator.reading.composer import FORBIDDEN
from generator.reading.document import parse
from generator.system.refusal import Refused

LIMIT = 120
"""The number of characters up to which a text stays on the line of its field."""

_NOT_TEXT = re.compile(r"(?i)y|n|0o[0-7]+|[-+]?(\.\d+|\d+(\.\d*)?)(e[-+]?\d+)?")


class CannotWrite(Refused):
    """A value cannot be written into a file."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a scalar stands: behind a field name or a hyphen in a `column`, or in brackets.

    `start` is the column of its first character, `below` that of its further lines. Columns count from 0. Texts in
    several lines have at most `width` characters per line, with their indentation.
    """

    column: int
    start: int
    below: int
    in_list: bool = False
    in_brackets: bool = False
    width: int = LIMIT


def scalar(text: str, place: Place, *, is_text: bool | None = None, habit: str = "") -> str:
    """A new text as a scalar; `habit` is the style of quotes that is used also where none are needed.

    With `is_text`, words such as `yes` that other programs take for something else are put in quotes; `is_text` is
    None where that is not known. Raises `CannotWrite` if no YAML that the reader accepts means this text.
    """
    first = [_QUOTED[habit](text)] if habit and "\n" not in text else []
    return _first_sound((*first, *_candidates(text, place, is_text, "", None)), text, place)


def changed_scalar(text: str, place: Place, was: Node, old: str, *, is_text: bool | None = None, then: str = "") -> str:
    """The text as a scalar in place of `old`, of which `was` is the node: in its style if possible.

    `then` is how this text was written in an earlier version of the file, if it was.
    """
    first = [then] if then else []
    return _first_sound((*first, *_candidates(text, place, is_text, old, was)), text, place)


def _first_sound(candidates: Iterable[str], text: str, place: Place) -> str:
    for candidate in dict.fromkeys(candidates):
        if _means(candidate, text, place):
            return candidate
    shown = text if len(text) <= 40 else f"{text[:40]}…"
    raise CannotWrite(f"`{shown}` cannot be written: it contains an invisible or forbidden character. Delete that.")


def key(name: str) -> str:
    """The name of a field as it is written. Raises `CannotWrite`."""
    for candidate in (name, _double(name)) if name else ():
        meant = {name: "x"}
        if "\n" not in candidate and _data(f"{candidate}: x\n") == meant == _data(f"{{{candidate}: x}}\n"):
            return candidate
    raise CannotWrite(f"`{name}` cannot be the name of a field: it is empty, or contains a forbidden character.")


def _means(candidate: str, text: str, place: Place) -> bool:
    """Whether the candidate is read as the text at the place."""
    if place.in_brackets:
        return _data(f"[{candidate}]\n") == [text] and _data(f"{{k: {candidate}}}\n") == {"k": text}
    before = " " * place.column
    if place.in_list:
        return _data(f"{before}- {candidate}\n{before}- z\n") == [text, "z"]
    return _data(f"{before}k: {candidate}\n{before}z: z\n") == {"k": text, "z": "z"}


def _data(text: str) -> object:
    if FORBIDDEN.search(text):
        return None
    document, problems = parse(text, "")
    return document.data if document and not problems else None


def _candidates(text: str, place: Place, is_text: bool | None, old: str, was: Node | None) -> Iterator[str]:
    style = was.style if was else ""
    one_line = list(_one_line(text, is_text, was))
    if place.in_brackets:
        yield from one_line
        return
    lines_before = old.count("\n") + 1 if was else 0
    if was and style in ("|", ">"):
        yield from (_literal if style == "|" else _folded)(text, place, old)
    elif was and lines_before > 1:
        yield from _flowing(text, place, old, style)
    fits = max(place.start + len(old), place.width, LIMIT) if lines_before == 1 and was else LIMIT
    if "\n" not in text or (was and "\n" in str(was.value) and lines_before == 1):
        yield from (found for found in one_line if place.start + len(found) <= fits)
    head = old.partition("\n")[0] if style in ("|", ">") else ""  # it may have a comment
    if "\n" not in text or "\n\n" in text:
        yield from _folded(text, place, head)
    if "\n" in text:
        yield from _literal(text, place, head)
    yield from one_line


def _one_line(text: str, is_text: bool | None, was: Node | None) -> Iterator[str]:
    if was and was.style in _QUOTED:
        yield _QUOTED[was.style](text)
    was_no_text = was is not None and not was.style and not _is_text_elsewhere(str(was.value))
    if _is_text_elsewhere(text) or was_no_text or is_text is False or (is_text is None and was is None):
        yield text or '""'
    if '"' in text or "\\" in text:
        yield _single(text)
    yield _double(text)


def _is_text_elsewhere(text: str) -> bool:
    """Whether other programs read the plain scalar as text, not as a number or a truth value."""
    resolvers = yaml.SafeLoader.yaml_implicit_resolvers.get(text[:1], ())
    found = (tag for tag, pattern in resolvers if pattern.match(text))
    return not _NOT_TEXT.fullmatch(text) and all(tag.endswith(":timestamp") for tag in found)


def _double(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'.replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")


def _single(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


_QUOTED = {'"': _double, "'": _single}


def _literal(text: str, place: Place, old: str) -> Iterator[str]:
    lines = text.removesuffix("\n").split("\n")
    yield _head("|", text, place, old) + "".join(f"\n{' ' * place.below}{line}" if line else "\n" for line in lines)


def _head(sign: str, text: str, place: Place, old: str) -> str:
    """The first line of a text below: with the number of spaces, if it begins with one, and the comment it has."""
    first = text.lstrip("\n")[:1]
    spaces = str(place.below - place.column) if first in (" ", "\t") else ""
    comment = re.match(r"[|>][-+0-9]*(?P<comment>[ \t]+#[^\n]*)?", old)
    return f"{sign}{spaces}{'' if text.endswith(chr(10)) else '-'}{(comment and comment['comment']) or ''}"


def _folded(text: str, place: Place, old: str) -> Iterator[str]:
    paragraphs = text.removesuffix("\n").split("\n\n")
    if not all(paragraphs) or any("\n" in paragraph for paragraph in paragraphs):
        return
    below = old.split("\n")[1:]
    room = place.width - place.below
    lines = filled_again(_paragraphs_of(below), paragraphs, room, room, LIMIT - place.below)
    yield _head(">", text, place, old) + _lines_below(lines, place)


def _lines_below(paragraphs: list[list[str]], place: Place) -> str:
    written = ("".join(f"\n{' ' * place.below}{line}" for line in lines) for lines in paragraphs)
    return "\n".join(written)


def _paragraphs_of(lines: list[str]) -> list[list[str]]:
    """The lines of each paragraph, without their indentation."""
    found: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            found[-1].append(line.strip())
        elif found[-1]:
            found.append([])
    return [lines for lines in found if lines]


def _flowing(text: str, place: Place, old: str, style: str) -> Iterator[str]:
    """A plain or quoted scalar of several lines, one paragraph long."""
    if "\n" in text:
        return
    inner = _single(text)[1:-1] if style == "'" else _double(text)[1:-1] if style == '"' else text
    before = old[1:-1] if style else old
    room = place.width - place.below
    written = [line.strip() for line in before.split("\n")]
    if all(written) and not (style == '"' and "\\\n" in before):
        (lines,) = filled_again([written], [inner], place.width - place.start, room, LIMIT - place.below)
        yield style + f"\n{' ' * place.below}".join(lines) + style
