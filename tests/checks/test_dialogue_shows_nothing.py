from generator.checks import dialogue_shows_nothing
from tests.checks.small_playbook import report_of

DIALOGUE = "content/dialogues/early-pitch.yml"


def test_a_dialogue_without_its_subject_is_marked() -> None:
    changes = {
        DIALOGUE: """\
links:
  next:
    - to: slow-down
      why: The habit that would have helped her.
"""
    }
    assert (
        report_of(dialogue_shows_nothing.RULE, changes)
        == """\
content/dialogues/early-pitch.yml:1:1: warning[dialogue-shows-nothing]: the dialogue `early-pitch` does not say what it plays out
   1 | links:
     | ^^^^^
   hint: add under `links:` and `shows:` the id of a conversation, practice or lesson, with a `why:`
"""
    )


def test_the_small_playbook_has_none() -> None:
    assert report_of(dialogue_shows_nothing.RULE) == ""
