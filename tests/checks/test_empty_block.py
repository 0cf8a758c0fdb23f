from generator.checks import empty_block
from tests.checks.small_playbook import report_of

SHEET = "content/worksheets/meeting-sheet.yml"


def test_a_table_without_rows_is_marked() -> None:
    changes = {
        SHEET: """\
blocks:
  - type: table
    id: people
    label: Who will be there
    columns: [{id: name, title: Name}, {id: wish, title: What they want}]
""",
    }
    assert (
        report_of(empty_block.RULE, changes)
        == """\
content/worksheets/meeting-sheet.yml:3:9: error[empty-block]: this table has no rows
   3 |     id: people
     |         ^^^^^^
   hint: write `empty: 5` for five rows to fill in, or give it `rows`
"""
    )


def test_a_check_list_with_nothing_to_tick_is_marked() -> None:
    changes = {
        SHEET: """\
blocks:
  - {type: ticks, id: done, label: Done}
""",
    }
    assert (
        report_of(empty_block.RULE, changes)
        == """\
content/worksheets/meeting-sheet.yml:2:23: error[empty-block]: this check list has nothing to tick
   2 |   - {type: ticks, id: done, label: Done}
     |                       ^^^^
   hint: give it `options`, or name a checklist under `items_of`
"""
    )


def test_a_text_without_words_is_marked() -> None:
    changes = {
        SHEET: """\
blocks:
  - {type: text, id: reminder, label: Keep in mind}
""",
    }
    assert (
        report_of(empty_block.RULE, changes)
        == """\
content/worksheets/meeting-sheet.yml:2:22: error[empty-block]: this text has no words
   2 |   - {type: text, id: reminder, label: Keep in mind}
     |                      ^^^^^^^^
   hint: write them under `text`, or name entries under `entries`
"""
    )


def test_the_faultless_entries_have_none() -> None:
    assert report_of(empty_block.RULE) == ""
