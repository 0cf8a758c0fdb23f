"""The HTML documents that are printed, made from the templates and styles of a theme and from a playbook.

A document holds everything that its pages need.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from jinja2 import Environment
from markupsafe import Markup

from generator.config.settings import SiteConfig
from generator.config.theme import Theme
from generator.content.graph import Graph
from generator.content.located import Located
from generator.kinds.worksheet import Worksheet
from generator.kinds.worksheet_blocks.cards import CardsBlock
from generator.language.language import Language
from generator.paper.brand import brand_styles, room_for_feet
from generator.paper.decks import deck_styles
from generator.paper.sheet_context import SheetContext
from generator.paper.sheets import UNUSED, Printable
from generator.paper.sizes import DeckSize, Paper, Variant
from generator.paper.typefaces import said_of
from generator.prose.attached import FilesOnPaper, found
from generator.prose.finishing import Finishing
from generator.prose.marked_parts import signs_in
from generator.prose.term_finder import TermFinder
from generator.prose.typography import plain
from generator.prose.writer import Target, Writer
from generator.site.kind_looks import paper_looks
from generator.site.templates import templates_of
from generator.site.theme_files import paper_styles

NOTES = "components/facilitator/paper.html.j2"
"""The template of what a facilitator needs to run a worksheet."""


MACROS: Mapping[Variant, str] = MappingProxyType({"cards": "pocket", "facilitator": "facilitator"})
"""The macros of the variants that are not the sheet itself, in the template of the kind."""


@dataclass(frozen=True, slots=True)
class Documents:
    """What all prints of one playbook are made from."""

    graph: Graph
    site: SiteConfig
    templates: Environment
    css: str
    targets: Mapping[str, Target]
    duplex: bool = False
    """Whether both sides of the paper are printed, so that margins are mirrored from page to page."""

    @property
    def language(self) -> Language:
        return self.graph.kinds.language

    def document(self, printable: Printable, paper: Paper) -> str:
        """A document of one sheet, in as many copies as are wanted."""
        entry = printable.located.entry
        words, title = self.language.words.paper, entry.title
        if printable.variant in words.variant:
            title = words.with_variant(title=title, variant=words.variant[printable.variant])
        if isinstance(paper, DeckSize):
            return self._deck(printable, paper)
        return self.page(self.sheet(printable, paper), title, entry.summary, paper, f"variant-{printable.variant}")

    def _deck(self, printable: Printable, size: DeckSize) -> str:
        """The document of a deck."""
        return self.deck_page(self.copy(printable, size, 1), printable.located, size)

    def deck_page(self, content: Markup, located: Located, size: DeckSize) -> str:
        """The document of a deck of an entry around its content: fronts and backs as pages, to be put together."""
        entry, words = located.entry, self.language.words.paper
        title = words.with_variant(title=entry.title, variant=words.deck)
        styles = deck_styles(size, str(plain(entry.title)))
        classes = "deck deck--shop" if size.bleed else "deck deck--sheet"
        return self.page(content, title, entry.summary, size, classes, styles, located.kind.name)

    def page(
        self,
        content: Markup,
        title: str,
        description: str,
        paper: Paper,
        classes: str,
        deck: str = "",
        kind: str = "",
    ) -> str:
        """A whole document around its content. A `deck` has these styles for its pages, and the colour of a `kind`."""
        return self.templates.get_template("paper/document.html.j2").render(
            site=self.site,
            direction=self.language.direction,
            css=self.css + ("" if deck else room_for_feet(content, self.site.footer)),
            deck=deck,
            kind=kind,
            content=content,
            title=plain(title),
            description=plain(description),
            paper=paper,
            classes=classes,
            duplex=self.duplex,
            typefaces=said_of(self.site.fonts.text, self.site.fonts.headings),
        )

    def sheet(self, printable: Printable, paper: Paper) -> Markup:
        """The sheets of an entry: one copy after the other, then the cards to cut out for all of them."""
        return Markup("").join([*self._copies(printable, paper), self.cut_out(printable, paper)])

    def _copies(self, printable: Printable, paper: Paper) -> Iterable[Markup]:
        """The copies. Only those are made one by one that have fields, or that differ."""
        if not (printable.differ or printable.fillable):
            return [self.copy(printable, paper, 1)] * printable.copies
        return (self.copy(printable, paper, copy) for copy in range(1, printable.copies + 1))

    def copy(self, printable: Printable, paper: Paper, copy: int) -> Markup:
        """One copy of a sheet, from 1."""
        # Nobody fills in the unused ones; without fields the file is a fifth as large.
        shown = replace(printable, fillable=False) if printable.variant in UNUSED else printable
        macro = MACROS.get(printable.variant, "sheet")
        return self.macro(f"paper/{printable.located.kind.name}.html.j2", macro, self.paper_sheet(shown, paper, copy))

    def cut_out(self, printable: Printable, paper: Paper) -> Markup:
        """The cards of a worksheet: those of all copies, so that they share pages."""
        if not isinstance(printable.located.entry, Worksheet) or printable.variant == "specimen":
            return Markup()
        return self.macro("paper/worksheet.html.j2", "cut_out", self.paper_sheet(printable, paper, 1))

    def card_sets(self, located: Located, paper: Paper, number: int, block: CardsBlock | None = None) -> Markup:
        """So many sets of the cards of a role play, or of a block of a worksheet."""
        printable = Printable(located, "cards", number, fillable=False, people=number)
        if not block:
            return self.copy(printable, paper, 1)
        return self.macro("paper/worksheet.html.j2", "sets_of", self.paper_sheet(printable, paper, 1), block, number)

    def blank(self, paper: Paper) -> str:
        """The document of a page that is left blank so that what follows starts on a new sheet of paper."""
        words = self.language.words.paper.left_blank
        content = Markup('<section class="left-blank"><p class="foot">{}</p></section>').format(words)
        return self.page(content, words, "", paper, "pack")

    def blank_to_fill(self, paper: Paper) -> str:
        """The document of such a page with a field, so that the whole typeface of fields is in it."""
        words = self.language.words.paper.left_blank
        content = Markup(
            '<section class="left-blank"><p class="foot">{}</p>'
            '<form><input type="text" name="pack 1 blank" data-key="blank" title="{}"></form></section>'
        ).format(words, words)
        return self.page(content, words, "", paper, "pack")

    def book_page(self, content: str, title: str, description: str, paper: Paper) -> str:
        """The document of the book around its content."""
        return self.page(Markup(content), title, description, paper, "book")

    def paper_sheet(self, printable: Printable, paper: Paper, copy: int) -> SheetContext:
        entry, filled = printable.located.entry, dict[str, str]()
        if printable.variant == "specimen" and isinstance(entry, Worksheet):
            filled = dict(entry.specimen_read(self.graph.entries).filled)
        return SheetContext(self.graph, self.site, self.writer(printable.id), printable, paper, copy, filled)

    def writer(self, own_id: str) -> Writer:
        """Renders texts whose links lead to the site."""
        words, address = self.language.words, self.site.url
        return Writer(
            self.targets,
            lambda target: address + self.targets[target].url,
            TermFinder({}),
            own_id,
            self.files,
            signs_in(words),
            Finishing(words.texts),
        )

    @property
    def files(self) -> FilesOnPaper:
        """How documents show pictures and files."""
        return FilesOnPaper(self.graph.files, self.site.url, self.language, self.site.video_hosts)

    @property
    def logo(self) -> Markup:
        """The logo of the playbook, on covers; empty if it has none."""
        return Markup(self.files.picture(self.site.logo, self.site.name) or "")

    def macro(self, template: str, name: str, *values: object) -> Markup:
        """What a macro of a template makes."""
        try:
            macro = getattr(self.templates.get_template(template).module, name)
            return Markup(macro(*values))
        except Exception:
            self.templates.handle_exception()


def on_the_back(html: str) -> str:
    """A document whose first page is printed on the back of another."""
    return html.replace("<html ", '<html class="verso" ', 1)


def documents_of(graph: Graph, site: SiteConfig, theme: Theme) -> Documents:
    """What makes the documents of a playbook, with the templates and styles of its theme."""
    own = brand_styles(site, found(graph.files, site.logo))
    targets = {e.id: Target(e.entry.title, e.kind.name, e.url) for e in graph.entries.values()}
    return Documents(
        graph,
        site,
        templates_of(theme, graph.kinds.language),
        "".join((paper_styles(theme), paper_looks(graph.kinds, theme), theme.brand.paper_styles, own)),
        targets,
    )
