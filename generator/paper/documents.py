"""The HTML documents that are printed, made from the templates and styles of a theme and from a playbook.

A document holds everything that its pages need.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from jinja2 import Environment
from markupsafe import Markup

from generator.config.settings import SiteConfig
from generator.config.theme import Theme
from generator.content.graph import Graph
from generator.kinds.worksheet import Worksheet
from generator.language.language import Language
from generator.paper.fitting import limits_in, sizes_in, with_sizes
from generator.paper.pack import AgendaItem, Pack
from generator.paper.qr import qr_picture
from generator.paper.sheet_context import SheetContext, shortened
from generator.paper.sheets import UNUSED, Printable
from generator.paper.sizes import Paper
from generator.prose.marked_parts import signs_in
from generator.prose.term_finder import TermFinder
from generator.prose.typography import plain
from generator.prose.writer import Target, Writer
from generator.site.templates import templates_of
from generator.site.theme_files import paper_styles

NOTES = "components/facilitator/paper.html.j2"
"""The template of what a facilitator needs to run a worksheet."""

Settle: TypeAlias = Callable[[str, str], str]
"""Gives the sheets of a document their density. Its title comes first, for those who wait."""


@dataclass(frozen=True, slots=True)
class Documents:
    """What all prints of one playbook are made from."""

    graph: Graph
    site: SiteConfig
    templates: Environment
    css: str
    targets: Mapping[str, Target]

    @property
    def language(self) -> Language:
        return self.graph.kinds.language

    def document(self, printable: Printable, paper: Paper) -> str:
        """A document of one sheet, in as many copies as are wanted."""
        entry = printable.located.entry
        words, title = self.language.words.paper, entry.title
        if printable.variant in words.variant:
            title = words.with_variant(title=title, variant=words.variant[printable.variant])
        return self.page(self.sheet(printable, paper), title, entry.summary, paper, f"variant-{printable.variant}")

    def page(self, content: Markup, title: str, description: str, paper: Paper, classes: str) -> str:
        """A whole document around its content."""
        return self.templates.get_template("paper/document.html.j2").render(
            site=self.site,
            direction=self.language.direction,
            css=self.css,
            content=content,
            title=plain(title),
            description=plain(description),
            paper=paper,
            classes=classes,
        )

    def sheet(self, printable: Printable, paper: Paper) -> Markup:
        """The sheets of an entry: one copy after the other, then the cards to cut out for all of them."""
        return Markup("").join([*self._copies(printable, paper), self._cut_out(printable, paper)])

    def _copies(self, printable: Printable, paper: Paper) -> Iterable[Markup]:
        """The copies. Only those are made one by one that have fields, or that differ."""
        if not (printable.differ or printable.fillable):
            return [self._copy(printable, paper, 1)] * printable.copies
        return (self._copy(printable, paper, copy) for copy in range(1, printable.copies + 1))

    def _copy(self, printable: Printable, paper: Paper, copy: int) -> Markup:
        sheet = self.paper_sheet(printable, paper, copy)
        kind = printable.located.kind.name
        if printable.variant == "cards":
            return self._macro(f"paper/{kind}.html.j2", "pocket", sheet)
        if printable.variant in UNUSED:
            # Nobody fills these in; without fields the file is a fifth as large.
            sheet = self.paper_sheet(replace(printable, fillable=False), paper, copy)
        body = self._macro(f"paper/{kind}.html.j2", "sheet", sheet)
        return self._macro(NOTES, "notes", sheet) + body if printable.variant == "facilitator" else body

    def _cut_out(self, printable: Printable, paper: Paper) -> Markup:
        """The cards of a worksheet: those of all copies, so that they share pages."""
        if not isinstance(printable.located.entry, Worksheet) or printable.variant == "specimen":
            return Markup()
        return self._macro("paper/worksheet.html.j2", "cut_out", self.paper_sheet(printable, paper, 1))

    def pack(self, pack: Pack, paper: Paper, settle: Settle, *, duplex: bool = False) -> str:
        """A document of a pack. `settle` gives the sheets of a document their density."""
        template: Any = self.templates.get_template("paper/pack.html.j2").module
        md = self.writer("").html
        address = self.site.url + (pack.located.url if pack.located else "")
        short = shortened(address)
        titles = {sheet.id: sheet.located.entry.title for sheet in pack.sheets}
        parts = [template.cover(pack, self.site, md, address, short, qr_picture(address), paper)]
        if pack.path:
            parts.append(template.agenda(pack, titles, md))
        parts += [self._copies_in_pack(sheet, paper, settle) for sheet in pack.sheets]
        if pack.path or pack.with_notes:
            parts.append(template.facilitator(pack, titles, self._reading, md))
            parts += [self.notes(sheet, paper, pack.people) for sheet in pack.with_notes]
        large = " variant-large" if any(sheet.variant == "large" for sheet in pack.sheets) else ""
        classes = f"pack{' duplex' if duplex else ''}{large}"
        title = self.language.words.paper.for_people(pack.people, title=pack.title)
        return self.page(Markup("").join(parts), title, self.site.tagline, paper, classes)

    def book_page(self, content: str, title: str, description: str, paper: Paper) -> str:
        """The document of the book around its content."""
        return self.page(Markup(content), title, description, paper, "book")

    def _copies_in_pack(self, printable: Printable, paper: Paper, settle: Settle) -> Markup:
        entry = printable.located.entry
        first, cards = self._copy(printable, paper, 1), self._cut_out(printable, paper)
        tried = self.page(first + cards, entry.title, "", paper, f"variant-{printable.variant}")
        sizes = sizes_in(settle(entry.title, tried))
        copies = "".join(with_sizes(copy, sizes) for copy in self._copies(printable, paper))
        copies += with_sizes(cards, sizes[len(limits_in(first)) :])
        label = f"{entry.title} ({printable.copies})" if printable.copies > 1 else entry.title
        return Markup('<div class="sheet-start" id="sheet-{}" title="{}">{}</div>').format(
            printable.id, label, Markup(copies)
        )

    def _reading(self, stop: AgendaItem) -> tuple[tuple[str, str], ...]:
        """What a facilitator reads before a station: titles and addresses."""
        entries = self.graph.entries
        ids = [link.to for link in stop.station.read if link.to not in stop.sheets]
        return tuple((entries[i].entry.title, self.site.url + entries[i].url) for i in ids)

    def notes(self, printable: Printable, paper: Paper, people: int) -> Markup:
        """A trainer's notes on a worksheet, for so many people."""
        return self._macro(NOTES, "notes", self.paper_sheet(printable, paper, 1), people)

    def paper_sheet(self, printable: Printable, paper: Paper, copy: int) -> SheetContext:
        entry, filled = printable.located.entry, dict[str, str]()
        if printable.variant == "specimen" and isinstance(entry, Worksheet):
            filled = dict(entry.specimen_read(self.graph.entries).filled)
        return SheetContext(self.graph, self.site, self.writer(printable.id), printable, paper, copy, filled)

    def writer(self, own_id: str) -> Writer:
        """Renders texts whose links lead to the site."""
        signs = signs_in(self.language.words)
        address = self.site.url
        return Writer(self.targets, lambda target: address + self.targets[target].url, TermFinder({}), own_id, signs)

    def _macro(self, template: str, name: str, *values: object) -> Markup:
        macro = getattr(self.templates.get_template(template).module, name)
        return Markup(macro(*values))


def documents_of(graph: Graph, site: SiteConfig, theme: Theme) -> Documents:
    """What makes the documents of a playbook, with the templates and styles of its theme."""
    targets = {e.id: Target(e.entry.title, e.kind.name, e.url) for e in graph.entries.values()}
    return Documents(graph, site, templates_of(theme, graph.kinds.language), paper_styles(theme), targets)
