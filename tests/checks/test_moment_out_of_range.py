from generator.checks import moment_out_of_range
from tests.checks.small_playbook import report_of


def test_too_few_offers_are_marked() -> None:
    changes = {
        "content/moments/before-meeting.yml": """\
offers:
  - to: slow-down
    why: Half of the preparation is to leave time.
""",
    }
    assert (
        report_of(moment_out_of_range.RULE, changes)
        == """\
content/moments/before-meeting.yml:1:1: warning[moment-out-of-range]: the moment `before-meeting` offers 1 entry; it should offer 4 to 12
   1 | offers:
     | ^^^^^^
   hint: add what else helps in this moment
"""
    )


def test_too_many_offers_are_marked_even_where_they_lead_nowhere() -> None:
    changes = {
        "content/moments/before-meeting.yml": """\
title: Before a meeting
offers: [practice-a, practice-b, practice-c, practice-d, practice-e, practice-f, practice-g, practice-h, practice-i, practice-j, practice-k, practice-l, practice-m]
""",
    }
    assert (
        report_of(moment_out_of_range.RULE, changes)
        == """\
content/moments/before-meeting.yml:2:1: warning[moment-out-of-range]: the moment `before-meeting` offers 13 entries; it should offer 4 to 12
   2 | offers: [practice-a, practice-b, practice-c, practice-d, practice-e, practice-f, practice-g, practice-h, prac…
     | ^^^^^^
   hint: keep what helps most; the others can name the moment
"""
    )


def test_the_faultless_entries_have_none() -> None:
    assert report_of(moment_out_of_range.RULE) == ""
