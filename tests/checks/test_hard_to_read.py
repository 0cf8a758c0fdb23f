from generator.checks import hard_to_read
from tests.checks.small_playbook import report_of


def test_a_long_sentence_is_marked_at_its_beginning() -> None:
    changes = {
        "content/practices/slow-down.yml": """\
do: >-
  Ask and wait. When you have
  asked them once, and they have answered, and you have written that down and looked at it for a while, ask them again
  what else there is that they would like to tell you about it.
""",
    }
    assert (
        report_of(hard_to_read.RULE, changes)
        == """\
content/practices/slow-down.yml:2:17: warning[hard-to-read]: this sentence has 39 words; more than 32 are hard to follow
   2 |   Ask and wait. When you have
     |                 ^^^^^^^^^^^^^
   hint: split it into two sentences
"""
    )


def test_a_high_average_is_marked_at_the_longest_sentence() -> None:
    changes = {
        "content/practices/slow-down.yml": """\
do: >-
  Ask them what they would like to have gained by the end of the hour, and then wait until they have said it twice.
why: >-
  People who feel that somebody has time for them say what they need, and only then can you be of any real use to them.
steps:
  - Book an hour more than you think you will need for it, so that nobody has to look at the clock on the wall.
badly: >-
  A slow voice and a tilted head, followed by exactly the same pitch as always, only twenty minutes later than last year.
this_week: >-
  In one meeting, ask a second and a third question about the first thing they mention before you touch your own agenda.
not_when: >-
  Do not try this with a queue behind the person, or while something is on fire, or when they have told you not to do so.
""",
    }
    assert (
        report_of(hard_to_read.RULE, changes)
        == """\
content/practices/slow-down.yml:12:3: warning[hard-to-read]: sentences in `slow-down` have 24 words on average; at most 20 read well
  12 |   Do not try this with a queue behind the person, or while something is on fire, or when they have told you n…
     |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   hint: start with the longest, which has 26 words
"""
    )


def test_what_a_mention_hides_does_not_count() -> None:
    changes = {
        "content/checklists/meeting-checklist.yml": """\
groups:
  - title: One
    items:
      - id: one
        text: >-
          You have asked [[slow-down|once]], and [[mineral-rights|again]], one two three four five six seven eight nine ten
          one two three four five six seven eight nine ten one two three four five.
""",
    }
    assert (
        report_of(hard_to_read.RULE, changes)
        == """\
content/checklists/meeting-checklist.yml:6:11: warning[hard-to-read]: sentences in `meeting-checklist` have 31 words on average; at most 20 read well
   6 |           You have asked [[slow-down|once]], and [[mineral-rights|again]], one two three four five six seven …
     |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   hint: start with the longest, which has 31 words
"""
    )


def test_the_faultless_entries_have_none() -> None:
    assert report_of(hard_to_read.RULE) == ""
