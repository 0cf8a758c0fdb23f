"""The search for the density of a sheet."""

from __future__ import annotations

import pytest

from generator.paper.fitting import FEWEST, Extent, Tried, best_step, next_step, steps_in, wishes, with_steps

HTML = '<section data-fit="1" data-density="0"></section><section data-fit="faces" data-density="0"></section>'


@pytest.mark.parametrize(
    ("pages_at", "best", "tries"),
    [
        ((1, 1, 1, 1, 1), 0, 2),
        ((2, 1, 1, 1, 1), 1, 2),
        ((2, 2, 1, 1, 1), 2, 3),
        ((2, 2, 2, 1, 1), 3, 3),
        ((2, 2, 2, 2, 1), 4, 3),
        ((3, 3, 3, 2, 2), 3, 3),
        ((2, 2, 2, 2, 2), 1, 3),
    ],
)
def test_finds_the_roomiest_density_that_fits_on_a_page(pages_at: tuple[int, ...], best: int, tries: int) -> None:
    tried: Tried = {}
    while (step := next_step("1", tried)) is not None:
        tried[step] = Extent(pages_at[step], pages_at[step] == 1)
    assert (best_step("1", tried), len(tried)) == (best, tries)


@pytest.mark.parametrize(
    ("pages_at", "best", "tries"),
    [
        ((1, 1, 1, 1, 1), 0, 1),
        ((2, 2, 2, 2, 1), 0, 2),
        ((2, 1, 1, 1, 1), 1, 4),
        ((3, 3, 2, 2, 1), 2, 4),
        ((4, 4, 4, 3, 3), 3, 3),
    ],
)
def test_what_may_take_any_number_of_pages_takes_the_fewest_that_are_read_with_ease(
    pages_at: tuple[int, ...], best: int, tries: int
) -> None:
    tried: Tried = {}
    while (step := next_step(FEWEST, tried)) is not None:
        tried[step] = Extent(pages_at[step], fits=True)
    assert (best_step(FEWEST, tried), len(tried)) == (best, tries)


def test_wishes_and_steps_stand_in_the_html() -> None:
    assert wishes(HTML) == ["1", "faces"]
    assert steps_in(with_steps(HTML, [3, 1])) == [3, 1]
