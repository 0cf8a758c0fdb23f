"""Browser profiles that tests take in turn, because starting one costs more than most tests do in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

from playwright.sync_api import Browser, BrowserContext, Frame
from playwright.sync_api import Page as Tab

STORED = "local_storage,indexeddb,cache_storage,service_workers"


@dataclass
class Profile:
    """A profile, and the origins whose pages were opened in it, which may have stored something."""

    context: BrowserContext
    visited: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.context.on("page", lambda tab: tab.on("framenavigated", self._note))

    def _note(self, frame: Frame) -> None:
        parts = urlsplit(frame.url)
        if parts.scheme in ("http", "file"):
            self.visited.add(f"{parts.scheme}://{parts.netloc}")

    def fresh(self) -> Tab:
        """A tab, when nothing is left of what was stored in the profile before."""
        tab = self.context.new_page()
        if self.visited:
            session = self.context.new_cdp_session(tab)
            for origin in sorted(self.visited):
                session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": STORED})
            session.detach()
            self.context.clear_cookies()
            self.visited.clear()
        return tab


_idle: WeakKeyDictionary[Browser, dict[str, list[Profile]]] = WeakKeyDictionary()


@contextmanager
def tab_in(browser: Browser, **options: Any) -> Iterator[Tab]:
    """A tab in a profile with these options, which nobody else has at the same time, and in which nothing is stored."""
    idle = _idle.setdefault(browser, {}).setdefault(repr(sorted(options.items())), [])
    profile = idle.pop() if idle else Profile(browser.new_context(**options))
    try:
        yield profile.fresh()
    finally:
        for tab in profile.context.pages:
            tab.close()
        idle.append(profile)
