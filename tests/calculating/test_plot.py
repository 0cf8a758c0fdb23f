"""The bars of a drawing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.calculating.plot import bars


def test_bars_share_a_scale_and_go_left_below_zero() -> None:
    assert bars([7, 8, -1]) == [(11.1, 77.8), (11.1, 88.9), (0, 11.1)]
    assert bars([0, 0]) == [(0, 0), (0, 0)]
    assert bars([None, 5]) == [(0, 0), (0, 100)]


@given(st.lists(st.one_of(st.none(), st.floats(-1e9, 1e9)), min_size=2, max_size=8))
def test_no_bar_leaves_the_drawing(values: list[float | None]) -> None:
    for start, width in bars(values):
        assert start >= 0
        assert width >= 0
        assert start + width <= 100.11
