"""Worksheets for everybody: with axe, without JavaScript, on paper in both sizes, and from dark mode."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab
from pypdf import PdfReader

from tests.browser.accessibility import violations_in_looks
from tests.browser.filled_sheets import CRISIS, ready, sheet
from tests.browser.served import Watched, watched
from tests.playbooks import REAL_PLAYBOOK
from tests.sampling import covering, first_of, sampled

PLAYBOOK = REAL_PLAYBOOK

pytestmark = pytest.mark.browser

SHEETS = sampled("worksheet", lambda sheet: ((type(block), block.type) for block in sheet.blocks))


@pytest.fixture
def window(browser: Browser, address: str) -> Iterator[Watched]:
    with watched(browser, address) as found:
        yield found
        assert found.complaints == []


NAMELESS = """() => [...document.querySelectorAll("form.sheet :is(input, textarea, select)")].filter((field) => {
  const ids = field.getAttribute("aria-labelledby");
  const words = ids ? ids.split(" ").map((id) => document.getElementById(id)?.textContent ?? "").join("")
    : [...field.labels].map((label) => label.textContent).join("");
  return !words.trim();
}).map((field) => field.name)"""


@pytest.mark.sampled
@pytest.mark.parametrize("entry_id", first_of(SHEETS))
@pytest.mark.rehearsal
def test_axe_finds_nothing_where_the_trainers_part_is_open(window: Watched, entry_id: str) -> None:
    """In a sample one sheet: tests/browser/test_components.py looks at every block in every state."""
    tab = ready(window.open(f"worksheets/{entry_id}/"))
    tab.locator(".sheet-run summary").click()
    assert violations_in_looks(tab) == []


@pytest.mark.sampled
@pytest.mark.parametrize("entry_id", covering(SHEETS, lambda one: [sheet(one).pages, sheet(one).orientation]))
def test_without_javascript_it_is_a_form_that_prints(browser: Browser, address: str, entry_id: str) -> None:
    with watched(browser, address, java_script_enabled=False) as plain:
        tab = plain.open(f"worksheets/{entry_id}/")
        assert tab.locator("form.sheet :is(input, textarea, select)").count() > 0
        expect(tab.locator(".sheet-state")).to_be_hidden()
        assert len(printed(tab, "A4").pages) == sheet(entry_id).pages


def printed(tab: Tab, paper: str) -> PdfReader:
    landscape = tab.locator(".sheet--landscape").count() > 0
    return PdfReader(io.BytesIO(tab.pdf(format=paper, landscape=landscape)))


def words_of(pdf: PdfReader) -> list[str]:
    return [re.sub(r"\s+", " ", page.extract_text()).strip() for page in pdf.pages]


CUT_OFF = """() => [...document.querySelectorAll("form.sheet *")].filter((found) => {
  const { right } = found.getBoundingClientRect();
  const overflows = found.clientWidth && found.scrollWidth > found.clientWidth + 1;
  const matters = getComputedStyle(found).display !== "inline" && !found.matches(".sheet-row, input, select");
  return (overflows && matters) || right > innerWidth + 1;
}).map((found) => found.outerHTML.slice(0, 120))"""


def cut_off(tab: Tab) -> object:
    """What does not fit into its place on paper."""
    landscape = tab.locator(".sheet--landscape").count() > 0
    tab.set_viewport_size({"width": 920 if landscape else 690, "height": 900})
    tab.emulate_media(media="print")
    return tab.evaluate(CUT_OFF)


@pytest.mark.sampled
@pytest.mark.parametrize("entry_id", SHEETS)
def test_every_field_has_a_name_and_a_sheet_prints_on_the_pages_that_it_says(window: Watched, entry_id: str) -> None:
    tab = ready(window.open(f"worksheets/{entry_id}/"))
    assert tab.evaluate(NAMELESS) == []
    entry = sheet(entry_id)
    labels = [re.sub(r"\W", "", block.label) for block in entry.blocks]
    for paper in ("A4", "Letter"):
        pages = words_of(printed(tab, paper))
        assert len(pages) == entry.pages, paper
        assert "Search" not in pages[0]
        assert entry.facilitator.debrief[0] not in " ".join(pages)
        for page in pages:
            bare = re.sub(r"\W", "", page)
            assert bare
            assert not [label for label in labels if bare.endswith(label)], (
                "a heading stands alone at the end of a page"
            )
    assert cut_off(tab) == []


LONG_FORMS = ("crisis-sheet", "tell-hunt-sheet", "person-map-sheet", "stretch-goal-sheet")


LONG = "word " * 150 + "last"
FILLED = """(long) => {
  const fields = document.querySelectorAll("form.sheet textarea");
  for (const [at, field] of fields.entries()) {
    field.focus();
    field.value = `${long.slice("99end".length - field.maxLength)}${at}end`;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
  return fields.length;
}"""
"""Write as much as fits into every field, with its number at the end. How many there are."""


@pytest.mark.sampled
@pytest.mark.parametrize("entry_id", first_of(covering(LONG_FORMS, lambda one: map(type, sheet(one).blocks))))
def test_long_answers_print_whole(window: Watched, entry_id: str) -> None:
    tab = ready(window.open(f"worksheets/{entry_id}/"))
    count = tab.evaluate(FILLED, LONG)
    assert count
    text = "".join(words_of(printed(tab, "A4"))).replace(" ", "")
    assert [at for at in range(count) if f"last{at}end" not in text] == []


def test_the_trainers_part_prints_if_it_is_open(window: Watched) -> None:
    tab = ready(window.open(CRISIS))
    tab.locator(".sheet-run summary").click()
    pages = words_of(printed(tab, "A4"))
    assert len(pages) == 2
    assert "Which fact did you know and not write down?" in pages[1]


DARK = """() => ["body", "h1", "form.sheet", ".sheet-block label", "textarea"].map((name) => {
  const { color, backgroundColor } = getComputedStyle(document.querySelector(name));
  return [color, backgroundColor];
})"""


def test_dark_mode_prints_black_on_white(browser: Browser, address: str) -> None:
    with watched(browser, address, color_scheme="dark") as dark:
        tab = ready(dark.open(CRISIS))
        tab.emulate_media(media="print", color_scheme="dark")
        blacks, papers = zip(*tab.evaluate(DARK), strict=True)
    assert set(blacks[1:]) == {"rgb(0, 0, 0)"}
    assert set(papers) <= {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}


def test_the_blanks_of_a_formula_stand_on_a_line_with_their_signs(window: Watched) -> None:
    tab = window.open("worksheets/trust-diagnosis-sheet/")
    middles = """(row) => [...row.children].map((item) => [...item.children].map((one) => {
      const box = one.getBoundingClientRect(); return Math.round(box.top + box.height / 2); }))"""
    for width in (320, 768, 1440):
        tab.set_viewport_size({"width": width, "height": 800})
        places = tab.locator(".blanks").nth(1).evaluate(middles)
        assert all(abs(label - field) <= 1 for label, field in places), width
        assert width == 320 or len({field for _, field in places}) == 1, width
