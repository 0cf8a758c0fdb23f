from generator.checks import summary_too_long
from tests.checks.small_playbook import report_of


def test_the_part_that_is_too_much_is_marked() -> None:
    changes = {
        "content/practices/slow-down.yml": """\
summary: Take the clock off the table, so that the client finds out what the talk needs to be about, and so that you find out as well, which takes some time and a little more patience than that.
""",
        "content/tells/price-based.yml": """\
summary: >-
  If a cheaper offer would take the client away tomorrow, nothing else was holding them, and whoever sells much the same
  for a little less than you do holds the scissors in their hand.
""",
    }
    assert (
        report_of(summary_too_long.RULE, changes)
        == """\
content/practices/slow-down.yml:1:171: warning[summary-too-long]: the summary has 185 characters; it should have at most 160
   1 | …ds to be about, and so that you find out as well, which takes some time and a little more patience than that.
     |                                                                                       ^^^^^^^^^^^^^^^^^^^^^^^^
   hint: keep to what the reader gets; the part marked here is too much

content/tells/price-based.yml:3:44: warning[summary-too-long]: the summary has 182 characters; it should have at most 160
   3 |   for a little less than you do holds the scissors in their hand.
     |                                            ^^^^^^^^^^^^^^^^^^^^^^
   hint: keep to what the reader gets; the part marked here is too much
"""
    )


def test_the_faultless_entries_have_none() -> None:
    assert report_of(summary_too_long.RULE) == ""
