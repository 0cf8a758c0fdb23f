"""Sizes of paper, and the variants in which a sheet is printed."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, TypeAlias

Variant: TypeAlias = Literal["participant", "facilitator", "large", "cards", "specimen"]
"""`cards` are pocket cards to cut out, a `specimen` is a sheet that is filled in; the others are sheets to use."""

VARIANTS: tuple[Variant, ...] = ("participant", "facilitator", "large", "cards", "specimen")


@dataclass(frozen=True, slots=True)
class Paper:
    """A size of paper, upright, in millimetres."""

    name: str
    label: str
    width: float
    height: float


A4 = Paper("a4", "A4", 210, 297)
LETTER = Paper("letter", "Letter", 215.9, 279.4)

POSTERS = MappingProxyType({paper.name: paper for paper in (Paper("a3", "A3", 297, 420), Paper("a1", "A1", 594, 841))})
"""The sizes of posters: a sheet on A4, enlarged as a whole."""

PAPERS = MappingProxyType({paper.name: paper for paper in (A4, LETTER)})


@dataclass(frozen=True, slots=True)
class DeckSize(Paper):
    """A size of the cards of a deck. Width and height are those of a card that is cut."""

    bleed: float = 0.0
    """How far colours go beyond the edge that a print shop cuts along; 0 for cards on sheets."""
    sheet: Paper | None = None
    """The paper that the cards share; without one, each side of a card is a page."""
    gap: float = 0.0
    """The space between the columns of cards on a sheet."""
    largest: float = 9.0
    """The largest type on its cards, in points. The smallest is 9."""


BLEED = 3.0
"""What print shops want beyond the edge of a card, in millimetres."""

DECKS = MappingProxyType(
    {
        size.name: size
        for size in (
            DeckSize("a7", "A7", 74, 105, bleed=BLEED, largest=12),
            DeckSize("poker", "Poker", 63.5, 88.9, bleed=BLEED, largest=10.5),
            DeckSize("a4", "A4", 85, 54, sheet=A4, gap=10),
            DeckSize("letter", "Letter", 88.9, 50.8, sheet=LETTER),
        )
    }
)
"""The sizes of decks: for a print shop, and as business cards, ten to a sheet, where perforated sheets have them."""
