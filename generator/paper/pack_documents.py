"""The documents of a pack: one for each part that is laid out by itself and then joined in so many copies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from generator.kinds.role_play import RolePlay
from generator.paper.documents import NOTES, Documents
from generator.paper.pack import AgendaItem, Pack
from generator.paper.plain_words import shortened
from generator.paper.qr import qr_picture
from generator.paper.sheets import SHARED, Printable
from generator.paper.sizes import Paper

AGENDA, FACILITATOR, TOTAL = "agenda", "facilitator", "total"
"""The ids of parts that are no sheets, and the name of the number of all pages beside their pages."""


@dataclass(frozen=True, slots=True)
class DocumentPart:
    """A document, and how often it is printed.

    `id` is that of what starts with it; empty if it only continues. `numbered` and `starts_leaf` as in `joining.Part`.
    `booklet` is the number of the booklet it belongs to, whose pages are counted together; 0 if it is in none.
    """

    id: str
    title: str
    html: str
    copies: int = 1
    starts_leaf: bool = False
    numbered: str = ""
    booklet: int = 0


def sheet_parts(at: Documents, printable: Printable, paper: Paper) -> Iterator[DocumentPart]:
    """A sheet in its copies, then what they share, which are the cards to cut out for all of them."""
    for number in range(1, printable.copies + 1) if printable.differ else (1,):
        copies = 1 if printable.differ or printable.is_sets else printable.copies
        numbered = f"{printable.id} " if printable.fillable else ""
        yield replace(_copy(at, printable, paper, number), copies=copies, numbered=numbered)
    yield from _shared(at, printable, paper)


def _copy(at: Documents, printable: Printable, paper: Paper, number: int) -> DocumentPart:
    """One copy of a sheet. Links and bookmarks lead to the first."""
    entry, copies = printable.located.entry, printable.copies
    sheet = at.copy(printable, paper, number)
    if number == 1:
        label = f"{entry.title} ({copies})" if copies > 1 else entry.title
        sheet = marked(f"sheet-{printable.id}", label, sheet)
    html = at.page(sheet, entry.title, entry.summary, paper, _classes(printable))
    return DocumentPart(f"sheet-{printable.id}" if number == 1 else "", entry.title, html)


def _shared(at: Documents, printable: Printable, paper: Paper) -> Iterator[DocumentPart]:
    """What all copies of a sheet share: pages that are the same in all of them, and cards to cut out."""
    title, classes = printable.located.entry.title, _classes(printable)
    if printable.shared_blocks:
        rest = at.copy(printable, paper, SHARED)
        yield DocumentPart("", title, at.page(rest, title, "", paper, classes))
    cards = at.cut_out(printable, paper)
    if cards.strip():
        yield DocumentPart("", title, at.page(cards, title, "", paper, classes), starts_leaf=True)
    if isinstance(printable.located.entry, RolePlay) and printable.people:
        cards = at.copy(replace(printable, variant="cards"), paper, 1)
        yield DocumentPart("", title, at.page(cards, title, "", paper, classes), starts_leaf=True)


def marked(name: str, label: str, content: Markup) -> Markup:
    """Content with a bookmark and a place for links."""
    return Markup('<div class="sheet-start" id="{}" title="{}">{}</div>').format(name, label, content)


def _classes(printable: Printable) -> str:
    return f"pack variant-{printable.variant}"


def pack_parts(at: Documents, pack: Pack, paper: Paper) -> Iterator[DocumentPart]:
    """All parts of a pack after its cover and agenda: booklets, what people share, the part of the facilitator.
    That of a session plan is made by `session_documents`."""
    yield from _booklets(at, pack, paper)
    for sheet in pack.sheets:
        parts = _shared(at, sheet, paper) if sheet in pack.in_booklets else sheet_parts(at, sheet, paper)
        yield from (replace(part, starts_leaf=part.starts_leaf or at.duplex) for part in parts)
    content = Markup() if pack.plan else _for_facilitator(at, pack, paper)
    if content:
        html = at.page(content, pack.title, "", paper, f"pack{_large(pack)}")
        yield DocumentPart(FACILITATOR, pack.title, html, starts_leaf=at.duplex)


def _booklets(at: Documents, pack: Pack, paper: Paper) -> Iterator[DocumentPart]:
    """The sheets that each person gets, person by person. Printed on both sides, only a booklet starts a leaf."""
    first = {sheet.id: _copy(at, sheet, paper, 1) for sheet in pack.in_booklets}
    for person in range(1, pack.people + 1):
        starts_leaf = at.duplex
        for sheet in pack.in_booklets:
            each = pack.each(sheet)
            for number in range(person * each - each + 1, person * each + 1):
                part = _copy(at, sheet, paper, number) if sheet.differ and number > 1 else first[sheet.id]
                name = part.id if number == 1 else ""
                yield replace(part, id=name, booklet=person, starts_leaf=starts_leaf)
                starts_leaf = False


def _for_facilitator(at: Documents, pack: Pack, paper: Paper) -> Markup:
    """What to do at the stations of a path, then the notes on the sheets."""
    content = Markup("").join(notes(at, sheet, paper, pack.people) for sheet in pack.with_notes)
    label = at.language.words.common.facilitator
    if pack.path:
        divider = _template(at).facilitator(pack, _titles(pack), lambda stop: _reading(at, stop), at.writer("").html)
        return Markup(divider) + content
    return marked(FACILITATOR, label, content) if content else content


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
    """A trainer's notes on a worksheet or on a role play, for so many people."""
    sheet = at.paper_sheet(printable, paper, 1)
    if isinstance(printable.located.entry, RolePlay):
        return at.macro("paper/role-play.html.j2", "facilitator", sheet)
    return at.macro(NOTES, "notes", sheet, people)


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
