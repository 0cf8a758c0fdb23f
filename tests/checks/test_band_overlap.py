from generator.checks import band_overlap
from tests.checks.small_playbook import report_of


def test_two_bands_that_hold_the_same_are_marked() -> None:
    changes = {
        "content/calculators/win-ratio-sum.yml": """\
outputs:
  - name: ratio
    label: Wins in a hundred
    formula: 100 * won / proposals
    bands:
      - at_most: 30
        title: Few
        meaning: You answer whatever comes.
      - at_least: 30
        title: Some
        meaning: You choose now and then.
      - at_least: 60
        title: Many
        meaning: You choose.
""",
    }
    assert (
        report_of(band_overlap.RULE, changes)
        == """\
content/calculators/win-ratio-sum.yml:10:16: error[band-overlap]: `Some` and `Few` overlap
  10 |         title: Some
     |                ^^^^
   hint: end `Few` with `at_most:`, and begin `Some` one step above with `at_least:`
   the previous band: content/calculators/win-ratio-sum.yml:7:16

content/calculators/win-ratio-sum.yml:13:16: error[band-overlap]: `Many` and `Some` overlap
  13 |         title: Many
     |                ^^^^
   hint: end `Some` with `at_most:`, and begin `Many` one step above with `at_least:`
   the previous band: content/calculators/win-ratio-sum.yml:10:16
"""
    )


def test_the_faultless_entries_have_none() -> None:
    assert report_of(band_overlap.RULE) == ""
