"""What is wrong on paper is found: signs without a glyph, words off their box or the paper, fields without a place."""

from __future__ import annotations

import logging

import pytest

from generator.diagnostics import codes
from generator.paper import pdf
from generator.paper.faults import PrintFault
from generator.paper.fitting import Wanted

LONG = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"
NO_LETTER = "\u0378"
"""No font has it, as it is not assigned."""


def faults(body: str, css: str = "", classes: str = "sheet") -> tuple[PrintFault, ...]:
    page = "@page { size: 100mm 60mm; margin: 10mm } body { margin: 0; font: 10pt 'Playbook Text' }"
    head = f'<html lang="en"><head><title>A sheet</title><style>{page} {css}</style></head>'
    return pdf.made(Wanted(f'<!doctype html>{head}<body class="{classes}">{body}</body></html>')).faults


def words(*texts: str) -> tuple[PrintFault, ...]:
    return tuple(PrintFault(codes.OFF_THE_PAPER, text) for text in texts)


@pytest.mark.parametrize(
    ("body", "css"),
    [
        (f"<p>{LONG} {LONG}", "p { overflow-wrap: break-word }"),
        ("<ul><li>One<li>Two</ul><ol><li>Three</ol>", ""),
        ("<p>A sentence that goes on and on, as far as it has to, and then on the next line.</p>", ""),
        ('<form><p style="position: relative; height: 8mm"><input name="a" title="A"></p></form>', ""),
    ],
)
def test_where_all_is_well_nothing_is_found(body: str, css: str) -> None:
    assert faults(body, css) == ()


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (f"<p>{LONG}{LONG}</p>", words(LONG + LONG)),
        (f'<p style="width: 20mm">{LONG}</p>', words(LONG)),
        ('<p style="position: absolute; left: 95mm; white-space: nowrap">Too far</p>', words("Too far")),
        ('<div style="height: 5mm; overflow: hidden">One<br>Two<br>Three</div>', words("Three", "Two")),
        (f'<table style="table-layout: fixed; width: 40mm"><tr><td>{LONG}<td>Two</table>', words(LONG)),
    ],
)
def test_words_that_leave_their_box_or_the_paper(body: str, found: tuple[PrintFault, ...]) -> None:
    assert faults(body) == found


def test_columns_that_are_too_wide_break_their_words() -> None:
    head = "".join(f"<th>{word}" for word in ("Telecommunications", "Acknowledgements", "Misunderstandings", "Notes"))
    table = f'<table class="grid"><tr>{head}</table>'
    css = "table { width: 100% }"
    assert [fault.words for fault in faults(table, css)] == ["Misunderstandings", "Notes"]
    assert faults(table, f"{css} .tight th {{ overflow-wrap: anywhere }}") == ()


def test_signs_that_no_font_has() -> None:
    assert faults(f"<p>Ticked ✓, H₂O, {NO_LETTER}</p>") == (PrintFault(codes.BLANK_ON_PAPER, NO_LETTER),)


@pytest.mark.parametrize(
    "field",
    [
        '<form><input name="one sheet" title="A" style="display: none"></form>',
        '<form><p style="position: absolute; left: 200mm"><input name="one sheet" title="A"></p></form>',
        '<form><input name="one sheet" title="A" style="width: 0; height: 0; border: 0; padding: 0"></form>',
        '<input name="one sheet" title="A">',
    ],
)
def test_fields_that_nobody_can_reach(field: str) -> None:
    assert faults(field) == (PrintFault(codes.FIELD_WITHOUT_PLACE, "one sheet"),)


def test_a_field_for_what_room_is_left_may_be_without_it() -> None:
    field = '<form><input name="of notes" title="A" style="display: none"></form>'
    assert faults(f'<section class="rest" data-rest="40">{field}</section>') == ()
    assert faults(f"<section>{field}</section>") == (PrintFault(codes.FIELD_WITHOUT_PLACE, "of notes"),)


def test_whatever_else_is_said_is_no_secret_and_stays_off_the_terminal(caplog: pytest.LogCaptureFixture) -> None:
    for _ in range(2):
        image, style = faults('<p><img src="file:///nowhere.png" alt="A picture">', "p { colour: red }")
        assert image.code == style.code == codes.PAPER_PROBLEM
        assert image.words.startswith("Failed to load image at 'file:///nowhere.png'")
        assert style.words.startswith("Ignored `colour: red")
    assert caplog.records == []
    assert not [one for one in logging.getLogger("weasyprint").handlers if one.level]
