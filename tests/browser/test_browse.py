"""Browsing without a query: the complete list, narrowed by facets, with the choice in the address."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect
from playwright.sync_api import Page as Tab

from tests.browser.accessibility import violations_of_state
from tests.browser.served import Watched, until_at_rest, watched
from tests.playbooks import EXAMPLE_PLAYBOOK, REAL_PLAYBOOK, built

pytestmark = pytest.mark.browser


@pytest.fixture
def reader(browser: Browser, address: str) -> Iterator[Watched]:
    with watched(browser, address, viewport={"width": 1280, "height": 900}) as reader:
        yield reader
    assert reader.complaints == []


def shown(tab: Tab) -> Locator:
    return tab.locator(".browse-list > li:visible")


def kinds(tab: Tab) -> set[str]:
    return set(shown(tab).evaluate_all("items => items.map(item => item.parentElement.dataset.kind)"))


def box(tab: Tab, name: str) -> Locator:
    return tab.get_by_role("checkbox", name=name)


def opened(reader: Watched, query: str = "") -> Tab:
    tab = reader.open(f"browse/{query}")
    expect(tab.get_by_role("status")).to_contain_text("entries")
    return tab


def test_the_number_of_each_group_is_that_of_what_it_shows(reader: Watched) -> None:
    numbers = """groups => groups.filter(group => group.checkVisibility()).map(group => [
        group.querySelector("summary > .browse-count").textContent,
        `(${group.querySelectorAll("li:not([hidden])").length})`])"""
    tab = opened(reader, "?kind=practice,term&time=5")
    counted = tab.locator(".browse-group").evaluate_all(numbers)
    assert counted
    assert all(said == there for said, there in counted)
    narrowed = [said for said, _ in counted]
    tab.get_by_role("button", name="Show everything").click()
    everything = tab.locator(".browse-group").evaluate_all(numbers)
    assert all(said == there for said, there in everything)
    assert narrowed != [said for said, _ in everything]


def test_what_fits_into_less_time_fits_into_more(reader: Watched) -> None:
    within = [shown(opened(reader, f"?time={minutes}")).count() for minutes in (5, 15, 30, 60)]
    assert within == sorted(within)
    assert within[0] < within[-1]


def test_what_says_for_how_many_it_is_is_narrowed_down_by_people(reader: Watched) -> None:
    tab = opened(reader, "?people=1")
    assert kinds(tab) == {"worksheet", "assessment", "calculator", "checklist", "text-check"}
    tab = opened(reader, "?people=2")
    assert kinds(tab) == {"worksheet", "role-play"}
    box(tab, "7 to 15 people").check()
    assert kinds(tab) == {"worksheet", "role-play", "session-plan"}
    assert tab.url.endswith("?people=2&people=7-15")


def test_with_a_number_of_people_the_time_counts_that_a_sheet_takes_with_so_many(reader: Watched) -> None:
    """Of two sheets one takes 10 minutes, the other 5 alone and 15 with a group."""
    for query, is_shown, alone, several in (
        ("time=5", True, 1, 0),
        ("time=5&people=1", True, 1, 0),
        ("time=5&people=4-6", False, 1, 0),
        ("time=15&people=4-6", True, 2, 2),
        ("people=4-6&people=1", True, 2, 2),
    ):
        tab = opened(reader, f"?kind=worksheet&{query}")
        assert (shown(tab).filter(has_text="Half a page for the meeting").count() == 1) is is_shown, query
        for people, count in (("1", alone), ("4-6", several)):
            row = tab.locator(f"label:has([name=people][value='{people}'])")
            expect(row.locator(".browse-count")).to_have_text(f"({count})")


@pytest.mark.parametrize(
    ("url", "needs"),
    [
        ("worksheets/onboarding-1on1-sheet/", "30 minutes · manager and newcomer"),
        ("worksheets/beliefs-sheet/", "15 minutes to fill in, 20 minutes with a group · alone, then in pairs"),
        ("role-plays/first-meeting-role-play/", "25 minutes · 2 people and more"),
        ("session-plans/next-meeting-30-plan/", "30 minutes · 3 to 6 people"),
        ("session-plans/half-day-video-plan/", "4 hours (half a day) · 8 to 15 people"),
        ("stories/lost-20/", "3 minutes"),
        ("terms/accountability/", None),
    ],
)
def test_each_entry_says_how_long_it_takes_and_for_how_many_it_is(url: str, needs: str | None) -> None:
    (page,) = [page for page in built(REAL_PLAYBOOK)[0].pages if page.url == "browse/"]
    (item,) = [item for item in page.body.split("<li") if f'href="../{url}"' in item]
    said = re.findall(r'<span class="browse-needs">([^<]*)</span>', item)
    assert said == ([needs] if needs else [])


def test_a_long_list_of_a_kind_leads_to_browse_with_this_kind_chosen() -> None:
    pages = {page.url: page.body for page in built(REAL_PLAYBOOK)[0].pages}
    assert '<a href="../browse/?kind=conversation">Narrow these ' in pages["conversations/"]
    assert "browse/?kind=" not in pages["audiences/"]


def test_what_sales_reps_need_in_a_negotiation_is_found_by_audience() -> None:
    site, _ = built(REAL_PLAYBOOK)
    shown = {item for page in site.pages if page.url == "browse/" for item in page.body.split("<li")}
    for url in ("practices/walk-away/", "checklists/negotiation-prep-checklist/", "worksheets/negotiation-sheet/"):
        (item,) = [item for item in shown if f'href="../{url}"' in item]
        assert re.search(r'data-audience="[^"]*\brep\b', item)
        assert re.search(r'data-moment="[^"]*\bnegotiation\b', item)


def test_the_keyboard_alone_narrows_the_list(reader: Watched) -> None:
    tab = opened(reader)
    everything = tab.locator(".browse-list > li").count()
    assert shown(tab).count() == 0
    expect(tab.get_by_role("status")).to_have_text(f"All {everything} entries")
    tab.locator(".browse-facet summary").first.focus()
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Tab")
    expect(box(tab, "Practices")).to_be_focused()
    tab.keyboard.press("Space")
    assert kinds(tab) == {"practice"}
    assert tab.url.endswith("browse/?kind=practice")
    expect(tab.get_by_role("status")).to_have_text(f"{shown(tab).count()} of {everything} entries")
    assert tab.locator(".part:visible").count() == 1


def test_the_contents_lead_to_nothing_that_is_hidden(reader: Watched) -> None:
    tab = opened(reader)
    contents = tab.get_by_role("navigation", name="Table of contents").get_by_role("link")
    everything = contents.count()
    opened(reader, "?kind=practice,term")
    expect(contents).to_have_text(["Practices", "Terms"])
    tab.get_by_role("button", name="Show everything").click()
    expect(contents).to_have_count(everything)


def test_groups_agree_and_values_of_a_group_add_up(reader: Watched) -> None:
    tab = opened(reader, "?kind=practice&kind=tell&moment=at-the-counter")
    assert kinds(tab) == {"practice", "tell"}
    assert all("at-the-counter" in str(item.get_attribute("data-moment")).split() for item in shown(tab).all())
    number = shown(tab).count()
    tells = tab.locator("label", has=box(tab, "Tells")).locator(".browse-count").inner_text()
    practices = tab.locator("label", has=box(tab, "Practices")).locator(".browse-count").inner_text()
    assert int(tells.strip("()")) + int(practices.strip("()")) == number


def test_the_time_needed_is_a_facet_and_none_is_one_of_its_values(reader: Watched) -> None:
    tab = opened(reader, "?time=5")
    expect(shown(tab).get_by_role("link", name="Ask before you fix")).to_be_visible()
    assert set(shown(tab).evaluate_all("items => items.map(item => item.dataset.time.split('|')[0])")) == {"5 15 30 60"}
    tab = opened(reader, "?time=none")
    assert set(shown(tab).evaluate_all("items => items.map(item => item.dataset.time)")) == {"none"}


def test_back_and_reload_bring_the_choice_back(reader: Watched) -> None:
    tab = opened(reader)
    tab.locator(".browse-facet summary").first.click()
    box(tab, "Practices").check()
    box(tab, "Tells").check()
    tab.go_back()
    expect(box(tab, "Tells")).not_to_be_checked()
    assert kinds(tab) == {"practice"}
    tab.reload()
    expect(box(tab, "Practices")).to_be_checked()
    assert kinds(tab) == {"practice"}
    tab.get_by_role("button", name="Show everything").click()
    assert kinds(tab) == set()
    assert tab.url.endswith("browse/")
    expect(tab.locator(".browse-facet summary").first).to_be_focused()


def test_groups_begin_closed_and_counted_and_are_again_after_a_choice(browser: Browser, address: str) -> None:
    with watched(browser, address, viewport={"width": 390, "height": 800}) as reader:
        tab = opened(reader, "#tells")
        assert kinds(tab) == {"tell"}  # the address names it
        for group in tab.locator(".browse-group").all():
            number = group.locator(".browse-list > li").count()
            expect(group.locator("summary .browse-count")).to_have_text(f"({number})")
        tab.get_by_text("Practices").last.click()
        assert kinds(tab) == {"practice", "tell"}
        tab.locator(".browse-facet summary").first.click()
        box(tab, "Checklists").check()
        assert kinds(tab) == {"checklist"}
        box(tab, "Checklists").uncheck()
        assert kinds(tab) == {"practice", "tell"}
        assert reader.complaints == []


def test_nonsense_in_the_address_is_passed_over(reader: Watched) -> None:
    tab = opened(reader, "?kind=nonsense&time=__proto__&foo=bar")
    expect(tab.get_by_role("status")).to_contain_text("All")


def test_a_choice_that_leaves_nothing_is_counted_before_it_is_made(reader: Watched) -> None:
    tab = opened(reader, "?kind=source&moment=at-the-counter")
    expect(tab.get_by_role("status")).to_contain_text("0 of")
    row = tab.locator("label", has=box(tab, "Sources"))
    expect(row.locator(".browse-count")).to_have_text("(0)")
    expect(tab.get_by_role("button", name="Show everything")).to_be_visible()


def test_without_scripts_the_list_is_complete_and_the_facets_are_gone(browser: Browser, address: str) -> None:
    site, _ = built(EXAMPLE_PLAYBOOK)
    entries = [page for page in site.pages if page.place and page.kind != "page"]
    with watched(browser, address, java_script_enabled=False) as reader:
        tab = reader.open("browse/?kind=tell")
        for group in tab.locator(".browse-group > summary").all():
            group.click()
        assert shown(tab).count() == len(entries)
        expect(tab.locator(".browse-facets")).to_be_hidden()


@pytest.mark.sampled
def test_it_is_accessible_and_fits(reader: Watched) -> None:
    tab = opened(reader, "?kind=practice&time=5")
    tab.locator(".browse-facet").evaluate_all("facets => facets.forEach(facet => { facet.open = true; })")
    assert violations_of_state(tab) == []


def test_nothing_shifts_when_the_script_arrives(reader: Watched) -> None:
    reader.tab.add_init_script(
        "window.shift = 0; const add = (list) => { for (const one of list.getEntries()) shift += one.value; };"
        "new PerformanceObserver(add).observe({ type: 'layout-shift', buffered: true });"
    )
    with until_at_rest(reader.tab):
        tab = opened(reader)
    assert tab.evaluate("shift") < 0.02


def test_the_whole_playbook_is_not_too_heavy_to_browse() -> None:
    (page,) = [page for page in built(REAL_PLAYBOOK)[0].pages if page.kind == "browse"]
    assert len(gzip.compress(page.body.encode(), 6)) < 60_000
