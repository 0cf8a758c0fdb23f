"""The addresses that links in texts lead to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.checks._running_text import Passage
from generator.diagnostics.place import Span
from generator.model.values import Line

LINK = re.compile(
    r"(?P<picture>!?)\[(?P<words>[^\[\]]*)\]\(\s*<?(?P<target>[^()\s>]*(?:\([^()]*\))?[^()\s>]*)>?[^()]*\)"
    r"|^\s*\[[^\[\]]+\]:\s*<?(?P<defined>[^\s>]+)"
    r"|<(?P<bare>[a-zA-Z][a-zA-Z0-9+.-]*:[^\s<>]*)>",
    re.MULTILINE,
)
"""A link in running text, a link defined on a line of its own, or an address in angle brackets."""

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
        if isinstance(passage.text, Line) and any(mark in passage.text for mark in ("](", "]:", "<")):
            yield from _in_passage(passage, pictures)


def _in_passage(passage: Passage, pictures: bool) -> Iterator[Address]:
    for found in LINK.finditer(passage.without_code):
        if bool(found["picture"]) is pictures:
            name = next(n for n in ("target", "defined", "bare") if found[n] is not None)
            span = found.span(name) if found[name] else found.span()
            yield Address(found[name], found["words"] or "", passage.place(*span))
