"""The examples of every component in a real browser: axe, both colour schemes, screens of 320 and 1440 pixels, forced
colours, and fields on phones."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

from tests.browser.accessibility import CONTRAST, violations
from tests.browser.examples import examples
from tests.browser.forced_colours import hidden_states
from tests.browser.profiles import tab_in
from tools.component_reference import files
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


SHOWN = """(html) => {
  const { title, body } = new DOMParser().parseFromString(html, "text/html");
  document.title = title;
  document.body.replaceWith(body);
  scrollTo(0, 0);
}"""


def shown(tab: Tab, name: str) -> str:
    """The page of a component, in place of that of another one, whose styles are the same. It has no scripts."""
    html = examples()[name]
    tab.evaluate(SHOWN, html)
    return html


@pytest.fixture(scope="module")
def tab(browser: Browser, reference: Path) -> Iterator[Tab]:
    with tab_in(browser) as tab:
        yield begun(tab, reference)


def begun(tab: Tab, reference: Path) -> Tab:
    """The tab with the page of some component."""
    name = next(iter(COMPONENTS))
    page = reference / f"{name}.html"
    page.write_text(examples()[name], "utf-8")
    tab.goto(page.as_uri())
    return tab


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


SMALL_FIELDS = """() => [...document.querySelectorAll("main :is(input, select, textarea)")]
  .filter((one) => !["checkbox", "radio", "file"].includes(one.type) && parseFloat(getComputedStyle(one).fontSize) < 16)
  .map((one) => one.outerHTML.slice(0, 200))"""
"""The fields in which a phone would magnify the page, because their letters are smaller than 16 pixels."""


SMALL_LETTERS = """() => {
  const found = new Set(), texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { parentElement: words, textContent } = texts.currentNode;
    const shows = textContent.trim() && words.checkVisibility() && words.offsetWidth > 1 && !words.closest("svg, sup");
    if (shows && parseFloat(getComputedStyle(words).fontSize) < 13.99) found.add(words.outerHTML.slice(0, 120));
  }
  return [...found];
}"""
"""The words that are smaller than 14 pixels."""


@pytest.fixture(scope="module")
def phone(browser: Browser, reference: Path) -> Iterator[Tab]:
    with tab_in(browser, viewport={"width": 390, "height": 800}, is_mobile=True, has_touch=True) as tab:
        yield begun(tab, reference)


CUT = """() => {
  const found = [], texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { parentElement: words, textContent } = texts.currentNode, box = words.closest("td, th, .bingo > li");
    const upright = getComputedStyle(words).writingMode === "horizontal-tb";
    if (!box || !textContent.trim() || !upright || !words.checkVisibility() || words.offsetWidth <= 1) continue;
    const range = document.createRange(), around = box.getBoundingClientRect();
    range.selectNodeContents(texts.currentNode);
    const { left, right, bottom } = range.getBoundingClientRect();
    const within = left >= around.left - 1 && right <= around.right + 1 && bottom <= around.bottom + 1;
    if (!within) found.push(textContent.trim());
  }
  return found;
}"""
"""The words that reach beyond the cell or square in which they stand."""


@pytest.mark.browser
@pytest.mark.parametrize("name", COMPONENTS)
def test_every_example_is_accessible_in_both_colour_schemes_and_fits(tab: Tab, name: str) -> None:
    shown(tab, name)
    assert {width: overflow(tab, width) for width in (320, 1440)} == {320: [], 1440: []}
    assert tab.evaluate(CUT) == []
    assert tab.evaluate(SMALL_LETTERS) == []
    assert violations(tab, without=REPEATED) == []
    tab.evaluate("document.body.dataset.mdColorScheme = 'slate'")
    assert violations(tab, CONTRAST) == []
    assert hidden_states(tab, COMPONENTS[name].states) == []


@pytest.mark.browser
def test_letters_in_fields_are_not_too_small_for_phones(phone: Tab) -> None:
    small, with_fields = {}, set()
    for name in COMPONENTS:
        with_fields |= {name} if "<textarea" in shown(phone, name) else set()
        small[name] = phone.evaluate(SMALL_FIELDS)
    assert {name: found for name, found in small.items() if found} == {}
    assert "block-table" in with_fields


def test_a_wide_table_is_scrolled_in_its_frame_with_the_keyboard(tab: Tab) -> None:
    shown(tab, "rich-text")
    assert overflow(tab, 320) == []
    frame = tab.get_by_role("region", name="Table: Channel, Answer within, Cost, Who answers, What to write down")
    frame.focus()
    assert frame.evaluate("(one) => one === document.activeElement && one.scrollWidth > one.clientWidth")
    tab.keyboard.press("ArrowRight")
    tab.wait_for_function("() => document.activeElement.scrollLeft > 0")
