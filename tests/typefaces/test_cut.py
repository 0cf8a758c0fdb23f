"""Faces that were cut down: the same bytes each time, with the characters that are needed and no others."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from generator.typefaces import cut
from generator.typefaces.cut import FIELDS, LATIN, _cut, for_fields, for_web
from generator.typefaces.faces import FACES, FontFace


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.name)
def test_a_web_font_has_the_latin_characters_of_its_face_and_no_names(face: FontFace) -> None:
    whole, of_web = TTFont(face.path), TTFont(BytesIO(for_web(face)))

    assert set(of_web.getBestCmap()) == set(whole.getBestCmap()) & set(LATIN)
    assert of_web["name"].names == []  # the licence reserves the name for fonts that are not changed


def test_fields_take_greek_and_cyrillic_as_well() -> None:
    found = set(TTFont(BytesIO(for_fields(FACES[0]))).getBestCmap())

    assert set(map(ord, "éßΩЖ")) <= found <= set(FIELDS)


def test_the_same_face_gives_the_same_bytes() -> None:
    assert _cut(FACES[0], LATIN, "woff2") == for_web(FACES[0])


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
