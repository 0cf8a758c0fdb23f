"""A playbook that may be changed behind the editor of `playbook edit`, and tabs that have its cookie."""

from __future__ import annotations

import os
import re
import shutil
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from http import HTTPStatus
from pathlib import Path
from tempfile import mkdtemp
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

from generator import pipeline
from generator.commands.serve import Builder
from generator.editor.application import Editor
from generator.editor.client_files import CLIENT, JOINED, THEME_FILES
from generator.editor.session import Session
from generator.publishing.preview_requests import Server
from generator.publishing.preview_state import Preview, State
from generator.site.page import Artifact
from generator.site.policy import FOR_GOOD
from tests.browser.profiles import tab_in
from tests.browser.served import Watched
from tests.conftest import OF_THIS_RUN, ROOT
from tests.playbooks import EXAMPLE_PLAYBOOK, built


def copied(playbook: Path, into: Path) -> Path:
    """A copy of a playbook that a test may change, by the folder with its configuration."""
    root = into / "playbook"
    shutil.copytree(playbook, root, ignore=shutil.ignore_patterns(".cache", "themes", "site"))
    if not (root / "themes").exists():
        (root / "themes").symlink_to(ROOT / "themes")
    return root


NOTHING_BUILT = State("0", {})
"""A site without pages, of which none is waited for."""


class _Server(Server):
    """The server of the preview, which lets browsers keep the scripts and styles of the editor: tests change none.

    It knows how many requests to the editor it has still to answer.
    """

    def __init__(self, preview: Preview, editor: Editor) -> None:
        super().__init__("127.0.0.1", 0, preview, editor)
        self.RequestHandlerClass = _keeping(self.RequestHandlerClass)
        self.asked, self.changed = 0, threading.Condition()

    @contextmanager
    def answering(self) -> Iterator[None]:
        """While a request is answered."""
        self._count(1)
        try:
            yield
        finally:
            self._count(-1)

    def _count(self, more: int) -> None:
        with self.changed:
            self.asked += more
            self.changed.notify_all()

    def has_answered(self) -> None:
        """Wait until everything is answered that was asked."""
        with self.changed:
            assert self.changed.wait_for(lambda: not self.asked, timeout=30)


def _keeping(handler: type[Any]) -> type[Any]:
    class Keeping(handler):  # type: ignore[misc]
        status: HTTPStatus

        def _hand_on(self, *given: Any) -> None:
            with self.server.answering():
                super()._hand_on(*given)

        def send_response(self, code: HTTPStatus, message: str | None = None) -> None:
            self.status = code
            super().send_response(code, message)

        def send_header(self, name: str, value: str) -> None:
            found = self.status == HTTPStatus.OK and self.path.startswith((CLIENT, THEME_FILES, *JOINED))
            super().send_header(name, FOR_GOOD if found and name == "Cache-Control" else value)

    return Keeping


_SERVERS: dict[int, _Server] = {}
"""Those of this process, by their ports."""


def _started(root: Path, state: State) -> tuple[_Server, Builder, Preview]:
    preview, builder = Preview(state), Builder(root / "site_config.yml")
    server = _Server(preview, Editor(Session(builder, preview.making)))
    _SERVERS[server.port] = server
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    return server, builder, preview


@contextmanager
def edited(root: Path, state: State | None = None) -> Iterator[str]:
    """The address that lets a browser edit the playbook in a folder. Its pages are not built: they are in the state."""
    server, _, _ = _started(root, state or NOTHING_BUILT)
    try:
        yield _entrance(server)
    finally:
        server.shutdown()
        server.server_close()


def _entrance(server: _Server) -> str:
    assert isinstance(server.application, Editor)
    return f"http://127.0.0.1:{server.port}{server.application.entrance}"


@dataclass(frozen=True)
class Desk:
    """A playbook in the editor, for one test after the other: each finds it as it was at first.

    Its address stays, so that browsers need not ask again for what they have. `at_first` has the content of each file
    by its name, and folders without one.
    """

    root: Path
    server: _Server
    builder: Builder
    preview: Preview
    at_first: Mapping[str, bytes | None]

    @property
    def entrance(self) -> str:
        """The address that lets a browser edit."""
        return _entrance(self.server)

    def tidy(self) -> None:
        """Put back what was changed, and begin as an editor does that was just started, but for files it has read."""
        self.server.has_answered()
        for path in sorted(self.root.rglob("*"), reverse=True):  # what is in a folder before the folder
            if _name(path, self.root) not in self.at_first:
                path.rmdir() if path.is_dir() else path.unlink()
        for name, content in self.at_first.items():
            path = self.root / name
            if content is None:
                path.mkdir(exist_ok=True)
            elif not path.is_file() or path.read_bytes() != content:
                path.write_bytes(content)
        guard = self.server.application.guard
        self.server.application = Editor(Session(self.builder, self.preview.making), guard)
        self.preview.tell(NOTHING_BUILT)


@cache
def _desk(playbook: Path) -> Desk:
    root = copied(playbook, Path(mkdtemp(dir=os.environ[OF_THIS_RUN])))
    server, builder, preview = _started(root, NOTHING_BUILT)
    project, problems = builder.project()
    assert project, problems
    pipeline.connected(project, memory=builder.memory)
    return Desk(root, server, builder, preview, {_name(path, root): _content(path) for path in sorted(root.rglob("*"))})


def tidy_desk(playbook: Path) -> Desk:
    """The desk of this process for a playbook, by the folder with its configuration."""
    desk = _desk(playbook)
    desk.tidy()
    return desk


def _name(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()


def _content(path: Path) -> bytes | None:
    return None if path.is_dir() else path.read_bytes()


@cache
def built_example() -> State:
    """The site of the example playbook, as the preview has it."""
    site, folder = built(EXAMPLE_PLAYBOOK)
    files = {_name(path, folder): path for path in folder.rglob("*") if path.is_file()}
    made = {name: Artifact(name, path.read_bytes()) for name, path in files.items()}
    return State("0123", made, base=urlsplit(site.url).path)


def opened(tab: Tab, entrance: str, query: str) -> Tab:
    """The tab with the form of what a query such as `kind=tell&id=price-based` names."""
    tab.request.get(entrance, max_redirects=0)
    tab.goto(f"{entrance.partition('/__edit/')[0]}/__edit/?{query}")
    tab.locator("main .field, main.refused, main.start").first.wait_for()
    return tab


@contextmanager
def tab_with_form(browser: Browser, entrance: str, query: str, refusals: re.Pattern[str]) -> Iterator[Tab]:
    """A tab with a form, in which nothing goes wrong but what is refused as told to."""
    with tab_in(browser) as tab:
        watched = Watched(tab, entrance.partition("/__edit/")[0])
        yield opened(tab, entrance, query)
        given_up(tab)
        # A browser says so of each answer that refuses.
        assert [said for said in watched.complaints if not refusals.search(said)] == []


LEAVE = "addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), true)"


def given_up(tab: Tab) -> None:
    """Make the tab ready to be closed: what was asked is answered.

    Chromium would ask about what is not saved, and then neither close the tab nor open another one.
    """
    tab.unroute_all(behavior="wait")
    _SERVERS[urlsplit(tab.url).port or 0].has_answered()
    tab.evaluate(LEAVE)


@contextmanager
def sound_tab(browser: Browser, entrance: str) -> Iterator[Tab]:
    """A tab for the editor in which nothing may go wrong."""
    with tab_in(browser) as tab:
        watched = Watched(tab, entrance.partition("/__edit/")[0])
        yield tab
        given_up(tab)
        assert watched.complaints == []
