"""Planning a session: from a ready plan or from blocks, by keyboard, with a link that holds it, to paper and screen."""

from __future__ import annotations

import io
import re
from datetime import datetime

import pytest
from icalendar import Calendar
from playwright.sync_api import Page as Tab
from playwright.sync_api import Route, expect
from pypdf import PdfReader

from generator.sessions.chosen import from_fragment
from tests.browser.accessibility import violations
from tests.browser.served import Watched

pytestmark = pytest.mark.browser

PAGE = "plan-a-session/"


def expect_times(tab: Tab, *times: str) -> None:
    expect(tab.locator(".session-time")).to_have_text(times)


def test_a_session_is_made_from_a_plan_and_fitted_into_the_time(reader: Watched) -> None:
    tab = reader.open(PAGE)
    tab.get_by_role("button", name="Begin with “The first hour”").press("Enter")
    expect(tab.get_by_role("heading", name="Your session")).to_be_focused()
    expect(tab.locator("[data-packing] li")).to_have_text(
        ["First look, 7 copies", "The brake that squeaks, 3 sets of cards", "Taking a bicycle in, 7 copies"]
    )
    tab.get_by_label("People", exact=True).fill("4")
    tab.get_by_label("Minutes there are").fill("30")
    tab.get_by_label("It starts at").fill("23:50")
    tab.get_by_label("It starts at").press("Tab")
    expect(tab.locator("[data-packing] li").first).to_have_text("First look, 4 copies")
    expect(tab.locator(".session-time").first).to_contain_text("23:50–")
    expect(tab.locator("[data-status]")).to_contain_text("That is 30 minutes too much.")
    expect(tab.locator("[data-fit]")).to_contain_text("To fit it into the time:Leave out “Play”.")
    assert violations(tab) == []
    tab.get_by_role("button", name="Do so").press("Enter")
    expect(tab.locator("[data-status]")).to_be_focused()
    expect(tab.get_by_role("button", name="Do so")).to_have_count(0)
    link, times = tab.url.partition("#")[2], tab.locator(".session-time").all_text_contents()
    expect_times(reader.open(f"{PAGE}?again#{link}"), *times)
    expect(reader.open(f"{PAGE}?damaged#{link}0").locator("[data-note]")).to_contain_text("The link is damaged")


def test_what_was_entered_stays_when_a_plan_is_taken_that_says_where_it_does_not_fit(reader: Watched) -> None:
    tab = reader.open(PAGE)
    plan = tab.locator("[data-plan=first-hour]")
    tab.get_by_label("People", exact=True).fill("1000")
    tab.get_by_label("People", exact=True).press("Tab")
    expect(tab.get_by_text("People: a whole number from 1 to 500.")).to_be_in_viewport()
    expect(plan).not_to_contain_text("The plan is made for")
    for label, value in {"People": "140", "It starts at": "09:30", "What it is called": "Our day"}.items():
        tab.get_by_label(label, exact=True).fill(value)
        tab.get_by_label(label, exact=True).press("Tab")
    tab.get_by_label("Minutes there are").fill("20")
    tab.get_by_label("Where", exact=True).select_option("video")
    expect(plan).to_contain_text("The plan is made for 4 to 9 people.")
    tab.get_by_role("button", name="Begin with “The first hour”").press("Enter")
    expect(tab.locator(".session-time").first).to_contain_text("09:30–")
    for label, value in {"People": "140", "What it is called": "Our day", "Minutes there are": "20"}.items():
        expect(tab.get_by_label(label, exact=True)).to_have_value(value)
    expect(tab.get_by_label("Where", exact=True)).to_have_value("video")
    expect(tab.locator("[data-limits]")).to_contain_text("The plan is made for 4 to 9 people.")


def test_what_is_entered_before_the_plans_are_there_stays(reader: Watched) -> None:
    tab = reader.tab
    held: list[Route] = []
    tab.route(re.compile(r"/sessions\b[^/]*[.]json"), lambda route: held.append(route))
    reader.open(PAGE)
    tab.get_by_label("People", exact=True).fill("9")
    tab.get_by_label("It starts at").fill("10:15")
    tab.get_by_label("It starts at").press("Tab")
    expect(tab.get_by_role("button", name="Begin with")).to_have_count(0)
    held[0].continue_()
    tab.get_by_role("button", name="Begin with “The first hour”").press("Enter")
    expect(tab.get_by_label("People", exact=True)).to_have_value("9")
    expect(tab.locator(".session-time").first).to_contain_text("10:15–")


def test_what_is_typed_stays_also_where_it_stood_there_already_until_the_session_is_cleared(reader: Watched) -> None:
    tab = reader.open(PAGE)
    people, begin = (
        tab.get_by_label("People", exact=True),
        tab.get_by_role("button", name="Begin with “The first hour”"),
    )
    expect(begin).to_be_visible()
    expect(people).to_have_value("12")
    people.fill("12")
    people.press("Tab")
    begin.press("Enter")
    expect(tab.locator(".session-time").first).to_be_visible()
    expect(people).to_have_value("12")
    tab.get_by_role("button", name="Begin anew").press("Enter")
    tab.locator("[data-ready] > summary").click()
    begin.press("Enter")
    expect(people).to_have_value("7")


def test_what_is_typed_before_the_plans_are_there_stays_also_where_it_stood_there_already(reader: Watched) -> None:
    tab = reader.tab
    held: list[Route] = []
    tab.route(re.compile(r"/sessions\b[^/]*[.]json"), lambda route: held.append(route))
    reader.open(PAGE)
    tab.get_by_label("People", exact=True).fill("12")
    tab.get_by_label("People", exact=True).press("Tab")
    expect(tab.get_by_role("button", name="Begin with")).to_have_count(0)
    held[0].continue_()
    tab.get_by_role("button", name="Begin with “The first hour”").press("Enter")
    expect(tab.locator(".session-time").first).to_be_visible()
    expect(tab.get_by_label("People", exact=True)).to_have_value("12")


def test_what_it_is_for_narrows_down_plans_and_blocks(reader: Watched) -> None:
    tab = reader.open(PAGE)
    plans, blocks = tab.locator("[data-plan]:visible"), tab.locator("#session-add option")
    expect(plans).to_have_count(2)
    offered = blocks.all_text_contents()
    tab.get_by_label("What it is for").select_option("at-the-counter")
    expect(plans).to_have_count(0)
    assert 1 < blocks.count() < len(offered)
    assert set(blocks.all_text_contents()) < set(offered)
    tab.get_by_label("What it is for").select_option("Anything")
    expect(plans).to_have_count(2)
    assert blocks.all_text_contents() == offered


def test_a_click_that_ends_typing_is_not_lost(reader: Watched) -> None:
    tab = reader.open(f"{PAGE}?plan=first-hour")
    expect(tab.locator("[data-packing] li")).to_have_count(3)
    tab.get_by_label("People", exact=True).fill("12")
    tab.get_by_role("button", name="Stretch “Look” by 5 minutes").click()
    expect(tab.get_by_label("Minutes of “Look”")).to_have_value("20")
    expect(tab.locator("[data-packing] li").first).to_have_text("First look, 12 copies")


def test_the_main_thing_to_do_comes_first_and_leads_to_the_pack_with_all_that_is_handed_out(reader: Watched) -> None:
    tab = reader.open("plan-a-session/?plan=first-hour")
    expect(tab.locator("[data-packing] li")).to_have_count(3)
    packed = tab.locator("[data-packing] li").all_text_contents()
    main = tab.get_by_role("link", name="Print what is handed out")
    looks = "one => getComputedStyle(one).backgroundColor"
    others = tab.locator("[data-actions] button")
    assert {main.evaluate(looks)}.isdisjoint(others.evaluate_all(f"all => all.map({looks})"))
    assert main.evaluate("one => one.compareDocumentPosition(document.querySelector('[data-actions]')) & 4")

    main.click()
    expect(tab.get_by_role("heading", name="Your pack")).to_be_visible()
    lines = tab.locator("[data-order] li").all_text_contents()
    assert [line.removesuffix("Earlier").split(" (")[0] for line in lines] == packed
    assert " (3 groups of three × 1 set of cards)" in lines[1]
    expect(tab.locator("[data-status]")).to_have_text(
        "17 sheets and a cover are ready to print. Long sheets take more than one page."
    )
    cards = tab.locator(".pack > [data-kind=role-play]")
    expect(cards).to_have_count(3)
    expect(cards.first.locator("h2")).to_have_count(1)
    roles = cards.first.locator(".role h3").all_text_contents()
    assert len(roles) > 1
    expect(cards.first.locator(".pack-cut")).to_contain_text(f"Cut the {len(roles)} cards apart")
    lists = tab.locator(".pack > [data-kind=checklist]")
    expect(lists).to_have_count(7)
    expect(lists.first.locator("input[type=checkbox]").first).to_be_attached()
    expect(lists.first.get_by_role("progressbar")).to_have_count(0)
    printed = PdfReader(io.BytesIO(tab.pdf()))
    assert sum("Cut the" in page.extract_text() for page in printed.pages) == 3


def test_blocks_are_added_moved_stretched_and_dropped_by_keyboard(reader: Watched) -> None:
    tab = reader.open(PAGE)
    tab.get_by_label("Add a block").select_option("first-look")
    tab.get_by_role("button", name="Add", exact=True).press("Enter")
    tab.get_by_role("button", name="Add a break").press("Enter")
    expect_times(tab, "09:00–09:10", "09:10–09:25")
    tab.get_by_role("button", name="Move “Break” up").press("Enter")
    expect_times(tab, "09:00–09:15", "09:15–09:25")
    expect(tab.get_by_role("button", name="Move “Break” down")).to_be_focused()
    tab.get_by_role("button", name="Shorten “First look” by 5 minutes").press("Enter")
    expect(tab.locator(".session-short")).to_have_text("What is done here takes 10 minutes.")
    tab.get_by_role("button", name="Remove “Break”").press("Enter")
    expect_times(tab, "09:00–09:05")
    expect(tab.locator("[data-status]")).to_contain_text("Removed: Break. It takes 5 minutes and ends at 09:05.")


def test_a_day_and_a_time_are_typed_digit_by_digit_and_what_is_none_goes_when_the_field_is_left(
    reader: Watched,
) -> None:
    tab = reader.open(f"{PAGE}?plan=first-hour")
    expect(tab.locator(".session-time")).to_have_count(4)
    day = tab.get_by_label("Day", exact=True)
    day.press_sequentially("03012026")
    expect(day).to_have_value("2026-03-01")
    expect(tab.locator("[data-status]")).to_contain_text("ends at 10:00")
    day.press("Tab")
    assert from_fragment(tab.url.partition("#")[2]).day == "2026-03-01"
    day.focus()
    day.press_sequentially("12")
    day.press("Shift+Tab")
    expect(day).to_have_value("2026-12-01")
    day.focus()
    day.press("Backspace")
    tab.get_by_label("People", exact=True).focus()
    expect(day).to_have_value("2026-12-01")
    assert from_fragment(tab.url.partition("#")[2]).day == "2026-12-01"
    expect(tab.locator(".session-agenda caption")).to_have_text("The first hour, for 7 people · 1 December 2026")

    start = tab.get_by_label("It starts at")
    start.focus()
    start.press("Backspace")
    start.press_sequentially("1145")
    start.press("Tab")
    expect(start).to_have_value("11:45")
    expect(tab.locator(".session-time").first).to_have_text("11:45–11:55")
    start.focus()
    start.press("Backspace")
    tab.get_by_label("People", exact=True).focus()
    expect(start).to_have_value("11:45")
    expect(tab.locator(".session-time").first).to_have_text("11:45–11:55")


def test_a_session_with_a_day_is_saved_for_a_calendar(reader: Watched) -> None:
    tab = reader.open(f"{PAGE}?plan=first-hour")
    expect(tab.locator(".session-time")).to_have_count(4)
    save = tab.get_by_role("button", name="Save it for a calendar (.ics)")
    save.press("Enter")
    expect(tab.get_by_text("Choose a day first.")).to_be_visible()
    expect(tab.get_by_label("Day", exact=True)).to_be_focused()
    tab.get_by_label("Day", exact=True).fill("2026-03-01")
    tab.get_by_label("It starts at").fill("23:30")
    with tab.expect_download() as saved:
        save.press("Enter")
    assert saved.value.suggested_filename == "the-first-hour-2026-03-01.ics"
    expect(tab.locator("[data-actions] + [data-done]")).to_contain_text("Saved as the-first-hour-2026-03-01.ics.")
    (event,) = Calendar.from_ical(saved.value.path().read_bytes()).walk("VEVENT")
    assert event["SUMMARY"] == "The first hour"
    assert event.decoded("DTSTART") == datetime(2026, 3, 1, 23, 30)
    assert event.decoded("DTEND") == datetime(2026, 3, 2, 0, 30)
    agenda, _, link = str(event["DESCRIPTION"]).partition("\n\n")
    assert agenda.split("\n") == ["23:30 Open", "23:40 Look", "23:55 Play", "00:20 Close"]
    assert from_fragment(link.partition("#")[2]) == from_fragment(tab.url.partition("#")[2])


def test_a_block_that_is_added_stands_before_the_closing_one_wherever_that_was_moved(reader: Watched) -> None:
    tab = reader.open(f"{PAGE}?plan=first-hour")
    titles = tab.locator(".session-name > a, .session-break > .session-name")
    tab.get_by_label("Add a block").select_option("handover")
    tab.get_by_role("button", name="Add", exact=True).press("Enter")
    expect(titles).to_have_text(["Open", "Look", "Play", "Handing the bicycle back", "Close"])
    expect(tab.locator("[data-status]")).to_contain_text("Added: Handing the bicycle back, 4 of 5.")
    tab.get_by_role("button", name="Move “Close” up").press("Enter")
    tab.get_by_role("button", name="Add a break").press("Enter")
    expect(titles).to_have_text(["Open", "Look", "Play", "Close", "Handing the bicycle back", "Break"])


def test_time_that_is_left_is_said_with_what_fits_into_it(reader: Watched) -> None:
    tab = reader.open(f"{PAGE}?plan=first-hour")
    expect(tab.locator(".session-time")).to_have_count(4)
    offers = tab.get_by_role("group", name="15 minutes are left. This fits in:").get_by_role("button")
    expect(offers).to_have_count(0)
    tab.get_by_label("Minutes there are").fill("75")
    expect(offers).to_have_text(["Add “Handing the bicycle back” (3 minutes)"])
    assert violations(tab) == []
    tab.get_by_label("What it is for").select_option("before-meeting")
    expect(offers).to_have_text(["Add “A pitch that comes too early” (5 minutes)"])
    offers.press("Enter")
    expect(tab.locator("[data-status]")).to_be_focused()
    expect(tab.locator("[data-status]")).to_contain_text("10 minutes are left.")
    expect(tab.locator(".session-name > a").nth(3)).to_have_text("A pitch that comes too early")


def test_plans_that_fit_come_first_and_say_what_time_they_leave(reader: Watched) -> None:
    tab = reader.open(PAGE)
    expect(tab.get_by_role("button", name="Begin with")).to_have_count(2)
    plans = tab.locator("[data-plan]")

    def order() -> list[str | None]:
        return plans.evaluate_all("all => all.map(one => one.dataset.plan)")

    before = order()
    tab.get_by_label("Minutes there are").fill("45")
    expect(tab.locator("[data-plan=half-an-hour]")).to_contain_text("It leaves 15 minutes.")
    expect(tab.locator("[data-plan=first-hour]")).to_contain_text("It takes 15 minutes more than you have.")
    assert order() == ["half-an-hour", "first-hour"]
    tab.get_by_label("Minutes there are").fill("60")
    expect(plans.first).to_contain_text("The first hour")
    assert order() == ["first-hour", "half-an-hour"]
    tab.get_by_role("button", name="Begin anew").press("Enter")
    expect(tab.get_by_label("Minutes there are")).to_have_value("")
    assert order() == before
    expect(tab.locator("[data-status]")).to_have_text("The session is empty.")
    expect(tab.get_by_role("link", name="Print what is handed out")).to_have_count(0)


def test_what_was_planned_is_there_again_without_its_address_until_it_is_erased(reader: Watched) -> None:
    tab = reader.open(PAGE)
    tab.get_by_role("button", name="Begin with “The first hour”").press("Enter")
    tab.get_by_label("People", exact=True).fill("5")
    tab.get_by_label("People", exact=True).press("Tab")
    link, times = tab.url.partition("#")[2], tab.locator(".session-time").all_text_contents()
    begun = reader.open("").get_by_role("region", name="Continue").get_by_role("listitem")
    expect(begun.filter(has_text="Planned session")).to_contain_text("The first hour")
    tab.get_by_role("link", name="The first hour").first.click()
    expect_times(tab, *times)
    expect(tab.locator("[data-note]")).to_have_text("This is the session that you planned last.")
    assert tab.url.endswith(f"#{link}")
    expect(tab.get_by_label("People", exact=True)).to_have_value("5")

    other = reader.open(f"{PAGE}?plan=first-hour")  # what an address asks for comes first, and replaces nothing
    expect(other.get_by_label("People", exact=True)).not_to_have_value("5")
    tab.get_by_role("button", name="Go on with that one").press("Enter")
    expect(tab.get_by_label("People", exact=True)).to_have_value("5")

    tab.get_by_role("button", name="Begin anew").press("Enter")
    reader.open("about/")
    expect(reader.open(PAGE).locator(".session-time")).to_have_count(0)
    tab.get_by_role("button", name="Add a break").press("Enter")
    reader.open("about/").get_by_role("button", name="Erase what is kept here").press("Enter")
    tab.get_by_role("button", name="Yes, erase everything").press("Enter")
    expect(tab.get_by_role("dialog").get_by_role("status")).to_contain_text("is erased")
    expect(reader.open(PAGE).locator(".session-time")).to_have_count(0)


NAMES = ["Ana Ruiz", "Юрий", "Bo"]


def test_papers_are_counted_and_names_stay_in_the_browser(reader: Watched) -> None:
    tab = reader.open(f"{PAGE}?plan=first-hour")
    tab.get_by_text("Name tents, attendance list, feedback and certificates").click()
    expect(tab.get_by_role("checkbox", name="Feedback form")).to_be_checked()
    for paper in ("Name tents", "Attendance list", "Certificates of attendance"):
        tab.get_by_role("checkbox", name=paper).check()
    tab.get_by_label("Day", exact=True).fill("2026-03-01")
    listed = tab.locator("[data-packing] li")
    expect(listed).to_have_count(6)
    papers = ["Name tents, 7 pages", "Attendance list, 1 page", "Certificates of attendance, 7 pages"]
    assert listed.all_text_contents()[3:] == papers
    without, empty = tab.url, tab.get_by_role("button", name="Remove the names")
    expect(empty).to_be_hidden()
    tab.get_by_label("Names of the people").fill("\n".join(["  Ana   Ruiz ", "", *NAMES[1:], *["Person"] * 6]))
    tab.get_by_label("Names of the people").press("Tab")
    expect(tab.locator("[data-names-count]")).to_have_text(
        "9 names. That is more than the 7 people for whom sheets are counted."
    )
    expect(listed.nth(3)).to_have_text("Name tents, 9 pages")
    expect(listed.nth(0)).to_have_text("First look, 7 copies")
    assert tab.url == without
    assert violations(tab) == []
    tab.reload()
    expect(tab.get_by_role("checkbox", name="Name tents")).to_be_checked()
    expect(tab.get_by_label("Day", exact=True)).to_have_value("2026-03-01")
    expect(tab.get_by_label("Names of the people")).to_have_value("\n".join([*NAMES, *["Person"] * 6]))
    empty.press("Enter")
    expect(listed.nth(3)).to_have_text("Name tents, 7 pages")
    expect(tab.get_by_label("Names of the people")).to_be_focused()


def test_a_link_with_names_is_made_only_when_asked_for_and_takes_no_names_away(reader: Watched) -> None:
    tab = reader.open(f"{PAGE}?plan=first-hour")
    tab.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
    tab.get_by_text("Name tents, attendance list, feedback and certificates").click()
    tab.get_by_role("checkbox", name="Name tents").check()
    field = tab.get_by_label("Names of the people")
    field.fill("\n".join(NAMES))
    field.press("Tab")
    tab.get_by_role("button", name="Copy a link to this session").click()
    plain = from_fragment(tab.evaluate("window.copied").partition("#")[2])
    assert (plain.names, plain.papers) == ((), ("tents", "feedback"))
    tab.get_by_role("button", name="Copy a link with the names").click()
    expect(tab.locator("[data-done]")).to_contain_text("whoever has it can read them")
    link = tab.evaluate("window.copied").partition("#")[2]
    assert from_fragment(link).names == tuple(NAMES)
    field.fill("Somebody else")
    field.press("Tab")
    expect(tab.locator("[data-done]")).to_be_empty()  # the link no longer has the names that stand here
    tab = reader.open(f"{PAGE}?again#{link}")
    expect(field).to_have_value("\n".join(NAMES))
    assert from_fragment(tab.url.partition("#")[2]).names == ()
    tab.get_by_role("button", name="Take the 1 name that was here").press("Enter")
    expect(field).to_have_value("Somebody else")


def test_the_run_sheet_has_no_signs_that_only_the_foot_of_a_page_explains(reader: Watched) -> None:
    tab = reader.tab
    marked = (
        '<span class="part-own">We oiled everything.<sup class="part-sign" role="img" aria-label="ours"></sup></span>'
    )

    marks: list[int] = []

    def with_signs(route: Route) -> None:
        text = route.fetch().text()
        marks.append(text.count("We oiled everything."))
        route.fulfill(body=text.replace("We oiled everything.", marked), content_type="text/html")

    tab.route("**/stories/the-tandem/", with_signs)
    reader.open(f"{PAGE}?plan=first-hour")
    tab.get_by_role("button", name="Show the run sheet").click()
    first = tab.locator(".session-run-block").first
    expect(first).to_contain_text("We oiled everything.")
    assert marks == [1]
    expect(first.locator(".part-own, .part-sign, .own-mark")).to_have_count(0)

    tab.evaluate("window.print = () => {}")
    tab.emulate_media(media="print")
    printed = tab.locator("plan-session")
    text = first.locator(".session-text").first
    for name, what in (("Print the run sheet without texts", "short"), ("Print the run sheet", "run")):
        tab.get_by_role("button", name=name, exact=True, include_hidden=True).dispatch_event("click")
        expect(printed).to_have_attribute("data-print", what)
        expect(first).to_be_visible()
        expect(text).to_be_visible(visible=what == "run")


def test_the_run_sheet_holds_the_texts_and_the_screen_shows_the_time(reader: Watched) -> None:
    tab = reader.open("session-plans/first-hour/")
    tab.get_by_role("link", name="Plan it for other people, at another time, or change it").click()
    sheets = "people=7&collate=sheet&sheets=first-look,squeaky-brake,intake-list"
    expect(tab.get_by_role("link", name="Print what is handed out")).to_have_attribute("href", re.compile(sheets))
    tab.get_by_role("button", name="Show the run sheet").click()
    expect(tab.locator(".session-run-block")).to_have_count(4)
    expect(tab.get_by_role("img", name="QR code that leads to “First look”")).to_be_visible()
    expect(tab.locator(".session-run-block").nth(1)).to_contain_text("First look, 7 copies")
    assert violations(tab) == []
    tab.get_by_role("button", name="Run it step by step").press("Enter")
    dialog = tab.get_by_role("dialog")
    expect(dialog).to_contain_text("Step 1 of 4")
    tab.keyboard.press("ArrowRight")
    expect(dialog).to_contain_text("Step 2 of 4")
    assert violations(tab) == []
    tab.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    tab.emulate_media(media="print")
    expect(tab.locator(".session-form")).to_be_hidden()
