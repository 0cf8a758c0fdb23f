from generator.checks import belief_without_practice
from tests.checks.small_playbook import report_of


def test_a_pair_that_only_names_a_conversation_is_marked() -> None:
    changes = {
        "content/belief-pairs/who-knows-best.yml": """\
title: Who knows best
links:
  practised_in:
    - to: mineral-rights
      why: The talk in which you find out.
""",
    }
    assert (
        report_of(belief_without_practice.RULE, changes)
        == """\
content/belief-pairs/who-knows-best.yml:3:3: warning[belief-without-practice]: the belief pair `who-knows-best` names no practice or lesson for its right side
   3 |   practised_in:
     |   ^^^^^^^^^^^^
   hint: add under `links:` and `practised_in:` the id of a practice or lesson, with a `why:`
"""
    )


def test_a_name_that_leads_nowhere_might_be_a_practice() -> None:
    changes = {
        "content/belief-pairs/who-knows-best.yml": """\
links:
  practised_in:
    - to: not-there-yet
      why: The talk in which you find out.
""",
    }
    assert report_of(belief_without_practice.RULE, changes) == ""


def test_the_faultless_entries_have_none() -> None:
    assert report_of(belief_without_practice.RULE) == ""
