"""The examples of every component in a real browser: axe, both colour schemes, and screens of 320 and 1440 pixels."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

from tests.browser.accessibility import CONTRAST, violations
from tests.browser.profiles import tab_in
from tools.component_reference import files, pages
from tools.components import components

COMPONENTS = {component.name: component for component in components() if "screen" in component.templates}
REPEATED = "landmark-unique"
"""A page of the reference shows one landmark several times, which no page of the site does."""


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the reference, with its styles."""
    folder = tmp_path_factory.mktemp("components")
    for name, text in files(()):
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Tab]:
    with tab_in(browser) as tab:
        yield tab


def overflow(tab: Tab, width: int) -> list[str]:
    """The elements that reach beyond a screen of this width, if they make it scroll sideways."""
    tab.set_viewport_size({"width": width, "height": 800})
    found: list[str] = tab.evaluate(
        """(width) => document.documentElement.scrollWidth <= width ? [] :
           [...document.querySelectorAll("main *")].filter((one) => one.getBoundingClientRect().right > width)
             .map((one) => one.outerHTML.slice(0, 200))""",
        width,
    )
    return found


@pytest.mark.browser
@pytest.mark.parametrize("name", COMPONENTS)
def test_every_example_is_accessible_in_both_colour_schemes_and_fits(tab: Tab, reference: Path, name: str) -> None:
    page = reference / f"{name}.html"
    page.write_text(pages(COMPONENTS[name])[page.name], "utf-8")
    tab.goto(page.as_uri())

    assert {width: overflow(tab, width) for width in (320, 1440)} == {320: [], 1440: []}
    assert violations(tab, without=REPEATED) == []
    tab.evaluate("document.body.dataset.mdColorScheme = 'slate'")
    assert violations(tab, CONTRAST) == []
