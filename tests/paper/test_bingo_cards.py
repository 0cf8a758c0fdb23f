"""Bingo cards: the same seed draws the same cards, and no two of a set are alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.kinds.worksheet_blocks.bingo import BingoBlock, Square
from generator.paper.bingo_cards import cards_of, numbers
from generator.paper.sheets import Printable
from generator.paper.sizes import A4
from tests.paper.real import graph, printed

seeds = st.integers(1, 2**31)


def _square(at: int) -> Square:
    return Square(id=f"square-{at}", text=f"Square {at}")


BLOCK = BingoBlock(
    type="bingo", id="card", label="A card", letters="BINGO", squares=tuple(map(_square, range(27))), centre=_square(99)
)
SMALL = BingoBlock(type="bingo", id="card", label="A card", letters="AB", squares=tuple(map(_square, range(4))))


@given(seeds, st.integers(1, 40))
def test_no_two_cards_of_a_set_are_alike(seed: int, number: int) -> None:
    cards = cards_of(BLOCK, number, seed)
    assert len(set(cards)) == len(cards) == number


@given(seeds)
def test_not_even_where_there_are_only_so_many_cards(seed: int) -> None:
    assert len(set(cards_of(SMALL, 24, seed))) == 24


@given(seeds, st.integers(1, 20))
def test_the_same_seed_draws_the_same_cards_however_many(seed: int, number: int) -> None:
    cards_of.cache_clear()
    assert cards_of(BLOCK, number, seed) == cards_of(BLOCK, 20, seed)[:number]


@given(seeds)
def test_a_card_has_its_centre_in_the_middle_and_no_square_twice(seed: int) -> None:
    (card,) = cards_of(BLOCK, 1, seed)
    squares = [square for row in card for square in row]
    assert (len(card), len(squares), len(set(squares)), card[2][2]) == (5, 25, 25, BLOCK.centre)


def test_another_seed_draws_other_cards() -> None:
    assert len({cards_of(BLOCK, 12, seed) for seed in range(1, 30)}) == 29


def test_the_numbers_are_those_of_the_browser() -> None:
    """`bingo-cards.js` draws these from the seed 1; change both or none."""
    draw = numbers(1)
    assert [next(draw) for _ in range(3)] == [0.6270739405881613, 0.002735721180215478, 0.5274470399599522]


@pytest.mark.rehearsal
def test_three_printed_cards_differ_and_say_which_they_are() -> None:
    sheet = Printable(graph().entries["connection-bingo-sheet"], "participant", copies=3, seed=5, fillable=False)
    first, second, third = (page for page in printed(sheet, A4).texts if "At the counter" in page)
    for number, page in enumerate((first, second, third), 1):
        assert f"card {number}" in page
    assert len({page.replace("card 1", "").replace("card 2", "") for page in (first, second)}) == 2
