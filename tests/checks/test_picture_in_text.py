from generator.checks import picture_in_text
from tests.checks.small_playbook import report_of


def test_a_picture_is_marked() -> None:
    changes = {
        "content/practices/slow-down.yml": """\
do: Look at ![the room](images/room.png) before they come.
""",
    }
    assert (
        report_of(picture_in_text.RULE, changes)
        == """\
content/practices/slow-down.yml:1:25: error[picture-in-text]: the picture `images/room.png` would not be shown
   1 | do: Look at ![the room](images/room.png) before they come.
     |                         ^^^^^^^^^^^^^^^
   hint: say in words what it shows, or link to it: `[words](https://…)` without the `!`
"""
    )


def test_the_faultless_entries_have_none() -> None:
    assert report_of(picture_in_text.RULE) == ""
