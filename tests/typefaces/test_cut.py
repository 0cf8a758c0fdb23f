"""Faces that were cut down: the same bytes each time, with the characters that are needed and no others."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from generator.typefaces import cut
from generator.typefaces.cut import FIELDS, LATIN, PARTS, RARE, _cut, for_fields, for_web
from generator.typefaces.faces import FACES, ON_PAGES, FontFace
from tests.conftest import ROOT


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.name)
def test_the_web_fonts_of_a_face_have_its_latin_characters_between_them_and_no_names(face: FontFace) -> None:
    fonts = [TTFont(BytesIO(for_web(face, part))) for part in PARTS]

    usual, rare = (set(font.getBestCmap()) for font in fonts)
    assert usual | rare == set(TTFont(face.path).getBestCmap()) & set(LATIN)
    assert set(map(ord, "Aäß’“–")) <= usual
    assert set(map(ord, "çñłő")) <= rare
    assert not rare & usual
    # The licence reserves the name for fonts that are not changed.
    assert [name for font in fonts for name in font["name"].names] == []


def test_the_styles_name_the_characters_of_the_second_file() -> None:
    css = (ROOT / "themes/playbook/css/fonts.css").read_text("utf-8")
    ranges = ", ".join(f"U+{run}" for run in RARE.split())
    assert re.findall(r"unicode-range: ([^;]+);", css) == [ranges] * len(ON_PAGES)


def test_the_second_file_is_loaded_for_no_sign_beyond_what_it_has() -> None:
    """Such as an arrow in a style: the page takes it from the reader's system all the same."""
    assert {int(end, 16) for run in RARE.split() for end in run.split("-")} <= set(LATIN)


def test_fields_take_greek_and_cyrillic_as_well() -> None:
    found = set(TTFont(BytesIO(for_fields(FACES[0]))).getBestCmap())

    assert set(map(ord, "éßΩЖ")) <= found <= set(FIELDS)


def test_the_same_face_gives_the_same_bytes() -> None:
    assert _cut(FACES[0], set(TTFont(BytesIO(for_web(FACES[0]))).getBestCmap()), "woff2") == for_web(FACES[0])


def test_a_face_is_cut_once_for_all_playbooks_of_a_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    for_web.cache_clear()
    made = for_web(FACES[0])
    for_web.cache_clear()
    with monkeypatch.context() as without:
        without.setattr(cut, "_cut", None)
        assert for_web(FACES[0]) == made

    for path in tmp_path.rglob("*.kept"):
        path.write_bytes(b"damaged")
    for_web.cache_clear()
    assert for_web(FACES[0]) == made
