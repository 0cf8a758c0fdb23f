from generator.checks import repeated_field_id
from tests.checks.small_playbook import report_of

SHEET = "content/worksheets/meeting-sheet.yml"


def test_two_blocks_with_one_id_are_marked() -> None:
    changes = {
        SHEET: """\
blocks:
  - {type: lines, id: question, label: My question, lines: 2}
  - {type: lines, id: question, label: Their question, lines: 2}
""",
    }
    assert (
        report_of(repeated_field_id.RULE, changes)
        == """\
content/worksheets/meeting-sheet.yml:3:23: error[repeated-field-id]: another block of this sheet already has the id `question`
   3 |   - {type: lines, id: question, label: Their question, lines: 2}
     |                       ^^^^^^^^
   hint: give the newer of the two another id; what people have written is kept under the older one
   first one here: content/worksheets/meeting-sheet.yml:2:23
"""
    )


def test_two_rows_with_one_id_are_marked() -> None:
    changes = {
        SHEET: """\
blocks:
  - type: table
    id: parts
    label: Who does what
    columns: [{id: part, title: Part}, {id: leads, title: Who leads}]
    rows: [{id: close, head: The close}, {id: close, head: The notes}]
""",
    }
    assert (
        report_of(repeated_field_id.RULE, changes)
        == """\
content/worksheets/meeting-sheet.yml:6:47: error[repeated-field-id]: another of the `rows` of this block already has the id `close`
   6 |     rows: [{id: close, head: The close}, {id: close, head: The notes}]
     |                                               ^^^^^
   hint: give the newer of the two another id; what people have written is kept under the older one
   first one here: content/worksheets/meeting-sheet.yml:6:17
"""
    )


def test_two_sides_with_one_id_are_marked() -> None:
    changes = {
        SHEET: """\
blocks:
  - type: two-columns
    id: sides
    label: How they see it
    left: {id: now, label: Now}
    right: {id: now, label: Then}
    lines: 2
""",
    }
    assert (
        report_of(repeated_field_id.RULE, changes)
        == """\
content/worksheets/meeting-sheet.yml:6:17: error[repeated-field-id]: another of the `columns` of this block already has the id `now`
   6 |     right: {id: now, label: Then}
     |                 ^^^
   hint: give the newer of the two another id; what people have written is kept under the older one
   first one here: content/worksheets/meeting-sheet.yml:5:16
"""
    )


def test_the_faultless_entries_have_none() -> None:
    assert report_of(repeated_field_id.RULE) == ""
