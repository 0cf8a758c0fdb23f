"""The page that joins a pack from PDFs: what is chosen, how many pages it says, and the file that is saved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route, expect
from pypdf import PdfReader

from generator.paper import pdf
from generator.paper.documents import documents_of
from generator.paper.session_papers import fillable
from generator.paper.sizes import A4
from generator.sessions.chosen import to_fragment
from generator.sessions.compiled import choice_of, of_plan
from tests.browser.served import Watched, watched
from tests.paper.pdf_structure import structure_faults
from tests.playbooks import EXAMPLE_PLAYBOOK, project, reading
from tests.small_sheets import FORM, PAGE

CHOICE = Path(__file__).parents[1] / "golden/components/pack-pdf.html"
FRAME = """<pack-pdf data-print="./" data-site="A playbook" data-language="en" data-site-id="book">
<form class="pack-form">{}</form>
<section class="pack-order" hidden data-needs-script><p role="status" data-status></p>
<button type="button" data-action="make">Make the PDF</button>
<details class="pack-more"><summary>Its order</summary><ol data-order></ol></details></section></pack-pdf>"""
"""What the page has where the site has PDFs, around the examples of the component."""


@pytest.fixture
def window(browser: Browser, address: str) -> Iterator[Watched]:
    """The page of a site that has one PDF."""
    form = pdf.make(PAGE.format(title="A form", body=FORM))

    def page(route: Route) -> None:
        choice = FRAME.format(CHOICE.read_text("utf-8"))
        html = re.sub("<print-pack>.*</print-pack>", lambda _: choice, route.fetch().text(), flags=re.DOTALL)
        route.fulfill(
            body=html.replace("print-pack/lazy/print-pack.js", "pack-pdf/lazy/pack-pdf.js"), content_type="text/html"
        )

    with watched(browser, address, accept_downloads=True) as window:
        window.tab.route(re.compile(r"/print/(#.*)?$"), page)
        for file in ("pack-a4", "a4/meeting-sheet"):
            window.tab.route(f"**/print/{file}.pdf", lambda route: route.fulfill(body=form))
        at = project(EXAMPLE_PLAYBOOK)
        documents = documents_of(reading(EXAMPLE_PLAYBOOK).graph, at.site, at.theme)
        made = {f"a4/session/{name}": html for name, html in fillable(documents, A4) if name != "attendance"}
        for file, html in (made | {"pack-a4": documents.blank_to_fill(A4)}).items():
            window.tab.route(f"**/print/{file}.pdf", partial(_answer, pdf.make(html)))
        yield window
        assert window.complaints == []


def _answer(content: bytes, route: Route) -> None:
    route.fulfill(body=content)


NAMES = ["Ana Ruiz", "李明", "Ελένη"]


def test_papers_take_the_names_of_this_browser_and_none_is_written_wrong(window: Watched, tmp_path: Path) -> None:
    tab = window.open("print/")
    tab.evaluate("names => localStorage.setItem('playbook:book:session-names', names)", "\n".join(NAMES))
    graph = reading(EXAMPLE_PLAYBOOK).graph
    choice = choice_of(of_plan(graph.entries["first-hour"], graph, 4), graph)
    session = to_fragment(replace(choice, title="An hour", papers=("tents", "certificates")))
    tab = window.open(f"print/#paper=a4&people=4&session={session}&sheets=")
    status = tab.locator("[data-status]")
    expect(status).to_contain_text("The pack has 10 pages.")
    expect(status).to_contain_text("so they have lines on which to write them by hand: 李明.")
    expect(tab.locator("[data-order] li")).to_have_text(
        ["Agenda", re.compile("^Name tents, 4 pages"), re.compile("^Certificates")]
    )
    assert "Ana" not in tab.url
    with tab.expect_download() as saved:
        tab.get_by_role("button", name="Make the PDF").click()
    assert saved.value.suggested_filename == "an-hour-4-a4.pdf"
    saved.value.save_as(tmp_path / "papers.pdf")
    texts = [page.extract_text() for page in PdfReader(tmp_path / "papers.pdf", strict=True).pages]
    assert [(text.count("Ana Ruiz"), text.count("Ελένη"), text.count("?")) for text in texts] == [
        *[(0, 0, 0)] * 2,
        *[(2, 0, 0), (0, 0, 0), (0, 2, 0), (0, 0, 0)],
        *[(1, 0, 0), (0, 0, 0), (0, 1, 0), (0, 0, 0)],
    ]
    tab.get_by_text("Its order").click()
    tab.get_by_role("button", name="Leave out: Name tents").press("Enter")
    expect(status).to_contain_text("The pack has 6 pages.")
    expect(tab.get_by_role("button", name="Make the PDF")).to_be_focused()


def test_a_pack_is_chosen_counted_and_saved(window: Watched, tmp_path: Path) -> None:
    tab = window.open("print/")
    status = tab.locator("[data-status]")
    expect(status).to_have_text("Nothing is chosen yet: tick the sheets that you want.")
    tab.get_by_role("checkbox", name="Half a page for the meeting").check()
    expect(status).to_have_text("The pack has 13 pages.")
    tab.get_by_role("textbox", name="People").fill("3")
    tab.get_by_role("checkbox", name="Print on both sides").check()
    tab.get_by_role("radio", name="All sheets of a person").check()
    # A cover, then three booklets of one page, each on a new sheet of paper.
    expect(status).to_have_text("The pack has 7 pages. Printed on both sides, that is 4 sheets of paper.")
    with tab.expect_download() as saved:
        tab.get_by_role("button", name="Make the PDF").click()
    saved.value.save_as(tmp_path / "pack.pdf")
    found = PdfReader(tmp_path / "pack.pdf", strict=True)
    assert len(found.pages) == 7
    assert structure_faults((tmp_path / "pack.pdf").read_bytes()) == []
    assert "Half a page for the meeting" in found.pages[0].extract_text()
    assert [found.pages[at].extract_text()[-5:] for at in (2, 4, 6)] == ["1 / 1"] * 3
    assert sorted(found.get_fields() or {}) == [f"form {copy} {key}" for copy in (1, 2, 3) for key in ("name", "one")]
    assert tab.url.endswith("#paper=a4&people=3&collate=person&sides=2&sheets=meeting-sheet")


def test_a_key_replaces_the_number_that_an_address_brings_meanwhile(window: Watched) -> None:
    tab = window.open("print/")
    field = tab.get_by_role("textbox", name="People")
    field.select_text()
    tab.evaluate("location.hash = 'people=7'")
    expect(field).to_have_value("7")
    tab.keyboard.type("4")
    expect(field).to_have_value("4")


def test_a_damaged_link_is_said_and_the_sheets_stay(window: Watched) -> None:
    tab = window.open("print/#paper=a4&people=2&session=session1.abc.0&sheets=meeting-sheet")
    expect(tab.locator("[data-status]")).to_contain_text("The pack has 3 pages.")
    expect(tab.locator("[data-status]")).to_contain_text("The link to the session is damaged")
