"""What a browser joins packs from, besides the PDFs that readers can download.

The blank page of each size of paper comes with the whole typeface of the fields, in which covers are written. Of a
sheet whose copies differ there are as many as one pack can have, and then what they share; each has a bookmark. Of
cards to cut out there are one set, two sets and so on, each with a bookmark, up to as many as fill whole sheets of
paper; larger numbers are put together of these. The papers of a session, such as name tents, have fields in the places
that the browser writes into.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from generator.content.graph import Graph
from generator.content.located import Located
from generator.kinds.role_play import RolePlay
from generator.kinds.worksheet import Worksheet
from generator.kinds.worksheet_blocks.cards import CardsBlock
from generator.paper.cards import sets_on_full_sheets
from generator.paper.documents import Documents
from generator.paper.downloads import FOLDER, blank_path
from generator.paper.session_papers import fillable
from generator.paper.sheets import SHARED, Printable, printables
from generator.paper.sizes import PAPERS, Paper

DIFFERENT = 60
"""The most copies of a sheet whose copies differ, which is the most people of a pack."""


@dataclass(frozen=True, slots=True)
class PackSource:
    """A document that packs are made from. `id` is that of its entry, if it belongs to one."""

    path: str
    id: str
    html: str


def pack_sources(at: Documents, graph: Graph) -> Mapping[str, PackSource]:
    """The documents by their paths, relative to the site."""
    return {source.path: source for paper in PAPERS.values() for source in _on(at, graph, paper)}


def _on(at: Documents, graph: Graph, paper: Paper) -> Iterator[PackSource]:
    yield PackSource(blank_path(paper), "", at.blank_to_fill(paper))
    for name, html in fillable(at, paper):
        yield PackSource(f"{FOLDER}/{paper.name}/session/{name}.pdf", "", html)
    yield from _sets(at, graph, paper)
    for printable in printables(graph):
        if printable.differ and printable.variant == "participant":
            yield PackSource(
                f"{FOLDER}/{paper.name}/copies/{printable.id}.pdf", printable.id, _copies(at, printable, paper)
            )


def _copies(at: Documents, printable: Printable, paper: Paper) -> str:
    entry = printable.located.entry
    sheets = Printable(printable.located, "participant", DIFFERENT, fillable=False, people=DIFFERENT)
    numbers = [*range(1, DIFFERENT + 1), *([SHARED] if sheets.shared_blocks else [])]
    content = Markup("").join(at.copy(sheets, paper, number) for number in numbers)
    return at.page(content, entry.title, entry.summary, paper, "variant-participant")


def _sets(at: Documents, graph: Graph, paper: Paper) -> Iterator[PackSource]:
    """The cards of role plays, and those to cut out of worksheets, in sets that share pages."""
    for located in graph.of_kind("role-play"):
        if isinstance(entry := located.entry, RolePlay):
            content = (at.card_sets(located, paper, number) for number in _numbers(len(entry.roles)))
            yield _source(at, located, located.id, content, paper)
    for located in graph.of_kind("worksheet"):
        for block in located.entry.blocks if isinstance(located.entry, Worksheet) else ():
            if isinstance(block, CardsBlock) and block.cut_out:
                numbers = _numbers(len(block.cards))
                content = (at.card_sets(located, paper, number, block) for number in numbers)
                yield _source(at, located, f"{located.id}/{block.id}", content, paper)


def _numbers(cards: int) -> range:
    return range(1, sets_on_full_sheets(cards) + 1)


def _source(at: Documents, located: Located, name: str, content: Iterable[Markup], paper: Paper) -> PackSource:
    entry = located.entry
    html = at.page(Markup("").join(content), entry.title, entry.summary, paper, "variant-cards")
    return PackSource(f"{FOLDER}/{paper.name}/sets/{name}.pdf", located.id, html)
