"""The theme's modules as they are published, on an empty page of a real browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from generator.config.theme import Theme
from generator.site.render import _assets, _on_demand
from tests.browser.served import served_folder, watched
from tests.conftest import ROOT

Run = Callable[[str, Any], Any]


@pytest.fixture(scope="module")
def run(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    """Runs a JavaScript function with one argument on a page from which `/assets/` can be imported."""
    folder: Path = tmp_path_factory.mktemp("modules")
    theme = Theme((ROOT / "themes" / "playbook",))
    for artifact in (*_assets(theme), *_on_demand(theme)):
        path = folder / artifact.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(artifact.content)
    (folder / "index.html").write_text(
        "<!doctype html><html lang=en><title>Modules</title><link rel=icon href=data:,>", "utf-8"
    )
    with served_folder(folder) as address, watched(browser, address) as watch:
        tab = watch.open("index.html")
        yield tab.evaluate
        assert watch.complaints == []
