from generator.checks import bad_input
from tests.checks.small_playbook import report_of


def test_what_one_fills_in_lies_in_its_range_and_has_its_own_fields() -> None:
    changes = {
        "content/calculators/win-ratio-sum.yml": """\
inputs:
  - name: proposals
    label: Proposals
    min: 10
    max: 5
    default: 7
    step: 0
  - name: won
    label: Won
    max: 5
    default: 12
  - name: season
    label: Season
    type: choice
    unit: months
    default: 3
    options:
      - value: 1
        label: Spring
      - value: 2
        label: Autumn
  - name: message
    label: Message
    type: message
    measures:
      - name: marks
        label: Marks
        counts: marks
  - name: word
    label: Word
    type: word
""",
    }
    assert (
        report_of(bad_input.RULE, changes)
        == """\
content/calculators/win-ratio-sum.yml:5:10: error[bad-input]: the smallest number (10) is not below the largest (5)
   5 |     max: 5
     |          ^
   hint: swap them, or remove `max:`

content/calculators/win-ratio-sum.yml:7:11: error[bad-input]: a step of `0` is not possible
   7 |     step: 0
     |           ^
   hint: write a number above 0

content/calculators/win-ratio-sum.yml:11:14: error[bad-input]: `12` is outside 0 to 5
  11 |     default: 12
     |              ^^
   hint: start with a number in this range

content/calculators/win-ratio-sum.yml:15:5: error[bad-input]: an input of type `choice` has no `unit`
  15 |     unit: months
     |     ^^^^
   hint: it has `options` and `default`; remove this one, or choose another type

content/calculators/win-ratio-sum.yml:16:14: error[bad-input]: `3` is not one of the options
  16 |     default: 3
     |              ^
   hint: choose one of them: `1` or `2`

content/calculators/win-ratio-sum.yml:28:17: error[bad-input]: what is counted as `marks` has to be named
  28 |         counts: marks
     |                 ^^^^^
   hint: add `of:`

content/calculators/win-ratio-sum.yml:29:11: error[bad-input]: `text` is required in an input of type `word`
  29 |   - name: word
     |           ^^^^
   hint: add `text:`
"""
    )


def test_the_values_of_a_table_rise() -> None:
    changes = {
        "content/calculators/win-ratio-sum.yml": """\
tables:
  - caption: Of ten
    over:
      name: wins
      label: Wins
      values: [1, 3, 3]
    across:
      name: others
      label: Others
      values: [2, 1]
    columns:
      - label: Ratio
        formula: 10 * wins
      - label: Half
        formula: 5 * wins
""",
    }
    assert (
        report_of(bad_input.RULE, changes)
        == """\
content/calculators/win-ratio-sum.yml:6:22: error[bad-input]: `3` is not greater than `3`
   6 |       values: [1, 3, 3]
     |                      ^
   hint: list the values in ascending order

content/calculators/win-ratio-sum.yml:10:19: error[bad-input]: `1` is not greater than `2`
  10 |       values: [2, 1]
     |                   ^
   hint: list the values in ascending order

content/calculators/win-ratio-sum.yml:11:5: error[bad-input]: a table with `across` has one column only, whose formula fills all cells
  11 |     columns:
     |     ^^^^^^^
   hint: keep one, or leave out `across:`
"""
    )


def test_the_faultless_entries_have_none() -> None:
    assert report_of(bad_input.RULE) == ""
