import pytest

from generator.checks import picture_without_words
from tests.checks.small_playbook import found_by, graph_of, report_of, with_changes


def said(alt: str) -> list[str]:
    changes = {"content/practices/slow-down.yml": f"do: 'Look at ![{alt}](files/room.png) first.'\n"}
    return [found.message for found in found_by(picture_without_words.RULE, graph_of(with_changes(changes)))]


def test_a_picture_without_words_is_marked() -> None:
    changes = {"content/practices/slow-down.yml": "do: Look at ![](files/room.png) first.\n"}
    assert (
        report_of(picture_without_words.RULE, changes)
        == """\
content/practices/slow-down.yml:1:17: error[picture-without-words]: the picture `files/room.png` has no alternative text
   1 | do: Look at ![](files/room.png) first.
     |                 ^^^^^^^^^^^^^^
   hint: say between the square brackets what it shows: `![two people at a table](files/room.png)`
"""
    )


@pytest.mark.parametrize("alt", [" ", "…", "room.png", "image", "Picture:", "Foto"])
def test_words_that_say_nothing_are_none(alt: str) -> None:
    assert said(alt) == ["the picture `files/room.png` has no alternative text"]


def test_nobody_wants_to_hear_a_page_in_one_go() -> None:
    assert said("two " * 76 + "men") == ["the alternative text has 307 characters; at most 300 are allowed"]


def test_a_picture_with_words_has_none() -> None:
    assert said("two people at a table") == []
    assert said("picture of a room.png on a screen") == []
