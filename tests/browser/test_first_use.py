"""A tool whose page is whole without its scripts loads them when somebody begins to use it, and loses nothing."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Route, expect
from playwright.sync_api import Page as Tab

from tests.browser.checks_site import KEY, SHOP, chosen, keep, kept, record
from tests.browser.profiles import tab_in
from tests.browser.served import Watched, begin_to_use, until_at_rest

pytestmark = pytest.mark.browser

SUM, SHEET = "calculators/win-ratio-sum/", "worksheets/first-look/"
SCRIPTS = {SHOP: "/assessment/lazy/", SUM: "/calculator/lazy/", SHEET: "/sheet/lazy/"}
"""Where the scripts are of a tool."""

SHEET_KEY = "playbook:workshop.example/book:first-look"


class Held:
    """The scripts of a tool, which do not arrive before they are let go."""

    def __init__(self, reader: Watched, path: str) -> None:
        self.tab, self.address = reader.tab, reader.address + path
        self.pattern = re.compile(rf".*{SCRIPTS[path]}.*")
        self.tab.route(self.pattern, self.hold)

    def hold(self, route: Route) -> None:
        pass

    def open(self) -> Tab:
        self.tab.goto(self.address)
        return self.tab

    def let_go(self) -> None:
        self.tab.unroute(self.pattern)  # which lets those go that are held


@pytest.mark.parametrize("path", SCRIPTS)
def test_scripts_of_a_tool_are_loaded_with_the_first_sign_of_its_reader(
    browser: Browser, address: str, path: str
) -> None:
    with tab_in(browser) as tab:
        asked = list[str]()
        tab.on("request", lambda request: asked.append(request.url))
        with until_at_rest(tab):
            tab.goto(address + path)
        assert [url for url in asked if SCRIPTS[path] in url] == []
        with tab.expect_response(lambda response: SCRIPTS[path] in response.url):
            tab.mouse.move(200, 300)


@pytest.mark.parametrize("path", [SHOP, SHEET])
def test_they_come_at_once_where_something_is_kept(reader: Watched, path: str) -> None:
    keep(reader.tab, reader.address, record({"greeted": 1}), KEY if path == SHOP else SHEET_KEY)
    with reader.tab.expect_response(lambda response: SCRIPTS[path] in response.url):
        reader.tab.goto(reader.address + path)


def test_they_come_at_once_where_the_address_says_something(reader: Watched) -> None:
    reader.tab.goto(f"{reader.address}{SUM}#won=7")
    expect(reader.tab.locator("[name=won]")).to_have_value("7")


def test_an_answer_that_is_given_before_counts(reader: Watched) -> None:
    held = Held(reader, SHOP)
    tab = held.open()
    for value in ("1", "2", "1"):
        tab.locator(f'[name="answer-greeted"][value="{value}"]').check()
    assert kept(tab) is None
    held.let_go()
    expect(tab.locator(".check-count")).to_contain_text("1 of 4")
    assert kept(tab)["answers"] == {"greeted": 1}
    assert chosen(tab)["greeted"] == "1"


def test_a_number_that_is_typed_before_is_worked_out(reader: Watched) -> None:
    held = Held(reader, SUM)
    tab = held.open()
    field, said = tab.locator("[name=won]"), tab.locator("calculator-form output")
    before = said.inner_text()
    field.fill("9")
    assert said.inner_text() == before
    held.let_go()
    expect(said).not_to_have_text(before)
    expect(field).to_have_value("9")


def test_a_button_that_is_pressed_before_does_what_it_says(reader: Watched) -> None:
    held = Held(reader, SHEET)
    tab = held.open()
    tab.get_by_role("button", name="Load file").click()
    with tab.expect_file_chooser():
        held.let_go()


def test_what_is_written_before_is_kept_and_overwrites_nothing(reader: Watched) -> None:
    held = Held(reader, SHEET)
    tab = held.open()
    one, other = tab.locator("form.sheet :is(input[type=text], textarea)").all()[:2]
    one.fill("Written before")
    held.let_go()
    expect(tab.locator(".sheet-state input[type=file]")).to_be_attached()
    expect(one).to_have_value("Written before")
    assert list(kept(tab, SHEET_KEY)["answers"].values()) == ["Written before"]

    held = Held(reader, SHEET)
    held.open()
    one.fill("Over it")
    other.fill("New")
    held.let_go()
    expect(tab.locator(".sheet-state input[type=file]")).to_be_attached()
    expect(one).to_have_value("Written before")
    assert list(kept(tab, SHEET_KEY)["answers"].values()) == ["Written before", "New"]


FILLED_LATER = [
    ("plan-a-session/?plan=first-hour", "/sessions[^/]*[.]json", "#session-people", "12"),
    ("print/?people=7", "/print-pack/lazy/print-pack[^/]*[.]js", "[name=people]", "12"),
    (f"{SUM}#won=7", "/calculator/lazy/", "[name=won]", "12"),
]
"""Where a field gets a number of the address or of a plan, what brings it, the field, and what it has before."""


@pytest.mark.parametrize(("path", "brought_by", "at", "before"), FILLED_LATER)
def test_a_key_replaces_what_comes_into_the_field_meanwhile(
    reader: Watched, path: str, brought_by: str, at: str, before: str
) -> None:
    tab, held = reader.tab, re.compile(f".*{brought_by}.*")
    tab.route(held, lambda _: None)
    tab.goto(reader.address + path, wait_until="commit")
    field = tab.locator(at)
    expect(field).to_have_value(before)
    field.select_text()
    tab.unroute(held)
    expect(field).to_have_value("7")
    tab.keyboard.type("4")
    expect(field).to_have_value("4")


def test_a_page_that_is_closed_meanwhile_takes_nothing_along(reader: Watched) -> None:
    held = Held(reader, SHOP)
    with until_at_rest(reader.tab):
        tab = held.open()
        tab.evaluate("window.sheet = document.querySelector('assessment-sheet')")
        tab.evaluate("sheet.remove()")
        held.let_go()
    assert tab.evaluate("sheet.page") is None
    tab.evaluate("document.querySelector('.part--questions').append(sheet)")
    begin_to_use(tab)
    expect(tab.locator(".check-count")).to_contain_text("0 of 4")
