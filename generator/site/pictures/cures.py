"""The matrix of tells and their cures: the tables and the picture of its page."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.model import addresses
from generator.site.listed import ListedEntry
from generator.site.page_context import PageContext
from generator.site.pictures.matrix import ColumnName, MarkTable, MatrixBand, draw, tabulated
from generator.site.site_context import SiteContext

URL = addresses.MATRIX
RELATION = "cured_by"


@dataclass(frozen=True, slots=True)
class TellGroup:
    """The tells of one group with their table."""

    id: str
    label: str
    table: MarkTable


@dataclass(frozen=True, slots=True)
class Cures:
    """All that the page shows: the tells in their groups, and every cure with the tells that it cures."""

    groups: tuple[TellGroup, ...]
    bands: tuple[MatrixBand, ...]
    cured: dict[str, tuple[str, ...]]


def has_cures(shared: SiteContext) -> bool:
    """Whether there are any marks."""
    return any(shared.graph.out(tell.id, RELATION) for tell in shared.order.get("tell", ()))


def cures(page: PageContext) -> Cures:
    """The tells and their cures, in the order of their index pages."""
    graph, order = page.shared.graph, page.shared.order
    tells = order.get("tell", ())
    marks = {t.id: tuple(dict.fromkeys(e.target for e in graph.out(t.id, RELATION))) for t in tells}
    marked = {cure for found in marks.values() for cure in found}
    bands = (
        MatrixBand(kind.label_plural, tuple(e.id for e in order.get(kind.name, ()) if e.id in marked), kind.name)
        for kind in graph.kinds
    )
    groups = (
        TellGroup(key, heading, tabulated({t.id: marks[t.id] for t in members}))
        for key, heading, members in graph.grouped("tell")
    )
    cured: dict[str, list[str]] = {}
    for tell, found in marks.items():
        for cure in found:
            cured.setdefault(cure, []).append(tell)
    most_first = sorted(cured, key=lambda cure: (-len(cured[cure]), graph.entries[cure].entry.title.casefold()))
    return Cures(tuple(groups), tuple(filter(lambda b: b.ids, bands)), {c: tuple(cured[c]) for c in most_first})


def glance(page: PageContext, found: Cures) -> Markup:
    """All of it as one picture. Each group of tells leads to its table, each column to its cure."""
    rows = [MatrixBand(g.label, tuple(r.id for r in g.table.rows), url=f"#{g.id}") for g in found.groups]
    marks = {row.id: (*row.marked, *row.alone) for group in found.groups for row in group.table.rows}
    cures = (page.item(cure) for band in found.bands for cure in band.ids)
    names = {item.id: ColumnName(item.title.striptags(), item.url) for item in cures}
    return Markup(draw(rows, found.bands, marks, names))


def items(page: PageContext, ids: tuple[str, ...]) -> tuple[ListedEntry, ...]:
    """Entries as they are listed on the page."""
    return tuple(map(page.item, ids))
