"""Texts of one repeated piece: everything that reads one takes time in proportion to its length.

Measured is the time of the processor, of which other programs take nothing; the best of several measurements counts.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import process_time
from typing import Any

import pytest

from tests.prove.figures import Figures, counted
from tests.prove.hostile_texts import UNITS, text_of, work

PATTERNS = counted(len(UNITS), small=6)
LENGTHS = counted(64_000, small=16_000) // 4, counted(64_000, small=16_000)

MOST_SECONDS = 0.2
"""For 10,000 characters, whatever is done with them."""

MOST_RATIO = 8
"""The longer text is four times as long: in linear time it takes four times as long, in quadratic time sixteen."""

UNMEASURABLE = 0.05
"""Seconds below which other influences are as large as the length of the text."""


def seconds(function: Callable[[], Any], tries: int = 1) -> float:
    """The shortest time that the function takes."""
    found = []
    for _ in range(tries):
        start = process_time()
        function()
        found.append(process_time() - start)
    return min(found)


@pytest.mark.parametrize("unit", UNITS[:: len(UNITS) // PATTERNS][:PATTERNS], ids=repr)
def test_nothing_costs_more_than_the_length_of_a_text(unit: str, figures: Figures) -> None:
    shorter, longer = LENGTHS
    gc.collect()
    gc.freeze()  # what was made before is not looked through again meanwhile
    first = {name: seconds(function) for name, function in work(text_of(unit, shorter))}
    slowest, total = ("", 0.0), 0.0
    for name, function in work(text_of(unit, longer)):
        needed = seconds(function)
        ratio = needed / max(first.get(name, needed), UNMEASURABLE / 4)
        if needed > MOST_SECONDS * longer / 10_000 or (needed > UNMEASURABLE and ratio > MOST_RATIO):
            needed = seconds(function, tries=3)
            ratio = needed / max(seconds(dict(work(text_of(unit, shorter)))[name], tries=3), UNMEASURABLE / 4)
        assert needed <= MOST_SECONDS * longer / 10_000, f"{name}: {needed:.2f} s for {longer:,} characters"
        assert needed <= UNMEASURABLE or ratio <= MOST_RATIO, (
            f"{name}: {ratio:.1f} times as long for 4 times the length"
        )
        slowest, total = max(slowest, (name, needed), key=lambda found: found[1]), total + needed
    figures(f"texts of {unit!r}, {longer:,} characters: {total:.2f} s; slowest {slowest[0]}, {slowest[1]:.2f} s")
