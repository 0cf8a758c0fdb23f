"""`playbook session`: a plan as text and as data, links and files, and what is said of others."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from docx import Document

from generator.cli import main
from generator.sessions.chosen import ChosenBlock, SessionChoice, to_fragment
from tests.conftest import Small

TEXT = """\
Half an hour on questions, for 8
09:00   10  Write  (8 x meeting-checklist)
09:10   20  Play  (4 x late-question)
09:30   30  End
Pack: 8 x Before you go in, 4 x The late question
"""


def said(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["session", *words]) == 0
    return capsys.readouterr().out


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["session", *words]) == 2
    return capsys.readouterr().err


def test_a_plan_as_text(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    small({})
    assert said(capsys, "half-an-hour") == TEXT
    assert said(capsys, "half-an-hour", "--people", "5", "--start", "23:45", "--minutes", "28").splitlines() == [
        "Half an hour on questions, for 5",
        "23:45   10  Write  (5 x meeting-checklist)",
        "23:55   20  Play  (3 x late-question)",
        "00:15   30  End",
        "Pack: 5 x Before you go in, 3 x The late question",
        "2 minutes too much:",
        "  still too much: 2",
    ]
    assert said(capsys, "half-an-hour", "--minutes", "45").splitlines() == [*TEXT.splitlines(), "15 minutes left"]


def test_papers_with_names_are_counted(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    small({})
    Path("names.txt").write_text("Ana Ruiz\n\nBo  Berg\n" + "Person\n" * 8, "utf-8")
    words = ("half-an-hour", "--papers", "certificates,tents,attendance", "--names", "names.txt", "--day", "2026-03-01")
    assert said(capsys, *words).splitlines()[-1] == (
        "Pack: 8 x Before you go in, 4 x The late question, name tents (10 pages), attendance list (1 page), "
        "certificates (10 pages)"
    )
    said(capsys, *words, "-o", "day.json")
    data = json.loads(Path("day.json").read_text("utf-8"))["session"]
    assert (data["papers"], data["day"], data["names"][:2]) == (
        ["tents", "attendance", "certificates"],
        "2026-03-01",
        ["Ana Ruiz", "Bo Berg"],
    )
    assert said(capsys, "day.json") == said(capsys, *words)
    assert "attendance" not in said(capsys, "day.json", "--papers", "none")


def test_a_session_as_data_and_back(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    small({})
    said(capsys, "half-an-hour", "--people", "6", "-o", "day.json")
    data = json.loads(Path("day.json").read_text("utf-8"))
    assert data["schedule"]["packing"] == [
        {"entry": "meeting-checklist", "copies": 6},
        {"entry": "late-question", "copies": 3},
    ]
    assert said(capsys, "day.json") == said(capsys, "half-an-hour", "--people", "6")


def test_a_link_of_the_page(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    small({})
    blocks = (ChosenBlock("half-an-hour", "write", 5, drop=True), ChosenBlock("gone", "", 5, drop=False))
    link = to_fragment(SessionChoice("", "half-an-hour", 4, "room", 600, 0, "sheet", blocks))
    assert main(["session", f"https://playbook.example/plan-a-session/#{link}"]) == 0
    shown = capsys.readouterr()
    assert shown.out.splitlines()[1:] == [
        "10:00    5  Write  (4 x meeting-checklist)",
        "10:05    5  End",
        "Pack: 4 x Before you go in",
    ]
    assert shown.err == "The playbook no longer has, and the session leaves out: gone\n"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("half-an-huor",), "no session plan is called `half-an-huor`; did you mean `half-an-hour`?"),
        (("slow-down",), "`slow-down` is a practice, no session plan; there are: half-an-hour"),
        (("#session1.AAAA.00000000",), "the link is damaged; copy it again from the page"),
        (("session2.AAAA.00000000",), "the link is from a newer playbook"),
        (("none.json",), "none.json cannot be read: No such file or directory"),
        (("bad.json",), "bad.json is no session: version: it has to be 1"),
        (("text.json",), "text.json is no JSON"),
        (("half-an-hour", "--people", "0"), "--people takes a number from 1 to 500"),
        (("half-an-hour", "--minutes", "2000"), "--minutes takes a number from 0 to 1440"),
        (("half-an-hour", "--papers", "feedback"), "no session plan names a `feedback` form"),
        (("half-an-hour", "--names", "none.txt"), "none.txt cannot be read: No such file or directory"),
        (
            ("half-an-hour", "--names", "long.txt"),
            "long.txt: line 2: a name has at most 100 characters and no control characters",
        ),
        (("half-an-hour", "--names", "latin.txt"), "latin.txt is no text in UTF-8; save it as such"),
        (
            ("half-an-hour", "-o", "day.txt"),
            "day.txt cannot be written: name a .pdf, .docx or .json in a folder that there is",
        ),
    ],
)
def test_what_cannot_be_planned_is_said(
    small: Small, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], message: str
) -> None:
    small({})
    Path("bad.json").write_text("{}", "utf-8")
    Path("text.json").write_text("{", "utf-8")
    Path("long.txt").write_text("Ana\n" + "x" * 101, "utf-8")
    Path("latin.txt").write_bytes(b"Ren\xe9")
    assert refused(capsys, *words).strip() == f"playbook: {message}"


def test_agenda_and_run_sheet_are_written_as_docx(small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    small({})
    monkeypatch.setattr("generator.paper.pdf.missing", lambda: "PDFs need Pango")
    assert main(["session", "half-an-hour", "--people", "6", "-o", "day.docx"]) == 0
    document = Document("day.docx")
    headings = [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 1"]
    assert len(headings) >= 2
    assert "Half an hour" in headings[0]
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert any("09:00" in cell for cell in cells)
    assert len(document.sections) >= 2


def test_the_attendance_list_is_written_as_docx_and_tents_are_not(
    small: Small, capsys: pytest.CaptureFixture[str]
) -> None:
    small({})
    words = ["half-an-hour", "--people", "6", "--papers", "tents,attendance", "--print", "papers", "-o", "list.docx"]
    assert main(["session", *words]) == 0
    assert "Name tents are printed as PDF only; the DOCX leaves them out." in capsys.readouterr().err
    document = Document("list.docx")
    assert [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 1"] == [
        "Half an hour on questions"
    ]
    (table,) = document.tables
    assert [cell.text for cell in table.rows[0].cells] == ["No.", "Name", "Signature"]
    assert [row.cells[0].text for row in table.rows[1:8]] == ["1", "2", "3", "4", "5", "6", ""]
    assert {round(row.height.mm) for row in table.rows[1:] if row.height} == {8}
    assert all(row.height for row in table.rows[1:])


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--start", "25:00"), "a time is written as in 09:00, not 25:00"),
        (("--day", "2026-02-30"), "a day is written as in 2026-03-01, not 2026-02-30"),
        (
            ("--papers", "tents,tickets"),
            "there is no paper `tickets`; there are: tents, attendance, feedback, certificates",
        ),
    ],
)
def test_a_value_that_is_none_is_refused(
    small: Small, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], message: str
) -> None:
    small({})
    with pytest.raises(SystemExit):
        main(["session", "half-an-hour", *words])
    assert message in " ".join(capsys.readouterr().err.split())
