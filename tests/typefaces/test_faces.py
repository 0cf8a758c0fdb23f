"""The faces are in the packages, and have the characters of the playbook."""

from __future__ import annotations

import pytest

from generator.typefaces.faces import CODE_FACES, FACES, FontFace, characters
from tests.conftest import ROOT


@pytest.mark.parametrize("face", [*FACES, *CODE_FACES], ids=lambda face: face.name)
def test_each_face_is_a_file_of_its_package_with_its_licence(face: FontFace) -> None:
    assert face.path.is_file()
    (licence,) = [*face.path.parent.glob("LICENSE.txt"), *face.path.parent.parent.glob("LICENSE")]
    assert "SIL OPEN FONT LICENSE" in licence.read_text("utf-8").upper()


def test_they_have_every_character_of_the_content_and_of_the_interface() -> None:
    written = [*(ROOT / "content").rglob("*.*"), *(ROOT / "generator" / "language").glob("*.yml")]
    used = {character for path in written for character in path.read_text("utf-8") if character.isprintable()}

    assert used - characters() == set()


def test_characters_of_scripts_that_the_faces_lack_are_not_among_theirs() -> None:
    assert not {"漢", "ع", "ก", "✕"} & characters()
