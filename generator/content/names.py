"""Variables and snippets: `{name}` in a text stands for a text that is defined once.

A variable is plain text on one line, under `variables:` in the configuration. A snippet is Markdown, in a file of its
own in `content/snippets/`. Names in braces mean something only in playbooks that define some; there each must be known.
What stands in code, in the id of a `[[…]]` or behind a backslash is left as it is; so are the values of a calculator.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from generator.diagnostics.place import Span, span_at
from generator.model.fences import fences, without
from generator.model.provenance import ends_of_code
from generator.model.slug import slug
from generator.model.values import LONGEST
from generator.reading.letters import letters_of, place_in

RESERVED = frozenset({"own", "source", "file", "line", "number"})
"""Words in braces that mean something else: marks of provenance, and places in texts of the configuration."""

_NAME = r"(?<![\]{])\{(?P<name>[A-Za-z][A-Za-z0-9_-]{0,63})\}(?!\})"
_IN_PLAIN = re.compile(rf"(?P<escape>\\?){_NAME}")
_SKIPPED = r"(?P<skipped>\\.|\[\[[^\[\]|]*)|(?P<code>`+)"
_IN_MARKUP = re.compile(rf"{_SKIPPED}|{_NAME}", re.DOTALL)

_NEARLY = r"(?<!\])\$?\{\{?[ \t]*(?P<name>[A-Za-z][A-Za-z0-9_ -]{0,63}?)[ \t]*\}\}?"
"""What people type for a name in braces who know another program: `{{name}}`, `${name}`, `{two words}`."""

_NEARLY_IN_PLAIN = re.compile(rf"(?P<escape>\\?){_NEARLY}")
_NEARLY_IN_MARKUP = re.compile(rf"{_SKIPPED}|{_NEARLY}", re.DOTALL)


_BLOCK = re.compile(r"^[^\S\n]*(?:$|(?:[-*+]|\d{1,9}[.)]|#{1,6})\s|[>|]|```|~~~)", re.MULTILINE)


def has_blocks(text: str) -> bool:
    """Whether a text in Markdown is more than one paragraph: several, a list, a quotation, a table, code."""
    return bool(_BLOCK.search(text))


class TextForm(Enum):
    """What a text may consist of."""

    PLAIN = auto()
    LINE = auto()
    BLOCKS = auto()


class NameMistake(Enum):
    """What can be wrong with a name in braces."""

    UNKNOWN = auto()
    OTHER_SIGNS = auto()
    IN_PLAIN = auto()
    SEVERAL_PARAGRAPHS = auto()
    NOT_ALONE = auto()
    CIRCLE = auto()
    TOO_DEEP = auto()
    TOO_LARGE = auto()


@dataclass(frozen=True, slots=True)
class Misuse:
    """A name in braces that is wrong: `start` and `end` are half-open indexes in the text as it is written."""

    mistake: NameMistake
    name: str
    start: int
    end: int
    trail: tuple[str, ...] = ()
    """The names that contain each other."""
    words: str = ""
    """What stands in the text of the name besides the names that contain each other."""
    may_be_snippet: bool = False
    """Whether a snippet may stand in the text, too."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a definition is written: its file, the whole text of that, and the half-open range in it."""

    file: str
    text: str
    extent: tuple[int, int]
    is_yaml: bool

    @property
    def span(self) -> Span:
        start, _ = self.extent
        return span_at(self.file, self.text, start)

    def place(self, raw: str, start: int, end: int) -> Span:
        """The place of `raw[start:end]`, where `raw` is all that is written there."""
        found = place_in(self.file, self.text, self.extent, raw, start, end, is_yaml=self.is_yaml)
        return found or self.span


@dataclass(frozen=True, slots=True)
class Definition:
    """A variable or a snippet. Its `expansion` has the text that it stands for."""

    name: str
    origin: Origin
    expansion: Expansion
    is_snippet: bool

    @property
    def has_paragraphs(self) -> bool:
        """Whether it has several, or will have once another definition that has several stands alone in it."""
        is_split = any(misuse.mistake is NameMistake.NOT_ALONE for misuse in self.expansion.misuses)
        return self.is_snippet and (is_split or has_blocks(self.expansion.text))

    def place(self, inserted: str, start: int, end: int) -> Span:
        """Where `inserted[start:end]` is written; `inserted` is its text, perhaps with other spaces."""
        inside, letters = letters_of(inserted), letters_of(self.expansion.text)
        chosen = [letters[at] for at, index in enumerate(inside) if start <= index < end]
        return self.expansion.place(chosen[0], chosen[-1] + 1, self.origin) if chosen else self.origin.span


@dataclass(frozen=True, slots=True)
class Replaced:
    """What stands in an expanded text from `start` to `end` for what is written from `at` to `until`."""

    start: int
    end: int
    at: int
    until: int
    definition: Definition | None
    """None for a name whose backslash is left out."""


@dataclass(frozen=True, slots=True)
class Expansion:
    """A text with its names replaced; `raw` is the text as it is written."""

    raw: str
    text: str
    pieces: tuple[Replaced, ...] = ()
    misuses: tuple[Misuse, ...] = ()

    def place(self, start: int, end: int, origin: Origin) -> Span:
        """Where `text[start:end]` is written: in a definition if all of it comes from there, else in `origin`."""
        return self.elsewhere(start, end) or origin.place(self.raw, *self.in_raw(start, end))

    def elsewhere(self, start: int, end: int) -> Span | None:
        """Where `text[start:end]` is written if all of it comes from one definition."""
        for piece in self.pieces:
            if piece.definition and piece.start <= start < end <= piece.end:
                inserted = self.text[piece.start : piece.end]
                return piece.definition.place(inserted, start - piece.start, end - piece.start)
        return None

    def in_raw(self, start: int, end: int) -> tuple[int, int]:
        """The range of the text as it is written that stands for `text[start:end]`."""
        first, last, shift = start, end, 0
        for piece in self.pieces:
            if piece.start <= start:
                first = piece.at if start < piece.end else start + shift + _growth(piece)
            if piece.start < end:
                last = piece.until if end <= piece.end else end + shift + _growth(piece)
            shift += _growth(piece)
        return first, last


def _growth(piece: Replaced) -> int:
    return (piece.until - piece.at) - (piece.end - piece.start)


@dataclass(frozen=True, slots=True)
class Definitions:
    """All that texts may name in braces."""

    by_name: Mapping[str, Definition] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    """The names of snippets whose files have a wrong ending, of which nothing else is said."""
    snippets: frozenset[str] = frozenset()
    """The names of snippets in a playbook whose definitions are variables only, for texts that take no others."""

    def __bool__(self) -> bool:
        return bool(self.by_name or self.snippets)

    def changed(self, change: Callable[[str], str]) -> Definitions:
        """The same with the change made in each text. Where the texts are written is not known any more."""
        texts = {name: (one, change(one.expansion.text)) for name, one in self.by_name.items()}
        by_name = {n: replace(one, expansion=Expansion(text, text)) for n, (one, text) in texts.items()}
        return replace(self, by_name=by_name)

    def expansion(self, raw: str, form: TextForm, own: frozenset[str] = frozenset()) -> Expansion:
        """The text with its names replaced. Names that are its `own` are left as they are, and so is what is wrong."""
        pieces: list[Replaced] = []
        misuses: list[Misuse] = []
        done: list[str] = []
        at = length = 0
        for token in tokens(raw, form):
            name, start, end = token["name"], token.start(), token.end()
            if name in RESERVED or name in own or name in self.unread:
                continue
            definition = self.by_name.get(name)
            if is_escaped(token, form):
                inserted: str | NameMistake = token[0][1:]
                definition = None
            elif definition is None:
                inserted = NameMistake.IN_PLAIN if name in self.snippets else NameMistake.UNKNOWN
            else:
                inserted = _inserted(definition, raw, start, end, form)
            if isinstance(inserted, str) and length + (start - at) + len(inserted) > LONGEST:
                inserted = NameMistake.TOO_LARGE
            if isinstance(inserted, NameMistake):
                misuses.append(Misuse(inserted, name, start, end, may_be_snippet=form is not TextForm.PLAIN))
                if inserted is NameMistake.TOO_LARGE:
                    break
                continue
            done += [raw[at:start], inserted]
            length += start - at
            pieces.append(Replaced(length, length + len(inserted), start, end, definition))
            length, at = length + len(inserted), end
        misuses += self._in_other_signs(raw, form, own)
        return Expansion(raw, "".join([*done, raw[at:]]), tuple(pieces), tuple(misuses))

    def _in_other_signs(self, raw: str, form: TextForm, own: frozenset[str]) -> Iterator[Misuse]:
        """The names of definitions that stand in other signs than a pair of braces, which are left as they are."""
        for token in _scanned(raw, form, _NEARLY_IN_PLAIN, _NEARLY_IN_MARKUP):
            name, start, end = token["name"], token.start(), token.end()
            meant = name if name in self.by_name else slug(name)
            if meant not in self.by_name or {name, meant} & own or is_escaped(token, form):
                continue
            if " " in name or raw[start:end] != f"{{{name}}}":
                yield Misuse(NameMistake.OTHER_SIGNS, meant, start, end)


NO_NAMES = Definitions()


def tokens(raw: str, form: TextForm) -> Iterator[re.Match[str]]:
    """The names in braces, of which those with a backslash only in plain text, where Markdown does not know it."""
    return _scanned(raw, form, _IN_PLAIN, _IN_MARKUP)


def _scanned(
    raw: str, form: TextForm, in_plain: re.Pattern[str], in_markup: re.Pattern[str]
) -> Iterator[re.Match[str]]:
    if "{" not in raw:
        return
    if form is TextForm.PLAIN:
        yield from in_plain.finditer(raw)
        return
    raw = without(raw, fences(raw))
    ends = ends_of_code(raw) if "`" in raw else {}
    at = 0
    while token := in_markup.search(raw, at):
        at = token.end()
        if token["code"]:
            at = ends.get(token.start(), at)
        elif token["name"]:
            yield token


def is_escaped(token: re.Match[str], form: TextForm) -> bool:
    """Whether it is to be shown in braces. In a text with markup, such a name is no token."""
    return form is TextForm.PLAIN and bool(token["escape"])


def _inserted(definition: Definition, raw: str, start: int, end: int, form: TextForm) -> str | NameMistake:
    """What stands in place of `raw[start:end]`: paragraphs with empty lines around them and the indent."""
    text = definition.expansion.text
    if definition.is_snippet and form is TextForm.PLAIN:
        return NameMistake.IN_PLAIN
    if not definition.has_paragraphs:
        return text
    if form is TextForm.LINE:
        return NameMistake.SEVERAL_PARAGRAPHS
    before, after = raw[:start].rpartition("\n"), raw[end:].partition("\n")
    indent = before[2]
    if indent.strip() or after[0].strip():
        return NameMistake.NOT_ALONE
    lines = [line and indent + line for line in text.split("\n")]
    above = f"\n{indent}" if before[0].rpartition("\n")[2].strip() else ""
    below = "\n" if after[2].partition("\n")[0].strip() else ""
    return above + "\n".join(lines).removeprefix(indent) + below
