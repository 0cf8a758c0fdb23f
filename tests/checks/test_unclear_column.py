from generator.checks import unclear_column
from tests.checks.small_playbook import report_of

SHEET = "content/worksheets/meeting-sheet.yml"


def test_a_column_to_tick_and_to_choose_from_is_marked() -> None:
    changes = {
        SHEET: """\
blocks:
  - type: table
    id: list
    label: My list
    columns: [{id: what, title: What}, {id: done, title: Done, tick: true, choices: ["yes", "no"]}]
    empty: 3
""",
    }
    assert (
        report_of(unclear_column.RULE, changes)
        == """\
content/worksheets/meeting-sheet.yml:5:76: error[unclear-column]: the column `done` has `tick` and `choices` at once
   5 |     columns: [{id: what, title: What}, {id: done, title: Done, tick: true, choices: ["yes", "no"]}]
     |                                                                            ^^^^^^^
   hint: keep one of them: `tick` or `choices`
"""
    )


def test_the_faultless_entries_have_none() -> None:
    assert report_of(unclear_column.RULE) == ""
