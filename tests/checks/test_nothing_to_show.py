from generator.checks import nothing_to_show
from tests.checks.small_playbook import report_of

SHEET = "content/worksheets/meeting-sheet.yml"


def test_a_field_that_the_entry_lacks_is_marked() -> None:
    changes = {
        SHEET: """\
blocks:
  - type: table
    id: pairs
    label: Which side?
    entries: [who-knows-best, slow-down]
    columns: [{id: left, title: This, shows: left}, {id: mine, title: Mine, tick: true}]
""",
    }
    assert (
        report_of(nothing_to_show.RULE, changes)
        == """\
content/worksheets/meeting-sheet.yml:5:31: error[nothing-to-show]: `slow-down` is a practice, which has no `left`
   5 |     entries: [who-knows-best, slow-down]
     |                               ^^^^^^^^^
   hint: name an entry that has it, or show another field
"""
    )


def test_a_list_of_entries_is_looked_at_as_well() -> None:
    changes = {
        SHEET: """\
blocks:
  - {type: text, id: reminder, label: Keep in mind, entries: [slow-down], shows: sign}
""",
    }
    assert (
        report_of(nothing_to_show.RULE, changes)
        == """\
content/worksheets/meeting-sheet.yml:2:63: error[nothing-to-show]: `slow-down` is a practice, which has no `sign`
   2 |   - {type: text, id: reminder, label: Keep in mind, entries: [slow-down], shows: sign}
     |                                                               ^^^^^^^^^
   hint: name an entry that has it, or show another field
"""
    )


def test_the_faultless_entries_have_none() -> None:
    assert report_of(nothing_to_show.RULE) == ""
