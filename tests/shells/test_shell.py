"""The frame is one module, which may be exchanged for another with the same names."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace

import pytest

from generator.config.theme import Theme
from generator.shells import mkdocs, shell
from generator.shells.shell import framed
from generator.site.page import Artifact, Page
from tests.shells.framed import SITE


def test_mkdocs_is_the_frame() -> None:
    assert shell.shell() is mkdocs


class PlainFrame:
    def __init__(self, templates: Theme) -> None:
        self.name = templates.folders[0].name

    def page(self, page: Page) -> bytes:
        return f"{self.name}: {page.title}".encode()

    def files(self, _redirects: Mapping[str, str]) -> tuple[Artifact, ...]:
        return (Artifact("plain.css", b""),)


def test_another_frame_is_given_the_pages_and_its_part_of_the_theme(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "theme" / "plain").mkdir(parents=True)
    plain = SimpleNamespace(TEMPLATES="plain", frame=lambda site, templates: PlainFrame(templates))
    monkeypatch.setattr(shell, "shell", lambda: plain)

    files = {file.path: file.content.decode() for file in framed(SITE, Theme((tmp_path / "theme",)))}

    assert files == {"plain.css": ""} | {page.path: f"plain: {page.title}" for page in SITE.pages}
