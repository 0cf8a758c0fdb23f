from generator.checks import unknown_column
from tests.checks.small_playbook import report_of

SHEET = "content/worksheets/meeting-sheet.yml"


def test_a_slip_in_the_id_of_a_column_is_marked() -> None:
    changes = {
        SHEET: """\
blocks:
  - type: table
    id: parts
    label: Who does what
    columns: [{id: part, title: Part}, {id: leads, title: Who leads}]
    rows:
      - {id: close, head: The close, cells: {lead: You}}
""",
    }
    assert (
        report_of(unknown_column.RULE, changes)
        == """\
content/worksheets/meeting-sheet.yml:7:46: error[unknown-column]: `lead` is not a column of this table after the first
   7 |       - {id: close, head: The close, cells: {lead: You}}
     |                                              ^^^^
   hint: did you mean `leads`?
"""
    )


def test_words_for_the_first_column_belong_under_head() -> None:
    changes = {
        SHEET: """\
blocks:
  - type: table
    id: parts
    label: Who does what
    columns: [{id: part, title: Part}, {id: leads, title: Who leads}]
    rows:
      - {id: close, head: The close, cells: {part: The close}}
""",
    }
    assert (
        report_of(unknown_column.RULE, changes)
        == """\
content/worksheets/meeting-sheet.yml:7:46: error[unknown-column]: `part` is not a column of this table after the first
   7 |       - {id: close, head: The close, cells: {part: The close}}
     |                                              ^^^^
   hint: known here: `leads`
"""
    )


def test_the_faultless_entries_have_none() -> None:
    assert report_of(unknown_column.RULE) == ""
