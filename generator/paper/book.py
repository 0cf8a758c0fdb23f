"""The whole playbook as a book: chapters by kind, entries with cross-references by page, contents, index, bookmarks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.config.settings import SiteConfig
from generator.config.theme import Theme
from generator.content.graph import Graph
from generator.content.located import Located
from generator.model import addresses
from generator.model.kind import Kind
from generator.paper.book_index import index
from generator.paper.documents import Documents, on_the_back
from generator.paper.fitting import style_of
from generator.paper.sheets import PRINTED_AS, Printable
from generator.paper.sizes import Paper, Variant
from generator.prose.attached import FilesOnPaper, ShownFiles
from generator.prose.finishing import Finishing
from generator.site.page import Section
from generator.site.page_context import PageContext
from generator.site.pages import DECLARED, INDEX_LEVELS, TABLE
from generator.site.shared_by_pages import shared_by_pages
from generator.site.site_context import SiteContext

TYPE = 9.5
"""The size of type of sheets in the book, in points."""

LISTED = 200
"""The contents of a book with so many entries list all of them; those of a larger one list groups, on a few pages."""

_HEADING = re.compile(r"(</?h)([2-4])\b")
_ID = re.compile(r'\s(?:id|for|aria-labelledby|aria-describedby)="[^"]*"')
_WITHIN = re.compile(r'href="#([ekx]-[^"]+)"(>(?=</a>))?')
_BESIDE = re.compile(r'<p class="tool-first"><a href="#[^"<>]*+">[^<>]*+</a></p>')
"""What leads to a part of the page that needs a screen."""

_FIT = re.compile(r'data-fit="\w+" data-type="[^"]*" style="[^"]*"')


@dataclass(frozen=True, slots=True)
class Chapter:
    """The entries of a kind, in their groups: heading and entries."""

    kind: Kind
    groups: tuple[tuple[str, tuple[Located, ...]], ...]


def chapters(graph: Graph, site: SiteConfig) -> Iterator[Chapter]:
    """The chapters in the order of the navigation; kinds that are not in it come last."""
    in_nav = [graph.kinds.by_plural[plural] for group in site.nav for plural in group.kinds]
    for kind in dict.fromkeys([*in_nav, *graph.kinds]):
        groups = tuple((heading, tuple(found)) for _, heading, found in graph.grouped(kind.name))
        if groups:
            yield Chapter(kind, groups)


@dataclass(slots=True)
class BookPage(PageContext):
    """An entry while it is written into the book. The entries it links to are in the same book."""

    anchors: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        PageContext.__post_init__(self)
        self.writer.finishing = Finishing(self.words.texts)

    def files(self) -> ShownFiles:
        return FilesOnPaper(self.shared.graph.files, self.shared.site.url, self.language, self.shared.site.video_hosts)

    def href(self, target: str) -> str:
        return self.anchors.get(target) or self.shared.site.url + target


def book(documents: Documents, theme: Theme, paper: Paper) -> tuple[str, ...]:
    """The documents of the book: cover and contents, one for each chapter, the index. `with_pages` completes them."""
    graph, site = documents.graph, documents.site
    shared = shared_by_pages(graph, site, theme)
    anchors = {located.url: f"#e-{located.id}" for located in graph.entries.values()}
    anchors |= {addresses.index(kind.plural): f"#k-{kind.plural}" for kind in graph.kinds if kind.name in shared.order}
    found = tuple(chapters(graph, site))
    bodies = {located.id: _entry(documents, shared, located, anchors, paper) for located in graph.entries.values()}
    tables = {chapter.kind.name: _table(shared, chapter.kind, anchors) for chapter in found if chapter.kind.table}
    template: Any = documents.templates.get_template("paper/book.html.j2").module
    md = documents.writer("").html
    parts = [
        template.front(found, len(bodies) <= LISTED, site, md, documents.logo),
        *(template.chapter(chapter, bodies, tables, site, md) for chapter in found),
        template.index(
            index(located for chapter in found for _, group in chapter.groups for located in group), site, md
        ),
    ]
    return tuple(documents.book_page(part, site.name, site.tagline, paper) for part in parts)


def _table(shared: SiteContext, kind: Kind, anchors: dict[str, str]) -> str:
    """The table at the beginning of a chapter: the same as on the index page of the kind."""
    index = BookPage(shared, addresses.index(kind.plural), anchors=anchors)
    return "".join(part.html for part in index.sections(INDEX_LEVELS, listed=kind) if part.id == TABLE)


def with_pages(html: str, pages: Mapping[str, int], first: int = 1) -> str:
    """A document of the book with the page that each link within the book leads to. Links lead into other documents.

    A link without words shows the page. `first` is the page on which the document starts: even pages have their wide
    margin on the other side.
    """

    def link(found: re.Match[str]) -> str:
        if found[1] not in pages:
            return found[0]
        return f'href="part:{found[1]}" data-page="{pages[found[1]]}"' + (f">{pages[found[1]]}" if found[2] else "")

    return _WITHIN.sub(link, html if first % 2 else on_the_back(html))


def _entry(documents: Documents, shared: SiteContext, located: Located, anchors: dict[str, str], paper: Paper) -> str:
    sheet = BookPage(shared, located.url, located, anchors=anchors)
    kind = located.kind.name
    if kind in PRINTED_AS and kind not in ("conversation", "dialogue"):
        variant: Variant = "facilitator" if "facilitator" in PRINTED_AS[kind] else "participant"
        printable = Printable(located, variant, fillable=False)
        return _ID.sub("", _FIT.sub(f'style="{style_of(TYPE)}"', str(documents.sheet(printable, paper))))
    sections = sheet.own_sections(f"paper/book/{kind}.html.j2", f"pages/{kind}.html.j2", DECLARED)
    return sheet.body("paper/book/entry.html.j2", parts=_parts(sections))


def text_parts(shared: SiteContext, located: Located) -> list[tuple[str, str]]:
    """The headings and the HTML of the text of an entry on paper. Its links lead to the site, its headings are those of
    its page."""
    page, kind = BookPage(shared, located.url, located), located.kind.name
    sections = page.own_sections(f"paper/book/{kind}.html.j2", f"pages/{kind}.html.j2", DECLARED)
    return [(part.heading, _on_paper(part.html)) for part in sections if not part.derived]


def _parts(sections: Iterable[Section]) -> list[tuple[str, str]]:
    """The headings and the HTML of sections in the book, where their headings are one level deeper than on their page.
    What other entries say has pages of its own there."""
    return [(part.heading, _one_deeper(_on_paper(part.html))) for part in sections if not part.derived]


def _on_paper(html: str) -> str:
    return _BESIDE.sub("", _ID.sub("", html))


def _one_deeper(html: str) -> str:
    return _HEADING.sub(lambda found: f"{found[1]}{min(int(found[2]) + 1, 6)}", html)
