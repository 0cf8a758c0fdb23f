"""The team page: gathering answers, and what to talk about first."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab
from pypdf import PdfReader

from tests.browser.accessibility import violations_of_state
from tests.browser.checks_site import TEAM, accessible, button, record, share_link
from tests.browser.served import Watched, could_tell, watched

pytestmark = pytest.mark.browser


@pytest.fixture
def watch(browser: Browser, address: str) -> Iterator[Watched]:
    with watched(browser, address) as found:
        yield found
        assert found.complaints == []


def link(answers: Mapping[str, float], minute: int = 0, check: str = "shop-check", edition: int = 3) -> str:
    codes = " ".join(f"{item}={value}" for item, value in answers.items())
    return share_link(f"{check} {edition} 2026-01-02T03:{minute % 60:02}:{minute // 60:02}Z {codes}".encode())


def paste(tab: Tab, *lines: str) -> None:
    tab.get_by_label("Links, one a line").fill("\n".join(lines))
    button(tab, "Add them").click()


def said(tab: Tab) -> str:
    return tab.locator(".team-said").inner_text()


APART = [
    {"greeted": 0, "on-time": 0, "explained": 3, "safe": 3},
    {"greeted": 3, "on-time": 1, "explained": 3, "safe": 3},
]


def test_many_dimensions_are_compared_in_one_table_and_questions_name_theirs(watch: Watched) -> None:
    tab = watch.open(TEAM)
    low = {"hung": 0, "sharp": 0.25, "swept": 1, "lit": 1, "greeted-all": 0, "asked-all": 0}
    high = {**low, "hung": 1, "sharp": 1, "greeted-all": 0.25}
    paste(tab, link(low, 0, "levels-check", 1), link(high, 1, "levels-check", 1))
    assert said(tab) == "2 added."
    assert tab.locator(".team-parts tr").all_inner_texts() == [
        "Part\tLowest\tMiddle\tHighest",
        "The bench\t0.56\t0.78\t1.00",
        "Tools\t0.13\t0.56\t1.00",
        "Floor\t1.00\t1.00\t1.00",
        "The counter\t0.00\t0.07\t0.13",
    ]
    assert tab.locator(".team-topics b").first.inner_text() == "Tools · Tools hang where they belong"


def test_what_to_talk_about_first_is_where_people_differ_then_what_is_weak(watch: Watched) -> None:
    tab = watch.open(TEAM)
    accessible(tab)
    paste(
        tab, "Anna: https://workshop.example/x/#" + link(APART[0]), "https://workshop.example/x/#" + link(APART[1], 1)
    )
    assert said(tab) == "2 added."
    assert tab.locator(".team-topics li").all_inner_texts() == [
        "People are greeted\nYou see this differently. Hear one example from either end before anybody explains.\n"
        "To read: bell",
        "Repairs are done in time\nYou agree that this is weak. Skip the diagnosis and talk about the first step.\n"
        "To read: oil",
    ]
    expect(tab.locator(".team-view > ul li")).to_have_text("People are greeted (spread 100 of 100)")
    assert tab.locator(".team-table tbody tr").first.inner_text().split("\n") == [
        "People are greeted\t", "No: 1", "A little: 0", "Mostly: 0", "Yes: 1", "\t100 of 100",
    ]  # fmt: skip
    expect(tab.locator(".team-view")).to_contain_text("Score: 6 to 10, the middle at 8")
    accessible(tab)


def test_names_are_optional_and_can_be_added_changed_and_removed(watch: Watched) -> None:
    tab = watch.open(TEAM)
    paste(tab, "Anna – " + link(APART[0]), link(APART[1], 1))
    tab.get_by_text("2 people", exact=True).click()
    names = tab.locator(".team-names input")
    assert [one.input_value() for one in names.all()] == ["Anna", ""]
    names.last.fill("Ben")
    accessible(tab)
    tab.get_by_role("button", name="Remove person 1").click()
    assert [one.input_value() for one in tab.locator(".team-names input").all()] == ["Ben"]
    expect(tab.locator(".team-names summary")).to_be_focused()
    button(tab, "Clear the page").click()
    expect(tab.locator(".team-names")).to_have_count(0)
    expect(tab.get_by_label("Links, one a line")).to_be_focused()


def test_what_does_not_fit_is_counted_by_its_reason(watch: Watched) -> None:
    tab = watch.open(TEAM)
    good = link(APART[0])
    paste(tab, good, good, good[:-1] + "x", link(APART[0], check="other-check"), link(APART[0], edition=9), "hello")
    assert said(tab) == (
        "1 added. 1 already here. 1 damaged on the way. 1 from a check that this site does not have."
        " 1 from a newer edition than this page knows. 1 without a link."
    )


def test_older_editions_are_carried_over_fifty_people_are_the_most_and_nothing_is_asked_of_the_server(
    watch: Watched,
) -> None:
    tab = watch.open(TEAM)
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    paste(tab, link({"hello": 3, "window": 1}, edition=1))
    expect(tab.locator(".team-table tbody tr").first).to_contain_text("Yes: 1")
    button(tab, "Clear the page").click()
    paste(tab, *(link(APART[n % 2], n) for n in range(53)))
    assert said(tab) == "50 added. 3 left out: 50 people are the most."
    expect(tab.locator(".team-names summary")).to_have_text("50 people")
    assert could_tell(asked, watch.address) == []


def test_two_checks_are_looked_at_one_at_a_time(watch: Watched) -> None:
    tab = watch.open(TEAM)
    ride = {"bells": 3, "shouts": 9, "comfort": 1}
    paste(
        tab, link(APART[0]), link(ride, check="ride-check", edition=1), link({**ride, "bells": 5}, 1, "ride-check", 1)
    )
    expect(tab.locator(".team-title")).to_have_text("Ride check")
    expect(tab.locator(".team-table tbody tr").first).to_contain_text("From 3 to 5, the middle at 4")
    accessible(tab)
    tab.get_by_label("Which check:").select_option("shop-check")
    expect(tab.locator(".team-title")).to_have_text("Shop check")


def test_files_come_in_and_everybody_goes_out_and_in_again(watch: Watched, browser: Browser) -> None:
    tab = watch.open(TEAM)
    one = {"kind": "playbook-answers", "assessment": "shop-check", **json.loads(record(APART[0]))}
    tab.locator("input[type=file][multiple]").set_input_files(
        [
            {"name": "a.json", "mimeType": "application/json", "buffer": json.dumps(one).encode()},
            {"name": "b.json", "mimeType": "application/json", "buffer": b"{}"},
        ]
    )
    expect(tab.locator(".team-said")).to_have_text("1 added. 1 not readable as answers.")
    paste(tab, "Ben " + link(APART[1]))
    with tab.expect_download() as download:
        button(tab, "Save everybody to a file").click()
    text = Path(download.value.path()).read_text("utf-8")
    button(tab, "Clear the page").click()
    tab.get_by_label("Links, one a line").fill(text)
    button(tab, "Add them").click()
    assert said(tab) == "2 added."
    assert [one.input_value() for one in tab.locator(".team-names input").all()] == ["", "Ben"]


def test_dropped_text_and_files_are_taken(watch: Watched) -> None:
    tab = watch.open(TEAM)
    drop = """([text, asFile]) => {
      const data = new DataTransfer();
      if (asFile) data.items.add(new File([text], "a.json", { type: "application/json" }));
      else data.setData("text/plain", text);
      document.querySelector(".team-drop").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true }));
    }"""
    tab.evaluate(drop, [link(APART[0]), False])
    expect(tab.locator(".team-said")).to_have_text("1 added.")
    one = {"kind": "playbook-answers", "assessment": "shop-check", **json.loads(record(APART[1]))}
    tab.evaluate(drop, [json.dumps(one), True])
    expect(tab.locator(".team-names summary")).to_have_text("2 people")


def test_the_table_is_a_file_for_spreadsheets_without_names(watch: Watched) -> None:
    tab = watch.open(TEAM)
    paste(tab, "Anna " + link({"greeted": 0}), "Ben " + link({"greeted": 3}, 1))
    with tab.expect_download() as download:
        button(tab, "Save as a table").click()
    lines = Path(download.value.path()).read_text("utf-8").splitlines()
    assert lines[:6] == [
        '"Question","Answer","People","Spread (0 to 100)"',
        '"People are greeted","No","1","100"',
        '"People are greeted","A little","0","100"',
        '"People are greeted","Mostly","0","100"',
        '"People are greeted","Yes","1","100"',
        '"People are greeted","Not answered","0",""',
    ]
    assert "Anna" not in "".join(lines)


def test_it_prints_without_the_box_and_keeps_nothing(watch: Watched) -> None:
    tab = watch.open(TEAM)
    paste(tab, link(APART[0]), link(APART[1], 1))
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(tab.pdf(format="A4"))).pages)
    assert "Question by question" in text
    assert "Links, one a line" not in text
    assert "How it goes" not in text
    assert tab.evaluate("Object.keys(localStorage).length + Object.keys(sessionStorage).length") == 0
    tab.reload()
    expect(tab.locator(".team-names")).to_have_count(0)


@pytest.mark.sampled
def test_it_is_accessible_and_fits(watch: Watched) -> None:
    tab = watch.open(TEAM)
    paste(tab, *(link(APART[n % 2], n) for n in range(5)))
    assert violations_of_state(tab) == []


def test_without_scripts_it_says_how_to_do_it_on_paper(browser: Browser, address: str) -> None:
    with watched(browser, address, java_script_enabled=False) as watch:
        tab = watch.open(TEAM)
        expect(tab.get_by_text("Comparing takes JavaScript")).to_be_visible()
        expect(tab.get_by_role("link", name="Shop check")).to_be_visible()
