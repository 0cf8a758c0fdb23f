from generator.checks import repeated_title
from tests.checks.small_playbook import report_of


def test_two_entries_of_a_kind_with_one_title_are_marked() -> None:
    changes = {
        "content/practices/take-time.yml": """\
title: Slow It Down
""",
        "content/tells/slow.yml": """\
title: Slow it down
""",
    }
    assert (
        report_of(repeated_title.RULE, changes)
        == """\
content/practices/take-time.yml:1:8: warning[repeated-title]: another practice has the same title `Slow It Down`
   1 | title: Slow It Down
     |        ^^^^^^^^^^^^
   hint: add what tells them apart, or join the two entries
   the other entry: content/practices/slow-down.yml:1:8
"""
    )


def test_the_faultless_entries_have_none() -> None:
    assert report_of(repeated_title.RULE) == ""
