"""The searched pages: entries with their sections, index pages, and hand-written pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import NamedTuple

from generator.content.graph import Graph
from generator.content.located import Located
from generator.model.facets import facets_of
from generator.model.page_field import searched
from generator.outputs._record import Record, SearchSection
from generator.outputs.search.words import words
from generator.site.page import Page

LEFT_OUT = frozenset({"home", "404", "search"})
"""Kinds of pages that are not indexed."""

BORROWED_CLASSES = frozenset({"links", "row", "own-mark", "pull-quote", "cards", "printed", "note-mark"})
"""Elements that show words of other pages or sections, or no words, by class."""

SILENT = frozenset({"script", "script-notice", "style", "svg", "button", "select", "option", "textarea", "nav"})
"""Elements whose content is no text of the page."""

_VOID = "area base br col embed hr img input link meta source track wbr"
_INLINE = "a abbr b cite code em i kbd mark q s small span strong sub sup u"
VOID, INLINE = frozenset(_VOID.split()), frozenset(_INLINE.split())
HEADINGS = frozenset({"h3", "h4", "h5", "h6"})


def records(pages: Iterable[Page], graph: Graph) -> tuple[Record, ...]:
    """The records of all pages worth finding, in the order of the pages."""
    by_url = {located.url: located for located in graph.entries.values()}
    draft = graph.kinds.language.words.life.draft
    found = (record(page, by_url.get(page.url), draft) for page in pages)
    return tuple(one for one in found if one)


def record(page: Page, located: Located | None, draft: str = "") -> Record | None:
    """The record of a page, which may be that of an entry; None if it is not searched. `draft` is the word for drafts,
    which only a preview shows: behind their titles it tells them apart among the results.
    """
    if page.kind in LEFT_OUT:
        return None
    if located is None:
        kind = "index" if page.kind == "index" else "page"
        # Pages that are neither entries nor written by hand show words that belong to entries.
        passages = tuple(_passages(page)) if page.kind == "page" else ()
        title, summary = _plain(page.title), _plain(page.description)
        # A single word tells more than one that stands in a question, as the keywords of entries do.
        keywords = tuple(text for text in page.asked_as if len(words(text)) == 1)
        questions = tuple(text for text in page.asked_as if text not in keywords)
        return Record(page.url, kind, title, summary, keywords, questions, passages=passages)
    entry = located.entry
    return Record(
        page.url,
        located.kind.name,
        _plain(page.title) + (f" ({draft})" if entry.draft and draft else ""),
        _plain(page.description),
        (*entry.keywords, *searched(located.kind.fields, entry)),
        entry.asked_as,
        {facet.name: facet.shown(located) for facet in facets_of((located.kind,))},
        tuple(_passages(page)),
    )


def _passages(page: Page) -> Iterator[SearchSection]:
    for section in page.sections:
        if not section.derived and section.searched:
            for part in _read(section.html):
                anchor, heading = part.anchor or section.id, part.heading or _plain(section.heading)
                if part.text or not part.anchor:
                    yield SearchSection(anchor, heading, part.subheadings, " ".join(words(part.text)))


def _plain(html: str) -> str:
    return " ".join(part.text for part in _read(html)) if "<" in html else _joined([unescape(html)])


_MARKUP = re.compile(r"""<!--.*?-->|<(/?)([a-z][a-z0-9-]*+)((?:[^>"']|"[^"]*"|'[^']*')*+)>""", re.DOTALL)
_ALT = re.compile(r"""\balt="([^"]*)\"""")
_ID = re.compile(r"""\bid="([^"]*)\"""")
_CLASS = re.compile(r"""\bclass=["']([^"']*)["']""")


class _PagePart(NamedTuple):
    """What stands under a heading with an address of its own, with that heading; or all that stands above the first."""

    anchor: str
    heading: str
    text: str
    subheadings: tuple[str, ...]


def _read(html: str) -> tuple[_PagePart, ...]:
    """The text of HTML, what a reader would read there and not elsewhere, in parts.

    Our bodies are well formed, which makes one pass over tags and texts enough.
    """
    reader, at = _PageReader(), 0
    for found in _MARKUP.finditer(html):
        start = found.start()
        if at < start and not reader.silent_from:
            reader.pieces.append(unescape(html[at:start]))
        at = found.end()
        closes, name, attributes = found.groups()
        if name:
            reader.pieces.append("" if name in INLINE else " ")
            if name == "img" and not reader.silent_from and (said := _ALT.search(attributes)):
                reader.pieces.append(f"{unescape(said[1])} ")
            if closes:
                reader.close(name)
            elif name not in VOID and not attributes.endswith("/"):
                reader.open(name, attributes)
    if not reader.silent_from:
        reader.pieces.append(unescape(html[at:]))
    return tuple(reader.parts())


@dataclass(slots=True)
class _PageReader:
    """Takes in tags in their order. Lives for one text."""

    pieces: list[str] = field(default_factory=list)
    headings: list[tuple[int, str, str]] = field(default_factory=list)
    """The headings: the piece with which each begins, its address if it has one, and its words."""
    opened: list[str] = field(default_factory=list)
    """The elements around the place that is read."""
    silent_from: int = 0
    """How many elements were open when one opened whose content is not read; 0 if none is open."""
    heading_from: int = -1
    """The piece with which a heading begins; -1 outside of headings."""
    heading_id: str = ""

    def open(self, name: str, attributes: str) -> None:
        self.opened.append(name)
        if not self.silent_from:
            if _is_silent(name, attributes):
                self.silent_from = len(self.opened)
            elif name in HEADINGS:
                self.heading_from, named = len(self.pieces), _ID.search(attributes)
                self.heading_id = unescape(named[1]) if named else ""

    def close(self, name: str) -> None:
        while name in self.opened and self.opened.pop() != name:
            pass
        if len(self.opened) < self.silent_from:
            self.silent_from = 0
        if name in HEADINGS and self.heading_from >= 0:
            heading = _joined(self.pieces[self.heading_from :])
            self.headings.append((self.heading_from, self.heading_id, heading))
            self.heading_from = -1

    def parts(self) -> Iterator[_PagePart]:
        starts = [(0, "", ""), *(heading for heading in self.headings if heading[1])]
        ends = [*(start for start, *_ in starts[1:]), len(self.pieces)]
        for (start, anchor, heading), end in zip(starts, ends, strict=True):
            within = tuple(words for at, named, words in self.headings if start <= at < end and not named)
            yield _PagePart(anchor, heading, _joined(self.pieces[start:end]), within)


def _is_silent(name: str, attributes: str) -> bool:
    classes = _CLASS.search(attributes) if "class=" in attributes else None
    return name in SILENT or bool(classes and not BORROWED_CLASSES.isdisjoint(classes[1].split()))


def _joined(pieces: Iterable[str]) -> str:
    return " ".join("".join(pieces).split())
