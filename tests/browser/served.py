"""A built playbook behind a server that sends the real headers, and tabs that note what goes wrong in them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

from generator.site.policy import HEADERS
from tests.browser.profiles import tab_in
from tests.playbooks import built


class Handler(SimpleHTTPRequestHandler):
    """Sends files as a server does that is set up as docs/publishing.md says, with the site at the path `below`."""

    def __init__(self, *args: Any, below: str, **settings: Any) -> None:
        self.below = below
        super().__init__(*args, **settings)

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(self.below.rstrip("/")))

    def end_headers(self) -> None:
        for name, value in HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def served(config: Path) -> Iterator[str]:
    """The address under which the site of a playbook is served: with the path that the playbook gives it."""
    site, folder = built(config)
    with served_folder(folder, urlsplit(site.url).path) as address:
        yield address


@contextmanager
def served_folder(folder: Path, below: str = "/", handler: type[Handler] = Handler) -> Iterator[str]:
    """The address under which a folder is served, at the path `below`."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder), below=below))
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{below}"
    finally:
        server.shutdown()
        server.server_close()


# Says in the console what the policy forbids, also where a browser would keep silent.
VIOLATIONS = (
    "addEventListener('securitypolicyviolation', e => console.error(`policy: ${e.violatedDirective} ${e.blockedURI}`))"
)


@dataclass
class Watched:
    """A tab, and what it complained of: the console, errors, and requests that leave the site."""

    tab: Tab
    address: str
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.tab.add_init_script(VIOLATIONS)
        self.tab.on("console", lambda message: self._hear(message.type, message.text))
        self.tab.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.tab.on("request", lambda request: self._check(request.url))

    def _hear(self, kind: str, text: str) -> None:
        # Chromium says so of the closed menu if a test has set the focus before the page was there.
        if not text.startswith("Autofocus processing was blocked"):
            self.complaints.append(f"{kind}: {text}")

    def _check(self, url: str) -> None:
        if not url.startswith((self.address, "data:")):
            self.complaints.append(f"foreign request: {url}")

    def open(self, path: str) -> Tab:
        self.tab.goto(self.address + path)
        return self.tab


@contextmanager
def watched(browser: Browser, address: str, **options: Any) -> Iterator[Watched]:
    """A tab in a profile that holds nothing from before."""
    with tab_in(browser, **options) as tab:
        yield Watched(tab, address)
