"""Worksheets in a browser: filled in and kept, without JavaScript, on paper in both sizes, and from dark mode."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab
from pypdf import PdfReader

from generator.content.graph import Graph
from generator.kinds.worksheet import Worksheet
from tests.browser.accessibility import violations, violations_in_looks
from tests.browser.served import Watched, begin_to_use, watched
from tests.playbooks import REAL_PLAYBOOK, reading
from tests.sampling import covering, first_of, sampled

PLAYBOOK = REAL_PLAYBOOK

pytestmark = pytest.mark.browser

SHEETS = sampled("worksheet", lambda sheet: ((type(block), block.type) for block in sheet.blocks))
KEY = "playbook:playbook.example:crisis-sheet"
CRISIS = "worksheets/crisis-sheet/"


@pytest.fixture
def window(browser: Browser, address: str) -> Iterator[Watched]:
    with watched(browser, address) as found:
        yield found
        assert found.complaints == []


def real() -> Graph:
    return reading(REAL_PLAYBOOK).graph


def sheet(entry_id: str) -> Worksheet:
    entry = real().entries[entry_id].entry
    assert isinstance(entry, Worksheet)
    return entry


def ready(tab: Tab) -> Tab:
    expect(tab.locator(".sheet-state")).to_be_visible()
    return tab


def kept(tab: Tab) -> dict[str, object] | None:
    found = tab.evaluate("key => JSON.parse(localStorage.getItem(key))", KEY)
    assert found is None or isinstance(found, dict)
    return found


def what_happened(tab: Tab) -> str:
    return tab.get_by_label("What happened").input_value()


# ---- filling in ----


def test_buttons_that_need_something_written_show_once_there_is_and_nothing_moves(reader: Watched) -> None:
    tab = reader.open("worksheets/crisis-sheet/")
    field = tab.locator("work-sheet :is(input[type=text], textarea):visible").first
    names = ("Copy as text", "Copy a link with all this", "Save to a file", "Clear all")
    expect(tab.get_by_role("button", name="Load file")).to_be_visible()
    assert [tab.get_by_role("button", name=name).count() for name in names] == [0] * 4
    before = field.bounding_box()
    field.fill("Something")
    for name in names:
        expect(tab.get_by_role("button", name=name)).to_be_visible()
    assert field.bounding_box() == before


def test_what_is_written_is_there_after_a_reload(window: Watched) -> None:
    tab = ready(window.open(CRISIS))
    tab.get_by_label("What happened").fill("The lift\nstood still.")
    tab.get_by_label("Client", exact=True).fill("A client")
    tab.get_by_role("checkbox", name="Done Row 1").check()
    expect(tab.locator(".sheet-state").get_by_role("status")).to_contain_text(
        "Kept in this browser only, last changed on"
    )
    ready(tab.reload() and tab)
    assert what_happened(tab) == "The lift\nstood still."
    assert tab.get_by_role("checkbox", name="Done Row 1").is_checked()
    found = kept(tab)
    assert found
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", str(found.pop("updatedAt")))
    assert found == {
        "schema": 1,
        "edition": 1,
        "answers": {"head.client": "A client", "facts.what": "The lift\nstood still.", "repair.row-1.done": "yes"},
    }


def test_choices_and_scales_can_be_taken_back(window: Watched) -> None:
    tab = ready(window.open("worksheets/crisis-discovery-sheet/"))
    key = "playbook:playbook.example:crisis-discovery-sheet"
    scale = tab.get_by_role("group", name="How sure are we to be off the list of cuts?")
    scale.get_by_role("radio", name="7").check()
    tab.get_by_role("combobox").first.select_option("bad")
    assert tab.evaluate("key => localStorage.getItem(key)", key) is not None
    ready(tab.reload() and tab)
    assert scale.get_by_role("radio", name="7").is_checked()
    assert tab.get_by_role("combobox").first.input_value() == "bad"
    scale.get_by_role("radio", name="Not answered").check()
    tab.get_by_role("combobox").first.select_option("")
    assert tab.evaluate("key => localStorage.getItem(key)", key) is None


def test_what_another_tab_wrote_unheard_of_stays(window: Watched) -> None:
    tab = ready(window.open(CRISIS))
    tab.get_by_label("What happened").fill("The lift stood still.")
    found = kept(tab)
    assert found
    text = json.dumps({**found, "answers": {"facts.what": "It moved.", "head.client": "A client"}})
    tab.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
    tab.get_by_role("checkbox", name="Done Row 1").check()
    found = kept(tab)
    assert found
    assert found["answers"] == {"facts.what": "It moved.", "head.client": "A client", "repair.row-1.done": "yes"}
    assert tab.get_by_role("checkbox", name="Done Row 1").is_checked()
    assert what_happened(tab) == "It moved."


def test_it_is_taken_along_as_text_and_as_a_link_that_asks_first(window: Watched) -> None:
    window.tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab = ready(window.open(CRISIS))
    tab.get_by_label("What happened").fill("The lift\nstood still.")
    tab.get_by_label("Client", exact=True).fill("A client")
    tab.get_by_role("checkbox", name="Done Row 1").check()
    tab.get_by_role("button", name="Copy as text").press("Enter")
    expect(tab.get_by_text("Copied", exact=True)).to_be_visible()
    copied = tab.evaluate("navigator.clipboard.readText()")
    assert copied.splitlines()[:2] == [tab.locator("h1").inner_text(), f"{window.address}{CRISIS}"]
    assert "- Client: A client\n" in copied
    assert "What happened:\n  The lift\n  stood still." in copied
    assert "[x] Row 1, Done" in copied

    tab.get_by_role("button", name="Copy a link with all this").press("Enter")
    expect(tab.get_by_text("Link copied.")).to_be_visible()
    link = tab.evaluate("navigator.clipboard.readText()")
    tab.get_by_label("What happened").fill("Mine")
    tab.get_by_label("Client", exact=True).fill("")
    tab.goto(link)
    expect(tab.get_by_text("The link has 3 fields filled in")).to_be_visible()
    assert (tab.url, what_happened(tab)) == (f"{window.address}{CRISIS}", "Mine")
    tab.get_by_role("button", name="Fill in what is empty here").press("Enter")
    assert what_happened(tab) == "Mine"
    expect(tab.get_by_label("Client", exact=True)).to_have_value("A client")
    tab.goto(f"{window.address}worksheets/drip-plan-sheet/#{link.partition('#')[2]}")
    expect(tab.get_by_text("belongs to another page")).to_be_visible()


def test_what_does_not_fit_into_a_field_is_said(window: Watched) -> None:
    window.tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab = ready(window.open(CRISIS))
    field = tab.get_by_label("What happened")
    field.focus()
    tab.evaluate("navigator.clipboard.writeText('word '.repeat(1200))")
    tab.keyboard.press("Control+V")
    alert = tab.get_by_role("alert")
    expect(alert).to_have_text("2000 characters did not fit and were left out: this field holds 4000.")
    assert len(what_happened(tab)) == 4000
    assert violations(tab) == []
    tab.keyboard.press("Backspace")
    expect(alert).to_have_count(0)
    tab.keyboard.type("ab")
    expect(alert).to_have_text("1 character did not fit and was left out: this field holds 4000.")


def test_a_cleared_sheet_can_be_brought_back(window: Watched) -> None:
    tab = ready(window.open(CRISIS))
    tab.get_by_label("What happened").fill("The lift stood still.")
    tab.get_by_role("button", name="Clear all").click()
    assert (what_happened(tab), kept(tab)) == ("", None)
    tab.get_by_role("button", name="Undo").click()
    assert what_happened(tab) == "The lift stood still."
    assert kept(tab)


def test_a_file_carries_a_sheet_to_another_browser(window: Watched, browser: Browser, tmp_path: Path) -> None:
    tab = ready(window.open(CRISIS))
    tab.get_by_label("What happened").fill("The lift stood still.")
    tab.get_by_label("Client", exact=True).fill("One")
    with tab.expect_download() as download:
        tab.get_by_role("button", name="Save to a file").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    with watched(browser, window.address) as other:
        there = ready(other.open(CRISIS))
        there.get_by_label("Client", exact=True).fill("Two")
        there.locator("input[type=file]").set_input_files(file)
        expect(there.locator(".sheet-note")).to_contain_text("The file has 2 fields filled in")
        there.get_by_role("button", name="Fill in what is empty here").click()
        assert what_happened(there) == "The lift stood still."
        assert there.get_by_label("Client", exact=True).input_value() == "Two"
        there.get_by_role("button", name="Undo").click()
        assert what_happened(there) == ""
        there.locator("input[type=file]").set_input_files(file)
        there.get_by_role("button", name="Replace all of mine").click()
        assert there.get_by_label("Client", exact=True).input_value() == "One"
        assert other.complaints == []


FILE = {"kind": "playbook-worksheet", "site": "x", "worksheet": "crisis-sheet", "schema": 1, "edition": 1}
DATED = {**FILE, "updatedAt": "2026-01-02T03:04:05Z"}


BAD_FILES = (
    ("{", "holds nothing that can be read here"),
    (json.dumps({**DATED, "answers": {}, "worksheet": "charter-sheet"}), "belongs to another page"),
    (json.dumps({**DATED, "answers": {"a": 1}}), "holds nothing that can be read here"),
    (json.dumps({**DATED, "answers": {}, "schema": 2}), "comes from a newer version"),
    (json.dumps({**DATED, "answers": {"A b": "x"}}), "holds nothing that can be read here"),
    ("x" * 300_000, "is too long"),
    (json.dumps({**FILE, "answers": {}}), "holds nothing that can be read here"),
)
"""Each is told something else than the one before."""


def test_a_bad_file_changes_nothing(window: Watched) -> None:
    tab = ready(window.open(CRISIS))
    tab.get_by_label("What happened").fill("Mine")
    for text, said in BAD_FILES:
        tab.locator("input[type=file]").set_input_files(
            {"name": "a.json", "mimeType": "text/plain", "buffer": text.encode()}
        )
        expect(tab.locator(".sheet-note")).to_contain_text(said)
        assert what_happened(tab) == "Mine", text[:40]


def test_what_a_file_smuggles_in_is_left_out(window: Watched) -> None:
    tab = ready(window.open(CRISIS))
    text = json.dumps({**DATED, "answers": {"facts.what": "Theirs", "constructor": "x", "no-such.field": "y"}})
    text = text.replace('"constructor"', '"__proto__": "z", "constructor"')
    tab.locator("input[type=file]").set_input_files(
        {"name": "a.json", "mimeType": "text/plain", "buffer": text.encode()}
    )
    tab.get_by_role("button", name="Replace all of mine").click()
    found = kept(tab)
    assert found
    assert found["answers"] == {"facts.what": "Theirs"}


def start_with(window: Watched, text: str) -> Tab:
    window.tab.add_init_script(f"localStorage.getItem({KEY!r}) ?? localStorage.setItem({KEY!r}, {json.dumps(text)})")
    return ready(window.open(CRISIS))


def test_what_cannot_be_read_is_set_aside(window: Watched) -> None:
    tab = start_with(window, "{broken")
    expect(tab.locator(".sheet-note")).to_contain_text("It is set aside")
    tab.get_by_label("What happened").fill("New")
    assert tab.evaluate("key => localStorage.getItem(key)", f"{KEY}:set-aside-1") == "{broken"
    with tab.expect_download() as download:
        tab.get_by_role("button", name="Download what was set aside").click()
    assert Path(download.value.path()).read_text("utf-8") == "{broken"


@pytest.mark.sampled
@pytest.mark.parametrize("newer", first_of(({"schema": 2}, {"edition": 2})))
def test_what_is_newer_is_left_alone(window: Watched, newer: dict[str, int]) -> None:
    text = json.dumps({**DATED, "answers": {"facts.what": "Newer"}, **newer})
    tab = start_with(window, text)
    expect(tab.locator(".sheet-note")).to_contain_text("can be looked at but not changed")
    assert tab.get_by_label("What happened").is_disabled()
    assert tab.evaluate("key => localStorage.getItem(key)", KEY) == text


def test_without_storage_the_sheet_says_so_and_works(window: Watched) -> None:
    window.tab.add_init_script("Storage.prototype.getItem = Storage.prototype.setItem = () => { throw new Error(); }")
    tab = ready(window.open(CRISIS))
    expect(tab.locator(".sheet-note").first).to_contain_text("does not let the page keep what you write")
    tab.get_by_label("What happened").fill("Still here")
    tab.get_by_role("button", name="Clear all").click()
    assert what_happened(tab) == ""


def test_another_tab_is_followed(window: Watched) -> None:
    tab = ready(window.open(CRISIS))
    other = tab.context.new_page()
    other.goto(window.address + CRISIS)
    begin_to_use(other)
    ready(other).get_by_label("What happened").fill("From the other tab")
    expect(tab.get_by_label("What happened")).to_have_value("From the other tab")
    expect(tab.locator(".sheet-note")).to_contain_text("Another tab has changed what stands here")


# ---- for everybody ----

NAMELESS = """() => [...document.querySelectorAll("form.sheet :is(input, textarea, select)")].filter((field) => {
  const ids = field.getAttribute("aria-labelledby");
  const words = ids ? ids.split(" ").map((id) => document.getElementById(id)?.textContent ?? "").join("")
    : [...field.labels].map((label) => label.textContent).join("");
  return !words.trim();
}).map((field) => field.name)"""


@pytest.mark.sampled
@pytest.mark.parametrize("entry_id", SHEETS)
def test_axe_finds_nothing_and_every_field_has_a_name(window: Watched, entry_id: str) -> None:
    tab = ready(window.open(f"worksheets/{entry_id}/"))
    tab.locator(".sheet-run summary").click()
    assert tab.evaluate(NAMELESS) == []
    assert violations_in_looks(tab) == []


@pytest.mark.sampled
@pytest.mark.parametrize("entry_id", covering(SHEETS, lambda one: [sheet(one).pages, sheet(one).orientation]))
def test_without_javascript_it_is_a_form_that_prints(browser: Browser, address: str, entry_id: str) -> None:
    with watched(browser, address, java_script_enabled=False) as plain:
        tab = plain.open(f"worksheets/{entry_id}/")
        assert tab.locator("form.sheet :is(input, textarea, select)").count() > 0
        assert tab.locator(".sheet-state").count() == 0
        assert len(printed(tab, "A4").pages) == sheet(entry_id).pages


# ---- paper ----


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
def test_a_sheet_prints_on_the_pages_that_it_says(window: Watched, entry_id: str) -> None:
    tab = ready(window.open(f"worksheets/{entry_id}/"))
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


@pytest.mark.sampled
@pytest.mark.parametrize("entry_id", covering(LONG_FORMS, lambda one: map(type, sheet(one).blocks)))
def test_long_answers_print_whole(window: Watched, entry_id: str) -> None:
    tab = ready(window.open(f"worksheets/{entry_id}/"))
    fields = tab.locator("form.sheet textarea")
    for at in range(fields.count()):
        most = int(fields.nth(at).get_attribute("maxlength") or 0)
        fields.nth(at).fill(f"{LONG[-most + len('99end') :]}{at}end")
    text = "".join(words_of(printed(tab, "A4"))).replace(" ", "")
    assert [at for at in range(fields.count()) if f"last{at}end" not in text] == []


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
