"""Fitting sheets on their pages by arithmetic: sizes of type that fit, and how much the parts of a page grow.

What a part of a document may take stands in its HTML: the limit, the largest and the smallest size of its type.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import floor

from markupsafe import Markup

FACES = "faces"
"""The limit of cards: the text of each face must stay within the card."""

DECK = "deck"
"""The limit of the cards of a deck: the same, but what does not fit goes on on another card."""

SMALL = 8 / 9
"""The size of small type, as a share of the usual size."""

SMALLEST = 9.0
"""The smallest type of a sheet, in points, such as that at the foot of each page."""

APART = 0.5
"""Small type is as small as the smallest or larger by this, in points: less would look like a mistake."""

STEP = 0.25
"""Sizes of type are multiples of this, in points."""

POWER = 1.7
"""The height of a text grows with this power of the size of its type: lines get higher, and there are more of them."""

SAFETY = 6.0
"""So many pixels more are saved than are lacking: the arithmetic does not know where lines will break."""

NEARLY = 0.93
"""The smallest size is tried if the computed one is not much smaller, because the computed one is an estimate."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a part may take: a number of pages, `FACES` or `DECK`; and the sizes of its type, in points."""

    wish: str
    largest: float
    smallest: float

    @property
    def pages(self) -> int:
        """The number of pages; cards take as many as they need."""
        return int(self.wish) if self.wish.isdecimal() else 0

    @property
    def of_cards(self) -> bool:
        """Whether it is the text of each face that must fit."""
        return self.wish in (FACES, DECK)


@dataclass(frozen=True, slots=True)
class Extent:
    """What a part takes with one size of type. Heights are in pixels of CSS.

    `text` is the height of all that becomes lower with smaller type, `rest` that of all else. There is `room` on each
    page, or on the face of a card.
    """

    pages: int
    text: float
    rest: float
    room: float


def next_size(limits: Limits, tried: Mapping[float, Extent]) -> float | None:
    """The size of type to try after those in `tried`, which are in the order of the trials; None if no other helps.

    The second trial comes from arithmetic. Only where a text does not follow it, the smallest size is a third.
    """
    if not tried:
        return limits.largest
    size, extent = list(tried.items())[-1]
    if size == limits.smallest or fits(limits, extent):
        return None
    if len(tried) > 1:
        reached = not limits.of_cards and extent.pages < next(iter(tried.values())).pages
        return None if reached or len(tried) > 2 else limits.smallest
    least = limits.smallest if limits.of_cards else None
    return next((max(found, limits.smallest) for found in _for_fewer(limits, size, extent)), least)


@dataclass(frozen=True, slots=True)
class Fit:
    """What came of fitting a document: the size of type and the number of pages of each part."""

    sizes: tuple[float, ...]
    pages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A document to make, and how it was fitted when it was made before, perhaps with other styles or fonts."""

    html: str
    before: Fit | None = None


def still_fits(limits: Sequence[Limits], extents: Sequence[Extent], before: Fit) -> bool:
    """Whether each part stays within its limit, or takes no more pages than before."""
    return all(
        fits(limit, extent) or (limit.wish != FACES and extent.pages <= pages)
        for limit, extent, pages in zip(limits, extents, before.pages, strict=True)
    )


def fits(limits: Limits, extent: Extent) -> bool:
    """Whether a part stays within its limit."""
    return extent.text <= extent.room if limits.of_cards else extent.pages <= limits.pages


def _for_fewer(limits: Limits, size: float, extent: Extent) -> Iterator[float]:
    """The sizes for the wished number of pages, for one more, and so on, as far as type would not be too small."""
    pages = (1,) if limits.of_cards else range(limits.pages, extent.pages)
    for number in pages:
        left = number * extent.room - extent.rest - SAFETY
        wanted = floor(size * (max(0.0, left) / extent.text) ** (1 / POWER) / STEP) * STEP if extent.text else 0.0
        if wanted >= limits.smallest * NEARLY:
            yield min(wanted, size - STEP)


def best_size(tried: Mapping[float, Extent], limits: Limits) -> float:
    """The largest size that fits; if none does, the largest that takes the fewest pages."""
    return min(tried, key=lambda size: (not fits(limits, tried[size]), tried[size].pages, -size))


@dataclass(frozen=True, slots=True)
class Growing:
    """A place of a page that can become higher by up to `most`; what lies below `at` moves down. In pixels."""

    at: float
    most: float


def growth(room: float, places: Sequence[Growing]) -> tuple[float, ...]:
    """By how much each place becomes higher: all by the same share of what they can, and by no more than there is."""
    possible = sum(place.most for place in places)
    share = min(1.0, max(0.0, room) / possible) if possible > 0 else 0.0
    return tuple(share * place.most for place in places)


_FITTED = re.compile(r'data-fit="(\w+)" data-type="([\d.]+) ([\d.]+)"(?: style="[^"]*")?')


def fitted(limits: Limits) -> Markup:
    """The attributes of a part with these limits."""
    return Markup('data-fit="{}" data-type="{:g} {:g}" style="{}"').format(
        limits.wish, limits.largest, limits.smallest, style_of(limits.largest)
    )


def limits_in(html: str) -> tuple[Limits, ...]:
    """The limits of each fitted part of a document."""
    return tuple(Limits(found[1], float(found[2]), float(found[3])) for found in _FITTED.finditer(html))


def with_sizes(html: str, sizes: Sequence[float]) -> str:
    """The same HTML with a size of type for each fitted part."""
    wanted: Iterator[float] = iter(sizes)
    return _FITTED.sub(
        lambda found: f'data-fit="{found[1]}" data-type="{found[2]} {found[3]}" style="{style_of(next(wanted))}"', html
    )


def style_of(size: float) -> str:
    """The declarations for a size of type."""
    small = round(size * SMALL, 2)
    return f"--text: {size:g}pt; --small: {small if small >= SMALLEST + APART else SMALLEST:g}pt"


def sizes_in(html: str) -> tuple[float, ...]:
    """The size of type of each fitted part."""
    return tuple(float(size) for size in _SIZE.findall(html))


_SIZE = re.compile(r'data-fit="[^>]*style="--text: ([\d.]+)pt')
