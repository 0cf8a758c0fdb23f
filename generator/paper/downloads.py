"""The PDFs that a site offers, and where they lie in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.content.graph import Graph
from generator.paper.sheets import Printable, printables
from generator.paper.sizes import PAPERS, Paper
from generator.site.page import Download

FOLDER = "print"


@dataclass(frozen=True, slots=True)
class Offer:
    """A sheet on one size of paper."""

    printable: Printable
    paper: Paper

    @property
    def path(self) -> str:
        """The file, relative to the site: `print/a4/slow-down.pdf`, `print/letter/large/slow-down.pdf`."""
        variant = "" if self.printable.variant == "participant" else f"{self.printable.variant}/"
        return f"{FOLDER}/{self.paper.name}/{variant}{self.printable.id}.pdf"


def offers(graph: Graph) -> Iterator[Offer]:
    """Every PDF of a site."""
    for printable in printables(graph):
        for paper in PAPERS.values():
            yield Offer(printable, paper)


def downloads(graph: Graph) -> Mapping[str, tuple[Download, ...]]:
    """What the page of each entry that has PDFs links to."""
    found: dict[str, list[Download]] = {}
    words = graph.kinds.language.words.print_links
    for offer in offers(graph):
        kind, variant = offer.printable.located.kind.name, offer.printable.variant
        has_own = kind in words.of_kind and variant in words.of_kind[kind]
        label = words.of_kind[kind][variant] if has_own else words.variant[variant]
        found.setdefault(offer.printable.id, []).append(Download(label, offer.paper.label, offer.path))
    return {entry_id: tuple(of_entry) for entry_id, of_entry in found.items()}
