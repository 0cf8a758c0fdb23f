from generator.checks import bad_formula
from tests.checks.small_playbook import report_of


def test_a_formula_that_cannot_be_read_is_marked_where_it_goes_wrong() -> None:
    changes = {
        "content/calculators/win-ratio-sum.yml": """\
outputs:
  - name: ratio
    label: Wins in a hundred
    formula: >-
      100 * won /
      proposal
""",
    }
    assert (
        report_of(bad_formula.RULE, changes)
        == """\
content/calculators/win-ratio-sum.yml:6:7: error[bad-formula]: nothing above is called `proposal`
   6 |       proposal
     |       ^^^^^^^^
   hint: did you mean `proposals`?
"""
    )


def test_formulas_everywhere_are_read() -> None:
    changes = {
        "content/calculators/win-ratio-sum.yml": """\
cases:
  - when: won => proposals
    says: Correct one of the two.
tables:
  - caption: Of ten
    over:
      name: wins
      label: Wins
      values: [1, 2]
    columns:
      - label: Ratio
        formula: 10 x wins
""",
    }
    assert (
        report_of(bad_formula.RULE, changes)
        == """\
content/calculators/win-ratio-sum.yml:2:15: error[bad-formula]: formulas know no `=>`
   2 |   - when: won => proposals
     |               ^^
   hint: write `>=`

content/calculators/win-ratio-sum.yml:12:21: error[bad-formula]: `x` is no sign of arithmetic
  12 |         formula: 10 x wins
     |                     ^
   hint: write `*`
"""
    )


def test_the_faultless_entries_have_none() -> None:
    assert report_of(bad_formula.RULE) == ""
