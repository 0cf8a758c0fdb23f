"""The search for the density of a sheet."""

from __future__ import annotations

import pytest

from generator.paper.fitting import Extent, Tried, best_step, next_step, steps_in, wishes, with_steps

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
    while (step := next_step(tried)) is not None:
        tried[step] = Extent(pages_at[step], pages_at[step] == 1)
    assert (best_step(tried), len(tried)) == (best, tries)


def test_wishes_and_steps_stand_in_the_html() -> None:
    assert wishes(HTML) == ["1", "faces"]
    assert steps_in(with_steps(HTML, [3, 1])) == [3, 1]
