from __future__ import annotations

from generator.checks import specimen_too_long
from tests.checks.small_playbook import report_of

SHEET = """\
{orientation}blocks:
  - {{type: lines, id: question, label: My question, lines: 1}}
  - {{type: table, id: parts, label: Parts, rows: [{{id: close, head: {head}}}], columns: [{{id: part, title: Part}}, {{id: leads, title: Who leads}}]}}
specimen:
  by: Ann
  blocks:
    question: {question}
    parts: {{close: {{leads: {leads}}}}}
"""


def said_of(question: str = "Who?", leads: str = "Ann", head: str = "The close", orientation: str = "") -> str:
    text = SHEET.format(question=question, leads=leads, head=head, orientation=orientation)
    return report_of(specimen_too_long.RULE, {"content/worksheets/meeting-sheet.yml": text})


def test_what_fits_is_left_alone() -> None:
    assert report_of(specimen_too_long.RULE) == ""
    assert said_of() == ""
    assert said_of(question="x" * 84) == ""


def test_a_text_with_more_lines_than_there_are_is_marked() -> None:
    assert "warning[specimen-too-long]: this takes 2 lines on paper, and there is one" in said_of(question="x" * 85)
    assert "this takes 2 lines on paper, and there is one" in said_of(question='"One\\nTwo"')


def test_a_sheet_across_has_longer_lines() -> None:
    assert said_of(question="x" * 124, orientation="orientation: landscape\n") == ""


def test_a_row_is_as_high_as_its_printed_words() -> None:
    long = "A line or two that somebody says " * 6
    assert "this takes 5 lines on paper, and there are 2" in said_of(leads=long)
    assert said_of(leads=long, head=long) == ""
