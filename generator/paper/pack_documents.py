"""The documents of a pack: one for each part that is laid out by itself and then joined in so many copies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from generator.paper.documents import NOTES, Documents
from generator.paper.pack import AgendaItem, Pack
from generator.paper.qr import qr_picture
from generator.paper.sheet_context import shortened
from generator.paper.sheets import Printable
from generator.paper.sizes import Paper

AGENDA, FACILITATOR = "agenda", "facilitator"
"""The ids of parts that are no sheets."""


@dataclass(frozen=True, slots=True)
class DocumentPart:
    """A document, and how often it is printed.

    `id` is that of what starts with it; empty if it only continues. `numbered` and `starts_leaf` as in `joining.Part`.
    """

    id: str
    title: str
    html: str
    copies: int = 1
    starts_leaf: bool = False
    numbered: str = ""


def sheet_parts(at: Documents, printable: Printable, paper: Paper) -> Iterator[DocumentPart]:
    """A sheet in its copies, then the cards to cut out for all of them. Each copy that differs is a document."""
    entry, copies = printable.located.entry, printable.copies
    label = f"{entry.title} ({copies})" if copies > 1 else entry.title
    classes = f"pack variant-{printable.variant}"
    for number in range(1, copies + 1) if printable.differ else (1,):
        sheet = at.copy(printable, paper, number)
        if number == 1:
            sheet = Markup('<div class="sheet-start" id="sheet-{}" title="{}">{}</div>').format(
                printable.id, label, sheet
            )
        html = at.page(sheet, entry.title, entry.summary, paper, classes)
        yield DocumentPart(
            f"sheet-{printable.id}" if number == 1 else "",
            entry.title,
            html,
            1 if printable.differ else copies,
            numbered=f"{printable.id} " if printable.fillable else "",
        )
    cards = at.cut_out(printable, paper)
    if cards.strip():
        yield DocumentPart("", entry.title, at.page(cards, entry.title, "", paper, classes), starts_leaf=True)


def pack_parts(at: Documents, pack: Pack, paper: Paper, *, duplex: bool = False) -> Iterator[DocumentPart]:
    """All parts of a pack after its cover and agenda."""
    for sheet in pack.sheets:
        yield from (replace(part, starts_leaf=part.starts_leaf or duplex) for part in sheet_parts(at, sheet, paper))
    if pack.path or pack.with_notes:
        content = _template(at).facilitator(pack, _titles(pack), lambda stop: _reading(at, stop), at.writer("").html)
        content += Markup("").join(notes(at, sheet, paper, pack.people) for sheet in pack.with_notes)
        html = at.page(content, pack.title, "", paper, f"pack{_large(pack)}")
        yield DocumentPart(FACILITATOR, pack.title, html, starts_leaf=duplex)


def pack_front(at: Documents, pack: Pack, paper: Paper, pages: Mapping[str, int]) -> DocumentPart:
    """The cover and the agenda of a pack. `pages`: the page on which each part starts, from 1, by its id."""
    md = at.writer("").html
    address = at.site.url + (pack.located.url if pack.located else "")
    short, template = shortened(address), _template(at)
    content = template.cover(pack, at.site, md, address, short, qr_picture(address), paper, pages, at.logo)
    if pack.path:
        content += template.agenda(pack, _titles(pack), md)
    title = at.language.words.paper.for_people(pack.people, title=pack.title)
    html = at.page(content, title, at.site.tagline, paper, f"pack{_large(pack)}")
    return DocumentPart("", pack.title, html)


def notes(at: Documents, printable: Printable, paper: Paper, people: int) -> Markup:
    """A trainer's notes on a worksheet, for so many people."""
    return at.macro(NOTES, "notes", at.paper_sheet(printable, paper, 1), people)


def _template(at: Documents) -> Any:
    return at.templates.get_template("paper/pack.html.j2").module


def _titles(pack: Pack) -> dict[str, str]:
    return {sheet.id: sheet.located.entry.title for sheet in pack.sheets}


def _large(pack: Pack) -> str:
    return " variant-large" if any(sheet.variant == "large" for sheet in pack.sheets) else ""


def _reading(at: Documents, stop: AgendaItem) -> tuple[tuple[str, str], ...]:
    """What a facilitator reads before a station: titles and addresses."""
    entries = at.graph.entries
    ids = [link.to for link in stop.station.read if link.to not in stop.sheets]
    return tuple((entries[i].entry.title, at.site.url + entries[i].url) for i in ids)
