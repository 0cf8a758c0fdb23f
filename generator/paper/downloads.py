"""The PDFs and DOCX that a site offers, and where they lie in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from generator.content.graph import Graph
from generator.language.language import Language
from generator.paper.sheets import Printable, decks, printables
from generator.paper.sizes import A4, DECKS, LETTER, PAPERS, DeckSize, Paper, Variant
from generator.site.page import FOR_DECKS, FOR_PACKS, Download

FOLDER = "print"

Form: TypeAlias = Literal["pdf", "docx", "pptx"]

LETTER_REGIONS = frozenset(("US", "CA", "MX", "PH", "CL", "CO"))
"""Regions whose usual paper is Letter."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A sheet on one size of paper, as a file of this form."""

    printable: Printable
    paper: Paper
    form: Form = "pdf"

    @property
    def path(self) -> str:
        """The file, relative to the site: `print/a4/slow-down.pdf`, `print/letter/large/slow-down.pdf`, or
        `print/decks/poker/slow-down.pdf`."""
        if isinstance(self.paper, DeckSize):
            return f"{FOLDER}/decks/{self.paper.name}/{self.printable.id}.pdf"
        variant = "" if self.printable.variant == "participant" else f"{self.printable.variant}/"
        folder = self.paper.name if self.form == "pdf" else self.form
        return f"{FOLDER}/{folder}/{variant}{self.printable.id}.{self.form}"


def offers(graph: Graph) -> Iterator[Offer]:
    """Every PDF of a site."""
    for printable in printables(graph):
        for paper in PAPERS.values():
            yield Offer(printable, paper)
    yield from decks_offered(graph)


def decks_offered(graph: Graph) -> Iterator[Offer]:
    """Every deck of a site, in each size."""
    for printable in decks(graph):
        for size in DECKS.values():
            yield Offer(printable, size)


WORDED: tuple[Variant, ...] = ("participant", "facilitator")
"""The variants that are also offered as DOCX: what one adapts is a sheet, or what its facilitator needs."""


def usual_paper(language: Language) -> Paper:
    """The paper that is usual where a language is spoken."""
    return LETTER if language.tag.rpartition("-")[2] in LETTER_REGIONS else A4


def words_offered(graph: Graph) -> Iterator[Offer]:
    """Every DOCX and every deck of a site. Their paper is that of the language; who opens them can change it."""
    paper = usual_paper(graph.kinds.language)
    for printable in printables(graph):
        if printable.variant in WORDED:
            yield Offer(printable, paper, "docx")
            if printable.located.kind.name == "session-plan":
                yield Offer(printable, paper, "pptx")


def downloads(graph: Graph) -> Mapping[str, tuple[Download, ...]]:
    """What the page of each entry that has PDFs links to."""
    found: dict[str, list[Download]] = {}
    words = graph.kinds.language.words.print_links
    for offer in (*offers(graph), *words_offered(graph)):
        kind, variant = offer.printable.located.kind.name, offer.printable.variant
        has_own = kind in words.of_kind and variant in words.of_kind[kind]
        label = words.of_kind[kind][variant] if has_own else words.variant[variant]
        label = words.slides if offer.form == "pptx" else label
        if isinstance(offer.paper, DeckSize):
            label = words.deck.sheet if offer.paper.sheet else words.deck.shop
        found.setdefault(offer.printable.id, []).append(Download(label, offer.paper.label, offer.path, offer.form))
    if found:
        found[FOR_DECKS] = [Download(deck.printable.id, deck.paper.label, deck.path) for deck in decks_offered(graph)]
        found[FOR_PACKS] = [Download("", paper.label, blank_path(paper)) for paper in PAPERS.values()]
    return {entry_id: tuple(of_entry) for entry_id, of_entry in found.items()}


def blank_path(paper: Paper) -> str:
    """The file of a blank page, which packs take their typeface from."""
    return f"{FOLDER}/pack-{paper.name}.pdf"
