from generator.checks import note_without_turn
from tests.checks.small_playbook import report_of

DIALOGUE = "content/dialogues/early-pitch.yml"


def test_a_note_that_is_not_shown_is_marked() -> None:
    changes = {
        DIALOGUE: """\
lines:
  - {by: karl, says: We have brakes., turn: slip}
  - {by: nora, says: "And?", note: One word., turn: good}
  - {by: nora, says: What cost you the most time?, note: One question.}
"""
    }
    assert (
        report_of(note_without_turn.RULE, changes)
        == """\
content/dialogues/early-pitch.yml:4:58: error[note-without-turn]: the note is not shown, because its line has no `turn`
   4 |   - {by: nora, says: What cost you the most time?, note: One question.}
     |                                                          ^^^^^^^^^^^^^
   hint: add `turn: good`, `turn: slip` or `turn: recovery`, or remove the note
"""
    )


def test_the_small_playbook_has_none() -> None:
    assert report_of(note_without_turn.RULE) == ""
