"""Typefaces of packages that a playbook names."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.TupleVariation import TupleVariation

from generator.site.web_fonts import with_fonts
from generator.typefaces.cut import for_web, of_weight
from generator.typefaces.faces import FACES, TEXT
from generator.typefaces.packages import NoTypeface, faces_of, font_packages, versions
from tests.conftest import ROOT


def variable(path: Path, family: str) -> None:
    """A typeface with one letter, whose stem is as wide as its weight."""
    pen = TTGlyphPen(None)
    for at, corner in enumerate([(0, 0), (0, 700), (400, 700), (400, 0)]):
        (pen.lineTo if at else pen.moveTo)(corner)
    pen.closePath()
    letter = pen.glyph()
    made = FontBuilder(1000, isTTF=True)
    made.setupGlyphOrder([".notdef", "a"])
    made.setupCharacterMap({0x61: "a"})
    made.setupGlyf({".notdef": letter, "a": letter})
    made.setupHorizontalMetrics({".notdef": (500, 0), "a": (500, 0)})
    made.setupHorizontalHeader(ascent=800, descent=-200)
    made.setupNameTable({"familyName": family, "styleName": "Regular"})
    made.setupOS2(usWeightClass=400)
    made.setupPost()
    made.setupFvar([("wght", 100, 400, 900, "Weight")], [])
    wider = [(0, 0), (0, 0), (500, 0), (500, 0), None, None, None, None]
    made.setupGvar({"a": [TupleVariation({"wght": (0, 1, 1)}, wider)]})
    made.save(path)


def right_edge(content: bytes) -> int:
    font = TTFont(BytesIO(content))
    return max(int(x) for x, _ in font["glyf"]["a"].getCoordinates(font["glyf"])[0])


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An installed package with a variable typeface in two families, without an italic."""
    folder = tmp_path_factory.mktemp("installed")
    (folder / "font_own").mkdir()
    variable(folder / "font_own" / "Own.ttf", "Own")
    variable(folder / "font_own" / "OwnCondensed.ttf", "Own Condensed")
    about = folder / "font_own-1.2.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: font-own\nVersion: 1.2\n", "utf-8")
    (about / "RECORD").write_text("font_own/OwnCondensed.ttf,,\nfont_own/Own.ttf,,\n", "utf-8")
    with pytest.MonkeyPatch.context() as patched:
        patched.syspath_prepend(str(folder))
        yield "font-own"


def test_without_names_the_faces_are_those_of_the_theme() -> None:
    assert faces_of("", "") == FACES


def test_a_package_gives_the_files_that_fit_best() -> None:
    found = {face.name: face.path.name for face in faces_of("font-source-serif-pro", "")}
    assert found["text-400"] == "SourceSerifPro-Regular.ttf"
    assert found["text-400-italic"] == "SourceSerifPro-It.ttf"
    assert found["text-600"] == "SourceSerifPro-Semibold.ttf"
    assert found["display-400"] == "SourceSerifPro-Regular.ttf"


def test_a_variable_typeface_is_set_to_its_weights_and_may_lack_an_italic(package: str) -> None:
    faces = {face.name: face for face in faces_of(package, "") if face.family == TEXT}
    assert {name: face.path.name for name, face in faces.items()} == {"text-400": "Own.ttf", "text-600": "Own.ttf"}
    right = {name: right_edge(of_weight(face)) for name, face in faces.items()}
    assert right == {"text-400": 400, "text-600": 600}
    assert right_edge(for_web(faces["text-600"])) == 600
    assert of_weight(faces["text-600"]) == of_weight(faces["text-600"])


def test_styles_do_not_name_faces_that_there_are_not(package: str) -> None:
    css = (ROOT / "themes/playbook/css/fonts.css").read_bytes()
    assert with_fonts(css).count(b"@font-face") == css.count(b"@font-face") == 8
    own = with_fonts(css, faces_of(package, "")).decode()
    assert own.count("@font-face") == 6
    assert "text-400-italic" not in own
    assert "display-600-more" in own


def test_packages_that_cannot_be_used_raise(package: str) -> None:
    with pytest.raises(ModuleNotFoundError):
        faces_of("font-there-is-not", "")
    with pytest.raises(NoTypeface):
        faces_of("", "pypdf")
    assert package in font_packages()
    assert versions((package, "")) == ("font-own 1.2", "")
