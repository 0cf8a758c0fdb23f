"""Tabs in browser profiles that hold nothing from before."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from playwright.sync_api import Browser, Error, TimeoutError
from playwright.sync_api import Page as Tab

OF_A_TAB = ("viewport", "color_scheme")
"""Options that a tab can take by itself, so that tabs with different ones can share a profile."""

NOTHING = "http://127.0.0.1/"
"""The address of an empty page that nobody serves, of the same site as everything that tests serve."""


class _Profile:
    """A profile for one tab after another, which are as good as tabs in new profiles at half their cost.

    The process that draws pages is the dearest thing of a new profile. An empty page keeps it from ending, and with it
    all scripts, styles and typefaces that it has read.
    """

    def __init__(self, browser: Browser, options: dict[str, Any]) -> None:
        self.context = browser.new_context(**options)
        self._keeper = self.context.new_page()
        self._keeper.route(NOTHING, lambda route: route.fulfill(body="", content_type="text/html"))
        self._keeper.goto(NOTHING)
        self._keeper.unroute(NOTHING)
        self._devtools = self.context.new_cdp_session(self._keeper)

    def clear(self) -> None:
        """Close what is open, and forget what pages have kept and what they were allowed."""
        for tab in self.context.pages:
            if tab is not self._keeper:
                close(tab)
        self._devtools.send("Storage.clearDataForOrigin", {"origin": "*", "storageTypes": "all"})
        self.context.clear_permissions()


def close(tab: Tab) -> None:
    """Close a tab, whatever it is about to do.

    Chromium forgets to close a tab whose next page arrives at the same moment. Playwright would wait without end.
    """
    devtools = tab.context.new_cdp_session(tab)
    for _ in range(60):  # half a minute, as long as Playwright waits for most things
        # The tab may be gone before it answers.
        with suppress(TimeoutError), tab.expect_event("close", timeout=500), suppress(Error):
            devtools.send("Page.close")
        if tab.is_closed():
            return
    raise RuntimeError(f"Chromium does not close the tab of {tab.url}.")


_FREE: dict[tuple[Browser, str], list[_Profile]] = defaultdict(list)


@contextmanager
def tab_in(browser: Browser, **options: Any) -> Iterator[Tab]:
    """A tab in a profile with these options, which holds nothing but files that the browser need not ask for again.

    If something goes wrong meanwhile, the profile is thrown away, whatever state it is in.
    """
    of_tab = {name: options.pop(name) for name in OF_A_TAB if name in options}
    free = _FREE[browser, json.dumps(options, sort_keys=True)]
    profile = free.pop() if free else _Profile(browser, options)
    try:
        tab = profile.context.new_page()
        if "viewport" in of_tab:
            tab.set_viewport_size(of_tab["viewport"])
        if "color_scheme" in of_tab:
            tab.emulate_media(color_scheme=of_tab["color_scheme"])
        yield tab
        profile.clear()
    except BaseException:
        profile.context.close()
        raise
    free.append(profile)


@contextmanager
def tab_in_new_profile(browser: Browser) -> Iterator[Tab]:
    """A tab that has every file still to ask for."""
    context = browser.new_context()
    try:
        yield context.new_page()
    finally:
        context.close()
