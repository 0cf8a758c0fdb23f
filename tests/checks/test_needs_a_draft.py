from generator.checks import needs_a_draft
from tests.checks.small_playbook import report_of

BINGO = """\
title: Wait
summary: S.
minutes: 1
sheet: meeting-sheet
purpose: P.
rules: [Tick.]
seeds: S.
spoils: N.
"""
SHEET = {"content/worksheets/meeting-sheet.yml": "draft: true\n"}


def test_an_entry_that_cannot_be_without_a_draft_is_an_error() -> None:
    assert (
        report_of(needs_a_draft.RULE, {**SHEET, "content/bingo/wait-bingo.yml": BINGO})
        == """\
content/bingo/wait-bingo.yml:4:8: error[needs-a-draft]: `wait-bingo` cannot be published without `meeting-sheet`, which is a draft
   4 | sheet: meeting-sheet
     |        ^^^^^^^^^^^^^
   hint: publish `meeting-sheet`, or write `draft: true` here as well
   the draft: content/worksheets/meeting-sheet.yml:1:1
"""
    )


def test_a_draft_may_need_a_draft_and_the_faultless_entries_need_none() -> None:
    assert report_of(needs_a_draft.RULE, {**SHEET, "content/bingo/wait-bingo.yml": f"{BINGO}draft: true\n"}) == ""
    assert report_of(needs_a_draft.RULE) == ""
