"""No text in the head of a page lies over another one, however narrow the screen and however long the words."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.served import served, watched
from tests.playbooks import REAL_PLAYBOOK, built

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


def of_each_kind() -> list[str]:
    """The page of each kind that says most beside its kind."""
    folder = built(REAL_PLAYBOOK)[1]
    longest: dict[str, tuple[int, str]] = {}
    for page in sorted(folder.glob("*/*/index.html")):
        found = TOP.search(page.read_text("utf-8"))
        if found:
            kind = page.parent.parent.name
            longest[kind] = max(longest.get(kind, (0, "")), (len(found[0]), page.parent.relative_to(folder).as_posix()))
    return [path for _, path in longest.values()]


@pytest.mark.parametrize("width", [320, 390])
def test_no_text_of_the_head_of_a_page_lies_over_another(browser: Browser, width: int) -> None:
    pages = of_each_kind()
    assert len(pages) > 15
    found: dict[str, object] = {}
    with watched(browser, served(REAL_PLAYBOOK), viewport={"width": width, "height": 800}) as reader:
        for path in pages:
            tab = reader.open(f"{path}/")
            tab.locator(".keep-star").click()
            expect(tab.locator(".keep-plan")).to_be_visible()
            found[path] = tab.evaluate(OVERLAPS), tab.evaluate(WIDER)
            tab.evaluate(LONGER)
            found[f"{path} with longer words"] = tab.evaluate(OVERLAPS), tab.evaluate(WIDER)
        assert reader.complaints == []
    assert {path: said for path, said in found.items() if said != ([], False)} == {}


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
