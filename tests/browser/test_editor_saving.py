"""What is done in the editor's form is in the file, and nothing else; `make prove` tries every field of every kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect
from playwright.sync_api import Page as Tab

from tests.browser.editing import Desk, built_example, tab_with_tell
from tests.browser.editor_form import MARK, change, controls, data_in, differences, stretches
from tests.sampling import covering

pytestmark = pytest.mark.browser

TELL = "content/tells/price-based.yml"
REFUSED = re.compile(r"409 \(Conflict\)|422 \(|ERR_FAILED")
FIELDS = {
    ("title",): ("title",),
    ("seen_in",): ("seen_in",),
    ("keywords", 1): ("keywords", 1),
    ("links", "cured_by", 1, "to"): ("links", "cured_by", 1, "to"),
}
"""The fields to change, and where the file differs afterwards."""


@pytest.fixture
def tab(browser: Browser, entrance: str) -> Iterator[Tab]:
    with tab_with_tell(browser, entrance, REFUSED) as tab:
        yield tab


def save(tab: Tab) -> None:
    expect(tab.get_by_text("Not saved", exact=True)).to_be_visible()
    tab.keyboard.press("Control+s")


def test_a_field_that_is_changed_is_all_that_differs(tab: Tab, root: Path) -> None:
    path, found = root / TELL, {}
    for wanted in FIELDS:
        control = next(one for one in controls(tab) if one.route == wanted)
        before = path.read_bytes()
        assert change(tab, control, MARK)
        save(tab)
        expect(tab.locator(".bar .state")).to_have_text("Saved")
        after = path.read_bytes()
        assert stretches(before, after) == 1
        (found[wanted],) = differences(data_in(before), data_in(after))
    assert found == FIELDS


def test_a_page_keeps_its_last_line_break(tab: Tab, root: Path) -> None:
    path = next((root / "content/pages").glob("*.md"))
    before = path.read_text("utf-8")
    tab.goto(f"{tab.url.partition('?')[0]}?page=pages/{path.name}")
    text = tab.get_by_role("textbox", name="Text", exact=True)
    text.press("Control+End")
    text.press_sequentially(f" {MARK}.")
    save(tab)
    expect(tab.locator(".bar .state")).to_have_text("Saved")
    assert path.read_text("utf-8") == f"{before.rstrip()} {MARK}.\n"


def chosen(tab: Tab, act: str) -> None:
    """Choose something in the menu of the bar."""
    tab.get_by_role("button", name="More", exact=True).first.click()
    tab.get_by_role("menuitem", name=act).click()


def test_undo_is_about_what_is_typed_in_this_form_alone(tab: Tab, root: Path) -> None:
    title, undo = tab.get_by_role("textbox", name="Title", exact=True), tab.get_by_role("button", name="Undo")
    title.fill("Another title")
    save(tab)
    expect(tab.locator(".bar .state")).to_have_text("Saved")
    saved = (root / TELL).read_bytes()
    tab.goto(f"{tab.url.partition('?')[0]}?kind=practice&id=slow-down")
    expect(title).to_have_value("Slow it down")
    expect(undo).to_have_attribute("aria-disabled", "true")
    tab.get_by_role("heading", level=1).press("Control+z")
    assert (root / TELL).read_bytes() == saved

    title.fill("Take your time")
    undo.click()
    expect(title).to_have_value("Slow it down")


def test_a_save_is_taken_back_after_it_is_said_which_one_it_is(tab: Tab, root: Path) -> None:
    path, title = root / TELL, tab.get_by_role("textbox", name="Title", exact=True)
    before = path.read_bytes()
    title.fill("Another title")
    save(tab)
    expect(tab.locator(".bar .state")).to_have_text("Saved")
    saved = path.read_bytes()
    tab.goto(f"{tab.url.partition('?')[0]}?kind=practice&id=slow-down")
    title.fill("Take your time")

    chosen(tab, "Take back a save")
    asked = tab.get_by_role("dialog", name="Take back this save?")
    expect(asked).to_contain_text("Another title (Tell)")
    expect(asked.get_by_role("listitem")).to_contain_text(
        ["Title: “The relationship rests mainly on price” becomes “Another title”"]
    )
    assert path.read_bytes() == saved
    asked.get_by_role("button", name="Take it back").click()
    notice = tab.get_by_role("alert").filter(has_text="The save of “Another title” is taken back.")
    expect(notice).to_be_visible()
    assert path.read_bytes() == before
    expect(title).to_have_value("Take your time")  # which is of another entry, and stays

    notice.get_by_role("button", name="Save it again").click()
    expect(tab.get_by_role("alert").filter(has_text="“Another title” is saved again.")).to_be_visible()
    assert path.read_bytes() == saved


def test_what_is_typed_stays_when_the_save_before_it_is_taken_back(tab: Tab, root: Path) -> None:
    path, title = root / TELL, tab.get_by_role("textbox", name="Title", exact=True)
    before, means = path.read_bytes(), tab.get_by_role("textbox", name="What it says", exact=True)
    title.fill("Another title")
    save(tab)
    expect(tab.locator(".bar .state")).to_have_text("Saved")
    means.fill("Something else.")
    chosen(tab, "Take back a save")
    tab.get_by_role("dialog").get_by_role("button", name="Take it back").click()
    expect(title).to_have_value("The relationship rests mainly on price")
    expect(means).to_have_value("Something else.")
    assert path.read_bytes() == before
    save(tab)
    expect(tab.locator(".bar .state")).to_have_text("Saved")
    assert list(differences(data_in(before), data_in(path.read_bytes()))) == [("means",)]


def written(root: Path) -> str:
    """All texts of the content."""
    return "".join(path.read_text("utf-8") for path in (root / "content").rglob("*.yml"))


def test_taking_back_a_new_entry_leads_to_the_start_with_a_way_back(tab: Tab, root: Path) -> None:
    new_term(tab)
    expect(tab.locator(".done")).to_contain_text("Saved")
    chosen(tab, "Take back a save")
    tab.get_by_role("dialog").get_by_role("button", name="Take it back").click()
    tab.get_by_role("heading", name="What was saved").wait_for()
    assert "Not upset." not in written(root)
    said = "“Calm” was new with this save, and is gone again. This page has everything that can be edited."
    expect(tab.get_by_role("alert")).to_contain_text(said)
    expect(tab.get_by_role("alert").get_by_role("button", name="Save it again")).to_be_visible()
    tab.get_by_role("button", name="Save again what was taken back").click()
    asked = tab.get_by_role("dialog", name="Save this again?")
    expect(asked).to_contain_text("Calm (Term)")
    asked.get_by_role("button", name="Save it again").click()
    expect(tab.get_by_role("alert").filter(has_text="“Calm” is saved again.")).to_be_visible()
    assert "Not upset." in written(root)


def test_both_versions_of_a_field_are_shown_and_none_is_lost(tab: Tab, root: Path) -> None:
    path = root / TELL
    theirs = path.read_text("utf-8").replace("fees]", "fees, rates]").replace("Nobody over there", "No one over there")
    path.write_text(theirs, "utf-8")
    tab.get_by_role("textbox", name="What it says", exact=True).fill("Mine.")
    save(tab)
    conflict = tab.get_by_role("group", name="What it says").filter(has=tab.get_by_role("radio"))
    expect(conflict).to_contain_text("No one over there")
    assert path.read_text("utf-8") == theirs
    conflict.get_by_role("radio", name="Yours").check()
    tab.get_by_role("button", name="Take what I chose").click()
    expect(conflict).to_have_count(0)
    save(tab)
    expect(tab.locator(".bar .state")).to_have_text("Saved")
    saved = data_in(path.read_bytes())
    assert saved["means"] == "Mine."
    assert saved["keywords"] == ["discount", "undercut", "fees", "rates"]
    expect(tab.locator("[data-field=keywords] textarea")).to_have_count(4)


def test_versions_to_choose_from_are_said_in_the_words_of_the_form(tab: Tab, root: Path) -> None:
    path = root / TELL
    text = path.read_text("utf-8")
    links = "links:\n  cured_by:\n    - to: slow-down\n      why: Theirs now.\n"
    theirs = text[: text.index("links:")].replace("seen_in: numbers", "seen_in: team") + links
    path.write_text(theirs, "utf-8")
    tab.get_by_role("radio", name="In what they do").check()
    tab.get_by_role("textbox", name="Reason to follow it").first.fill("Mine now.")
    save(tab)
    panel = tab.locator(".conflicts")
    expect(panel).to_contain_text("Inside the team")
    expect(panel).to_contain_text("Theirs now.")
    for name in ("them", "cured_by", "why", "slow-down"):
        expect(panel).not_to_contain_text(re.compile(rf"\b{name}\b"))


def test_a_save_says_what_is_left_and_leads_there(tab: Tab) -> None:
    title = tab.get_by_role("textbox", name="Title", exact=True)
    title.fill("Price decides")
    save(tab)
    done = tab.locator(".done")
    expect(done).to_contain_text("Saved. No errors, no warnings.")
    expect(title).to_be_focused()
    title.press_sequentially(" all")
    expect(tab.get_by_text("Not saved", exact=True)).to_be_visible()
    expect(done).to_have_count(0)

    tab.get_by_role("button", name="Remove Words to find it by").click()
    save(tab)
    expect(done).to_contain_text("Saved, with 1 warning:")
    done.get_by_role("link", name="Words to find it by").click()
    expect(tab.locator("[data-field=keywords]")).to_be_visible()
    assert tab.evaluate("document.activeElement.closest('[data-field]').dataset.field") == "keywords"


def new_term(tab: Tab) -> None:
    """Write a term, and save it."""
    tab.goto(f"{tab.url.partition('?')[0]}?new=term")
    tab.get_by_role("textbox", name="Title", exact=True).fill("Calm")
    tab.get_by_role("textbox", name="Summary", exact=True).fill("Not upset.")
    tab.get_by_role("textbox", name="What it means", exact=True).fill("At ease.")
    tab.locator("[data-field=origin] input[value=own]").check()
    tab.get_by_role("button", name="Save", exact=True).click()


def test_a_new_entry_that_is_saved_has_the_focus(tab: Tab) -> None:
    new_term(tab)
    expect(tab.locator(".done")).to_contain_text("Saved")
    assert tab.evaluate("document.activeElement !== document.body")


def answered(tab: Tab) -> None:
    """Wait for what the program says of what was typed last."""
    tab.wait_for_load_state("networkidle")
    tab.wait_for_timeout(400)
    tab.wait_for_load_state("networkidle")


def refusal(tab: Tab) -> Locator:
    return tab.locator(".refusal")


def field_in_focus(tab: Tab) -> str:
    return str(tab.evaluate("document.activeElement.closest('[data-field]')?.dataset.field ?? ''"))


def test_a_new_question_is_led_to_what_it_lacks_and_begins_the_next_edition(tab: Tab, root: Path) -> None:
    path = root / "content/assessments/patience-check.yml"
    edition = int(data_in(path.read_bytes())["edition"])
    tab.goto(f"{tab.url.partition('?')[0]}?kind=assessment&id=patience-check")
    tab.get_by_role("button", name="Add a question: Questions").click()
    tab.keyboard.type("They called first")
    answered(tab)
    tab.keyboard.press("Control+s")
    said = "Recommended after a bad answer”: a bad answer to “They called first” recommends no page."
    expect(refusal(tab)).to_contain_text(said)
    assert field_in_focus(tab) == "recommends"

    tab.keyboard.press("Enter")
    tab.keyboard.type("slow it")
    tab.get_by_role("option", name="Slow it down").click()
    question = tab.locator("[data-field=items] > .list > .items > .item").last
    question.get_by_role("textbox", name="Reason to follow it").fill("Learn to wait a bit longer.")
    answered(tab)
    tab.keyboard.press("Control+s")
    expect(refusal(tab)).to_contain_text("answers can give a score of 8, which is in no range")
    assert field_in_focus(tab) == "at_most"
    tab.get_by_role("button", name="Set “At most” to 8").click()
    assert field_in_focus(tab) == "at_most"
    assert tab.evaluate("document.activeElement.value") == "8"

    tab.get_by_role("button", name=f"Begin edition {edition + 1}, and say what is new").click()
    assert field_in_focus(tab) == "what"
    assert tab.evaluate("document.activeElement.value") == "One question is new: “They called first”."
    tab.keyboard.press("Control+a")
    tab.keyboard.type("One more question.")
    answered(tab)
    tab.keyboard.press("Control+s")
    expect(tab.locator(".done")).to_contain_text("Saved")
    saved = data_in(path.read_bytes())
    assert saved["edition"] == str(edition + 1)
    assert saved["changes"][-1] == {"edition": str(edition + 1), "what": "One more question."}


def test_a_problem_of_a_field_that_is_not_there_adds_it_with_what_is_known(tab: Tab) -> None:
    tab.goto(f"{tab.url.partition('?')[0]}?kind=assessment&id=patience-check")
    tab.get_by_role("textbox", name="Edition", exact=True).first.fill("7")
    answered(tab)
    tab.get_by_role("complementary").get_by_role("link", name="What changed with editions").first.click()
    assert field_in_focus(tab) == "what"
    last = tab.locator("[data-field=changes] [data-field=edition] textarea").last
    expect(last).to_have_value("7")


def test_each_save_that_is_refused_says_why(tab: Tab) -> None:
    tab.keyboard.press("Control+s")
    expect(refusal(tab)).to_have_text("Nothing has changed since the last save.")
    tab.goto(f"{tab.url.partition('?')[0]}?new=term")
    tab.get_by_role("textbox", name="Summary", exact=True).fill("Not upset.")
    tab.keyboard.press("Control+s")
    expect(refusal(tab)).to_contain_text("Not saved. A title is required first")
    expect(tab.get_by_role("textbox", name="Title", exact=True)).to_be_focused()
    tab.keyboard.type("Calm")
    expect(refusal(tab)).to_have_text("")
    tab.keyboard.press("Control+s")
    expect(refusal(tab)).to_contain_text("Not saved: 1 error, at “What it means”")
    expect(tab.get_by_role("textbox", name="What it means", exact=True)).to_be_focused()
    tab.keyboard.type("At ease.")
    tab.route("**/api/save", lambda route: route.abort())
    tab.keyboard.press("Control+s")
    expect(refusal(tab)).to_contain_text("Not saved. The editor does not answer.")


def test_a_search_that_is_open_is_ended_by_a_save(tab: Tab, root: Path) -> None:
    sign = tab.locator("[data-field=sign] textarea")
    sign.press("Control+End")
    sign.press_sequentially(" Look. [[")
    expect(tab.get_by_role("combobox", name="Which entry does it lead to?")).to_be_focused()
    tab.get_by_role("button", name="Save", exact=True).click()
    expect(tab.locator(".bar .state")).to_have_text("Saved")
    assert data_in((root / TELL).read_bytes())["sign"].rstrip().endswith("Look.")
    assert tab.get_by_role("combobox", name="Which entry does it lead to?").count() == 0

    link = tab.locator("[data-field=cured_by]").get_by_role("combobox").first
    link.fill("no-such-entry")
    tab.keyboard.press("Control+s")
    expect(refusal(tab)).to_contain_text("no-such-entry")


def test_it_is_said_how_a_change_can_be_saved_with_which_the_site_could_not_be_built(tab: Tab) -> None:
    panel = tab.locator("#problems")
    tab.set_viewport_size({"width": 1440, "height": 900})
    tab.get_by_role("textbox", name="Title", exact=True).fill("")
    tab.keyboard.press("Tab")
    expect(panel).to_contain_text("Correct the errors, or save it as a draft, which is not published.", timeout=20_000)

    tab.goto(f"{tab.url.partition('?')[0]}?site=1")
    tab.get_by_role("textbox", name="Name of the playbook", exact=True).fill("")
    tab.keyboard.press("Tab")
    expect(panel).to_contain_text("Correct the errors, then it can be saved.", timeout=20_000)


def test_nothing_can_be_changed_where_nothing_can_be_saved(tab: Tab, monkeypatch: pytest.MonkeyPatch) -> None:
    why = "The disk can only be read, so nothing can be saved here."
    monkeypatch.setattr("generator.editor.reading.read_only", lambda _path: why)
    tab.reload()
    expect(tab.locator("#read-only")).to_have_text(why)
    tab.locator(".form .field").first.wait_for()
    while (folded := tab.locator(".item-fold:not([open]) > summary")).count():
        folded.first.click()
    fields = tab.locator(".form :is(input, textarea, select, button)")
    assert fields.count() > 20
    assert tab.locator(".form :is(input, textarea, select, button):not(:disabled)").count() == 0


def test_what_is_expected_follows_what_is_chosen_and_stays_in_the_form(tab: Tab) -> None:
    tab.goto(f"{tab.url.partition('?')[0]}?new=term")
    sources = tab.locator("[data-field=sources] > .field-name > .expected")
    expect(sources).to_have_text("expected")
    new_term(tab)
    expect(tab.locator(".done")).to_contain_text("Saved, with")
    expect(sources).to_be_hidden()
    tab.reload()
    expect(tab.locator("[data-field=links] > .field-name > .expected")).to_have_text("expected")
    expect(tab.locator("[data-field=sources]")).to_have_count(0)
    tab.locator("[data-field=origin] input[value=assembled]").check()
    expect(sources).to_be_visible()
    tab.locator("[data-field=origin] input[value=own]").check()
    expect(sources).to_be_hidden()


@pytest.mark.sampled
@pytest.mark.parametrize(("size", "way"), covering(product(((1440, 900), (390, 844)), ("mouse", "keys")), set))
def test_what_one_is_at_stays_where_it_is_when_it_is_saved(tab: Tab, size: tuple[int, int], way: str) -> None:
    tab.set_viewport_size({"width": size[0], "height": size[1]})
    tab.get_by_role("button", name="Remove Words to find it by").click()
    field = tab.get_by_role("textbox", name="The sign", exact=True)
    field.press("End")
    field.press_sequentially(" x")
    tab.locator(".panel.problems").get_by_text("1 warning").wait_for(state="attached")
    before = top_of(field)
    if way == "mouse":
        # A locator's click would scroll.
        box = tab.get_by_role("button", name="Save", exact=True).bounding_box()
        assert box
        tab.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    else:
        save(tab)
    expect(tab.locator(".done")).to_contain_text("Saved, with 1 warning")
    expect(tab.locator(".bar .refusal")).to_contain_text("Saved, with 1 warning")
    assert abs(top_of(field) - before) < 3


def top_of(node: Locator) -> float:
    return float(node.evaluate("(node) => node.getBoundingClientRect().top"))


@pytest.mark.parametrize("size", [(1440, 900), (390, 844)], ids=["beside", "instead"])
def test_what_is_said_of_a_save_covers_nothing_of_the_page(tab: Tab, desk: Desk, size: tuple[int, int]) -> None:
    desk.preview.tell(built_example())
    tab.get_by_role("textbox", name="Title", exact=True).fill("Another title")
    tab.locator(".form textarea").filter(visible=True).last.focus()
    tab.set_viewport_size({"width": size[0], "height": size[1]})
    if size[0] < 1000:
        chosen(tab, "Show the page")
    else:
        tab.get_by_role("button", name="Show the page").click()
    tab.keyboard.press("Control+s")
    expect(tab.locator(".bar .refusal")).to_contain_text("Saved")
    tab.get_by_role("region", name="The page with your changes").get_by_role("button", name="Close").click()
    expect(tab.locator(".whole-page")).to_be_hidden()


def test_what_a_save_has_left_is_said_in_sight_wherever_one_is(tab: Tab) -> None:
    tab.get_by_role("button", name="Remove Words to find it by").click()
    last = tab.locator(".form textarea").filter(visible=True).last
    last.press_sequentially(" x")
    assert tab.evaluate("scrollY") > 0
    save(tab)
    bar = tab.locator(".bar .refusal")
    expect(bar).to_contain_text("Saved, with 1 warning.")
    expect(bar).to_be_in_viewport()
    expect(last).to_be_focused()
    bar.get_by_role("button", name="Show details").click()
    expect(bar).to_have_text("")
    expect(tab.locator(".done")).to_be_in_viewport()
    tab.get_by_role("textbox", name="Title", exact=True).press_sequentially(" all")
    tab.evaluate("scrollTo(0, 0)")
    save(tab)
    expect(tab.locator(".done")).to_contain_text("Saved, with 1 warning:")
    expect(tab.locator(".done")).to_be_in_viewport()
    expect(bar).to_have_text("")
