"""The kerning of the fonts for browsers: shorter, and to the eye the same."""

from __future__ import annotations

from io import BytesIO

import pytest
from fontTools import subset
from fontTools.ttLib import TTFont

from generator.typefaces.cut import for_web, of_weight
from generator.typefaces.faces import FACES, FontFace
from generator.typefaces.kerning import LEAST, Pairs, kerning
from tests.sampling import first_of

BY_FEATURE = ["kern"]


def kerned(font: TTFont) -> Pairs:
    found: dict[tuple[str, str], int] = {}
    for lookup in font["GPOS"].table.LookupList.Lookup:
        if lookup.LookupType == 2 or type(getattr(lookup.SubTable[0], "ExtSubTable", None)).__name__ == "PairPos":
            found |= kerning(lookup, font.getGlyphOrder())
    names = {glyph: chr(point) for point, glyph in font.getBestCmap().items()}
    return {(names[one], names[other]): value for (one, other), value in found.items() if {one, other} <= names.keys()}


@pytest.mark.sampled
@pytest.mark.parametrize("face", first_of(FACES, 2), ids=lambda face: face.name)
def test_every_pair_keeps_its_distance_unless_it_is_too_small_to_see(face: FontFace) -> None:
    cut = TTFont(BytesIO(for_web(face)))
    options = subset.Options(layout_features=["kern"], hinting=False)
    whole = subset.load_font(BytesIO(of_weight(face)) if face.variable else face.path, options)
    of_text = subset.Subsetter(options)
    of_text.populate(unicodes=cut.getBestCmap())
    of_text.subset(whole)
    least = LEAST * whole["head"].unitsPerEm

    expected = {pair: value for pair, value in kerned(whole).items() if abs(value) >= least}
    assert len(expected) > 500
    assert kerned(cut) == expected


def test_a_heading_has_its_capitals_nearer() -> None:
    found = kerned(TTFont(BytesIO(for_web(next(face for face in FACES if face.name == "display-600")))))

    assert (found["T", "o"], found["A", "V"], found.get(("n", "n"))) == (-74, -119, None)
