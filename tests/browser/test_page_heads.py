"""No text in the head of a page lies over another one, however narrow the screen and however long the words."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from tests.browser.served import served, watched
from tests.playbooks import REAL_PLAYBOOK, built
from tests.sampling import covering

pytestmark = pytest.mark.browser

OVERLAPS = """() => {
  const found = [];
  const walker = document.createTreeWalker(document.querySelector(".entry-head"), NodeFilter.SHOW_TEXT);
  for (let text; (text = walker.nextNode()); ) {
    const { parentElement } = text;
    if (!text.data.trim() || !parentElement.checkVisibility() || parentElement.closest(".visually-hidden")) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const box of range.getClientRects()) if (box.width > 1) found.push({ text, box });
  }
  const shared = (a, b, from, to) => Math.min(a[to], b[to]) - Math.max(a[from], b[from]);
  return found.flatMap((a, at) => found.slice(at + 1)
    .filter((b) => a.text !== b.text)
    .filter((b) => shared(a.box, b.box, "left", "right") > 1 && shared(a.box, b.box, "top", "bottom") > 4)
    .map((b) => `${a.text.data.trim()} / ${b.text.data.trim()}`));
}"""
"""The texts that lie over each other. Boxes of neighbouring lines may share a few pixels without letters."""

WIDER = "document.documentElement.scrollWidth > innerWidth"

LONGER = """() => {
  document.querySelector(".entry-kind a").append("sbeurteilungen");
  document.querySelector(".keep-plan").textContent = "Mein Maßnahmenplan";
  document.querySelector(".keep-star span").textContent = "Gemerkt";
}"""
"""Puts longer words there, as other languages have them."""

TOP = re.compile(r'<p class="?entry-kind.*?</p>', re.DOTALL)
CLASS = re.compile(r'class="?([^" >]+)')


def of_each_kind() -> dict[str, str]:
    """The page of each kind that says most beside its kind, with what it says there."""
    folder = built(REAL_PLAYBOOK)[1]
    longest: dict[str, tuple[int, str, str]] = {}
    for page in sorted(folder.glob("*/*/index.html")):
        found = TOP.search(page.read_text("utf-8"))
        if found:
            kind, path = page.parent.parent.name, page.parent.relative_to(folder).as_posix()
            longest[kind] = max(longest.get(kind, (0, "", "")), (len(found[0]), path, found[0]))
    return {path: said for _, path, said in longest.values()}


def some_of_each_sort() -> tuple[str, ...]:
    """Some of them with all that a head has beside its kind, and with the longest kinds."""
    pages = of_each_kind()
    assert len(pages) > 15
    longest = sorted(pages, key=lambda path: len(path.partition("/")[0]))[-2:]
    return covering(pages, lambda path: [*CLASS.findall(pages[path]), *([path] if path in longest else [])])


@pytest.mark.sampled
def test_no_text_of_the_head_of_a_page_lies_over_another(browser: Browser) -> None:
    found: dict[str, object] = {}
    with watched(browser, served(REAL_PLAYBOOK), viewport={"width": 390, "height": 800}) as reader:
        for path in some_of_each_sort():
            tab = reader.open(f"{path}/")
            tab.locator(".keep-star").click()
            expect(tab.locator(".keep-plan")).to_be_visible()
            found[path] = faults(tab)
            tab.evaluate(LONGER)
            found[f"{path} with longer words"] = faults(tab)
        assert reader.complaints == []
    assert {path: said for path, said in found.items() if said != [([], False)] * 2} == {}


def faults(tab: Tab) -> list[object]:
    """What lies over another text, and whether the page is too wide, on two phones."""
    found: list[object] = []
    for width in (320, 390):
        tab.set_viewport_size({"width": width, "height": 800})
        found.append((tab.evaluate(OVERLAPS), tab.evaluate(WIDER)))
    return found


WIDTHS = """mark => {
  const full = mark.offsetWidth;
  mark.replaceChildren();
  return [full, mark.offsetWidth];
}"""
"""How wide the mark that keeps a page is with what its script has put there, and without it."""


def test_the_mark_that_keeps_a_page_has_its_width_before_its_script_runs(browser: Browser) -> None:
    with watched(browser, served(REAL_PLAYBOOK), viewport={"width": 320, "height": 800}) as reader:
        tab = reader.open("lessons/ask-for-more/")
        mark, star, plan = (tab.locator(name) for name in ("keep-mark", ".keep-star", ".keep-plan"))
        expect(star).to_have_text("Keep")
        expect(plan).to_be_hidden()
        alone, empty = mark.evaluate(WIDTHS)
        assert alone == empty > 44
        tab.reload()
        star.click()
        tab.reload()
        expect(star).to_have_text("Kept")
        expect(plan).to_be_visible()
        with_plan, empty = mark.evaluate(WIDTHS)
        assert with_plan == empty > alone
        assert reader.complaints == []
