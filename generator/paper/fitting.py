"""Sheets that are to fit on so many pages: what they wish for stands in the HTML, and so does the density they get."""

from __future__ import annotations

import re
from collections.abc import Sequence

DENSITIES = 5
"""How many steps there are from a roomy sheet to a dense one. `print/css/tokens.css` says what each looks like."""
READABLE = (1, 2, 3)
"""The steps for a sheet that fits with none."""
FACES = "faces"
"""The wish of cards: that the words on each face stay within the card."""

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
