from generator.checks import repeated_number
from tests.checks.small_playbook import report_of


def test_two_entries_with_one_number_are_marked() -> None:
    changes = {
        "content/tells/talked-at.yml": """\
number: 5
title: They feel talked at
""",
    }
    assert (
        report_of(repeated_number.RULE, changes)
        == """\
content/tells/talked-at.yml:1:9: warning[repeated-number]: number 5 is already used by `price-based`
   1 | number: 5
     |         ^
   hint: give each entry of the series a number of its own
   taken here: content/tells/price-based.yml:4:9
"""
    )


def test_other_groups_count_for_themselves() -> None:
    changes = {
        "content/tells/talked-at.yml": """\
set: other
number: 5
""",
        "content/belief-pairs/their-questions.yml": """\
origin: assembled
""",
    }
    assert report_of(repeated_number.RULE, changes) == ""


def test_the_faultless_entries_have_none() -> None:
    assert report_of(repeated_number.RULE) == ""
