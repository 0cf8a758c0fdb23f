"""Contrast of colours as WCAG computes it, and the nearest colour that has enough of it. Colours are `#rrggbb`."""

from __future__ import annotations

from collections.abc import Sequence
from colorsys import hls_to_rgb, rgb_to_hls

TEXT, SIGNS = 4.5, 3.0
"""The least contrast of text, and of what is not text, with what is behind it."""

STEPS = 255
"""So many degrees of lightness are tried between black and white."""


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def least_contrast(colour: str, grounds: Sequence[str]) -> float:
    """The lowest contrast of a colour with one of several backgrounds."""
    return min(contrast(colour, ground) for ground in grounds)


def passing(colour: str, grounds: Sequence[str], least: float) -> str:
    """The nearest colour of the same hue whose contrast with all `grounds` is at least `least`.

    If there is none, it is the better one of black and white.
    """
    hue, lightness, saturation = rgb_to_hls(*_parts(colour))
    for step in range(STEPS + 1):
        for tried in (lightness - step / STEPS, lightness + step / STEPS):
            found = _hex(hls_to_rgb(hue, min(max(tried, 0.0), 1.0), saturation)) if step else colour
            if least_contrast(found, grounds) >= least:
                return found
    return max("#000000", "#ffffff", key=lambda one: least_contrast(one, grounds))


def mixed(one: str, other: str, share: float) -> str:
    """A colour between two: `share` says how much of the second is in it, from 0 to 1."""
    pairs = zip(_parts(one), _parts(other), strict=True)
    return _hex(tuple(first + (second - first) * share for first, second in pairs))


def _luminance(colour: str) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red / 255, green / 255, blue / 255


def _hex(parts: Sequence[float]) -> str:
    return "#" + bytes(round(part * 255) for part in parts).hex()
