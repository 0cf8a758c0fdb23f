"""What a page says where its parts cannot come to life: opened from a file, and without JavaScript."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from tests.browser.accessibility import violations
from tests.browser.profiles import tab_in
from tests.browser.served import watched
from tests.playbooks import EXAMPLE_PLAYBOOK, built
from tests.sampling import covering

pytestmark = pytest.mark.browser

SAYS = {
    "browse/": "Filters take {} The list below is complete.",
    "print/": "Putting a pack together takes {} Without them, open each sheet and print it from there.",
    "team/": "Comparing takes {} Without them, tally on paper as described above.",
    "search/": "Searching takes {} So nothing is looked up. The lists below lead to every entry.",
    "assessments/do-we-listen/": "Scoring and keeping your answers takes {} "
    "Without them, tick, print and score by hand as “How it is scored” says.",
    "calculators/second-visits/": "Working out your own numbers takes {} "
    "What comes out is that of the first numbers. For others use the formula and the tables below.",
    "worksheets/first-look/": "Keeping what you write takes {} It is lost when you leave the page, so print it before.",
}
LACK = "JavaScript and a page that comes from a server, and one of them is missing here."
FROM_FILE = (
    " This page was opened from a file: to have it served, type make serve or playbook serve in the playbook’s folder."
)


@pytest.fixture
def from_file(browser: Browser) -> Iterator[Tab]:
    with tab_in(browser, viewport={"width": 320, "height": 700}) as tab:
        yield tab


def file_of(path: str) -> Path:
    return built(EXAMPLE_PLAYBOOK)[1] / path / "index.html"


SOME = covering(SAYS, lambda path: ["in a calculator" if path.startswith("calculators/") else "elsewhere"])
"""Pages whose notices differ in more than words; all have the same component."""


def test_the_notice_of_each_page_says_what_is_missing_and_what_to_do() -> None:
    found = {path: notice_in(file_of(path).read_text("utf-8")) for path in SAYS}
    assert found == {path: said.format(LACK) + FROM_FILE for path, said in SAYS.items()}


def notice_in(html: str) -> str:
    """The words of the notice in a page."""
    (notice,) = re.findall("<script-notice.*?</script-notice>", html, re.DOTALL)
    return " ".join(unescape(re.sub("<[^>]*>", "", notice)).split())


@pytest.mark.sampled
@pytest.mark.parametrize("path", SOME)
def test_a_page_opened_from_a_file_says_what_is_missing_and_what_to_do(from_file: Tab, path: str) -> None:
    from_file.goto(file_of(path).as_uri())
    expect(from_file.get_by_text(LACK)).to_have_text(SAYS[path].format(LACK) + FROM_FILE)
    expect(from_file.get_by_text(LACK)).to_be_visible()
    expect(from_file.locator(".notice-file")).to_be_visible()
    assert from_file.evaluate("document.documentElement.scrollWidth") <= 320
    assert violations(from_file) == []
    from_file.emulate_media(media="print")
    assert from_file.locator("script-notice:visible").count() == 0


@pytest.mark.sampled
@pytest.mark.parametrize("path", SOME)
def test_without_javascript_it_says_what_is_missing(browser: Browser, address: str, path: str) -> None:
    with watched(browser, address, java_script_enabled=False) as reader:
        tab = reader.open(path)
        expect(tab.get_by_text(LACK)).to_be_visible()
        expect(tab.locator(".notice-file")).to_be_hidden()


def test_a_search_without_javascript_is_answered_in_the_first_screen(browser: Browser, address: str) -> None:
    with watched(browser, address, java_script_enabled=False, viewport={"width": 390, "height": 800}) as reader:
        expect(reader.open("search/?q=price").get_by_text(LACK)).to_be_in_viewport()


@pytest.mark.sampled
@pytest.mark.parametrize("path", SOME)
def test_where_the_scripts_run_nothing_is_said_at_any_time(browser: Browser, address: str, path: str) -> None:
    with watched(browser, address) as reader:
        # Whatever is painted before the scripts ran, and once the page is loaded.
        reader.tab.add_init_script(
            "window.seen = []; const look = () => { const one = document.querySelector('script-notice');"
            "if (one) seen.push(getComputedStyle(one).display); if (seen.length < 60) requestAnimationFrame(look); };"
            "requestAnimationFrame(look);"
        )
        tab = reader.open(path)
        expect(tab.locator("html")).to_contain_class("loaded")
        assert set(tab.evaluate("seen")) <= {"none"}
        expect(tab.get_by_text(LACK)).to_be_hidden()
