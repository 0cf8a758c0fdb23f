"""The cache of the user gives the assets of a theme as they would be made, and knows all that decides them."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from generator.config.brand import Brand
from generator.config.theme import Theme
from generator.kinds import BUILT_IN
from generator.language.language import english
from generator.model.kind import Kinds
from generator.site import theme_assets as module
from generator.site.kind_looks import KindLooks
from generator.site.page import LaterArtifact
from generator.site.theme_assets import ThemeAssets, theme_assets, theme_assets_once
from generator.typefaces.faces import FACES, FontFace
from tests.conftest import ROOT

KINDS = Kinds(tuple(BUILT_IN))


@pytest.fixture
def theme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Theme:
    """A small part of the theme, with an empty cache of the user."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for name in ("css/tokens.css", "css/fonts.css", "icons", "components/rich-text"):
        source, target = ROOT / "themes" / "playbook" / name, tmp_path / "theme" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(source, target) if source.is_dir() else shutil.copy(source, target)
    return Theme((tmp_path / "theme",))


def _once(
    theme: Theme, kinds: Kinds = KINDS, accents: tuple[str, ...] = (), faces: tuple[FontFace, ...] = FACES
) -> ThemeAssets:
    return theme_assets_once(theme, theme.fingerprint(), kinds, accents, faces)


def test_it_gives_what_would_be_made(theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    made = theme_assets(theme, tuple(map(KindLooks.of, KINDS)), KINDS.language)
    assert _once(theme) == made
    monkeypatch.delattr(module, "theme_assets")
    assert _once(theme) == made
    assert made.release.files


def test_a_file_is_read_when_its_content_is_asked_for(theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    contents = [file.content for file in _once(theme).release.files]
    kept = _once(theme).release.files
    read: list[int] = []
    pread = os.pread
    monkeypatch.setattr(os, "pread", lambda file, size, at: read.append(size) or pread(file, size, at))
    assert all(isinstance(file, LaterArtifact) for file in kept)
    assert read == []
    assert [file.content for file in kept] == contents
    assert read == [len(content) for content in contents]


def test_all_that_decides_them_is_known(theme: Theme, tmp_path: Path) -> None:
    first, *others = KINDS
    _once(theme)
    _once(replace(theme, brand=Brand(light=(("paper", "#fffffe"),))))
    _once(theme, Kinds((replace(first, icon="another"), *others)))
    _once(theme, Kinds((replace(first, accent="another"), *others)))
    _once(theme, Kinds((replace(first, name="another"), *others)))
    _once(theme, replace(KINDS, language=english("en-GB")))
    _once(theme, accents=("ochre",))
    _once(theme, faces=FACES[:-1])
    (theme.folders[0] / "css" / "tokens.css").write_text(":root { --paper: #123456 }")
    _once(theme)
    assert len(list((tmp_path / "cache/playbook/theme-assets").glob("*.kept"))) == 9


def test_a_theme_that_changes_meanwhile_is_not_kept(theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    before = _once(theme)
    shutil.rmtree(theme.folders[0].parent / "cache")
    was, tokens = theme.fingerprint(), theme.folders[0] / "css" / "tokens.css"
    text = tokens.read_text("utf-8")
    tokens.write_text(":root { --paper: #123456 }")
    assert theme_assets_once(theme, was, KINDS, ()) != before
    tokens.write_text(text)
    assert theme_assets_once(theme, was, KINDS, ()) == before
