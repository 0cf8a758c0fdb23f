"""Cards to cut out or to fold."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.kinds.copies import Copies
from generator.kinds.worksheet_blocks.block import Block
from generator.model.entry import Part
from generator.model.values import Id, Prose, Text


class Card(Part):
    """A card to cut out."""

    id: Id
    """A permanent short name, unique in this block."""
    title: Text
    """The heading on its front."""
    front: Prose
    """The text on its front."""
    back: Prose | None = None
    """The text on its back."""


class CardsBlock(Block):
    """Cards to cut out or to fold."""

    order: ClassVar[int] = 80

    type: Literal["cards"]
    """`cards`."""
    cards: Annotated[tuple[Card, ...], Field(min_length=1)]
    """The cards."""
    copies: Copies | None = None
    """How many sets of the cards to print, if not as many as sheets. Only for cards with backs."""

    @property
    def cut_out(self) -> bool:
        return any(card.back for card in self.cards)


BLOCK = CardsBlock
