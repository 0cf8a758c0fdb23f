"""The texts of entries and pages in the playbook's own words, and where a piece of one is in its file.

Rules about words look at these. What people search by, ids, and words that are somebody else's to the letter
are left out: they cannot be corrected.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Annotated, Any, get_args, get_origin

from generator.content.graph import MENTION, Graph
from generator.content.hand_page import HandPage
from generator.content.located import Located
from generator.diagnostics.place import Route, Span
from generator.model.entry import Part
from generator.model.values import Line, Ref, Text, Verbatim
from generator.prose.blocks import without_code

NOT_OURS = frozenset(
    {"keywords", "asked_as", "own", "sources", "quote", "speaker", "author", "work", "before", "ignore"}
)
"""Fields that contain search words, names, words to the letter, or what readers do not see."""

WORD = re.compile(r"(?<![^\s—–])[^\w\s—–]*+\w[^\s—–]*+")
"""What stands between spaces and dashes and holds a letter. It is sought only from where such a piece begins."""

_SENTENCE_END = re.compile(
    r"[.!?…][\"”’')\]*_]*(?=\s+[\"“‘'(\[*_]*[A-Z0-9])|\n\s*\n|\n(?=\s*(?:[-*+|]|\d+[.)])\s)|(?<= )\|(?= )"
)
_ADDRESS = re.compile(r"(?<=\])\([^()\s]*\)|(?:https?://|mailto:|www\.)[^\s)>\]]+")
_MARKUP = re.compile(r"\[\^[^\s\[\]^]{1,40}\]:?|\[![A-Za-z]{1,20}\]")
_QUOTATION = re.compile(r'"[^"]*+"|“[^“”]*+”')
_NOT_A_SPACE = re.compile(r"\S")


@dataclass(frozen=True, eq=False)
class Passage:
    """One text of an entry, or of a page written by hand, as it is written."""

    owner: Located | HandPage
    route: Route
    text: str

    @cached_property
    def without_code(self) -> str:
        """The text with everything between backticks blanked. Here and below each letter keeps its place."""
        return without_code(self.text)

    @cached_property
    def words(self) -> str:
        """The text with everything blanked that is not read as words: code, addresses, ids, signs of notes."""
        text = self.without_code
        text = MENTION.sub(_shown, text) if "[[" in text else text
        text = _MARKUP.sub(_blank, text) if "[^" in text or "[!" in text else text
        return _ADDRESS.sub(_blank, text) if "](" in text or ":" in text or "www." in text else text

    @cached_property
    def own_words(self) -> str:
        """The same, with everything in double quotation marks blanked as well."""
        return _QUOTATION.sub(_blank, self.words)

    def sentences(self) -> Iterator[tuple[int, str]]:
        """Each sentence and where in the text it starts."""
        words, start = self.words, 0
        ends = [*(found.end() for found in _SENTENCE_END.finditer(words)), len(words)]
        for end in ends:
            sentence = words[start:end]
            yield start + len(sentence) - len(sentence.lstrip()), sentence.strip()
            start = end

    def place(self, start: int, end: int) -> Span:
        """Where `text[start:end]` is in the file, as far as it is on one line."""
        if isinstance(self.text, Line) and start < end:
            start, end = self.text.place(start), self.text.place(end - 1) + 1
        return self.place_as_written(start, end)

    def place_as_written(self, start: int, end: int) -> Span:
        """The same for `start` and `end` in the text with the marks of its provenance."""
        text = self.text.written if isinstance(self.text, Line) else str(self.text)
        return self.owner.place_in(self.route, text, start, end)


def all_passages(graph: Graph, pages: Iterable[HandPage]) -> Iterator[Passage]:
    """Every text of the entries and pages that are to be checked."""
    for located in graph.looked_at:
        yield from passages(located)
    for texts in other_passages(graph, pages):
        yield from texts


def other_passages(graph: Graph, pages: Iterable[HandPage]) -> Iterator[tuple[Passage, ...]]:
    """The texts of each entry that does not fit its kind, and of each page."""
    for located in graph.left_out:
        leaves = ((route, value) for route, value, _ in located.leaves if route[0] not in NOT_OURS)
        yield tuple(Passage(located, route, value) for route, value in leaves if isinstance(value, Line))
    for page in pages:
        yield tuple(Passage(page, route, text) for route, text in page.texts())


def passages(located: Located) -> Iterator[Passage]:
    """Every text of the entry in the playbook's own words, in the order of the fields."""
    for route, text in _texts_of_part(located.entry, ()):
        # A source is called what its author called it.
        if located.kind.name != "source" or route != ("title",):
            yield Passage(located, route, text)


def _texts_of_part(part: Part, route: Route) -> Iterator[tuple[Route, str]]:
    plain = _plain_fields(type(part))
    # The same as to iterate over the part, in a third of the time.
    for name, value in part.__dict__.items():
        if value and name not in NOT_OURS:
            yield from _texts_of_value(value, (*route, name), name in plain)


def _texts_of_value(value: object, route: Route, plain: bool) -> Iterator[tuple[Route, str]]:
    match value:
        case Ref():
            return
        case str():
            if plain or isinstance(value, Line | Verbatim):
                yield route, value
        case Part():
            yield from _texts_of_part(value, route)
        case tuple():
            for index, item in enumerate(value):
                yield from _texts_of_value(item, (*route, index), plain)
        case dict():
            for key, item in value.items():
                yield from _texts_of_value(item, (*route, key), plain)


@cache
def _plain_fields(model: type[Part]) -> frozenset[str]:
    """The fields of `model` that contain plain text, which is no type of its own: `Text` and not `Id` or a choice."""
    mark = get_args(Text)[1]
    fields = model.model_fields.items()
    return frozenset(name for name, info in fields if mark in (*info.metadata, *_metadata(info.annotation)))


def _metadata(annotation: Any) -> Iterator[Any]:
    first, *rest = get_args(annotation) or (None,)
    if get_origin(annotation) is Annotated:
        yield from rest
        yield from _metadata(first)
    else:
        for part in (first, *rest):
            if part is not None:
                yield from _metadata(part)


def _blank(found: re.Match[str]) -> str:
    return _NOT_A_SPACE.sub(" ", found[0])


def _shown(mention: re.Match[str]) -> str:
    """A mention as the reader sees it. Without words of its own it shows a title, which is looked at elsewhere."""
    if mention[2] is None:
        return _blank(mention)
    start, end = (at - mention.start() for at in mention.span(2))
    return " " * start + mention[2] + " " * (len(mention[0]) - end)
