"""What a picture is, and a form in which it is made."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Picture:
    """What a picture is. `width` and `height` are in pixels, as it is shown.

    `drawing` says that it has few colours, as drawings and screenshots have: it is made in sizes without loss.
    """

    width: int
    height: int
    drawing: bool = False


@dataclass(frozen=True, slots=True)
class Rendition:
    """A form in which a picture is made: its width in pixels, and its format by the ending of names."""

    width: int
    ending: str
    lossless: bool = False
