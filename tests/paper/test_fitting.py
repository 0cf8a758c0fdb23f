"""The arithmetic of fitting: sizes of type that fit, and how much the parts of a page grow."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.paper.fitting import (
    FACES,
    POWER,
    SAFETY,
    SMALLEST,
    Extent,
    Growing,
    Limits,
    best_size,
    fits,
    fitted,
    growth,
    limits_in,
    next_size,
    sizes_in,
    style_of,
    with_sizes,
)

SHEET = Limits("1", 10.5, 9)
CARDS = Limits(FACES, 12, 9)
ROOM = 1000.0

places = st.lists(st.floats(0, 80).map(lambda most: Growing(0, most)), max_size=40).map(tuple)
rooms = st.floats(-200, 2000)


@given(rooms, places)
def test_each_place_grows_by_no_less_than_nothing_and_no_more_than_it_may(
    room: float, wanted: tuple[Growing, ...]
) -> None:
    found = growth(room, wanted)
    assert len(found) == len(wanted)
    assert all(0 <= grown <= place.most for grown, place in zip(found, wanted, strict=True))


@given(rooms, places)
def test_all_together_they_take_the_room_there_is_and_no_more(room: float, wanted: tuple[Growing, ...]) -> None:
    possible = sum(place.most for place in wanted)
    assert sum(growth(room, wanted)) == pytest.approx(min(max(room, 0), possible), abs=1e-6)


@given(rooms, st.floats(0, 500), places)
def test_with_more_room_none_grows_less(room: float, more: float, wanted: tuple[Growing, ...]) -> None:
    before, after = growth(room, wanted), growth(room + more, wanted)
    assert all(one <= other + 1e-9 for one, other in zip(before, after, strict=True))


def _trials(limits: Limits, extent_at: Callable[[float], Extent]) -> dict[float, Extent]:
    tried: dict[float, Extent] = {}
    while (size := next_size(limits, tried)) is not None:
        assert size not in tried
        tried[size] = extent_at(size)
    return tried


def _flowing(text: float, rest: float) -> Callable[[float], Extent]:
    """A text that has this height at the largest size of a sheet, and other things that do not shrink."""

    def extent(size: float) -> Extent:
        height = text * (size / SHEET.largest) ** POWER
        return Extent(ceil((height + rest) / ROOM), height, rest, ROOM)

    return extent


@given(st.floats(50, 3000), st.floats(0, 1500), st.integers(1, 3))
def test_at_most_three_sizes_are_tried_and_all_are_allowed(text: float, rest: float, pages: int) -> None:
    limits = Limits(str(pages), 10.5, 9)
    tried = _trials(limits, _flowing(text, rest))
    assert next(iter(tried)) == 10.5
    assert len(tried) <= 3
    assert all(9 <= size <= 10.5 for size in tried)
    assert best_size(tried, limits) in tried


@given(st.floats(50, 3000), st.floats(0, 1500))
def test_what_fits_with_the_smallest_size_and_some_room_fits_with_the_chosen_one(text: float, rest: float) -> None:
    tried = _trials(SHEET, _flowing(text, rest))
    smallest = _flowing(text, rest)(9)
    if smallest.text + smallest.rest <= ROOM - SAFETY:
        assert fits(SHEET, tried[best_size(tried, SHEET)])


@pytest.mark.parametrize(
    ("text", "rest", "sizes", "best"),
    [
        (700, 250, [10.5], 10.5),  # fits as it is
        (900, 200, [10.5, 9.75], 9.75),  # the second trial is computed
        (400, 900, [10.5], 10.5),  # no size would do: two pages
        (1900, 200, [10.5, 10], 10),  # one page would be too small, but two pages are better than three
    ],
)
def test_the_second_size_comes_from_arithmetic(text: float, rest: float, sizes: list[float], best: float) -> None:
    tried = _trials(SHEET, _flowing(text, rest))
    assert (list(tried), best_size(tried, SHEET)) == (sizes, best)


def test_where_a_text_does_not_follow_the_arithmetic_the_smallest_size_is_tried() -> None:
    tried = _trials(SHEET, lambda size: Extent(2 if size > 9 else 1, 900, 150, ROOM))
    assert (list(tried), best_size(tried, SHEET)) == ([10.5, 10, 9], 9)


def test_the_fullest_card_decides() -> None:
    tried = _trials(CARDS, lambda size: Extent(2, 330 * (size / 12) ** POWER, 0, 280))
    assert (list(tried), best_size(tried, CARDS)) == ([12, 10.75], 10.75)


def test_limits_and_sizes_stand_in_the_html() -> None:
    html = f"<section {fitted(SHEET)}></section><section {fitted(CARDS)}></section>"
    assert limits_in(html) == (SHEET, CARDS)
    assert sizes_in(html) == (10.5, 12)
    assert sizes_in(with_sizes(html, [9.25, 10])) == (9.25, 10)
    assert limits_in(with_sizes(html, [9.25, 10])) == (SHEET, CARDS)


@given(st.floats(9, 18))
def test_small_type_is_never_too_small(size: float) -> None:
    small = float(style_of(size).rpartition(" ")[2].removesuffix("pt"))
    assert SMALLEST <= small <= max(size, SMALLEST)
