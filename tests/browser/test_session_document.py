"""A session that somebody has put together in the browser, as a DOCX that says what is on the screen."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Browser, Route, expect

from generator.paper.documents import documents_of
from generator.paper.word_jobs import EMPTY, empty_job, written
from tests.browser.served import Watched, watched
from tests.office.drawn import drawn
from tests.playbooks import EXAMPLE_PLAYBOOK, project, reading

TITLE = 'An hour & a half, <b>"our own"</b> $& für Ελένη'
PARTS = (".session-agenda", ".session-pack", ".session-run")


@pytest.fixture
def window(browser: Browser, address: str) -> Iterator[Watched]:
    """The page of a site that has PDFs, and with them the empty document."""
    at = project(EXAMPLE_PLAYBOOK)
    empty = written(empty_job(documents_of(reading(EXAMPLE_PLAYBOOK).graph, at.site, at.theme), at.theme))

    def page(route: Route) -> None:
        html = route.fetch().text().replace("<plan-session", f'<plan-session data-document="../{EMPTY}"', 1)
        route.fulfill(body=html, content_type="text/html")

    with watched(browser, address, accept_downloads=True) as window:
        window.tab.route(re.compile(r"/plan-a-session/(\?[^/]*)?$"), page)
        window.tab.route(f"**/{EMPTY}", lambda route: route.fulfill(body=empty))
        yield window
        assert window.complaints == []


def saved(window: Watched, file: Path) -> list[str]:
    """Plan a session and save it as a document. What the screen says of it."""
    tab = window.open("plan-a-session/?plan=first-hour")
    tab.get_by_label("What it is called").fill(TITLE)
    tab.get_by_label("People", exact=True).fill("5")
    tab.get_by_role("button", name="Add a break").press("Enter")
    with tab.expect_download() as download:
        tab.get_by_role("button", name="Save agenda and run sheet as DOCX").press("Enter")
    expect(tab.locator("[data-done]")).to_contain_text("Saved as an-hour-a-half-b-our-own-b-für-ελένη-5.docx.")
    download.value.save_as(file)
    return [tab.locator(part).inner_text() for part in PARTS]


def test_the_document_says_what_the_screen_says(window: Watched, tmp_path: Path) -> None:
    shown = saved(window, tmp_path / "saved.docx")
    found = Document(str(tmp_path / "saved.docx"))
    first = [p.text for p in found.paragraphs if p.style.name == "Heading 1"]
    assert first == ["Agenda", "Packing list", "Run sheet"]
    assert (found.core_properties.title, found.core_properties.author) == (TITLE, "The Workshop Book")
    assert {p.style.name for p in found.paragraphs} >= {"Heading 2", "Heading 3", "List Bullet", "Sheet kind"}
    times = [row.cells[0].text for row in found.tables[0].rows]
    assert times[:2] == ["From", "09:00"]
    assert times[-1] == window.tab.locator("[data-agenda] tfoot th").inner_text()
    addresses = {link.address for p in found.paragraphs for link in p.hyperlinks}
    assert any(address.endswith("/worksheets/first-look/") for address in addresses)

    cells = [cell.text for table in found.tables for row in table.rows for cell in row.cells]
    assert _words(shown) - _words([p.text for p in found.paragraphs] + cells) == Counter()


def _words(texts: Iterable[str]) -> Counter[str]:
    return Counter(" ".join(texts).split())


@pytest.mark.rehearsal
def test_an_office_program_draws_what_the_screen_says(window: Watched, tmp_path: Path) -> None:
    shown = saved(window, tmp_path / "saved.docx")
    printed = drawn(tmp_path, {"drawn": (tmp_path / "saved.docx").read_bytes()})["drawn"]
    pages = [page.replace(f"The Workshop Book · {TITLE}", "", 1) for page in printed.texts]
    assert len(pages) > len(PARTS)
    assert _words(shown) - _words(pages) == Counter()


ODD = """<h2>Odd</h2>
<div>loose <b>bold</b><p>Below, <a href="https://x.example/a?b&amp;c">a link</a><br>a line</p></div>
<ol><li>One<ul><li>Within</li></ul></li><li>Two<p>and more</p></li></ol><ol><li>Again</li></ol>
<p hidden>hidden</p><p>\x01<input type="checkbox" checked disabled> ticked</p><p> </p>
<table><tr><td>A</td><td>B</td></tr><tr><td colspan="2">both</td></tr></table>"""


def test_lists_links_boxes_and_tables_are_real_ones(window: Watched, tmp_path: Path) -> None:
    tab = window.open("plan-a-session/?plan=first-hour")
    tab.evaluate(
        "odd => document.addEventListener('session', () => document.querySelector('[data-agenda]').innerHTML = odd)",
        ODD,
    )
    tab.get_by_role("button", name="Add a break").press("Enter")
    with tab.expect_download() as saved:
        tab.get_by_role("button", name="Save agenda and run sheet as DOCX").press("Enter")
    saved.value.save_as(tmp_path / "saved.docx")
    found = Document(str(tmp_path / "saved.docx"))
    said = [(p.style.name, p.text) for p in found.paragraphs]
    assert said[1 : said.index(("Heading 1", "Packing list")) - 1] == [
        ("Heading 1", "Odd"),
        ("Normal", "loose bold"),
        ("Normal", "Below, a link\na line"),
        ("List Number", "One"),
        ("List Bullet 2", "Within"),
        ("List Number", "Two"),
        ("List Continue", "and more"),
        ("List Number", "Again"),
        ("Normal", "☒ ticked"),
    ]
    first, second, third = (p._p.pPr.numPr.numId.val for p in found.paragraphs if p.style.name == "List Number")
    assert first == second != third
    assert found.paragraphs[3].hyperlinks[0].address == "https://x.example/a?b&c"
    assert [run.text for run in found.paragraphs[2].runs if run.bold] == ["bold"]
    assert [[cell.text for cell in row.cells] for row in found.tables[0].rows] == [["A", "B"], ["both", "both"]]


def test_a_document_that_cannot_be_had_is_said_and_the_session_stays(window: Watched) -> None:
    window.tab.route(f"**/{EMPTY}", lambda route: route.fulfill(status=200, body=b"<html>Sign in</html>"))
    tab = window.open("plan-a-session/?plan=first-hour")
    tab.get_by_role("button", name="Save agenda and run sheet as DOCX").press("Enter")
    expect(tab.locator("[data-done]")).to_have_text("The document could not be made. Load the page again.")
    expect(tab.locator(".session-run-block")).to_have_count(4)
