from generator.checks import unfinished_text
from tests.checks.small_playbook import report_of


def test_notes_to_oneself_are_marked() -> None:
    changes = {
        "content/practices/slow-down.yml": """\
do: Ask. TODO say what, as in [[mineral-rights|???]].
why: Speak of your to-do list and of "TBD" as you like.
""",
    }
    assert (
        report_of(unfinished_text.RULE, changes)
        == """\
content/practices/slow-down.yml:1:10: warning[unfinished-text]: `TODO` marks an unfinished text
   1 | do: Ask. TODO say what, as in [[mineral-rights|???]].
     |          ^^^^
   hint: finish the text, or delete the sentence

content/practices/slow-down.yml:1:48: warning[unfinished-text]: `???` marks an unfinished text
   1 | do: Ask. TODO say what, as in [[mineral-rights|???]].
     |                                                ^^^
   hint: finish the text, or delete the sentence
"""
    )


def test_the_faultless_entries_have_none() -> None:
    assert report_of(unfinished_text.RULE) == ""
