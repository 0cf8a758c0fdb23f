"""Tabs in browser profiles of their own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab


@contextmanager
def tab_in(browser: Browser, **options: Any) -> Iterator[Tab]:
    """A tab in a profile with these options, which is new and is thrown away afterwards."""
    context = browser.new_context(**options)
    try:
        yield context.new_page()
    finally:
        context.close()
