"""Decks of cards: what a page of a side is, and where cards lie on the sheets that they share.

A card of a deck is a page for its front and a page for its back, as large as the card. What does not fit goes on on
another page. `deck_pages` makes cards of these pages, and sheets of the cards.
"""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap
from urllib.parse import quote

from generator.paper.brand import POINT, css_string
from generator.paper.cards import Side, grid_of
from generator.paper.sizes import DeckSize

SAFE = 4.0
"""How far words stay within the edge of a card, in millimetres. Print shops cut up to 2 mm beside it."""

LINE = 9 * 1.25 * POINT
"""The height of a line at the head or the foot of a card, in millimetres."""

SPACE = 1.0
"""The space between such a line and the edge of its band, in millimetres."""

BELOW_BAND = 2.0
"""The space between a band and the text of its card, in millimetres."""

LETTERS = 0.6
"""The letters in a millimetre of a line of 9 pt, when reckoned generously."""

TITLE_SHARE = 0.8
"""The share of the width of a card that the title of its deck takes, beside the number of the card."""

SHEET_TOP, SHEET_SIDE = 12.0, 21.0
"""The margins of a sheet of cards, which hold what is said beside the marks, in millimetres."""


def deck_styles(size: DeckSize, title: str) -> str:
    """The styles that make a page as large as a card, with its bands; those of the sheet that cards share."""
    return "".join((*_faces(size, title), *(_sheets(size) if size.sheet else ())))


def _faces(size: DeckSize, title: str) -> Iterator[str]:
    yield f"@page{{size:{size.width}mm {size.height}mm;margin:{SAFE}mm;bleed:{size.bleed:g}mm;{_NOTHING_AROUND}}}"
    letters = int((size.width - 2 * SAFE) * TITLE_SHARE * LETTERS)
    head, foot = (SAFE + LINE * lines + SPACE for lines in (1, len(wrap(title, letters))))
    yield f"@page deck-front{{margin-top:{head + BELOW_BAND:.2f}mm}}"
    yield f"@page deck-back,deck-plain{{margin-bottom:{foot + BELOW_BAND:.2f}mm}}"
    if not size.bleed:
        yield ":root{--deck-words:var(--deck)}"
    else:
        yield f"@page deck-front{{{_bands(size, 'var(--deck)', head, '#fff')}}}"
        yield f"@page deck-back{{{_bands(size, 'var(--tint)', size.height - foot, 'var(--deck)')}}}"
        yield "@page deck-cover{background:var(--deck)}@page deck-plain{background:var(--deck)}"


_NOTHING_AROUND = "".join(f"@{at}{{content:none}}" for at in ("top-left", "top-right", "bottom-left", "bottom-right"))
"""Takes off cards what the styles of sheets say around a page."""


def _bands(size: DeckSize, above: str, height: float, below: str) -> str:
    """Two colours that fill a card up to where the bleed ends; the upper one is so high on the card.

    Cards on sheets have no colours at their edges: whoever cuts them, or prints on perforated paper, is not so exact.
    """
    edge = f"{height + size.bleed:.2f}mm"
    place = (
        f"-{size.bleed:g}mm -{size.bleed:g}mm / {size.width + 2 * size.bleed:g}mm {size.height + 2 * size.bleed:g}mm"
    )
    return f"background:linear-gradient({above} {edge}, {below} {edge}) {place} no-repeat fixed"


def _sheets(size: DeckSize) -> Iterator[str]:
    assert size.sheet
    width, height, grid = size.sheet.width, size.sheet.height, grid_of(size)
    marks = "".join(
        f'<rect x="{mark.left}" y="{mark.top}" width="{mark.width}" height="{mark.height}"/>'
        for mark in grid.marks(size.sheet, grid.rows)
    )
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">{marks}</svg>'
    picture = css_string(f"data:image/svg+xml,{quote(drawing)}")
    sides: tuple[Side, ...] = ("front", "back")
    for side in sides:
        yield (
            f"@page deck-sheet-{side}{{size:{width}mm {height}mm;margin:{SHEET_TOP}mm {SHEET_SIDE}mm;"
            f"background:url({picture}) 0 0 / {width}mm {height}mm no-repeat fixed}}"
        )
