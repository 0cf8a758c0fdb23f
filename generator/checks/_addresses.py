"""The addresses that links in texts lead to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.checks._running_text import Passage
from generator.diagnostics.place import Span
from generator.model.values import Line
from generator.prose.blocks import paragraphs
from generator.prose.inline import InlineLink, links, literals, masked

_DEFINED = re.compile(r"^[^\S\n]*\[(?!\^)[^\[\]\n]+\]:[^\S\n]*<?(?P<target>[^\s>]+)", re.MULTILINE)
"""An address that is defined on a line of its own, which no text can use."""

_BARE = re.compile(r"<(?P<target>[a-zA-Z][a-zA-Z0-9+.-]*+:[^\s<>]*+)>")

SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")


@dataclass(frozen=True, slots=True)
class Address:
    """Where a link leads, its words, and its place."""

    target: str
    words: str
    place: Span

    @property
    def scheme(self) -> str:
        """The text before the first colon, in lower case: nothing for a place within the site."""
        found = SCHEME.match(self.target)
        return found[1].lower() if found else ""

    @property
    def shown(self) -> str:
        return self.target if len(self.target) <= 60 else self.target[:59] + "…"


def addresses(texts: Iterable[Passage], *, pictures: bool = False) -> Iterator[Address]:
    """Every address in `texts` that is linked to, or that a picture is taken from."""
    for passage in texts:
        # Most texts contain no link, which is quick to test.
        text = passage.text
        if isinstance(text, Line) and ("](" in text or "]:" in text or "<" in text):
            for start, end in paragraphs(text):
                yield from _in_paragraph(passage, start, text[start:end], pictures)


def _in_paragraph(passage: Passage, start: int, text: str, pictures: bool) -> Iterator[Address]:
    plain = masked(text, literals(text))
    found, _ = links(plain, pictures=pictures)
    for link in sorted((*found, *(() if pictures else _others(masked(plain, found)))), key=lambda link: link.start):
        first, last = link.target if link.target[0] < link.target[1] else (link.start, link.end)
        words = text[slice(*link.words)] if link.words else ""
        yield Address(text[slice(*link.target)], words, passage.place(start + first, start + last))


def _others(plain: str) -> Iterator[InlineLink]:
    """Addresses without words, in a text whose code and links are masked."""
    for pattern in (_DEFINED, _BARE):
        yield from (InlineLink(*found.span(), None, found.span("target")) for found in pattern.finditer(plain))


def unclosed(texts: Iterable[Passage]) -> Iterator[tuple[Passage, int, int]]:
    """The first `[words](` of each paragraph that no bracket closes: its text, and its half-open range there."""
    for passage in texts:
        if isinstance(passage.text, Line) and "](" in passage.text:
            for start, end in paragraphs(passage.text):
                text = passage.text[start:end]
                for first, last in links(masked(text, literals(text)))[1][:1]:
                    yield passage, start + first, start + last
