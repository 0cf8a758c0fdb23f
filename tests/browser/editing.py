"""A playbook that may be changed behind the editor of `playbook edit`, and tabs that have its cookie."""

from __future__ import annotations

import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

from generator.commands.serve import Builder
from generator.editor.application import Editor
from generator.editor.session import Session
from generator.publishing.preview_requests import Server
from generator.publishing.preview_state import Preview, State
from tests.browser.profiles import tab_in, tab_in_new_profile
from tests.browser.served import Watched
from tests.conftest import ROOT


def copied(playbook: Path, into: Path) -> Path:
    """A copy of a playbook that a test may change, by the folder with its configuration."""
    root = into / "playbook"
    shutil.copytree(playbook, root, ignore=shutil.ignore_patterns(".cache", "themes", "site"))
    if not (root / "themes").exists():
        (root / "themes").symlink_to(ROOT / "themes")
    return root


@contextmanager
def edited(root: Path, state: State | None = None) -> Iterator[str]:
    """The address that lets a browser edit the playbook in a folder. Its pages are not built: they are in the state."""
    preview = Preview(state or State())
    editor = Editor(Session(Builder(root / "site_config.yml"), preview.making))
    server = Server("127.0.0.1", 0, preview, editor)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.port}{editor.entrance}"
    finally:
        server.shutdown()
        server.server_close()


def opened(tab: Tab, entrance: str, query: str) -> Tab:
    """The tab with the form of what a query such as `kind=tell&id=price-based` names."""
    tab.request.get(entrance, max_redirects=0)
    tab.goto(f"{entrance.partition('/__edit/')[0]}/__edit/?{query}")
    tab.locator("main .field, main.refused, main.start").first.wait_for()
    return tab


@contextmanager
def tab_with_tell(browser: Browser, root: Path, refusals: re.Pattern[str]) -> Iterator[Tab]:
    """A new tab with the form of a tell, in which nothing goes wrong but what is refused as told to."""
    with edited(root) as entrance, tab_in_new_profile(browser) as tab:
        watched = Watched(tab, entrance.partition("/__edit/")[0])
        yield opened(tab, entrance, "kind=tell&id=price-based")
        # A browser says so of each answer that refuses.
        assert [said for said in watched.complaints if not refusals.search(said)] == []


LEAVE = "addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), true)"


def given_up(tab: Tab) -> None:
    """Make the tab ready to be closed: nothing is asked or answered any more.

    Chromium would ask about what is not saved, and then neither close the tab nor open another one.
    """
    tab.unroute_all(behavior="wait")
    tab.wait_for_load_state("networkidle")
    tab.evaluate(LEAVE)


@contextmanager
def sound_tab(browser: Browser, entrance: str) -> Iterator[Tab]:
    """A tab for the editor in which nothing may go wrong."""
    with tab_in(browser) as tab:
        watched = Watched(tab, entrance.partition("/__edit/")[0])
        yield tab
        given_up(tab)
        assert watched.complaints == []
