"""What is wrong on paper has a place in the entry that is printed."""

from __future__ import annotations

from generator.diagnostics import codes
from generator.paper.faults import PrintFault
from generator.reporting import report
from generator.stages.printed import diagnostics
from tests.checks.small_playbook import graph_of, with_changes

SHEET = """\
title: A sheet with 你 on it
summary: To write on.
group: meeting
minutes: 5
keywords: [form, tag, label]
asked_as: [what to note, how to note]
origin: own
purpose: To see it.
people: alone
instructions: [Fill it in.]
blocks:
  - type: lines
    id: first
    label: What to remember
    lines: 3
"""


GRAPH = graph_of(with_changes({"content/worksheets/one-sheet.yml": SHEET}))


def said(*faults: PrintFault, entry_id: str = "one-sheet") -> str:
    found = diagnostics(GRAPH, [(entry_id, fault) for fault in faults])
    return report.as_text(found, lambda _file, line: SHEET.splitlines()[line - 1])


def test_a_sign_has_the_place_where_it_is_written_and_is_reported_once() -> None:
    assert said(PrintFault(codes.BLANK_ON_PAPER, "你"), PrintFault(codes.BLANK_ON_PAPER, "你")).splitlines() == [
        "content/worksheets/one-sheet.yml:1:21: warning[blank-on-paper]: no font here has `你` "
        "(cjk unified ideograph-4f60), so paper leaves it blank",
        "   1 | title: A sheet with 你 on it",
        "     |                     ^^",
        "   hint: install a font that has it, such as a Noto font of its script, or say it in other letters",
    ]


def test_words_have_the_place_of_the_longest_of_them() -> None:
    (place, *_) = said(PrintFault(codes.OFF_THE_PAPER, "What to remember")).splitlines()
    message = "warning[off-the-paper]: `What to remember` does not fit on the paper"
    assert place == f"content/worksheets/one-sheet.yml:14:20: {message}"


def test_a_field_has_the_place_of_its_block() -> None:
    (place, *_) = said(PrintFault(codes.FIELD_WITHOUT_PLACE, "one-sheet 1 first")).splitlines()
    message = "warning[field-without-place]: the field `one-sheet 1 first` has no place on the paper"
    assert place == f"content/worksheets/one-sheet.yml:13:9: {message}"


def test_what_all_sheets_have_in_common_is_reported_at_the_first() -> None:
    both = [
        (entry_id, PrintFault(codes.PAPER_PROBLEM, "Font-face 'Gone' cannot be loaded"))
        for entry_id in ("one-sheet", "slow-down")
    ]
    (found,) = diagnostics(GRAPH, both)
    assert str(found.code) == "paper-problem"
    assert "[paper-problem]" in report.as_text([found], lambda *_: None)
    assert found.message == "the PDF is not as it should be: Font-face 'Gone' cannot be loaded"
    assert found.span.file == "content/worksheets/one-sheet.yml"


def test_words_of_the_book_are_looked_for_in_all_entries() -> None:
    assert said(PrintFault(codes.BLANK_ON_PAPER, "你"), entry_id="").startswith(
        "content/worksheets/one-sheet.yml:1:21: "
    )
