from generator.checks import asked_as_repeats_title
from tests.checks.small_playbook import report_of


def test_a_line_in_the_words_of_title_and_summary_is_marked() -> None:
    changes = {
        "content/practices/slow-down.yml": """\
title: Slow it down
summary: Take the clock off the table, so that the client can find the real topic.
asked_as:
  - how can the client find the real topic
  - they clam up as soon as I get to my point
""",
    }
    assert (
        report_of(asked_as_repeats_title.RULE, changes)
        == """\
content/practices/slow-down.yml:4:5: warning[asked-as-repeats-title]: `how can the client find the real topic` uses only words that are in the title or summary
   4 |   - how can the client find the real topic
     |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   hint: write it as somebody would who has not read this page: name the problem, not the solution
"""
    )


def test_one_longer_word_alone_proves_nothing() -> None:
    changes = {
        "content/practices/slow-down.yml": """\
title: How to see people
summary: A glance is enough.
asked_as:
  - how do I get people to see me at all
""",
    }
    assert report_of(asked_as_repeats_title.RULE, changes) == ""


def test_the_faultless_entries_have_none() -> None:
    assert report_of(asked_as_repeats_title.RULE) == ""
