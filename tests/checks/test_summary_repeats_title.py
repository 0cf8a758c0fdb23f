from generator.checks import summary_repeats_title
from tests.checks.small_playbook import report_of


def test_a_summary_that_is_the_title_is_marked() -> None:
    changes = {
        "content/practices/slow-down.yml": """\
title: Slow it down
summary: Slow it down.
""",
    }
    assert (
        report_of(summary_repeats_title.RULE, changes)
        == """\
content/practices/slow-down.yml:2:10: warning[summary-repeats-title]: the summary `Slow it down.` only repeats the title
   2 | summary: Slow it down.
     |          ^^^^^^^^^^^^^
   hint: say in one sentence what the reader gets from this page
"""
    )


def test_the_faultless_entries_have_none() -> None:
    assert report_of(summary_repeats_title.RULE) == ""
