"""When a text last changed."""

from __future__ import annotations

from typing import NamedTuple


class LastChange(NamedTuple):
    """The day of the last change, as in `2026-03-01`. It may have been earlier if that is all that is known."""

    day: str
    or_earlier: bool = False
