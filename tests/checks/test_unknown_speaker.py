from generator.checks import unknown_speaker
from tests.checks.small_playbook import report_of

DIALOGUE = "content/dialogues/early-pitch.yml"


def test_a_line_by_nobody_is_marked() -> None:
    changes = {
        DIALOGUE: """\
lines:
  - {by: karl, says: We have brakes.}
  - {by: nroa, says: What cost you the most time?}
  - {by: emil, says: Punctures.}
"""
    }
    assert (
        report_of(unknown_speaker.RULE, changes)
        == """\
content/dialogues/early-pitch.yml:3:10: error[unknown-speaker]: no speaker of this dialogue has the id `nroa`
   3 |   - {by: nroa, says: What cost you the most time?}
     |          ^^^^
   hint: did you mean `nora`?

content/dialogues/early-pitch.yml:4:10: error[unknown-speaker]: no speaker of this dialogue has the id `emil`
   4 |   - {by: emil, says: Punctures.}
     |          ^^^^
   hint: the speakers are `nora` and `karl`
"""
    )


def test_the_small_playbook_has_none() -> None:
    assert report_of(unknown_speaker.RULE) == ""
