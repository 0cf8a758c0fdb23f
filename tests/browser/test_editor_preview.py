"""The pages of the preview, in which one begins to edit."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from generator.publishing.preview_state import State
from generator.site.page import Artifact
from tests.browser.accessibility import violations
from tests.browser.editing import Desk, opened
from tests.browser.profiles import tab_in
from tests.media.made import drawing

pytestmark = pytest.mark.browser

PAGE = b"""<!doctype html>
<html lang=en>
<head><title>Home</title><meta name=viewport content="width=device-width"></head>
<body><main><h1>Home</h1></main></body>
</html>"""
ERRORS = "\n".join(f"content/tells/a.yml:{line}:1: error: `a` is wrong" for line in range(1, 80))
ON_TOP = """(node) => {
  const { x, y, width, height } = node.getBoundingClientRect();
  const corners = [[24, 4], [width - 24, 4], [24, height - 4], [width - 24, height - 4]];
  return corners.every(([right, down]) => node.contains(document.elementFromPoint(x + right, y + down)));
}"""


COLOURS = "(node) => [getComputedStyle(node).color, getComputedStyle(node).backgroundColor]"


def test_the_message_about_errors_covers_no_link_to_the_editor(browser: Browser, desk: Desk) -> None:
    desk.preview.tell(State("0123", {"index.html": Artifact("index.html", PAGE)}, ERRORS, is_older=True))
    with tab_in(browser) as tab:
        tab.request.get(desk.entrance, max_redirects=0)
        tab.goto(desk.entrance.partition("/__edit/")[0])
        alert, links = tab.get_by_role("alert"), tab.locator(".playbook-edit").get_by_role("link")
        expect(alert).to_contain_text("You see the site as it was before.")
        expect(links).to_have_count(2)
        for width in (390, 1440):
            tab.set_viewport_size({"width": width, "height": 700})
            message, heading = alert.bounding_box(), tab.get_by_role("heading", name="Home").bounding_box()
            assert message
            assert heading
            for link in links.all():
                assert link.evaluate(ON_TOP), width
                box = link.bounding_box()
                assert box
                assert box["y"] + box["height"] <= message["y"], width
                assert box["y"] + box["height"] <= heading["y"], "the links stand above the page and cover none of it"


def test_a_page_leads_to_the_form_alone_and_not_to_where_its_file_is_kept(browser: Browser, desk: Desk) -> None:
    kept_at = b'<p><a href="https://example.org/edit/home" rel="edit">Edit the home page</a></p></main>'
    page = PAGE.replace(b"</main>", kept_at)
    desk.preview.tell(State("0123", {"index.html": Artifact("index.html", page)}, "", is_older=False))
    with tab_in(browser) as tab:
        tab.request.get(desk.entrance, max_redirects=0)
        tab.goto(desk.entrance.partition("/__edit/")[0])
        expect(tab.locator(".playbook-edit").get_by_role("link").first).to_be_visible()
        expect(tab.locator("a[rel=edit]")).to_be_hidden()


def test_a_pressed_button_can_be_read_under_the_pointer(browser: Browser, entrance: str) -> None:
    with tab_in(browser, bypass_csp=True) as tab:
        opened(tab, entrance, "kind=tell&id=price-based")
        tab.get_by_role("button", name="Preview", exact=True).first.click()
        pressed = tab.locator("button[aria-pressed=true]")
        pressed.hover()
        expect(pressed).to_have_count(1)
        words, ground = pressed.evaluate(COLOURS)
        assert [ground, words] == tab.locator("body").evaluate(COLOURS), "those of the page, exchanged"
        assert violations(tab) == []


def test_a_search_in_which_an_address_is_typed_says_where_addresses_go(browser: Browser, entrance: str) -> None:
    with tab_in(browser) as tab:
        opened(tab, entrance, "")
        search = tab.get_by_role("combobox", name="Open an entry")
        search.fill("https://example.org/report")
        expect(tab.locator(".choosing > .none")).to_contain_text("[words](https://…)")
        search.fill("nothing has these words")
        expect(tab.locator(".choosing > .none")).to_contain_text("No page has these words.")


def test_a_picture_is_first_chosen_from_the_computer_and_what_it_lacks_is_said_where_it_is_filled_in(
    browser: Browser, entrance: str
) -> None:
    with tab_in(browser) as tab:
        opened(tab, entrance, "kind=tell&id=price-based")
        text = tab.locator(".field:has(textarea.is-prose)").first
        text.get_by_role("button", name="Add a picture").click()
        choice = tab.locator(".file-choice")
        choose, search = choice.get_by_role("button").bounding_box(), choice.get_by_role("combobox").bounding_box()
        assert choose
        assert search
        assert choose["y"] < search["y"]
        expect(choice.get_by_role("combobox")).to_have_attribute("placeholder", "Search the files of this playbook")

        asked, shows = text.locator(".prose-asked"), tab.get_by_role("textbox", name="What the picture shows")
        asked.get_by_role("button", name="Put it in").click()
        expect(asked.get_by_text("Choose a picture first.")).to_be_visible()
        expect(asked.get_by_role("button", name="Choose a file")).to_be_focused()

        asked.locator("input[type=file]").set_input_files(
            {"name": "door.png", "mimeType": "image/png", "buffer": drawing()}
        )
        expect(shows).to_be_focused()
        expect(asked.get_by_text("Choose a picture first.")).to_have_count(0)
        asked.get_by_role("button", name="Put it in").click()
        expect(shows).to_be_focused()
        expect(shows).to_have_accessible_description(re.compile("Write what the picture shows."))
        shows.fill("A door")
        asked.get_by_role("button", name="Put it in").click()
        expect(text.locator("textarea").first).to_have_value(re.compile(r"!\[A door\]\(files/door.*\.png\)"))


def test_the_form_of_the_home_page_leads_to_the_moments_on_it(browser: Browser, entrance: str) -> None:
    with tab_in(browser) as tab:
        opened(tab, entrance, "site=1")
        panel = tab.locator("details").filter(has_text="Moments on the home page: 3")
        panel.locator("summary").click()
        assert "Before we open" in panel.get_by_role("link").all_inner_texts(), "as the home page names them"
        panel.get_by_role("link", name="Before a meeting").click()
        expect(tab.get_by_role("textbox", name="Title", exact=True)).to_have_value("Before a meeting")
