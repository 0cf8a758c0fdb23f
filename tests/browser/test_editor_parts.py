"""Parts of entries in the editor's form: what a new one shows, what it is called, and when its problems are told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect
from playwright.sync_api import Page as Tab

from tests.browser.editing import opened, sound_tab
from tests.browser.editor_form import data_in
from tests.sampling import first_of

pytestmark = pytest.mark.browser

CHECK = "kind=assessment&id=patience-check"


@pytest.fixture
def tab(browser: Browser, entrance: str) -> Iterator[Tab]:
    with sound_tab(browser, entrance) as tab:
        yield tab


def textbox(holder: Tab | Locator, name: str) -> Locator:
    return holder.get_by_role("textbox", name=name, exact=True)


@contextmanager
def answered(tab: Tab) -> Iterator[None]:
    """Do something with the form, and wait until the program has said what it has to say."""
    with tab.expect_response("**/api/try"):
        yield
    tab.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")


def test_a_question_is_added_without_inventing_a_name_or_searching_for_a_field(
    tab: Tab, entrance: str, root: Path
) -> None:
    opened(tab, entrance, CHECK)
    with answered(tab):
        tab.get_by_role("button", name="Add a question: Questions").click()
    question = tab.locator("[data-field=items] > .list > .items > .item").last
    expect(question.locator(".said > p")).to_have_count(0)
    expect(textbox(question, "Question")).to_be_focused()
    tab.keyboard.type("Did they call you first?")
    expect(question.get_by_text("Short name: did-they-call-you-first")).to_be_visible()
    question.get_by_role("button", name="Add a recommendation: Recommended after a bad answer").click()
    question.get_by_role("combobox", name="Entry").fill("Ask")
    tab.get_by_role("option", name="Ask before").click()
    textbox(question, "Reason to follow it").fill("A way to begin.")
    band = tab.locator("[data-field=bands] > .list > .items > .item").last
    band.locator("summary").first.click()
    textbox(band, "At most").fill("8")
    with tab.expect_response("**/api/save"):
        tab.keyboard.press("Control+s")
    expect(tab.get_by_role("status").filter(has_text="Saved")).to_be_attached()
    *_, added = data_in((root / "content/assessments/patience-check.yml").read_bytes())["items"]
    assert added == {
        "id": "did-they-call-you-first",
        "text": "Did they call you first?",
        "recommends": [{"to": "ask-before-fixing", "why": "A way to begin."}],
    }
    textbox(question, "Question").fill("Did they call you at all?")
    expect(question.get_by_text("Short name: did-they-call-you-first")).to_be_visible()


def test_short_names_differ_and_what_somebody_writes_stays(tab: Tab, entrance: str) -> None:
    opened(tab, entrance, CHECK)
    questions = tab.locator("[data-field=items] > .list > .items > .item")
    for _ in range(2):
        tab.get_by_role("button", name="Add a question: Questions").click()
        tab.keyboard.type("Again")
    expect(questions.nth(-2).get_by_text("Short name: again")).to_be_visible()
    expect(questions.last.get_by_text("Short name: again-2")).to_be_visible()
    questions.last.get_by_text("Short name: ").click()
    textbox(questions.last, "Short name").fill("once-more")
    textbox(questions.last, "Question").fill("And again")
    expect(questions.last.get_by_text("Short name: once-more")).to_be_visible()


def test_a_dimension_is_chosen_among_those_of_the_check(tab: Tab, entrance: str) -> None:
    opened(tab, entrance, CHECK)
    tab.locator(".form > .fields > .menu > button").click()
    tab.get_by_role("menuitem", name="Dimensions A dimension").click()
    dimensions = tab.locator("[data-field=dimensions]")
    textbox(dimensions.locator(".item").last, "Title").fill("Waiting well")
    tab.locator("[data-field=items] summary").first.click()
    question = tab.locator("[data-field=items] .item").first
    question.get_by_role("button", name="Add a field").click()
    question.get_by_role("menuitem", name="Dimension The").click()
    question.get_by_role("combobox", name="Dimension").select_option(label="Waiting well")
    expect(question.get_by_role("combobox", name="Dimension")).to_have_value("waiting-well")


def test_buttons_that_add_links_are_told_apart_by_what_one_sees(tab: Tab, entrance: str) -> None:
    opened(tab, entrance, "kind=practice&id=slow-down")
    texts = tab.locator("[data-field=links] > .fields button.add").filter(visible=True).all_inner_texts()
    assert len(texts) > 2
    assert len({*texts}) == len(texts)
    assert texts[-1] == "Add another sort of link"
    opened(tab, entrance, "new=practice")
    expect(tab.locator("[data-field=links] > .fields button.add").filter(visible=True)).to_have_text(["Add a link"])


MARKS_OF_NEW = """(button) => {
  button.click();
  const question = [...document.querySelectorAll("[data-field=items] .item")].at(-1);
  const marks = [...question.querySelectorAll(".field-name > :is(.required, .expected)")];
  const shown = marks.filter((mark) => mark.checkVisibility());
  return shown.map((mark) => `${mark.closest("[data-field]").dataset.field} ${mark.textContent}`);
}"""
"""What is marked in a new question as soon as it is there, before anything is answered."""


def test_what_a_new_question_needs_is_marked_at_once_and_told_when_it_is_left_or_saved(tab: Tab, entrance: str) -> None:
    wanted = ["text required", "recommends required"]
    opened(tab, entrance, CHECK)
    adder = tab.get_by_role("button", name="Add a question: Questions")
    with answered(tab):
        assert adder.evaluate(MARKS_OF_NEW) == wanted, "dimensions are not asked for where there are none"
    new = tab.locator("[data-field=items] .item").last
    expect(new.locator(".required").filter(visible=True)).to_have_count(2)
    new.locator("[data-field=recommends]").get_by_role("button", name="Add a recommendation").click()
    expect(new.locator("[data-field=recommends] > .field-name > .required")).to_be_hidden()
    tab.get_by_role("button", name="Undo").click()
    expect(new.locator("[data-field=recommends] > .field-name > .required")).to_be_visible()
    expect(new.locator(".error")).to_have_count(0)
    textbox(new, "Question").press("Tab")
    expect(new.locator(".said > .error").first).to_be_visible()
    tab.get_by_role("button", name="Save", exact=True).click()
    expect(tab.get_by_role("complementary")).to_contain_text("Questions / 4 / Question")


def test_a_new_question_has_a_dimension_and_is_expected_to_where_there_are_some(
    tab: Tab, entrance: str, root: Path
) -> None:
    path = root / "content/assessments/patience-check.yml"
    text = path.read_text("utf-8").replace("    text: ", "    dimension: visit\n    text: ")
    path.write_text(f"{text}dimensions:\n  - {{id: visit, title: The visit, method: sum}}\n", "utf-8")
    opened(tab, entrance, CHECK)
    marks = tab.get_by_role("button", name="Add a question: Questions").evaluate(MARKS_OF_NEW)
    assert marks == ["text required", "dimension expected", "recommends required"]
    question = tab.locator("[data-field=items] > .list > .items > .item").last
    expect(question.get_by_role("combobox", name="Dimension")).to_have_value("")
    question.get_by_role("combobox", name="Dimension").select_option(label="The visit")


def test_what_is_open_stays_open_when_something_is_undone(tab: Tab, entrance: str) -> None:
    opened(tab, entrance, CHECK)
    question = tab.locator("[data-field=items] > .list > .items > .item").nth(1)
    question.locator("summary").first.click()
    text = question.locator("[data-field=text] textarea")
    text.fill("Another question")
    tab.get_by_role("button", name="Undo").click()
    expect(text).to_be_visible()
    expect(text).not_to_have_value("Another question")


def test_what_is_found_stands_within_the_window(tab: Tab, entrance: str) -> None:
    opened(tab, entrance, "kind=tell&id=price-based")
    field = tab.locator("[data-field=cured_by]").get_by_role("combobox").first
    for height in (500, 900):
        tab.set_viewport_size({"width": 900, "height": height})
        field.evaluate("(node) => scrollBy(0, node.getBoundingClientRect().bottom - innerHeight + 30)")
        field.click()
        field.fill("a")
        expect(tab.get_by_role("option").first).to_be_visible()
        box = tab.get_by_role("listbox").filter(visible=True).bounding_box()
        own = field.bounding_box()
        assert box
        assert own
        assert box["y"] >= own["y"] + own["height"], "its label can be read"
        assert box["y"] + box["height"] <= height
        tab.keyboard.press("Escape")


def test_a_new_entry_begins_with_the_choice_of_its_kind(tab: Tab, entrance: str) -> None:
    tab.request.get(entrance, max_redirects=0)
    tab.goto(f"{entrance.partition('/__edit/')[0]}/__edit/?new=&back=/terms/")
    expect(tab.get_by_role("heading", level=1)).to_have_text("New entry")
    kind = tab.get_by_role("listitem").filter(has_text="Tells")
    expect(kind.locator(".help")).not_to_be_empty()
    kind.get_by_role("link", name="New: Tell").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("New tell")
    expect(textbox(tab, "Title")).to_be_visible()
    expect(tab.get_by_role("link", name="Back")).to_have_attribute("href", "/terms/")


TWINS = """() => {
  const shown = [...document.querySelectorAll("main button, main summary")].filter((node) => node.checkVisibility());
  const called = (node) => node?.getAttribute("aria-label") ?? node?.textContent.trim() ?? "";
  const above = (node) => node.parentElement?.closest("[role=group], [role=toolbar]");
  const group = (node) => {
    const found = [];
    for (let one = above(node); one; one = above(one)) {
      found.unshift(called(document.getElementById(one.getAttribute("aria-labelledby")) ?? one));
    }
    return found.join(" / ");
  };
  const all = shown.map((node) => `${group(node)}: ${called(node)}`);
  return [all.length, all.filter((one, at) => all.indexOf(one) !== at)];
}"""
"""The number of buttons, and those that are called the same as another one in the same group."""


FORMS = (CHECK, "kind=worksheet&id=meeting-sheet", "new=checklist", "new=calculator", "site=1")


@pytest.mark.sampled
@pytest.mark.parametrize("query", first_of(FORMS))
def test_no_two_buttons_of_a_group_are_called_the_same(tab: Tab, entrance: str, query: str) -> None:
    opened(tab, entrance, query)
    while (folded := tab.locator(".item-fold:not([open]) > summary")).count():
        folded.first.click()
    count, twins = tab.evaluate(TWINS)
    assert count > 10
    assert twins == []
    assert tab.get_by_role("button", name="Add", exact=True).count() == 0


def test_menus_stand_within_low_and_narrow_windows(tab: Tab, entrance: str) -> None:
    opened(tab, entrance, "new=worksheet")
    menu = tab.get_by_role("menu").filter(visible=True)
    adder = tab.get_by_role("button", name="Add a block: The sheet")
    for height in (420, 700):
        tab.set_viewport_size({"width": 900, "height": height})
        adder.evaluate("(node) => scrollBy(0, node.getBoundingClientRect().top - innerHeight / 2)")
        adder.click()
        box = menu.bounding_box()
        assert box
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= height
        tab.keyboard.press("Escape")
    for width in (320, 900):
        tab.set_viewport_size({"width": width, "height": 700})
        tab.locator(".bar").get_by_role("button", name="More").click()
        box = menu.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        tab.keyboard.press("Escape")


def test_a_click_that_begins_on_a_button_ends_on_it_though_a_problem_is_told_meanwhile(tab: Tab, entrance: str) -> None:
    opened(tab, entrance, CHECK)
    with answered(tab):
        tab.get_by_role("button", name="Add a question: Questions").click()
    question = tab.locator("[data-field=items] > .list > .items > .item").last
    box = question.get_by_role("button", name="Add a recommendation").bounding_box()
    assert box
    tab.mouse.move(box["x"] + 20, box["y"] + 3)
    tab.mouse.down()  # the empty question is left, so its problem is told from now on
    tab.wait_for_timeout(400)
    expect(question.locator(".said > p")).to_have_count(0)
    tab.mouse.up()
    expect(question.get_by_role("combobox", name="Entry")).to_be_focused()
    expect(question.locator("[data-field=text] > .said > .error")).to_be_visible()


PASTE = """(node, text) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  node.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""


def test_points_of_one_text_are_written_and_pasted_line_by_line_with_names_of_their_own(
    tab: Tab, entrance: str, root: Path
) -> None:
    path = root / "content/checklists/meeting-checklist.yml"
    before = data_in(path.read_bytes())["groups"][-1]["items"]
    opened(tab, entrance, "kind=checklist&id=meeting-checklist")
    group = tab.locator("[data-field=groups] > .list > .items > .item").last
    if not group.locator("details").first.evaluate("(node) => node.open"):
        group.locator("summary").first.click()
    group.get_by_role("button", name="Add an item").click()
    tab.keyboard.type("Say hello")
    tab.keyboard.press("Enter")
    tab.keyboard.type("Sit down")
    tab.keyboard.press("Enter")
    points = group.locator("[data-field=items] > .list > .items > .item")
    expect(points).to_have_count(len(before) + 3)
    expect(points.nth(-3).locator("details").first).not_to_have_attribute("open", "")
    tab.keyboard.press("Backspace")
    expect(points).to_have_count(len(before) + 2)
    group.get_by_role("button", name="Add an item").click()
    tab.locator(":focus").evaluate(PASTE, "- Say hello\n- Ask first\r\n\n* Listen")
    expect(points).to_have_count(len(before) + 5)
    assert tab.evaluate("document.activeElement.value") == "Listen"
    with tab.expect_response("**/api/save"):
        tab.keyboard.press("Control+s")
    expect(tab.get_by_role("status").filter(has_text="Saved")).to_be_attached()
    names = {"say-hello": "Say hello", "sit-down": "Sit down", "say-hello-2": "Say hello"}
    names |= {"ask-first": "Ask first", "listen": "Listen"}
    now = data_in(path.read_bytes())["groups"][-1]["items"]
    assert now == [*before, *({"id": name, "text": text} for name, text in names.items())]


def test_of_a_tell_it_is_said_what_is_required_and_lines_that_are_pasted_are_an_item_each_in_one_step(
    tab: Tab, entrance: str
) -> None:
    opened(tab, entrance, "kind=tell&id=price-based")
    is_said_what_stops_a_save_and_what_gives_a_warning(tab)
    expect(tab.locator("[data-field=asked_as]")).to_contain_text("Several lines can be pasted at once")
    phrases = tab.locator("[data-field=asked_as] .item textarea")
    before = [phrase.input_value() for phrase in phrases.all()]
    phrases.last.press("Control+a")
    phrases.last.evaluate(PASTE, "- they left\n- they came back\r\n\nthey stay")
    expect(phrases).to_have_count(len(before) + 2)
    assert [one.input_value() for one in phrases.all()] == [*before[:-1], "they left", "they came back", "they stay"]
    tab.get_by_role("button", name="Undo", exact=True).click()
    expect(phrases).to_have_count(len(before))


def is_said_what_stops_a_save_and_what_gives_a_warning(tab: Tab) -> None:
    expect(tab.locator("[data-field=title] > .field-name > .required")).to_have_text("required")
    for name in ("keywords", "asked_as", "links"):
        expect(tab.locator(f"[data-field={name}] > .field-name > .expected").first).to_have_text("expected")
    reason = textbox(tab, "Reason to follow it").first
    assert reason.get_attribute("aria-required") is None
    mark = tab.locator("[data-field=why] > .field-name > .expected").first
    expect(mark).to_have_text("expected")
    assert mark.get_attribute("id") in (reason.get_attribute("aria-describedby") or "").split()
    assert tab.get_by_text("needed").count() == 0
