"""The frame is one module, which may be exchanged for another with the same names."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from generator.config.theme import Theme
from generator.shells import mkdocs, shell
from generator.shells.shell import write_framed
from generator.site.page import Site
from tests.shells.framed import SITE


def test_mkdocs_is_the_frame() -> None:
    assert shell.shell() is mkdocs


def test_another_frame_is_given_the_pages_and_its_part_of_the_theme(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "theme" / "plain").mkdir(parents=True)

    def write_pages(site: Site, templates: Theme, target: Path) -> None:
        for page in site.pages:
            (target / page.path).parent.mkdir(parents=True, exist_ok=True)
            (target / page.path).write_text(f"{templates.folders[0].name}: {page.title}")

    monkeypatch.setattr(shell, "shell", lambda: SimpleNamespace(TEMPLATES="plain", write_pages=write_pages))
    write_framed(SITE, Theme((tmp_path / "theme",)), tmp_path / "site")

    first = SITE.pages[0]
    assert (tmp_path / "site" / first.path).read_text() == f"plain: {first.title}"
