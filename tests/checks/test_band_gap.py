from generator.checks import band_gap
from tests.checks.small_playbook import report_of


def test_a_gap_between_two_bands_is_marked() -> None:
    changes = {
        "content/calculators/win-ratio-sum.yml": """\
outputs:
  - name: ratio
    label: Wins in a hundred
    formula: 100 * won / proposals
    decimals: 1
    bands:
      - at_most: 30
        title: Few
        meaning: You answer whatever comes.
      - at_least: 30.5
        title: Many
        meaning: You choose.
""",
    }
    assert (
        report_of(band_gap.RULE, changes)
        == """\
content/calculators/win-ratio-sum.yml:10:19: error[band-gap]: no band contains the results between 30 and 30.5
  10 |       - at_least: 30.5
     |                   ^^^^
   hint: start this band at 30.1
"""
    )


def test_a_result_beyond_the_last_band_is_marked() -> None:
    changes = {
        "content/calculators/win-ratio-sum.yml": """\
outputs:
  - name: ratio
    label: Wins in a hundred
    formula: 100 * won / proposals
    bands:
      - at_least: 0
        at_most: 30
        title: Few
        meaning: You answer whatever comes.
      - at_least: 31
        at_most: 90
        title: Many
        meaning: You choose.
""",
    }
    assert (
        report_of(band_gap.RULE, changes)
        == """\
content/calculators/win-ratio-sum.yml:5:5: error[band-gap]: no band contains the result 100 (with proposals 1,000, won 1,000)
   5 |     bands:
     |     ^^^^^
   hint: leave out `at_least:` of the lowest band and `at_most:` of the highest
"""
    )


def test_a_band_that_holds_nothing_is_marked() -> None:
    changes = {
        "content/calculators/win-ratio-sum.yml": """\
outputs:
  - name: ratio
    label: Wins in a hundred
    formula: 100 * won / proposals
    bands:
      - at_least: 30
        at_most: 0
        title: Few
        meaning: You answer whatever comes.
""",
    }
    assert (
        report_of(band_gap.RULE, changes)
        == """\
content/calculators/win-ratio-sum.yml:8:16: error[band-gap]: `Few` is empty: 30 is greater than 0
   8 |         title: Few
     |                ^^^
   hint: swap the two
"""
    )


def test_the_faultless_entries_have_none() -> None:
    assert report_of(band_gap.RULE) == ""
