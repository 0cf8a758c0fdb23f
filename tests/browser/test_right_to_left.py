"""A language that is written from right to left, in a real browser: the example playbook with Persian's direction."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.language.language import supplied
from tests.browser.served import served, watched
from tests.language.translated import example_in
from tests.playbooks import site
from tests.sampling import covering

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Path:
    words = supplied()["en"].read_text("utf-8")
    return example_in("fa", tmp_path_factory.mktemp("persian"), words)


@pytest.fixture(scope="module")
def address(config: Path) -> str:
    return served(config)


@pytest.mark.sampled
def test_pages_of_every_type_run_from_right_to_left_and_fit(browser: Browser, config: Path, address: str) -> None:
    by_kind = {page.kind: page for page in site(config).pages}
    with watched(browser, address, viewport={"width": 320, "height": 800}) as reader:
        wide = []
        for page in covering(by_kind.values(), lambda page: [bool(page.place)]):
            tab = reader.open(page.url)
            assert tab.evaluate("getComputedStyle(document.body).direction") == "rtl", page.kind
            assert tab.locator("html").get_attribute("dir") == "rtl", page.kind
            if tab.evaluate("document.documentElement.scrollWidth") > 320:
                wide.append(page.kind)
        assert wide == []
        assert reader.complaints == []


def test_what_stands_at_the_start_of_a_line_stands_right(browser: Browser, address: str) -> None:
    with watched(browser, address, viewport={"width": 1280, "height": 800}) as reader:
        tab = reader.open("tells/nobody-asks/")
        name, menu = (tab.locator(part).bounding_box() for part in (".shell-name", ".shell-palette"))
        assert name is not None
        assert menu is not None
        assert name["x"] > menu["x"]
        assert tab.locator(".links > li").first.evaluate("node => getComputedStyle(node).borderRightWidth") == "3px"
