from generator.checks import unknown_name
from tests.checks.small_playbook import report_of


def test_a_sentence_that_names_nothing_is_marked_at_the_name() -> None:
    changes = {
        "content/calculators/win-ratio-sum.yml": """\
cases:
  - when: won > proposals
    says: >-
      You cannot win {won} of
      {proposal|one|them all}.
""",
    }
    assert (
        report_of(unknown_name.RULE, changes)
        == """\
content/calculators/win-ratio-sum.yml:5:8: error[unknown-name]: there is no value `proposal`
   5 |       {proposal|one|them all}.
     |        ^^^^^^^^
   hint: did you mean `proposals`?
"""
    )


def test_tables_and_examples_name_what_is_there() -> None:
    changes = {
        "content/calculators/win-ratio-sum.yml": """\
tables:
  - caption: Of ten
    over:
      name: ratio
      label: Ratio
      values: [1, 2]
    columns:
      - label: Ratio
        formula: 10 * ratio
examples:
  - values: {offers: 40, won: 12}
    gives: {won: 12}
    says: Seven in ten were written for nothing.
""",
    }
    assert (
        report_of(unknown_name.RULE, changes)
        == """\
content/calculators/win-ratio-sum.yml:4:13: error[unknown-name]: `ratio` is worked out, so a table cannot go through its values
   4 |       name: ratio
     |             ^^^^^
   hint: name an input: `proposals` or `won`

content/calculators/win-ratio-sum.yml:11:14: error[unknown-name]: there is no value `offers`
  11 |   - values: {offers: 40, won: 12}
     |              ^^^^^^
   hint: write `proposals`

content/calculators/win-ratio-sum.yml:12:13: error[unknown-name]: there is no value `won`
  12 |     gives: {won: 12}
     |             ^^^
   hint: write `ratio`
"""
    )


def test_the_faultless_entries_have_none() -> None:
    assert report_of(unknown_name.RULE) == ""
