"""Calculators on their pages: what one types, what one hears, what the address carries."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, expect

from generator.calculating import Worked, program_of
from generator.content.entries import structure
from generator.kinds.calculator import KIND, Calculator
from generator.reading.document import parse
from tests.browser.accessibility import CONTRAST, violations
from tests.browser.profiles import tab_in
from tests.browser.served import begin_to_use, served
from tests.browser.showing import says
from tests.conftest import ROOT, every_case, some_of
from tests.playbooks import REAL_PLAYBOOK
from tests.sampling import first_of, sampled

pytestmark = pytest.mark.browser

IDS = sampled("calculator")


ALL_THAT_IS_WORKED_OUT = """() => {
  const places = ["calculator-form output p:not([hidden])", "calculator-form dd", ".values td", "[data-bar-value]",
    ".calculator-band", "[data-line]", "[data-bar]", "[data-mark]"];
  const shown = (found) => ["d", "transform", "width"].map((name) => found.getAttribute(name)).find(Boolean);
  return [...document.querySelectorAll(places.join())].map((found) => (shown(found) ?? found.innerText).trim());
}"""

LISTEN = """() => {
  const output = document.querySelector("calculator-form output");
  window.heard = [];
  new MutationObserver(() => window.heard.push(output.innerText.split("\\n")[0]))
    .observe(output, { childList: true, characterData: true, subtree: true });
}"""


TYPED_EVERYWHERE = """(value) => {
  for (const field of document.querySelectorAll("calculator-form input[inputmode=decimal]")) {
    field.focus();
    field.value = value;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
    field.blur();
  }
  return ["article", "calculator-form output"].map((one) => document.querySelector(one).innerText);
}"""
"""Type the same into every field, one after the other; what the page and the result say then."""


def hears(page: Page, text: str) -> None:
    """The result says this. Sentences for other results stand in it, too, hidden."""
    says(page.locator("calculator-form output"), text)


def entry(entry_id: str) -> Calculator:
    text = (ROOT / f"content/calculators/{entry_id}.yml").read_text("utf-8")
    document, _ = parse(text, entry_id)
    assert document
    (located,), problems = structure(document, KIND, entry_id)
    assert not problems
    assert isinstance(located.entry, Calculator)
    return located.entry


@pytest.fixture(scope="module")
def site() -> str:
    return served(REAL_PLAYBOOK)


@pytest.fixture
def errors(page: Page) -> Iterator[list[str]]:
    """What the page throws or complains about. There must be nothing."""
    found: list[str] = []
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("console", lambda message: found.append(message.text) if message.type in ("error", "warning") else None)
    yield found
    assert found == []


def opened(page: Page, site: str, entry_id: str, fragment: str = "") -> Page:
    page.goto(f"{site}calculators/{entry_id}/{fragment}")
    begin_to_use(page)
    expect(page.get_by_role("button", name="Back to the first numbers")).to_be_visible()
    return page


def shown(page: Page, name: str) -> str:
    return page.locator(f'calculator-form dd [data-place="{name}"]').inner_text()


@pytest.mark.sampled
@pytest.mark.parametrize("entry_id", IDS)
def test_a_fresh_page_shows_what_it_was_built_with_and_whatever_is_typed_nothing_is_wrong_with_it(
    page: Page, site: str, errors: list[str], entry_id: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(f"{site}calculators/{entry_id}/")
    built = page.evaluate(ALL_THAT_IS_WORKED_OUT)
    assert not page.evaluate("Boolean(document.querySelector('calculator-form').page)"), "its script waits for a reader"
    begin_to_use(page)
    assert page.evaluate(ALL_THAT_IS_WORKED_OUT) == built
    assert built
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    no_part_shows_a_result_while_one_number_is_missing(page)
    values_stay_in_one_place_however_long_they_become(page)
    absurd_input_gets_a_sentence_and_never_nan(page)


OUTPUTS_BELOW = """() => {
  const program = JSON.parse(document.querySelector("calculator-form").dataset.program);
  const outputs = new Set(program.outputs.map(({ name }) => name));
  return [...document.querySelectorAll("article [data-place]")]
    .filter((one) => outputs.has(one.dataset.place) && !one.closest("calculator-form, [data-example]"))
    .map((one) => one.innerText);
}"""
"""What stands outside the form for each value that comes out."""

NOTES = "() => [...document.querySelectorAll('[data-no-result]')].map((one) => one.checkVisibility() && one.innerText)"
"""What is said outside the form where nothing comes out."""


def no_part_shows_a_result_while_one_number_is_missing(page: Page) -> None:
    for field in page.locator("calculator-form input[inputmode=decimal]").all():
        before = field.input_value()
        field.fill("")
        assert set(page.evaluate(OUTPUTS_BELOW)) == {"–"}
        assert set(page.evaluate(NOTES)) <= {"There is no result yet."}
        field.fill(before)


PLACES_OF_VALUES = """() => [...document.querySelectorAll(".calculator-values > div")]
  .filter((row) => row.checkVisibility()).map((row) => {
  const [label, value] = [...row.children].map((one) => {
    const range = document.createRange();
    range.selectNodeContents(one);
    const lines = [...range.getClientRects()];
    return { bottom: Math.round(lines[0].bottom), end: Math.round(Math.max(...lines.map(({ right }) => right))) };
  });
  return [Math.round(row.getBoundingClientRect().right) - value.end, Math.abs(label.bottom - value.bottom)];
})"""
"""How far each value is from the end of its row, and from the first line of its label."""


def values_stay_in_one_place_however_long_they_become(page: Page) -> None:
    for field in page.locator("calculator-form textarea").all():
        field.fill("Shall we talk? " * 5)
    seen = 0
    for width in (320, 390, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        for typed in ("1", "3", "10", "1000"):
            page.evaluate(TYPED_EVERYWHERE, typed)
            places = page.evaluate(PLACES_OF_VALUES)
            seen += len(places)
            assert [place for place in places if place[0] > 1 or place[1] > 3] == []
    assert seen


def absurd_input_gets_a_sentence_and_never_nan(page: Page) -> None:
    for value in ("", "0", "-1", "1e308", "0.000001", "123456789012", "-99999"):
        text, said = page.evaluate(TYPED_EVERYWHERE, value)
        assert not re.search(r"\bNaN\b|Infinity|undefined|null\b|[{}]", text), value
        assert said.strip(), value


@pytest.mark.sampled
@pytest.mark.parametrize("entry_id", first_of(sampled("calculator")))
def test_it_has_no_axe_violation_at_first_with_errors_and_in_the_dark(page: Page, site: str, entry_id: str) -> None:
    """In a sample one calculator: tests/browser/test_components.py looks at fields of every sort and at drawings."""
    page.set_viewport_size({"width": 320, "height": 700})
    opened(page, site, entry_id)
    if every_case():  # otherwise tests/browser/test_every_page.py looks at the longest one
        assert violations(page) == []
    page.set_viewport_size({"width": 1280, "height": 720})
    for field in page.locator("calculator-form input[inputmode=decimal]").all():
        field.fill("")
    for field in page.locator("calculator-form textarea").all():
        field.fill("We are pleased?? " * 40)
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    page.evaluate("document.body.dataset.mdColorScheme = 'slate'")
    assert violations(page, CONTRAST) == []


@pytest.mark.sampled
@pytest.mark.parametrize("entry_id", first_of(IDS))
def test_without_javascript_it_serves_on_paper(browser: Browser, site: str, entry_id: str) -> None:
    with tab_in(browser, java_script_enabled=False) as page:
        page.goto(f"{site}calculators/{entry_id}/")
        expect(page.locator(".formula").first).to_be_visible()
        expect(page.locator(".calculator-example").first).to_be_visible()
        expect(page.locator("table.values").first).to_be_visible()
        expect(page.get_by_text("Working out your own numbers takes JavaScript")).to_be_visible()
        assert page.get_by_role("button", name="Back to the first numbers").count() == 0
        page.emulate_media(media="print")
        expect(page.locator("table.values").first).to_be_visible()
        expect(page.locator(".formula").first).to_be_visible()


def test_a_fault_is_told_at_the_field_and_in_the_result(page: Page, site: str, errors: list[str]) -> None:
    opened(page, site, "trust-calculator")
    field = page.get_by_label("Self-orientation", exact=True)
    field.fill("0")
    expect(page.locator("#fault-self_orientation")).to_have_text("Self-orientation: at least 1, please.")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(page.locator("calculator-form output")).to_have_text(
        re.compile(r"^\s*There is no result yet\. Self-orientation: at least 1, please\.\s*$"), use_inner_text=True
    )
    expect(page.locator("[data-results]")).to_be_hidden()
    field.fill("3")
    expect(field).to_have_attribute("aria-invalid", "false")
    expect(page.locator("[data-results]")).to_be_visible()


def test_a_count_in_a_self_check_is_read_alike(page: Page, site: str, errors: list[str]) -> None:
    page.goto(f"{site}assessments/talk-listen-check/")
    field, fault = page.locator("input[name^=answer-][inputmode]").first, page.locator(".asked-fault").first
    for typed in ("1,5", "1.5", "201", "-1", "many"):
        field.fill(typed)
        expect(fault).to_be_visible()
        expect(field).to_have_attribute("aria-invalid", "true")
        expect(page.locator(".check-count")).to_contain_text("0 of")
    assert violations(page) == []
    page.locator("input[name^=answer-][inputmode]").nth(1).fill("3")
    for name in ("Copy a link to your answers", "Save to a file", "Show a QR code"):
        page.get_by_role("button", name=name).click()
        expect(field).to_be_focused()
        expect(page.locator(".asked-missing")).to_contain_text("Not saved, copied or shown yet")
    page.locator("input[name^=answer-][inputmode]").nth(1).fill("")
    field.fill("\uff12")
    expect(fault).to_be_hidden()
    expect(page.locator(".check-count")).to_contain_text("1 of")
    page.reload()
    expect(field).to_have_value("2")


def test_curves_and_marks_follow_and_nothing_of_them_stays_after_a_bad_number(
    page: Page, site: str, errors: list[str]
) -> None:
    opened(page, site, "price-rise-explorer")
    page.get_by_label("Planned rise").fill("20")
    page.get_by_label("How much of the product and its value changes").fill("8")
    worked = Worked.of(program_of(entry("price-rise-explorer")), {"rise_percent": 20, "change": 8})
    lines = page.locator("[data-line]")
    assert [lines.nth(at).get_attribute("d") for at in (0, 1)] == [worked.path(0), worked.path(1)]
    assert page.locator("[data-mark]").first.get_attribute("transform") == worked.mark(0)
    expect(page.locator(".calculator-band")).to_contain_text("Big and bold")
    hears(page, "Big and bold, but not rare")

    rise, results = page.get_by_label("Planned rise"), page.locator("[data-results]")
    for typed in ("500,5", "", "many"):
        rise.fill("20")
        expect(results).to_be_visible()
        rise.fill(typed)
        expect(page.locator("#fault-rise_percent")).to_be_visible()
        expect(results).to_be_hidden()
        hears(page, "There is no result yet.")
        assert page.locator("[data-mark]").first.get_attribute("visibility") == "hidden"
        assert page.locator("[data-current]").count() == 0


def test_numbers_that_cannot_be_leave_no_result_below_the_form(page: Page, site: str, errors: list[str]) -> None:
    opened(page, site, "lost-client-calculator")
    notes, bars = page.locator("[data-no-result]"), page.locator("[data-bar-value]")
    expect(notes).to_have_count(2)
    assert notes.evaluate_all("(all) => all.every((one) => one.hidden)")
    assert set(page.evaluate(OUTPUTS_BELOW)) != {"–"}
    margin = page.get_by_label("Of this, left as profit")
    margin.fill("0")
    hears(page, "nothing to lose by this sum")
    for note in notes.all():
        expect(note).to_be_visible()
    assert set(page.evaluate(OUTPUTS_BELOW)) == {"–"}
    assert bars.all_inner_texts() == ["–", "15,000", "–"]
    assert page.locator("[data-bar]").evaluate_all("(all) => all.map((one) => one.getAttribute('width'))")[::2] == [
        "0",
        "0",
    ]
    assert set(page.locator(".values td").all_inner_texts()) == {"–"}
    margin.fill("20")
    for note in notes.all():
        expect(note).to_be_hidden()
    assert bars.all_inner_texts() == ["60,000", "15,000", "15,000"]
    _no_link_is_copied_while_a_number_is_missing(page)


def _no_link_is_copied_while_a_number_is_missing(page: Page) -> None:
    """Without that number it would lead to another result."""
    page.evaluate("() => { navigator.clipboard.writeText = async (text) => { window.copied = text; }; }")
    margin, copy = page.get_by_label("Of this, left as profit"), page.get_by_role("button", name="Copy a link to these")
    fault, note = page.locator("#fault-margin"), page.locator("[data-note]")
    margin.fill("35,5")
    copy.click()
    expect(margin).to_be_focused()
    expect(fault).to_contain_text("Nothing is copied yet. Of this, left as profit: “35,5” can be read in two ways.")
    expect(note).to_be_empty()
    assert page.evaluate("window.copied") is None
    margin.fill("35.5")
    expect(fault).to_be_hidden()
    copy.evaluate("(one) => one.scrollIntoView({ block: 'end' })")
    copy.press("Enter")
    expect(note).to_contain_text("Copied. The link carries the numbers")
    expect(note).to_be_in_viewport(ratio=1)
    assert page.evaluate("window.copied").endswith("#margin=35.5")


def test_numbers_are_typed_as_the_language_writes_them(page: Page, site: str, errors: list[str]) -> None:
    opened(page, site, "stretch-calculator")
    goal = page.locator("#in-goal")
    goal.fill("")
    goal.press_sequentially("500,5")
    expect(page.locator("#fault-goal")).to_contain_text("“500,5” can be read in two ways. Write 500.5 or 5005.")
    goal.fill("1,250.5")
    expect(page.locator("#fault-goal")).to_be_hidden()
    expect(page).to_have_url(re.compile(r"#goal=1250\.5$"))


def test_the_keyboard_is_enough_and_the_result_is_announced_once(page: Page, site: str, errors: list[str]) -> None:
    opened(page, site, "trust-calculator")
    page.evaluate(LISTEN)
    page.get_by_label("Credibility", exact=True).focus()
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.type("3")
    page.keyboard.press("Shift+Tab")
    assert shown(page, "trust") == "6.3"
    hears(page, "Trust stands at 6.3")
    assert page.evaluate("[...new Set(window.heard)]") == ["Trust stands at 6.3, on a scale that runs from 0.3 to 30."]
    assert page.locator("output").evaluate("found => found.ariaLive ?? found.role ?? 'output'") is not None


def test_bands_lead_to_other_pages_as_the_numbers_change(page: Page, site: str, errors: list[str]) -> None:
    opened(page, site, "perception-minus-expectation")
    band = page.locator(".calculator-band")
    expect(band).to_contain_text("Let down")
    page.get_by_label("Perception: how well they feel it went").fill("2")
    expect(band).to_contain_text("Angry")
    expect(band.get_by_role("link").first).to_have_attribute("href", "../../conversations/apology/")
    assert shown(page, "satisfaction") == "\u22126"
    page.get_by_label("Expectation: what they had counted on").fill("2")
    expect(band).to_contain_text("As expected")
    expect(page.locator(".calculator-bands > [data-current]")).to_contain_text("As expected")
    assert shown(page, "satisfaction") == "0"


def test_a_counter_is_tapped(page: Page, site: str, errors: list[str]) -> None:
    opened(page, site, "talk-ratio-calculator")
    hears(page, "Nothing has been counted yet.")
    more = page.get_by_role("button", name="One more (Questions)")
    for _ in range(6):
        more.click()
    hears(page, "Only questions, 6 of them.")
    for _ in range(16):
        page.get_by_role("button", name="One more (Comments)").click()
    page.get_by_role("button", name="One less (Comments)").click()
    hears(page, "6 questions and 15 comments make a ratio of 0.40.")
    hears(page, "9 more questions would have brought it to one.")
    assert page.url.endswith("#questions=6&comments=15")


def test_the_message_is_counted_as_people_see_it_and_stays_here(page: Page, site: str, errors: list[str]) -> None:
    opened(page, site, "message-counter")
    message = page.get_by_label("Your message")
    hears(page, "An empty message is short, but not ready.")
    message.fill("Cafe\u0301 👩‍👩‍👧‍👦? <b>Touch  base</b> & going forward?")
    hears(page, "2 question marks. Perhaps these are two emails.")
    expect(page.locator("[data-found=stock_phrases]")).to_have_text("Stock phrases found: touch base, going forward")
    assert shown(page, "left") == str(400 - len("Cafe f? <b>Touch  base</b> & going forward?"))
    page.get_by_label("Phrases to look for, one a line").fill("caf\u00e9")
    expect(page.locator("[data-found=stock_phrases]")).to_have_text("Stock phrases found: caf\u00e9")
    page.get_by_label("Phrases to look for, one a line").fill("going for")
    expect(page.locator("[data-found=stock_phrases]")).to_be_hidden()
    message.fill("x" * 401)
    hears(page, "Stopped: 1 character too many.")
    page.get_by_label("A drip message (140 characters)").check()
    hears(page, "Stopped: 261 characters too many.")
    assert page.url.endswith("#limit=140")
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.includes('message'))") == []


def test_a_text_is_there_again_after_a_look_at_another_page(page: Page, site: str, errors: list[str]) -> None:
    opened(page, site, "message-counter")
    message = page.get_by_label("Your message")
    message.fill("Shall we talk?? Nora")
    hears(page, "2 question marks.")
    page.goto(f"{site}calculators/trust-calculator/")
    expect(message).to_have_count(0)
    page.go_back()
    expect(message).to_have_value("Shall we talk?? Nora")
    hears(page, "2 question marks.")
    assert page.evaluate("Object.values(localStorage).filter((text) => text.includes('Nora'))") == []
    page.get_by_role("button", name="Back to the first numbers").click()
    hears(page, "An empty message is short")
    assert page.evaluate("Object.keys(sessionStorage).filter((key) => key.includes('message-counter'))") == []


def test_examples_are_tried_and_the_first_numbers_come_back(page: Page, site: str, errors: list[str]) -> None:
    opened(page, site, "win-ratio-calculator")
    page.get_by_role("button", name="Try these numbers").nth(1).click()
    assert shown(page, "ratio_percent") == "70"
    hears(page, "Well chosen.")
    page.get_by_role("button", name="Back to the first numbers").click()
    hears(page, "You could turn down 20 and would have 600 hours")
    assert "#" not in page.url
    a_value_beside_its_label_is_a_result_without_a_sentence(page)


def a_value_beside_its_label_is_a_result_without_a_sentence(page: Page) -> None:
    """`says` is optional: of such a calculator the page must not say that nothing comes out."""
    page.evaluate("document.querySelectorAll('calculator-form [data-says]').forEach((said) => said.remove())")
    field = page.locator("calculator-form input[inputmode=decimal]").first
    field.fill("7")
    expect(page.locator("[data-wrong]")).to_be_hidden()
    field.fill("")
    expect(page.locator("[data-wrong]")).to_be_visible()


def test_an_address_brings_the_numbers_back(page: Page, site: str, errors: list[str]) -> None:
    opened(page, site, "stretch-calculator", "#goal=200&stretch_percent=25")
    assert shown(page, "stretch_goal") == "250"
    page.get_by_label("Counted in").fill("<img src=x onerror=alert(1)>")
    page.get_by_label("Stretch", exact=True).fill("40")
    hears(page, "Present 280 <img src=x onerror=ale")
    assert page.url.endswith("#goal=200&stretch_percent=40")
    page.evaluate("location.hash = 'goal=50'")
    hears(page, "Present 65")


def test_a_link_is_said_to_be_copied_as_long_as_it_has_the_numbers_of_the_page(
    page: Page, site: str, errors: list[str]
) -> None:
    opened(page, site, "talk-ratio-calculator")
    page.evaluate("() => { navigator.clipboard.writeText = async (text) => { window.copied = text; }; }")
    note = page.locator("[data-note]")
    changes = [
        lambda: page.get_by_label("Comments", exact=True).fill("15"),
        lambda: page.get_by_role("button", name="One more (Questions)").click(),
        lambda: page.get_by_role("button", name="Try these numbers").nth(1).click(),
        lambda: page.get_by_role("button", name="Back to the first numbers").click(),
    ]
    for change in changes:
        page.get_by_role("button", name="Copy a link to these numbers").click()
        expect(note).to_have_text("Copied. The link carries the numbers, and no words you typed.")
        assert page.evaluate("window.copied") == page.url
        change()
        expect(note).to_be_empty()
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
    page.get_by_role("button", name="Copy a link to these numbers").click()
    expect(note).to_contain_text("Copy it from here: http")
    page.get_by_label("Comments", exact=True).fill("3")
    expect(note).to_be_empty()


parts = st.one_of(
    st.sampled_from(
        [
            *("goal=200", "goal=", "goal", "=", "goal=1e9", "goal=-5", "goal=NaN", "goal=Infinity", "goal=0x10"),
            *("__proto__=1", "constructor=1", "toString=3", "unit=x", "goal=%31", "stretch_percent=999999999999"),
            "goal=<svg onload=alert(1)>",
        ]
    ),
    st.text(max_size=20),
)


@pytest.mark.sampled
@settings(max_examples=some_of(120), deadline=None, suppress_health_check=list(HealthCheck))
@given(fragment=st.lists(parts, max_size=5).map("&".join))
def test_no_address_does_harm(page: Page, site: str, fragment: str) -> None:
    if not page.url.startswith(site):
        opened(page, site, "stretch-calculator")
        page.evaluate("window.thrown = []; addEventListener('error', (event) => thrown.push(event.message))")
        page.on("dialog", lambda dialog: pytest.fail(f"a dialog: {dialog.message}"))
    page.evaluate(
        "(text) => { location.hash = text; document.querySelector('calculator-form').page.restore(); }", fragment
    )
    assert page.evaluate("window.thrown") == []
    assert page.evaluate("Object.keys(Object.prototype).length") == 0
    assert page.locator("calculator-form script, calculator-form img, calculator-form svg").count() == 0
    text = page.locator("calculator-form").inner_text()
    assert not re.search(r"NaN|Infinity|undefined", text)


@pytest.mark.parametrize("entry_id", ["price-rise-explorer", "touchpoint-calculator"])
def test_the_numbers_of_a_drawing_are_no_larger_than_its_titles(page: Page, site: str, entry_id: str) -> None:
    page.goto(f"{site}calculators/{entry_id}/")
    for width in (320, 768, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        number, title, mark = page.locator("[data-plot]").evaluate(
            """(plot) => {
              const size = (one) => parseFloat(getComputedStyle(plot.querySelector(one)).fontSize);
              const scale = plot.querySelector(".plot-area").getBoundingClientRect().width / 340;
              const mark = plot.querySelector(".plot-area .plot-mark > *").getBoundingClientRect().width;
              return [size(".plot-tick") * scale, size(".plot-axis"), mark]; }"""
        )
        assert 10 <= number <= title
        assert 8 <= mark <= title


KEYBOARD = """height => {
  Object.defineProperty(visualViewport, "height", { configurable: true, get: () => innerHeight - height });
  visualViewport.dispatchEvent(new Event("resize"));
}"""
"""Cover the lower end of the page as the keyboard of a phone does."""

PLACES = """() => [document.activeElement, document.querySelector(".calculator-bar")]
  .map((one) => Object.values(one.getBoundingClientRect().toJSON()).slice(4).map(Math.round))"""


def test_on_a_phone_the_result_stays_in_sight_above_the_keyboard(browser: Browser, site: str) -> None:
    with tab_in(browser, viewport={"width": 390, "height": 800}, is_mobile=True, has_touch=True) as page:
        opened(page, site, "perception-minus-expectation")
        bar = page.locator(".calculator-bar")
        field = page.locator("calculator-form input[inputmode]").last
        field.fill("3")
        hears(page, "Satisfaction stands at +4.")
        page.evaluate(KEYBOARD, 340)
        expect(bar).to_be_visible()
        expect(bar).to_have_text("Satisfaction stands at +4.")
        (_, _, below, _), (top, _, bottom, _) = page.evaluate(PLACES)
        assert below <= top < bottom <= 800 - 340
        page.evaluate(KEYBOARD, 0)
        page.locator(".calculator-result").scroll_into_view_if_needed()
        expect(bar).to_be_hidden()
