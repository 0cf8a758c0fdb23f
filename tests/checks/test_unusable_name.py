from generator.checks import unusable_name
from tests.checks.small_playbook import report_of


def test_a_name_that_is_taken_is_marked_with_the_first() -> None:
    changes = {
        "content/calculators/win-ratio-sum.yml": """\
outputs:
  - name: won
    label: Wins in a hundred
    formula: 100 * won / proposals
""",
    }
    assert (
        report_of(unusable_name.RULE, changes)
        == """\
content/calculators/win-ratio-sum.yml:2:11: error[unusable-name]: something above is called `won` already
   2 |   - name: won
     |           ^^^
   hint: give one of the two another name
   first given here: content/calculators/win-ratio-sum.yml:19:11
"""
    )


def test_a_word_of_the_formulas_is_no_name() -> None:
    changes = {
        "content/calculators/win-ratio-sum.yml": """\
inputs:
  - name: proposals
    label: Proposals
    default: 40
  - name: won
    label: Won
    default: 12
  - name: max
    label: Most
    default: 12
""",
    }
    assert (
        report_of(unusable_name.RULE, changes)
        == """\
content/calculators/win-ratio-sum.yml:8:11: error[unusable-name]: `max` means something in formulas already
   8 |   - name: max
     |           ^^^
   hint: call it `max_value`, or better what it is
"""
    )


def test_the_small_playbook_has_none() -> None:
    assert report_of(unusable_name.RULE) == ""
