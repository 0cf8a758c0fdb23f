"""Different bingo cards from one seed: each has its own selection and order of squares."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TypeAlias

from generator.kinds.worksheet_blocks.bingo import BingoBlock, Square

Card: TypeAlias = tuple[tuple[Square, ...], ...]

_32 = 2**32 - 1


@lru_cache(maxsize=8)
def cards_of(bingo: BingoBlock, number: int, seed: int) -> tuple[Card, ...]:
    """So many cards. The same seed gives the same cards, and a greater number the same ones first."""
    cards: dict[Card, None] = {}
    draw = numbers(seed)
    while len(cards) < number:
        cards.setdefault(bingo.card(shuffled(bingo.squares, draw)))
    return tuple(cards)


def shuffled(squares: tuple[Square, ...], draw: Iterator[float]) -> tuple[Square, ...]:
    """The squares in random order."""
    order = list(squares)
    for last in range(len(order) - 1, 0, -1):
        chosen = int(next(draw) * (last + 1))
        order[last], order[chosen] = order[chosen], order[last]
    return tuple(order)


def numbers(seed: int) -> Iterator[float]:
    """Infinite random numbers from 0 to below 1 (mulberry32). `bingo-cards.js` computes the same."""
    state = seed & _32
    while True:
        state = (state + 0x6D2B79F5) & _32
        mixed = ((state ^ state >> 15) * (state | 1)) & _32
        mixed ^= (mixed + ((mixed ^ mixed >> 7) * (mixed | 61))) & _32
        yield (mixed ^ mixed >> 14) / 2**32
