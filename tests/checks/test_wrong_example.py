from generator.checks import wrong_example
from tests.checks.small_playbook import report_of


def test_an_example_that_comes_out_otherwise_is_marked() -> None:
    changes = {
        "content/calculators/win-ratio-sum.yml": """\
examples:
  - values: {proposals: 2000, won: 12}
    gives: {ratio: 33}
    says: Two in three were written for nothing.
""",
    }
    assert (
        report_of(wrong_example.RULE, changes)
        == """\
content/calculators/win-ratio-sum.yml:2:25: error[wrong-example]: `2000` is not allowed for `proposals`
   2 |   - values: {proposals: 2000, won: 12}
     |                         ^^^^
   hint: allowed: 0 to 1000

content/calculators/win-ratio-sum.yml:3:20: error[wrong-example]: the result of `ratio` is 1, not 33
   3 |     gives: {ratio: 33}
     |                    ^^
   hint: correct the example, or the formula
"""
    )


def test_the_faultless_entries_have_none() -> None:
    assert report_of(wrong_example.RULE) == ""
