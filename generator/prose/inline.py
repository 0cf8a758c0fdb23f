"""The inline markup of a paragraph: code, links, emphasis and line breaks, in time linear in its length.

It takes the place of the inline patterns of Python-Markdown, each of which may search the rest of a text again from
every sign. Here brackets, code and emphasis are paired by one pass each.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import TypeAlias
from xml.etree.ElementTree import Element

from markdown.util import AtomicString, code_escape

from generator.model.provenance import ends_of_code
from generator.prose.emphasis import pairs
from generator.prose.tree_writer import MOST_NESTED, TreeWriter

_ESCAPE_OR_CODE = re.compile(r"\\(?P<escaped>[\\`*_{}\[\]()>#+.!|~-])|(?P<ticks>`+)")
_OPENS_LINK, _OPENS_PICTURE = re.compile(r"(?<!!)\["), re.compile(r"(?<=!)\[")
_BRACKET = re.compile(r"[\[\]()]")
_LINE_BREAK = re.compile(r" {2}\n")
_AUTOMATIC = re.compile(r"<(?:(?P<address>[A-Za-z][A-Za-z0-9+.-]*+://[^<>]*+)|(?P<mail>[^<> !@]++@[^@<> ]++))>")
_TITLE = re.compile(r"""\s(?:"[^"]*"|'[^']*')\Z""")

NOTE_MARK = "note-mark"
"""The class of the sign of a note."""

NOTE_SIGN = re.compile(r"\[\^(?P<label>[^\s\[\]^]{1,40})\]")

# What is masked is neither a space nor a letter, which decides about emphasis beside it. Files cannot contain it.
_MASK = "\x02"


@dataclass(frozen=True, slots=True)
class LiteralText:
    """Code, or a sign behind a backslash: `[start, end)` stands for `content`."""

    start: int
    end: int
    content: str
    is_code: bool


@dataclass(frozen=True, slots=True)
class InlineLink:
    """`[words](target)` or `<target>`: half-open ranges in a text. `words` is None for an address in angle brackets."""

    start: int
    end: int
    words: tuple[int, int] | None
    target: tuple[int, int]


@dataclass(frozen=True, slots=True)
class InlinePicture(InlineLink):
    """`![alternative text](target)`."""


@dataclass(frozen=True, slots=True)
class NoteSign:
    """`[^label]`, which leads to a note."""

    start: int
    end: int
    label: str


class _Mark(Enum):
    """What has no content of its own."""

    OPENS_EMPHASIS = auto()
    CLOSES_EMPHASIS = auto()
    BREAKS_LINE = auto()


_Event: TypeAlias = "tuple[int, int, LiteralText | InlineLink | NoteSign | _Mark]"


def literals(text: str) -> Iterator[LiteralText]:
    """What is taken as it stands: code between backticks, and signs behind a backslash."""
    ends = ends_of_code(text) if "`" in text else {}
    at = 0
    while found := _ESCAPE_OR_CODE.search(text, at):
        start, at = found.span()
        if found["escaped"]:
            yield LiteralText(start, at, found["escaped"], False)
        elif start in ends:
            ticks, at = at - start, ends[start]
            yield LiteralText(start, at, text[start + ticks : at - ticks].strip(), True)


def masked(text: str, ranges: Iterable[LiteralText | InlineLink | NoteSign]) -> str:
    """The text with each sign in the ranges, which are in order, made unreadable."""
    pieces, at = [], 0
    for one in ranges:
        pieces += [text[at : one.start], _MASK * (one.end - one.start)]
        at = one.end
    return "".join([*pieces, text[at:]]) if pieces else text


def links(text: str, *, pictures: bool = False) -> tuple[tuple[InlineLink, ...], tuple[tuple[int, int], ...]]:
    """The links with words in a text whose code is masked, and the ranges of `[words](` that no bracket closes.

    A link holds no other; of two, the outer one is a link. With `pictures` those that have `!` before them instead.
    """
    if "](" not in text or (pictures and "![" not in text):
        return (), ()
    closing = _closing(text)
    found: list[InlineLink] = []
    unclosed: list[tuple[int, int]] = []
    end = 0
    for opening in (_OPENS_PICTURE if pictures else _OPENS_LINK).finditer(text):
        start = opening.start()
        behind = closing.get(start, -2) + 1
        if start < end or text[behind : behind + 1] != "(":
            continue
        if behind in closing:
            end = closing[behind] + 1
            found.append(InlineLink(start, end, (start + 1, behind - 1), _target(text, behind + 1, end - 1)))
        else:
            unclosed.append((start, behind + 1))
    return tuple(found), tuple(unclosed)


def _closing(text: str) -> Mapping[int, int]:
    """For each bracket that opens where it is closed. Square and round ones are counted apart from each other."""
    found: dict[int, int] = {}
    square: list[int] = []
    round_: list[int] = []
    for bracket in _BRACKET.finditer(text):
        opened = square if bracket[0] in "[]" else round_
        if bracket[0] in "[(":
            opened.append(bracket.start())
        elif opened:
            found[opened.pop()] = bracket.start()
    return found


def _target(text: str, start: int, end: int) -> tuple[int, int]:
    """The range of the address in `text[start:end]`, without its title and without angle brackets."""
    inside = text[start:end].rstrip()
    title = _TITLE.search(inside) if inside.endswith(("'", '"')) else None
    inside = (inside[: title.start()] if title else inside).rstrip()
    start, end = start + len(inside) - len(inside.lstrip()), start + len(inside)
    return (start + 1, end - 1) if text[start:end].startswith("<") and inside.endswith(">") else (start, end)


def automatic(text: str) -> Iterator[InlineLink]:
    """The addresses in angle brackets in a text whose code and links are masked."""
    return (
        InlineLink(*at.span(), None, at.span("address" if at["address"] else "mail"))
        for at in _AUTOMATIC.finditer(text)
    )


def note_signs(text: str) -> Iterator[NoteSign]:
    """The signs of notes in a text whose code and links are masked."""
    found = NOTE_SIGN.finditer(text) if "[^" in text else ()
    return (NoteSign(*at.span(), at["label"]) for at in found)


def _events(text: str, linked: bool, notes: Container[str] = ()) -> list[_Event]:
    """What a text holds beside plain words, in order. Some may lie in a link, to which they are left."""
    taken = list(literals(text))
    plain = masked(text, taken)
    found: list[_Event] = [(one.start, one.end, one) for one in taken]
    shown = [InlinePicture(one.start - 1, one.end, one.words, one.target) for one in links(plain, pictures=True)[0]]
    plain = masked(plain, shown)
    found += ((one.start, one.end, one) for one in shown)
    if linked:
        with_words = links(plain)[0]
        plain = masked(plain, with_words)
        bare = tuple(automatic(plain))
        plain = masked(plain, bare)
        found += ((link.start, link.end, link) for link in (*with_words, *bare))
        signs = tuple(sign for sign in note_signs(plain) if sign.label in notes)
        plain = masked(plain, signs)
        found += ((sign.start, sign.end, sign) for sign in signs)
    found += ((at.start(), at.end(), _Mark.BREAKS_LINE) for at in _LINE_BREAK.finditer(plain))
    for pair in pairs(plain):
        found.append((pair.start, pair.start + pair.size, _Mark.OPENS_EMPHASIS))
        found.append((pair.end, pair.end + pair.size, _Mark.CLOSES_EMPHASIS))
    return sorted(found, key=lambda event: event[:2])


def nested_too_deeply(text: str) -> int | None:
    """Where in a text of one paragraph emphasis is nested more than `MOST_NESTED` levels deep."""
    if sum(map(text.count, "*_~")) <= 2 * MOST_NESTED:
        return None
    depth = 0
    for start, _, event in _events(text, linked=True):
        depth += (event is _Mark.OPENS_EMPHASIS) - (event is _Mark.CLOSES_EMPHASIS)
        if depth > MOST_NESTED:
            return start
    return None


def fill(parent: Element, text: str, *, linked: bool = True, notes: Container[str] = ()) -> None:
    """Append a text to `parent` with its markup as elements. Unless `linked`, what looks like a link is text.

    `notes` are the labels of the notes that there are.
    """
    writer, at = TreeWriter(parent), 0
    for start, end, event in _events(text, linked, notes):
        if start < at:
            continue
        writer.words.append(text[at:start])
        match event:
            case InlinePicture():
                writer.element(_image(text, event))
            case InlineLink():
                writer.element(_anchor(text, event))
            case LiteralText():
                _write_literal(writer, event)
            case _Mark.OPENS_EMPHASIS:
                writer.opening(_tag(text[start:end]), text[start:end])
            case _Mark.CLOSES_EMPHASIS:
                writer.closing(text[start:end])
            case NoteSign():
                mark = Element("sup", {"class": NOTE_MARK})
                mark.text = AtomicString(event.label)
                writer.element(mark)
            case _Mark.BREAKS_LINE:
                writer.element(Element("br"))
        at = end
    writer.words.append(text[at:])
    writer.flush()


def _tag(signs: str) -> str:
    return "del" if signs == "~~" else "strong" if len(signs) == 2 else "em"


def _anchor(text: str, link: InlineLink) -> Element:
    address = _read(text[slice(*link.target)])
    if link.words is None:
        address = address.removeprefix("mailto:")
        element = Element("a", href=address if "://" in address else f"mailto:{address}")
        element.text = AtomicString(code_escape(address))
    else:
        element = Element("a", href=address)
        fill(element, text[slice(*link.words)], linked=False)
    return element


def _image(text: str, picture: InlinePicture) -> Element:
    assert picture.words is not None
    alt = " ".join(_read(text[slice(*picture.words)]).split())
    element = Element("img", src=_read(text[slice(*picture.target)]), alt=alt)
    # What stands in quotation marks behind the address.
    caption = text[picture.target[1] : picture.end - 1].strip("> \n")[1:-1].strip()
    if caption:
        element.set("title", " ".join(_read(caption).split()))
    return element


def _read(address: str) -> str:
    """An address as it is meant: without backslashes before signs."""
    return "".join(piece.content if isinstance(piece, LiteralText) else piece for piece in _pieces(address)).strip()


def _pieces(text: str) -> Iterator[str | LiteralText]:
    at = 0
    for one in literals(text):
        yield text[at : one.start]
        yield one
        at = one.end
    yield text[at:]


def _write_literal(writer: TreeWriter, piece: LiteralText) -> None:
    if not piece.is_code:
        writer.words.append(piece.content)
        return
    element = Element("code")
    element.text = AtomicString(code_escape(piece.content))
    writer.element(element)
