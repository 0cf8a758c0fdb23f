from generator.checks import unfilled_card
from tests.checks.small_playbook import report_of

SHEET = "content/worksheets/meeting-sheet.yml"


def test_a_card_with_too_few_squares_is_marked() -> None:
    changes = {
        SHEET: """\
blocks:
  - type: bingo
    id: card
    label: Listen for it
    letters: ABC
    centre: {id: middle, text: A laugh}
    squares: [{id: a, text: A sigh}]
""",
    }
    assert (
        report_of(unfilled_card.RULE, changes)
        == """\
content/worksheets/meeting-sheet.yml:7:5: error[unfilled-card]: a card needs 8 squares and the list has 1
   7 |     squares: [{id: a, text: A sigh}]
     |     ^^^^^^^
   hint: add squares, or shorten `letters`
"""
    )


def test_a_centre_where_no_square_is_in_the_middle_is_marked() -> None:
    changes = {
        SHEET: """\
blocks:
  - type: bingo
    id: card
    label: Listen for it
    letters: AB
    centre: {id: middle, text: A laugh}
    squares: [{id: a, text: A sigh}, {id: b, text: A name}, {id: c, text: A date}]
""",
    }
    assert (
        report_of(unfilled_card.RULE, changes)
        == """\
content/worksheets/meeting-sheet.yml:6:5: error[unfilled-card]: a card of 2 by 2 has no square in its middle
   6 |     centre: {id: middle, text: A laugh}
     |     ^^^^^^
   hint: take an odd number of letters, or leave out `centre`
"""
    )


def test_the_faultless_entries_have_none() -> None:
    assert report_of(unfilled_card.RULE) == ""
