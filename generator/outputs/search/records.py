"""The searched pages: entries with their sections, index pages, and hand-written pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html.parser import HTMLParser

from generator.content.graph import Graph
from generator.content.located import Located
from generator.model.facets import FACETS
from generator.outputs._record import Record, SearchSection
from generator.site.page import Page

LEFT_OUT = frozenset({"home", "404", "search", "browse"})
"""Kinds of pages that are not indexed."""

BORROWED_CLASSES = frozenset({"links", "row", "own-mark", "pull-quote", "cards", "printed"})
"""Elements that show words of other pages or sections, by class."""

SILENT = frozenset({"script", "script-notice", "style", "svg", "button", "select", "option", "textarea", "nav"})
"""Elements whose content is no text of the page."""

_VOID = "area base br col embed hr img input link meta source track wbr"
_INLINE = "a abbr b cite code em i kbd mark q s small span strong sub sup u"
VOID, INLINE = frozenset(_VOID.split()), frozenset(_INLINE.split())
HEADINGS = frozenset({"h3", "h4", "h5", "h6"})


def records(pages: Iterable[Page], graph: Graph) -> tuple[Record, ...]:
    """The records of all pages worth finding, in the order of the pages."""
    by_url = {located.url: located for located in graph.entries.values()}
    found = (record(page, by_url.get(page.url)) for page in pages)
    return tuple(one for one in found if one)


def record(page: Page, located: Located | None) -> Record | None:
    """The record of a page, which may be that of an entry; None if it is not searched."""
    if page.kind in LEFT_OUT:
        return None
    if located is None:
        kind = "index" if page.kind == "index" else "page"
        # Pages that are neither entries nor written by hand show words that belong to entries.
        passages = tuple(_passages(page)) if page.kind == "page" else ()
        return Record(page.url, kind, _plain(page.title), _plain(page.description), passages=passages)
    entry = located.entry
    return Record(
        page.url,
        located.kind.name,
        _plain(page.title),
        _plain(page.description),
        entry.keywords,
        entry.asked_as,
        {facet.name: facet.shown(located) for facet in FACETS},
        tuple(_passages(page)),
    )


def _passages(page: Page) -> Iterator[SearchSection]:
    for section in page.sections:
        if section.derived or not section.searched:
            continue
        reader = _TextExtractor()
        reader.feed(section.html)
        reader.close()
        yield SearchSection(section.id, _plain(section.heading), tuple(reader.headings), reader.text)


def _plain(html: str) -> str:
    reader = _TextExtractor()
    reader.feed(html)
    reader.close()
    return reader.text


class _TextExtractor(HTMLParser):
    """Takes the text out of HTML: what a reader would read there and not elsewhere."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.headings: list[str] = []
        self.open: list[tuple[str, bool]] = []
        self.heading: list[str] | None = None

    @property
    def text(self) -> str:
        return " ".join("".join(self.pieces).split())

    @property
    def _silent(self) -> bool:
        return any(silent for _, silent in self.open)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.pieces.append("" if tag in INLINE else " ")
        if tag in VOID:
            return
        classes = set((dict(attrs).get("class") or "").split())
        self.open.append((tag, tag in SILENT or bool(classes & BORROWED_CLASSES)))
        if tag in HEADINGS and not self._silent:
            self.heading = []

    def handle_endtag(self, tag: str) -> None:
        if any(tag == name for name, _ in self.open):
            while self.open.pop()[0] != tag:
                pass
        self.pieces.append("" if tag in INLINE else " ")
        if tag in HEADINGS and self.heading is not None:
            self.headings.append(" ".join("".join(self.heading).split()))
            self.heading = None

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        self.pieces.append(data)
        if self.heading is not None:
            self.heading.append(data)
