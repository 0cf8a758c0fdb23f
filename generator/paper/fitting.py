"""Sheets that are to fit on so many pages: what they wish for stands in the HTML, and so does the density they get."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

FACES = "faces"
"""The wish of cards: that the words on each face stay within the card."""

FEWEST = "fewest"
"""The wish of what may take as many pages as it needs: that none is taken for a few lines only."""

ROOMY, USUAL, SNUG, DENSE, DENSEST = range(5)
"""The steps from a roomy sheet to a dense one. `paper/css/tokens.css` says what each looks like."""


@dataclass(frozen=True, slots=True)
class Extent:
    """What a sheet takes at some density."""

    pages: int
    fits: bool


Tried: TypeAlias = dict[int, Extent]
"""What came of the densities that were tried."""


def next_step(wish: str, tried: Tried) -> int | None:
    """The density to try next; None once the best is known. What fits fits denser as well."""
    if wish == FEWEST:
        return _next_with_fewest(tried)
    if not tried:
        return USUAL
    roomier, denser = (ROOMY, None) if tried[USUAL].fits else (SNUG, DENSEST)
    middle = USUAL if tried[USUAL].fits else DENSE
    if middle not in tried:
        return middle
    wanted = roomier if tried[middle].fits else denser
    return wanted if wanted not in tried else None


def _next_with_fewest(tried: Tried) -> int | None:
    """`DENSE`, the densest that is read with ease, takes the fewest pages. Which is the roomiest that takes no more?"""
    if ROOMY not in tried:
        return ROOMY
    if tried[ROOMY].pages == 1:
        return None
    if DENSE not in tried:
        return DENSE
    if tried[ROOMY].pages == tried[DENSE].pages:
        return None
    if SNUG not in tried:
        return SNUG
    return USUAL if USUAL not in tried and tried[SNUG].pages == tried[DENSE].pages else None


def best_step(wish: str, tried: Tried) -> int:
    """The roomiest density that fits. Where none does, that with which the sheet needs the fewest pages and can
    still be read with ease."""
    if wish == FEWEST:
        return min(tried, key=lambda step: (tried[step].pages, step))
    fitting = [step for step, extent in tried.items() if extent.fits]
    if fitting:
        return min(fitting)
    return min((USUAL, DENSE), key=lambda step: tried[step].pages)


_FITTED = re.compile(r'data-fit="(\w+)" data-density="(\d)"')


def wishes(html: str) -> list[str]:
    """What each fitted part wishes for: a number of pages, or `faces`."""
    return [found[1] for found in _FITTED.finditer(html)]


def steps_in(html: str) -> list[int]:
    """The density of each fitted part."""
    return [int(found[2]) for found in _FITTED.finditer(html)]


def with_steps(html: str, steps: Sequence[int]) -> str:
    """The same HTML with another density for each fitted part."""
    wanted = iter(steps)
    return _FITTED.sub(lambda found: f'data-fit="{found[1]}" data-density="{next(wanted)}"', html)
