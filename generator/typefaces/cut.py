"""Faces cut down to the characters that are needed. The same face always gives the same bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.caching.of_user import made_once
from generator.caching.program import version_of
from generator.typefaces import kerning
from generator.typefaces.faces import FontFace
from generator.typefaces.kerning import shorten_kerning

if TYPE_CHECKING:
    from hashlib import _Hash as Hash

LATIN = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),  # Latin-1 Supplement, Latin Extended-A
    *range(0x2010, 0x2028),  # dashes, quotation marks, bullet, ellipsis
    *(0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x2044, 0x20AC, 0x2122, 0x2212, 0x2260, 0x2264, 0x2265),
    *range(0x2190, 0x2194),  # arrows
)
"""The code points of languages in Latin letters, with punctuation. Browsers take others from the reader's system."""

RARE = (
    "5B 5D-60 7B-7E A1-A6 A8-B6 B8-C3 C5-D5 D8-DB DD-DE E0-E3 E5-E8 "
    "EA-F5 F8-FB FD-17F 2012 2015 2020-2021 2030-2033 2039-203A 2044 2122 2190-2191 2193 2260-2265"
)
"""The ranges of code points that few English and German pages have, as the theme's `css/fonts.css` names them. They go
no further than `LATIN`: for another sign, a page would load the second file of a face in vain."""

_RARE = frozenset(
    point
    for run in RARE.split()
    for first, _, last in [run.partition("-")]
    for point in range(int(first, 16), int(last or first, 16) + 1)
)

USUAL, MORE = PARTS = "", "-more"
"""What ends the names of the two files of a face for browsers. Pages load the second if they have one of its
characters."""

FIELDS = (*LATIN, *range(0x370, 0x400), *range(0x400, 0x530))
"""The code points that can be typed into the fields of a PDF: Latin, Greek and Cyrillic letters."""

MOST = 50
"""The number of cut faces that the cache of the user keeps."""

_KEPT_FEATURES = ["ccmp", "kern", "locl", "mark", "mkmk", "tnum"]


@cache
def for_web(face: FontFace, part: str = USUAL) -> bytes:
    """A part of a face for browsers, in WOFF2 format."""
    return _cut_once(face, _characters(part), "woff2")


@cache
def hash_for_web(face: FontFace, part: str = USUAL) -> str:
    """A hash of everything that decides the bytes of a part, without making them."""
    return _key(face, _characters(part), "woff2")


def _characters(part: str) -> tuple[int, ...]:
    return tuple(point for point in LATIN if (point in _RARE) == (part == MORE))


@cache
def for_fields(face: FontFace) -> bytes:
    """A face for the fields of a PDF, in TrueType format. PDFs contain the whole of it, so it has to be small."""
    return _cut_once(face, FIELDS, None)


def of_weight(face: FontFace) -> bytes:
    """A variable face in the one weight that it is used for, with all its characters."""
    return made_once("typefaces", _key(face, (), "weight"), lambda: _of_weight(face), MOST)


def _of_weight(face: FontFace) -> bytes:
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    with TTFont(face.path, recalcTimestamp=False) as font:
        axes = font["fvar"].axes
        places = {axis.axisTag: axis.defaultValue for axis in axes}
        weight = next(axis for axis in axes if axis.axisTag == "wght")
        places["wght"] = min(max(face.weight, weight.minValue), weight.maxValue)
        target = BytesIO()
        instantiateVariableFont(font, places).save(target)
    return target.getvalue()


def _cut_once(face: FontFace, code_points: Iterable[int], flavor: str | None) -> bytes:
    """A face cut down, which the cache of the user keeps by everything that decides it."""
    key = _key(face, code_points, flavor)
    return made_once("typefaces", key, lambda: _cut(face, code_points, flavor), MOST)


def _key(face: FontFace, code_points: Iterable[int], flavor: str | None) -> str:
    made = _cutting().copy()
    made.update(face.path.read_bytes())
    tools = version_of("fonttools"), version_of("brotli")
    made.update(repr((face.weight if face.variable else "", tuple(code_points), flavor, *tools)).encode())
    return made.hexdigest()


@cache
def _cutting() -> Hash:
    """The hash of the modules that cut, to be copied and continued."""
    return hashlib.sha256(Path(__file__).read_bytes() + Path(kerning.__file__).read_bytes())


def _cut(face: FontFace, code_points: Iterable[int], flavor: str | None) -> bytes:
    from fontTools import subset

    options: Any = subset.Options(
        flavor=flavor,
        hinting=False,
        layout_features=_KEPT_FEATURES,
        name_IDs=[],
        notdef_outline=True,
        recalc_timestamp=False,
    )
    font = subset.load_font(BytesIO(of_weight(face)) if face.variable else face.path, options)
    # Without names before as well: they are looked for in all tables otherwise, which takes a quarter of the time.
    names = font["name"]
    names.names = []
    del font["name"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=code_points)
    subsetter.subset(font)
    font["name"] = names
    if flavor:
        shorten_kerning(font)
    target = BytesIO()
    subset.save_font(font, target, options)
    return target.getvalue()
