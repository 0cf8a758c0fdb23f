"""The pages of a deck that WeasyPrint has laid out: put together as cards, and cards on the sheets that they share.

In the HTML, `data-deck` says what a part is: the `front` or the `back` of a card, `plain` for the back of cards that
have none, and `sheet-front` and `sheet-back` for what is around the cards of a sheet.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, groupby
from typing import Any, TypeAlias, TypeVar

from generator.paper.boxes import PIXELS, paint_again
from generator.paper.cards import Side, grid_of
from generator.paper.page_numbers import number_pages
from generator.paper.sizes import DECKS

T = TypeVar("T")

Page: TypeAlias = Any
"""A page of WeasyPrint."""

PART = "data-deck"
SHEETS = ("sheet-front", "sheet-back")


def is_deck(pages: Sequence[Page]) -> bool:
    """Whether these are the pages of a deck."""
    return _part(pages[0]) is not None


def arranged(pages: Sequence[Page]) -> list[Page]:
    """The pages of a deck as cards with their numbers: front, back, front, back. Those of its sheets come last."""
    fronts: list[list[Page]] = []
    backs: list[list[Page]] = []
    plain, around = [], []
    for part, group in groupby(pages, key=_part):
        found, name = list(group), part.get(PART)
        if name == "front":
            fronts.append(found)
            backs.append([])
        elif name == "back":
            backs[-1] += found
        elif name == "plain":
            plain += found
        else:
            around += found
    cards = [card for front, back in zip(fronts, backs, strict=True) for card in cards_of(front, back)]
    made = [(_copy(front), _copy(back or plain[0])) for front, back in cards]
    for number, card in enumerate(made, 1):
        for page in card:
            number_pages([page], number, len(made))
    return [*chain.from_iterable(made), *around]


def cards_of(fronts: Sequence[T], backs: Sequence[T]) -> Iterator[tuple[T, T | None]]:
    """The cards that the pages of one front and of its back make, each a front and a back.

    What does not fit on a front goes on on the back if that is free, and on further cards otherwise. These have the
    last page of the other side again, so that what is on a front stays in front, and each card has a back.
    """
    if not backs:
        backs = [*fronts[1::2]]
        fronts = fronts[::2]
        yield from zip(fronts, [*backs, None], strict=False)
        return
    for at in range(max(len(fronts), len(backs))):
        yield fronts[min(at, len(fronts) - 1)], backs[min(at, len(backs) - 1)]


def imposed(pages: Sequence[Page]) -> list[Page]:
    """Arranged pages as they are printed: those of a print shop as they are, others on the sheets that cards share."""
    around = [page for page in pages if _part(page).get(PART) in SHEETS]
    if not around:
        return list(pages)
    faces = pages[: -len(around)]
    grid = grid_of(DECKS[_part(around[0]).get("data-size")])
    made: list[Page] = []
    for first in range(0, len(faces), 2 * grid.number):
        of_sheet = faces[first : first + 2 * grid.number]
        made += [_sheet(page, of_sheet[at::2]) for at, page in enumerate(around)]
    return made


def _sheet(around: Page, faces: Sequence[Page]) -> Page:
    """One side of a sheet: what is around the cards, and one side of each card in its place."""
    box = around._page_box.deepcopy()
    size = DECKS[_part(around).get("data-size")]
    assert size.sheet
    side: Side = "front" if _part(around).get(PART) == SHEETS[0] else "back"
    children = []
    for at, face in enumerate(faces):
        place = grid_of(size).place(at, side, size.sheet)
        for child in (part.deepcopy() for part in face._page_box.children):
            child.translate(place.left * PIXELS, place.top * PIXELS)
            for part in child.descendants(placeholders=True):
                paint_again(getattr(part, "_box", part), box)
            children.append(child)
    box.children = [*children, *box.children[1:]]
    return type(around)(box)


def _copy(page: Page) -> Page:
    """A page of its own, as the same page may be on several cards with different numbers."""
    return type(page)(page._page_box.deepcopy())


def _part(page: Page) -> Any:
    """The element that a page is made of; None if it is no page of a deck."""
    for box in page._page_box.descendants():
        if box.element is not None and box.element.get(PART):
            return box.element
    return None
