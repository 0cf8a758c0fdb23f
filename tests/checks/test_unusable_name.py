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
content/calculators/win-ratio-sum.yml:2:11: error[unusable-name]: the name `won` is already used above
   2 |   - name: won
     |           ^^^
   hint: give one of the two another name
   first one here: content/calculators/win-ratio-sum.yml:19:11
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
content/calculators/win-ratio-sum.yml:8:11: error[unusable-name]: `max` is a reserved word in formulas
   8 |   - name: max
     |           ^^^
   hint: choose another name, such as `max_value`
"""
    )


def test_the_faultless_entries_have_none() -> None:
    assert report_of(unusable_name.RULE) == ""
