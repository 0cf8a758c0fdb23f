import pytest

from generator.checks import dialogue_length
from generator.checks.dialogue_length import spoken_words
from generator.kinds.dialogue import ScriptLine
from tests.checks.small_playbook import report_of

DIALOGUE = "content/dialogues/early-pitch.yml"


def lines(number: int, words: int) -> dict[str, str]:
    line = f"  - {{by: nora, says: {' '.join(['word'] * words)}}}\n"
    return {DIALOGUE: "lines:\n" + line * number}


@pytest.mark.parametrize(
    ("number", "words", "said"),
    [
        (13, 5, "the dialogue has 13 lines; 14 to 32 can be played"),
        (33, 5, "the dialogue has 33 lines; 14 to 32 can be played"),
        (20, 22, "the dialogue has 440 words; read aloud in 3 minutes it has at most 420"),
    ],
)
def test_too_few_lines_too_many_and_too_many_words_are_marked(number: int, words: int, said: str) -> None:
    assert f"{DIALOGUE}:1:1: warning[dialogue-length]: {said}\n" in report_of(
        dialogue_length.RULE, lines(number, words)
    )


@pytest.mark.parametrize(("number", "words"), [(14, 30), (32, 13), (20, 21)])
def test_what_can_be_played_in_three_minutes_is_not(number: int, words: int) -> None:
    assert report_of(dialogue_length.RULE, lines(number, words)) == ""


def test_only_what_is_said_counts() -> None:
    line = {"by": "nora", "says": "See [[slow-down|the other page]] *now*.", "does": "looks up", "turn": "good"}
    assert spoken_words(ScriptLine.model_validate(line)) == 5


def test_the_small_playbook_has_none() -> None:
    assert report_of(dialogue_length.RULE) == ""
