"""The bar with which the preview leads from a page to forms."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from generator.editor.on_page import links
from tests.browser.editing import opened
from tests.browser.profiles import tab_in
from tests.playbooks import EXAMPLE_PLAYBOOK, project, reading

pytestmark = pytest.mark.browser

LOOK = """async (bar) => {
  document.body.insertAdjacentHTML("afterbegin", bar);
  await new Promise((resolve) => document.querySelector("link[href$='on-page.css']").addEventListener("load", resolve));
  const looks = {};
  for (const scheme of ["default", "slate"]) {
    document.documentElement.dataset.mdColorScheme = scheme;
    const lookOf = (selector) => getComputedStyle(document.querySelector(selector));
    const colours = [lookOf(".playbook-edit").backgroundColor, lookOf(".playbook-edit a").color];
    looks[scheme] = colours.map((colour) => Number(/\\d+/.exec(colour)[0]));
  }
  return looks;
}"""
"""How light the bar and its links are, of 255."""


def test_it_is_dark_on_dark_pages(browser: Browser, entrance: str) -> None:
    bar = links(project(EXAMPLE_PLAYBOOK), reading(EXAMPLE_PLAYBOOK), "tells/price-based/", can_propose=True).decode()
    with tab_in(browser) as tab:
        looks = opened(tab, entrance, "kind=tell&id=price-based").evaluate(LOOK, bar)
    (paper, ink), (dark_paper, dark_ink) = looks["default"], looks["slate"]
    assert paper > 200 > 60 > ink
    assert dark_ink > 200 > 60 > dark_paper
