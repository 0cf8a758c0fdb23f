"""The desk at which sheets are made ready for printing: templates, styles, and the playbook they are filled from.

What leaves it is HTML in which everything stands that the page needs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.config import SiteConfig
from generator.graph import Graph
from generator.paper.formats import Paper
from generator.paper.printable import Printable
from generator.paper.sheet import PaperSheet
from generator.prose import Target, TermFinder, Writer, plain

VARIANT_TITLES: Mapping[str, str] = {
    "participant": "",
    "facilitator": "for the facilitator",
    "large": "large print",
    "cards": "pocket cards",
}


@dataclass(frozen=True, slots=True)
class Desk:
    """What all prints of one playbook are made from."""

    graph: Graph
    site: SiteConfig
    templates: Environment
    css: str
    targets: Mapping[str, Target]

    def document(self, printable: Printable, paper: Paper) -> str:
        """A document of one sheet, in as many copies as are wanted."""
        entry = printable.located.entry
        words = VARIANT_TITLES[printable.variant]
        title = f"{entry.title}, {words}" if words else entry.title
        return self.page(self.sheet(printable, paper), title, entry.summary, paper, printable.variant)

    def page(self, content: Markup, title: str, description: str, paper: Paper, variant: str) -> str:
        """A whole document around its content."""
        return self.templates.get_template("print/document.html.j2").render(
            site=self.site,
            css=self.css,
            content=content,
            title=plain(title),
            description=plain(description),
            paper=paper,
            classes=f"variant-{variant}",
        )

    def sheet(self, printable: Printable, paper: Paper) -> Markup:
        """The sheets of an entry: one copy after the other."""
        differ = printable.differ or printable.fillable
        if not differ:
            return self._copy(printable, paper, 1) * printable.copies
        return Markup("").join(self._copy(printable, paper, copy) for copy in range(1, printable.copies + 1))

    def _copy(self, printable: Printable, paper: Paper, copy: int) -> Markup:
        sheet = self.paper_sheet(printable, paper, copy)
        kind = printable.located.kind.name
        if printable.variant == "cards":
            return self._macro(f"print/{kind}.html.j2", "pocket", sheet)
        body = self._macro(f"print/{kind}.html.j2", "sheet", sheet)
        if printable.variant == "facilitator":
            return self._macro("print/facilitator.html.j2", "notes", sheet) + body
        return body

    def notes(self, printable: Printable, paper: Paper, people: int) -> Markup:
        """A trainer's notes on a worksheet, for so many people."""
        return self._macro("print/facilitator.html.j2", "notes", self.paper_sheet(printable, paper, 1), people)

    def paper_sheet(self, printable: Printable, paper: Paper, copy: int) -> PaperSheet:
        writer = Writer(
            self.targets, lambda entry_id: self.site.url + self.targets[entry_id].url, TermFinder({}), printable.id
        )
        return PaperSheet(self.graph, self.site, writer, printable, paper, copy)

    def _macro(self, template: str, name: str, *values: object) -> Markup:
        macro = getattr(self.templates.get_template(template).module, name)
        return Markup(macro(*values))


def desk(graph: Graph, site: SiteConfig, theme: Path) -> Desk:
    """The desk of a playbook, with the templates and styles of the folder `theme`."""
    templates = Environment(
        loader=FileSystemLoader(theme), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    styles = sorted((theme / "print" / "css").glob("*.css"), key=lambda p: (p.stem != "tokens", p.name))
    targets = {e.id: Target(e.entry.title, e.kind.name, e.url) for e in graph.entries.values()}
    return Desk(graph, site, templates, "".join(path.read_text("utf-8") for path in styles), targets)
