from generator.checks import wrong_speaker_list
from tests.checks.small_playbook import report_of

DIALOGUE = "content/dialogues/early-pitch.yml"


def test_who_says_nothing_or_shares_an_id_is_marked() -> None:
    changes = {
        DIALOGUE: """\
speakers:
  - {id: nora, name: Nora Quist, role: sells brakes}
  - {id: emil, name: Emil Fenn, role: repairs bicycles}
  - {id: karl, name: Karl Oberbauer, role: hires out bicycles}
  - {id: karl, name: Karla Oberbauer, role: his sister}
"""
    }
    assert (
        report_of(wrong_speaker_list.RULE, changes)
        == """\
content/dialogues/early-pitch.yml:3:10: error[wrong-speaker-list]: Emil Fenn has no line
   3 |   - {id: emil, name: Emil Fenn, role: repairs bicycles}
     |          ^^^^
   hint: give them a line, or remove them from `speakers`

content/dialogues/early-pitch.yml:5:10: error[wrong-speaker-list]: another speaker already has the id `karl`
   5 |   - {id: karl, name: Karla Oberbauer, role: his sister}
     |          ^^^^
   hint: give each speaker an id of their own
   first one here: content/dialogues/early-pitch.yml:4:10
"""
    )


def test_the_small_playbook_has_none() -> None:
    assert report_of(wrong_speaker_list.RULE) == ""
