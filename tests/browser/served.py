"""A built playbook behind a server that sends the real headers, and tabs that note what goes wrong in them."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import Browser, Locator, Request
from playwright.sync_api import Page as Tab

from generator.site.policy import FOR_GOOD, HEADERS
from generator.site.release import FOLDER as ASSETS
from tests.browser.profiles import tab_in
from tests.playbooks import built

AXE = f"{ASSETS}axe.min.js"


class Handler(SimpleHTTPRequestHandler):
    """Sends files as a server does that is set up as docs/publishing.md says, with the site at the path `below`.

    It does not answer what is asked of other paths.
    """

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # which waits for more to send

    def __init__(self, *args: Any, below: str, **settings: Any) -> None:
        self.below = below
        super().__init__(*args, **settings)

    def parse_request(self) -> bool:
        if not super().parse_request():
            return False
        self.close_connection |= not self.is_answered()
        return self.is_answered()

    def is_answered(self) -> bool:
        return self.path.startswith(self.below)

    def translate_path(self, path: str) -> str:
        if path == self.below + AXE:
            return str(AXE_FILE_PATH)
        return super().translate_path(path.removeprefix(self.below.rstrip("/")))

    def send_response(self, code: int, message: str | None = None) -> None:
        super().send_response(code, message)
        if code in (HTTPStatus.OK, HTTPStatus.NOT_MODIFIED) and self.path.startswith(f"{self.below}{ASSETS}"):
            self.send_header("Cache-Control", FOR_GOOD)

    def end_headers(self) -> None:
        for name, value in HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        pass


@cache
def served(config: Path) -> str:
    """The address under which the site of a playbook is served: with the path that the playbook gives it.

    It stays the same in a process, so that browsers need not ask again for what they have.
    """
    site, folder = built(config)
    below = urlsplit(site.url).path
    return _address(_started(folder, below, Handler, looks_up=3600), below)


@contextmanager
def served_folder(folder: Path, below: str = "/", handler: type[Handler] = Handler) -> Iterator[str]:
    """The address under which a folder is served, at the path `below`."""
    server = _started(folder, below, handler, looks_up=0.05)
    try:
        yield _address(server, below)
    finally:
        server.shutdown()
        server.server_close()


_BELOW: dict[int, str] = {}
"""Where sites are, by the ports of the servers of this process."""


def axe_beside(address: str) -> str | None:
    """Where a page with this address can load axe, which browsers keep: to hand it over takes longer than to run it."""
    found = urlsplit(address)
    return f"{found.scheme}://{found.netloc}{_BELOW[found.port]}{AXE}" if found.port in _BELOW else None


def _started(folder: Path, below: str, handler: type[Handler], looks_up: float) -> ThreadingHTTPServer:
    """A server that sees each so many seconds whether it is to end, and until then only what it is asked."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder), below=below))
    _BELOW[server.server_port] = below
    threading.Thread(target=server.serve_forever, args=(looks_up,), daemon=True).start()
    return server


def _address(server: ThreadingHTTPServer, below: str) -> str:
    return f"http://127.0.0.1:{server.server_port}{below}"


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
        # To be told of each request would cost a fifth of a page. The browser of the tests reaches this machine alone,
        # where servers answer for their own sites alone. A disk has every file.
        on_disk = self.address.startswith("file:")
        self.tab.on("request" if on_disk else "requestfailed", lambda request: self._check(request.url))

    def _hear(self, kind: str, text: str) -> None:
        # Chromium says so of the closed menu if a test has set the focus before the page was there.
        if not text.startswith("Autofocus processing was blocked"):
            self.complaints.append(f"{kind}: {text}")

    def _check(self, url: str) -> None:
        if not url.startswith((self.address, "data:")):
            self.complaints.append(f"foreign request: {url}")

    def open(self, path: str) -> Tab:
        """The tab with a page of the site, of which somebody begins to make use."""
        self.tab.goto(self.address + path)
        begin_to_use(self.tab)
        return self.tab


def could_tell(asked: Iterable[str], address: str) -> list[str]:
    """The requests that could tell a server what is on a page: files of the site have the same addresses for everybody.

    Those are the assets, and the names of the files that the search learns in each idle page.
    """
    return [url for url in asked if not re.fullmatch(rf"{re.escape(address)}(?:{ASSETS}[\w./-]+|data\.json)", url)]


def begin_to_use(tab: Tab) -> None:
    """Let a page load what it loads only for somebody who is there, and wait until its tools have it."""
    tab.evaluate(BEGIN)


BEGIN = """async () => {
  dispatchEvent(new PointerEvent("pointermove", { movementX: 1 }));
  const tools = () => [...document.querySelectorAll(":defined")].filter((one) => "showsMore" in one);
  const end = performance.now() + 30_000;
  while (tools().some(({ page }) => !page)) {
    if (performance.now() > end) throw new Error("a tool of this page has not begun");
    await new Promise((done) => setTimeout(done));
  }
}"""


def back_leads_to(link: Locator) -> None:
    """Who follows a link finds it where it was after Back, also if scripts have to make it anew."""
    top = link.evaluate("(one) => { scrollBy(0, one.getBoundingClientRect().top - 150); return window.scrollY }")
    assert top, "the page has to be scrolled: otherwise any place would do"
    place = link.evaluate("(one) => Math.round(one.getBoundingClientRect().top)")
    link.click()
    link.page.go_back()
    link.evaluate(AT_PLACE, place)


AT_PLACE = """(link, place) => new Promise((done, fail) => {
  const end = performance.now() + 30_000;
  const look = () => {
    const top = link.getBoundingClientRect().top;
    if (Math.abs(top - place) < 3) done();
    else if (performance.now() > end) fail(new Error(`it is at ${top}, and was at ${place}`));
    else setTimeout(look, 15);
  };
  look();
})"""


@contextmanager
def until_at_rest(tab: Tab) -> Iterator[None]:
    """Do something in a tab, and wait until nothing is being loaded and scripts have done what they put off.

    "networkidle" would wait for half a second of silence, and not at all once a page has been silent.
    """
    loading = set[Request]()

    def begun(request: Request) -> None:
        loading.add(request)

    def ended(request: Request) -> None:
        loading.discard(request)

    tab.on("request", begun)
    tab.on("requestfinished", ended)
    tab.on("requestfailed", ended)
    try:
        yield
        rests = 0
        for _ in range(LOOKS):
            tab.evaluate(PUT_OFF)
            rests = 0 if loading else rests + 1
            if rests == RESTS:
                return
        raise AssertionError(f"still being loaded: {[request.url for request in loading]}")
    finally:
        tab.remove_listener("request", begun)
        tab.remove_listener("requestfinished", ended)
        tab.remove_listener("requestfailed", ended)


RESTS = 3
"""So often in a row nothing is being loaded: what arrives may ask for more when scripts run next."""

LOOKS = 3000
"""So often it is looked, which takes a minute and more."""

PUT_OFF = """() => new Promise((done) => {
  requestAnimationFrame(() => requestIdleCallback(() => setTimeout(done)));
  setTimeout(done, 2000); // a tab that is not painted has no frames
})"""


@contextmanager
def watched(browser: Browser, address: str, **options: Any) -> Iterator[Watched]:
    """A tab in a profile that holds nothing from before."""
    with tab_in(browser, **options) as tab:
        yield Watched(tab, address)
