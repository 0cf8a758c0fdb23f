from generator.checks import belief_without_story
from tests.checks.small_playbook import report_of


def test_a_pair_without_story_is_marked() -> None:
    changes = {
        "content/stories/andy.yml": """\
links:
  illustrates:
    - to: slow-down
      why: What a minute of waiting is worth.
""",
    }
    assert (
        report_of(belief_without_story.RULE, changes)
        == """\
content/belief-pairs/who-knows-best.yml:1:1: warning[belief-without-story]: no story illustrates the belief pair `who-knows-best`
   1 | title: Who knows best
     | ^
   hint: add `to: who-knows-best` under `illustrates:` in the story that fits, or name a story under `links:` here
"""
    )


def test_a_link_to_a_story_is_enough() -> None:
    changes = {
        "content/stories/andy.yml": """\
links: {}
""",
        "content/belief-pairs/who-knows-best.yml": """\
links:
  next:
    - to: andy
      why: Somebody who crossed over in a minute.
""",
    }
    assert report_of(belief_without_story.RULE, changes) == ""


def test_the_faultless_entries_have_none() -> None:
    assert report_of(belief_without_story.RULE) == ""
