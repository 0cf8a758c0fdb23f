"""PDFs that somebody filled in: every mark is drawn by poppler and by pdf.js, and comes back on the page."""

from __future__ import annotations

import json
import re
import subprocess
from base64 import b64encode
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab
from pypdf import PdfReader, PdfWriter

from generator.cli import main
from generator.kinds.assessment import Assessment
from generator.kinds.checklist import Checklist
from generator.kinds.worksheet import Worksheet
from generator.kinds.worksheet_blocks.bingo import BingoBlock
from generator.kinds.worksheet_blocks.lines import LinesBlock
from generator.kinds.worksheet_blocks.scale import ScaleBlock
from generator.kinds.worksheet_blocks.table import TableBlock
from generator.kinds.worksheet_blocks.ticks import TicksBlock
from generator.paper.sheets import Printable, printables
from generator.paper.sizes import A4, Variant
from tests.browser.pdfjs import PdfJs, pdfjs
from tests.browser.served import Watched, watched
from tests.paper.real import Field, Printed, graph, printed
from tests.playbooks import REAL_PLAYBOOK
from tests.sampling import covering, first_of

PLAYBOOK = REAL_PLAYBOOK

pytestmark = pytest.mark.browser


def sorts_of_fields(one: Printable) -> Iterator[object]:
    """What has fields of another sort than the rest: rules to write on, boxes to tick, one answer of several, lists."""
    yield one.variant
    entry = graph().entries[one.id].entry
    for block in entry.blocks if isinstance(entry, Worksheet) else ():
        yield block.type if isinstance(block, LinesBlock | ScaleBlock | TicksBlock) else "fields"
        if isinstance(block, TableBlock):
            yield from (("tick", column.tick, "list", bool(column.choices)) for column in block.columns)


FILLED_IN = [one for one in printables(graph()) if one.variant in ("participant", "large")]
FORMS = [(one.id, one.variant) for one in first_of(covering(FILLED_IN, sorts_of_fields))]

DARKER = 60
"""So much darker is a pixel of a mark, of 255."""

VALUES = """(form) => Object.fromEntries([...form.elements].filter((field) => field.name)
  .filter((field) => !["checkbox", "radio"].includes(field.type) || field.checked)
  .map((field) => [field.name, field.value]).filter(([, value]) => value))"""


@pytest.fixture(scope="module")
def library(browser: Browser) -> Iterator[PdfJs]:
    with pdfjs(browser) as found:
        yield found


@pytest.fixture
def window(browser: Browser, address: str) -> Iterator[Watched]:
    with watched(browser, address) as found:
        yield found
        assert found.complaints == []


def blank_of(entry_id: str, variant: Variant = "participant") -> Printed:
    return printed(Printable(graph().entries[entry_id], variant), A4)


def form_of(content: bytes) -> list[Any]:
    root = PdfReader(BytesIO(content)).trailer["/Root"]
    return [field.get_object() for field in root["/AcroForm"]["/Fields"]]


def values_for(content: bytes) -> dict[str, str]:
    """A value for each field by its name: words, a tick, or the last answer."""
    found = {}
    for number, field in enumerate(form_of(content)):
        answers = field.get("/Opt", [])
        found[str(field["/T"])] = str(answers[-1]) if answers else "yes" if field["/FT"] == "/Btn" else f"Née {number}"
    return found


def typed_by_pypdf(content: bytes, values: Mapping[str, str]) -> bytes:
    """The file as pypdf fills it in. It names fields by `/TM`."""
    writer = PdfWriter(clone_from=BytesIO(content))
    wanted = {}
    for field in form_of(content):
        value = values[str(field["/T"])]
        if "/Opt" in field:
            value = f"/{list(field['/Opt']).index(value)}"
        elif field["/FT"] == "/Btn":
            value = next(state for state in field["/AP"]["/N"] if state != "/Off")
        wanted[str(field["/TM"])] = value
    for page in writer.pages:
        if "/Annots" in page:
            writer.update_page_form_field_values(page, dict(wanted), auto_regenerate=False)
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def drawn_by_poppler(content: bytes) -> list[Image.Image]:
    done = subprocess.run(["pdftoppm", "-r", "100", "-gray", "-"], input=content, capture_output=True, check=True)
    found, at = [], 0
    while head := re.compile(rb"P5\s(\d+) (\d+)\s255\s").match(done.stdout, at):
        size = (int(head[1]), int(head[2]))
        at = head.end() + size[0] * size[1]
        found.append(Image.frombytes("L", size, done.stdout[head.end() : at]))
    return found


def drawn_by_pdfjs(library: PdfJs, content: bytes) -> list[Image.Image]:
    return [Image.open(BytesIO(page)).convert("L") for page in library.drawn(content)]


def marked_in(blank: Printed, values: Mapping[str, str]) -> list[Field]:
    """The fields, and of answers of which one is chosen that one, once these values are filled in."""
    answers = {str(field["/T"]): field.get("/Opt") for field in form_of(blank.content)}

    def is_marked(field: Field) -> bool:
        return not field.group or str(answers[field.name][int(field.state.removeprefix("/"))]) == values[field.name]

    return [field for field in blank.fields if is_marked(field)]


def unseen(fields: list[Field], before: list[Image.Image], after: list[Image.Image]) -> list[str]:
    """The fields in which nothing is darker than before."""
    return [field.name for field in fields if not _darker(field, before[field.page], after[field.page])]


def _darker(field: Field, before: Image.Image, after: Image.Image) -> bool:
    box = tuple(round(side * 100 / 72) for side in (field.left, field.top, field.right, field.bottom))
    pairs = zip(before.crop(box).tobytes(), after.crop(box).tobytes(), strict=True)  # type: ignore[arg-type]
    return any(one - other > DARKER for one, other in pairs)


def dropped(tab: Tab, content: bytes, name: str = "filled.pdf") -> None:
    """Drop a file on the page."""
    transfer = tab.evaluate_handle(
        """([text, name]) => { const transfer = new DataTransfer();
        const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
        transfer.items.add(new File([bytes], name, { type: "application/pdf" })); return transfer; }""",
        [b64encode(content).decode(), name],
    )
    tab.dispatch_event("main", "drop", {"dataTransfer": transfer})


@pytest.mark.sampled
@pytest.mark.parametrize(("entry_id", "variant"), FORMS)
def test_what_is_filled_in_is_seen_and_comes_back(
    entry_id: str, variant: Variant, library: PdfJs, window: Watched
) -> None:
    blank = blank_of(entry_id, variant)
    if not blank.fields:
        return
    values = values_for(blank.content)
    files = [library.filled(blank.content, values), typed_by_pypdf(blank.content, values)]
    marked = marked_in(blank, values)
    before = [drawn_by_poppler(blank.content), drawn_by_pdfjs(library, blank.content)]
    for file in files:
        assert unseen(marked, before[0], drawn_by_poppler(file)) == []
        assert unseen(marked, before[1], drawn_by_pdfjs(library, file)) == []
    located = graph().entries[entry_id]
    if not isinstance(located.entry, Worksheet):
        return
    keys = {str(f["/T"]): str(f["/TM"]).split(" ", 3)[3] for f in form_of(blank.content)}
    expected = {keys[name]: value for name, value in values.items()}
    tab = window.open(located.url)
    expect(tab.locator(".sheet-state input[type=file]")).to_be_attached()
    # Of the squares of a bingo, a card on paper may have others than that of the page.
    drawn = {block.id for block in located.entry.blocks if isinstance(block, BingoBlock)}
    names = set(tab.eval_on_selector("form.sheet", "form => [...form.elements].map((field) => field.name)"))
    expected = {key: value for key, value in expected.items() if key in names or key.split(".")[0] not in drawn}
    for file in files:
        dropped(tab, file)
        tab.get_by_role("button", name="Replace all of mine").click()
        found = tab.eval_on_selector("form.sheet", VALUES)
        lists = tab.eval_on_selector_all(
            "form.sheet select", "all => Object.fromEntries(all.map(one => [one.name, one.options.length - 1]))"
        )
        # On paper the words of a list are numbered.
        assert found == {key: found.get(key) if key in lists else value for key, value in expected.items()}
        assert {key: str(lists[key]) for key in lists} == {key: expected[key] for key in lists}
        tab.get_by_role("button", name="Clear all").click()


def test_ticks_of_a_checklist_are_added_to_those_of_its_page_with_a_way_back(window: Watched) -> None:
    located = next(one for one in graph().entries.values() if isinstance(one.entry, Checklist))
    blank = blank_of(located.id)
    tab = window.open(located.url)
    ticks = tab.locator("tick-list input[data-item]")
    ticks.first.check()
    done, open_ = tab.locator("tick-list label").first, tab.locator("tick-list label").nth(1)
    expect(done).to_have_css("text-decoration-line", "none")  # struck out, it would look as if it no longer held
    color = "one => getComputedStyle(one).color"
    assert done.evaluate(color) != open_.evaluate(color)
    dropped(tab, typed_by_pypdf(blank.content, values_for(blank.content)))
    count = ticks.count()
    expect(tab.locator(".tick-said")).to_contain_text(f"{count - 1} ticks were added from the PDF.")
    assert tab.locator("tick-list input[data-item]:checked").count() == count
    tab.locator(".tick-said button").click()
    assert tab.locator("tick-list input[data-item]:checked").count() == 1


def test_answers_on_paper_fill_the_self_check_and_the_page_of_the_team(window: Watched) -> None:
    located = next(one for one in graph().entries.values() if isinstance(one.entry, Assessment))
    assert isinstance(located.entry, Assessment)
    content = blank_of(located.id).content
    filled = typed_by_pypdf(content, values_for(content))
    tab = window.open(located.url)
    expect(tab.locator(".check-bar")).to_be_visible()
    dropped(tab, filled)
    expect(tab.locator(".check-count")).to_contain_text(f"{len(located.entry.items)} of {len(located.entry.items)}")
    tab = window.open("team/")
    expect(tab.locator(".team-drop")).to_be_visible()
    dropped(tab, filled)
    expect(tab.locator(".team-said")).to_contain_text("1 added.")
    dropped(tab, b"%PDF-1.7 nothing")
    expect(tab.locator(".team-said")).to_contain_text("0 added. 1 PDFs without answers")
    dropped(tab, blank_of("session-feedback-sheet").content)
    expect(tab.locator(".team-said")).to_contain_text("drop other sheets on their own pages")


def test_what_cannot_be_taken_is_said_and_nothing_is_lost(window: Watched) -> None:
    tab = window.open("worksheets/crisis-sheet/")
    expect(tab.locator(".sheet-state input[type=file]")).to_be_attached()
    field = tab.locator("form.sheet textarea").first
    field.fill("Mine")
    other = blank_of("crisis-discovery-sheet").content
    for content, said in (
        (b"%PDF-1.7\n<script>alert(1)</script>", "This PDF is damaged"),
        (b"<html><script>alert(1)</script>", "This file is no PDF."),
        (other, "This PDF belongs to another page (crisis-discovery-sheet)."),
        (blank_of("crisis-sheet").content, "Nothing is filled in in this PDF."),
    ):
        dropped(tab, content)
        expect(tab.locator(".sheet-notes")).to_contain_text(said)
        expect(tab.locator(".sheet-notes")).to_contain_text("Nothing of yours was changed.")
    assert field.input_value() == "Mine"


@pytest.mark.rehearsal
def test_a_feedback_form_comes_back_by_its_page_and_by_the_command_and_the_team_page_says_where(
    library: PdfJs, window: Watched, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Sheets come back by their pages above, and by the command in tests/commands/test_read.py."""
    located = graph().entries["session-feedback-sheet"]
    blank = blank_of(located.id)
    values = values_for(blank.content)
    keys = {str(field["/T"]): str(field["/TM"]).split(" ", 3)[3] for field in form_of(blank.content)}
    expected = {keys[name]: value for name, value in values.items()}
    assert {key.split(".")[0] for key in expected} == {"do", "ratings", "keep", "leave-out", "missing", "contact"}
    files = {"pdfjs": library.filled(blank.content, values), "pypdf": typed_by_pypdf(blank.content, values)}
    for name, content in files.items():
        (tmp_path / f"{name}.pdf").write_bytes(content)
        tab = window.open(located.url)
        expect(tab.locator(".sheet-state input[type=file]")).to_be_attached()
        dropped(tab, content)
        tab.get_by_role("button", name="Replace all of mine").click()
        assert tab.eval_on_selector("form.sheet", VALUES) == expected
        tab.get_by_role("button", name="Clear all").click()
    assert main(["read", "--config", str(PLAYBOOK), *(str(tmp_path / f"{name}.pdf") for name in files)]) == 0
    read = json.loads(capsys.readouterr().out)
    assert [(one["entry"], one["values"]) for one in read] == [(located.id, expected)] * 2
    tab = window.open("team/")
    expect(tab.locator(".team-drop")).to_be_visible()
    dropped(tab, files["pypdf"])
    expect(tab.locator(".team-said")).to_contain_text("0 added. 1 PDFs without answers")
    expect(tab.locator(".team-said")).to_contain_text("drop other sheets on their own pages")
