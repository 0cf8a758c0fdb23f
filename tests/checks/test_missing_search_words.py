from generator.checks import missing_search_words
from tests.checks.small_playbook import report_of


def test_missing_and_too_many_are_marked() -> None:
    changes = {
        "content/practices/slow-down.yml": """\
title: Slow it down
keywords: []
asked_as: [they clam up]
""",
        "content/tells/price-based.yml": """\
title: Mostly price
asked_as:
  - one way to put it
  - another way to put it
  - a third way to put it
  - a fourth way to put it
  - a fifth way to put it
  - a sixth way to put it
  - a seventh way to put it
  - an eighth way to put it
  - a ninth way to put it
  - a tenth way to put it
  - an eleventh way to put it
  - a twelfth way to put it
  - a last way to put it
""",
    }
    assert (
        report_of(missing_search_words.RULE, changes)
        == """\
content/practices/slow-down.yml:2:1: warning[missing-search-words]: `slow-down` has no `keywords`
   2 | keywords: []
     | ^^^^^^^^
   hint: add `keywords: [pace, hurry, pressure]`: words to search by that are in neither title nor summary

content/practices/slow-down.yml:3:1: warning[missing-search-words]: `slow-down` has 1 `asked_as`; 2 to 12 are expected
   3 | asked_as: [they clam up]
     | ^^^^^^^^
   hint: write under `asked_as:` how somebody with the problem would say it to a colleague, one to a line

content/tells/price-based.yml:2:1: warning[missing-search-words]: `price-based` has 13 `asked_as`; 2 to 12 are expected
   2 | asked_as:
     | ^^^^^^^^
   hint: write under `asked_as:` how somebody with the problem would say it to a colleague, one to a line
"""
    )


def test_entries_without_any_are_marked_at_their_beginning() -> None:
    changes = {
        "content/practices.yml": """\
be-here:
  title: Be here
  summary: Put the phone away and look up.
  level: personal
  do: Look up.
  why: They notice.
  steps: [Look up.]
  badly: A stare.
  this_week: Look up once.
  not_when: While driving.
""",
    }
    assert (
        report_of(missing_search_words.RULE, changes)
        == """\
content/practices.yml:1:1: warning[missing-search-words]: `be-here` has no `asked_as`; 2 to 12 are expected
   1 | be-here:
     | ^^^^^^^
   hint: write under `asked_as:` how somebody with the problem would say it to a colleague, one to a line

content/practices.yml:1:1: warning[missing-search-words]: `be-here` has no `keywords`
   1 | be-here:
     | ^^^^^^^
   hint: add `keywords: [pace, hurry, pressure]`: words to search by that are in neither title nor summary
"""
    )


def test_the_faultless_entries_have_none() -> None:
    assert report_of(missing_search_words.RULE) == ""
