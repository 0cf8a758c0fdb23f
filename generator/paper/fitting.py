"""Fitting sheets on a number of pages. Both the limit and the chosen density are attributes in the HTML."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

FACES = "faces"
"""The limit of cards: the text of each face must stay within the card."""

FEWEST = "fewest"
"""The limit of sheets with any number of pages: no page with only a few lines."""

ROOMY, USUAL, SNUG, DENSE, DENSEST = range(5)
"""The densities, from spacious to dense. `paper/css/tokens.css` defines each."""


@dataclass(frozen=True, slots=True)
class Extent:
    """The space that a sheet needs at a density."""

    pages: int
    fits: bool


Tried: TypeAlias = dict[int, Extent]
"""The results of the densities tried so far."""


def next_step(wish: str, tried: Tried) -> int | None:
    """The density to try next; None if the best is known. What fits at one density also fits at denser ones."""
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
    """The most spacious density that fits. Where none does, that with which the sheet needs the fewest pages and can
    still be read with ease."""
    if wish == FEWEST:
        return min(tried, key=lambda step: (tried[step].pages, step))
    fitting = [step for step, extent in tried.items() if extent.fits]
    if fitting:
        return min(fitting)
    return min((USUAL, DENSE), key=lambda step: tried[step].pages)


_FITTED = re.compile(r'data-fit="(\w+)" data-density="(\d)"')


def wishes(html: str) -> list[str]:
    """The limit of each fitted part: a number of pages, or `faces`."""
    return [found[1] for found in _FITTED.finditer(html)]


def steps_in(html: str) -> list[int]:
    """The density of each fitted part."""
    return [int(found[2]) for found in _FITTED.finditer(html)]


def with_steps(html: str, steps: Sequence[int]) -> str:
    """The same HTML with another density for each fitted part."""
    wanted = iter(steps)
    return _FITTED.sub(lambda found: f'data-fit="{found[1]}" data-density="{next(wanted)}"', html)
