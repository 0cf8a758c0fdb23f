"""The one PDF that the site makes of a session: all its parts agree to the minute and to the copy.

This is rehearsed. `make test` tries its parts: planning, in test_session.py; a pack, in test_pack_pdf.py; what is
printed of a session, in tests/paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab
from pypdf import PdfReader

from generator.sessions.chosen import from_fragment
from generator.sessions.compiled import compiled
from generator.sessions.schedule import Schedule, schedule, time_of_day
from generator.sessions.session import PlannedSession
from tests.browser.pdf_site import built_for_pdfs, serve_pdfs
from tests.browser.served import Watched, served_folder, watched
from tests.paper.pdf_structure import structure_faults
from tests.playbooks import EXAMPLE_PLAYBOOK, project, reading

pytestmark = [pytest.mark.browser, pytest.mark.rehearsal]

GRAPH = reading(EXAMPLE_PLAYBOOK).graph


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    below = urlsplit(project(EXAMPLE_PLAYBOOK).site.url).path
    with served_folder(built_for_pdfs(EXAMPLE_PLAYBOOK), below) as address:
        yield address


@pytest.fixture
def window(browser: Browser, address: str) -> Iterator[Watched]:
    with watched(browser, address, accept_downloads=True) as window:
        serve_pdfs(window.tab, EXAMPLE_PLAYBOOK)
        yield window
        assert window.complaints == []


def planned(window: Watched, people: int) -> PlannedSession:
    """A session that somebody has made of a plan: with a break that was moved, a block longer, and one less."""
    tab = window.open("plan-a-session/?plan=first-hour")
    tab.get_by_label("People", exact=True).fill(str(people))
    tab.get_by_role("button", name="Add a break").click()
    tab.get_by_role("button", name="Move “Break” up").click()
    tab.get_by_role("button", name="Stretch “Look” by 5 minutes").click()
    tab.get_by_role("button", name="Remove “Close”").click()
    tab.get_by_text("Name tents, attendance list, feedback and certificates").click()
    tab.get_by_role("checkbox", name="Attendance list").check()
    return compiled(from_fragment(tab.url.partition("#")[2]), GRAPH).session


def made(tab: Tab, to: Path) -> PdfReader:
    expect(tab.locator("[data-status]")).to_contain_text("The pack has", timeout=60_000)
    pages = int(re.findall(r"has (\d+) pages", tab.locator("[data-status]").text_content() or "")[0])
    with tab.expect_download() as saved:
        tab.get_by_role("button", name="Make the PDF").click()
    saved.value.save_as(to)
    found = PdfReader(to, strict=True)
    assert len(found.pages) == pages
    assert structure_faults(to.read_bytes()) == []
    return found


def sections(found: PdfReader) -> dict[str, list[str]]:
    """The texts of the pages of each part, by its bookmark; the cover has none."""
    marks: list[Any] = list(found.outline)
    starts = [found.get_destination_page_number(mark) for mark in marks]
    ends = [*starts[1:], len(found.pages)]
    texts = [" ".join(page.extract_text().split()) for page in found.pages]
    parts = {str(mark.title): texts[start:end] for mark, start, end in zip(marks, starts, ends, strict=True)}
    return {"": texts[: starts[0]]} | parts


def handed(session: PlannedSession, times: Schedule) -> dict[str, int]:
    uses = session.uses()
    return {str(uses[entry].title): copies for entry, copies in times.packing}


def said(title: str, copies: int) -> str:
    sets = "set of cards" if copies == 1 else "sets of cards"
    what = sets if title == "The brake that squeaks" else "copy" if copies == 1 else "copies"
    return f"{title}, {copies} {what}"


@pytest.mark.parametrize("people", [12, 30])
def test_agenda_run_sheet_packing_list_and_pack_agree(window: Watched, tmp_path: Path, people: int) -> None:
    session = planned(window, people)
    times = schedule(session)
    handed_out = handed(session, times)
    assert set(handed_out) == {"First look", "The brake that squeaks", "Taking a bicycle in"}
    window.tab.get_by_role("link", name="Make one PDF").click()
    found = sections(made(window.tab, tmp_path / "pack.pdf"))
    own = ["Agenda", "Packing list", "Run sheet"]
    assert [*found] == ["", *own, "Attendance list", *handed_out]

    [agenda], [packing], run = (found[part] for part in own)
    lines = zip(session.blocks, times.lines, strict=True)
    rows = [f"{time_of_day(line.start)} {block.minutes} {block.title}" for block, line in lines]
    assert " ".join([*rows, f"{time_of_day(times.end)} End"]) in agenda
    assert f"The first hour, for {people} people" in agenda

    listed = [said(title, copies) for title, copies in handed_out.items()]
    lists = dict(times.papers)["attendance"]
    pages = "1 page" if lists == 1 else f"{lists} pages"
    assert " ".join(f"• {line}" for line in [*listed, f"Attendance list, {pages}"]) in packing

    told = " ".join(run)
    clocks = [
        f"{time_of_day(line.start)}–{time_of_day(line.end)} {block.title}"
        for block, line in zip(session.blocks, times.lines, strict=True)
    ]
    assert [told.count(clock) for clock in clocks] == [1] * len(clocks)
    assert [told.count(f"{line}") for line in listed] == [1] * len(listed)
    assert f"{time_of_day(times.end)} End Hand out: First look, as handed out before" in told
    assert "For the facilitator only" in run[0]

    for title, copies in handed_out.items():
        assert re.search(rf"{title} {copies} \d+", found[""][0]), "the cover says how many there are"
    assert len(found["Attendance list"]) == lists
    assert sum("1 / " in text[-9:] for text in found["First look"]) == people
    assert sum("1 / 1" in text[-9:] for text in found["Taking a bicycle in"]) == people
    roles = found["The brake that squeaks"]
    secret = "You did the work yourself"  # on one card of each set
    assert sum(text.count(secret) for text in roles) == handed_out["The brake that squeaks"]


def test_stories_and_notes_are_text_and_what_is_only_for_the_facilitator_can_be_left_out(
    window: Watched, tmp_path: Path
) -> None:
    planned(window, 4)
    tab = window.tab
    tab.get_by_role("link", name="Make one PDF").click()
    first = sections(made(tab, tmp_path / "all.pdf"))
    told = " ".join(first["Run sheet"])
    assert "Then somebody asked who sat in front." in told
    assert "Put the sheets on the stand before the shop opens." in told
    links = {
        str(note.get_object()["/A"]["/URI"])
        for page in PdfReader(tmp_path / "all.pdf").pages
        for note in page.get("/Annots", [])
        if "/A" in note.get_object()
    }
    assert any(link.endswith("/worksheets/first-look/") for link in links)

    tab.get_by_role("checkbox", name="only for the facilitator").uncheck()
    rest = sections(made(tab, tmp_path / "rest.pdf"))
    assert [*rest] == [part for part in first if part not in ("Packing list", "Run sheet")]
    tab.get_by_text("Its order").click()
    tab.get_by_role("button", name="Leave out: Attendance list").click()
    assert "Attendance list" not in sections(made(tab, tmp_path / "less.pdf"))


def test_another_number_of_people_on_the_page_of_packs_is_that_of_the_run_sheet(
    window: Watched, tmp_path: Path
) -> None:
    planned(window, 4)
    tab = window.tab
    tab.get_by_role("link", name="Make one PDF").click()
    lines = tab.locator("[data-order]")
    expect(lines).to_contain_text("First look, 4 copies", timeout=60_000)
    tab.get_by_role("textbox", name="People").fill("6")
    tab.get_by_role("checkbox", name="Print on both sides").check()
    expect(lines).to_contain_text("First look, 6 copies", timeout=60_000)
    expect(lines).to_contain_text("The brake that squeaks, 2 sets of cards")
    reader = made(tab, tmp_path / "six.pdf")
    found = sections(reader)
    assert "First look, 6 copies" in found["Packing list"][0]
    assert "The first hour, for 6 people" in found["Run sheet"][0]
    starts = {mark.title: reader.get_destination_page_number(mark) for mark in reader.outline}  # type: ignore[union-attr]
    assert [starts[part] % 2 for part in ("Agenda", "Packing list", "Attendance list", "First look")] == [0] * 4
    assert starts["Run sheet"] == starts["Packing list"] + 1, "what is for the facilitator lies together"
