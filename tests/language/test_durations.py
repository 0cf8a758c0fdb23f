"""How long something takes, as people say it: on pages, on paper and in scripts."""

from __future__ import annotations

import pytest

from generator.language.language import Language, supplied_words
from generator.language.words import Words
from tests.node.process import Node


@pytest.mark.parametrize(
    ("minutes", "english", "german"),
    [
        (1, "1 minute", "1 Minute"),
        (60, "60 minutes", "60 Minuten"),
        (90, "90 minutes", "90 Minuten"),
        (120, "2 hours", "2 Stunden"),
        (121, "2 hours 1 minute", "2 Stunden 1 Minute"),
        (240, "4 hours", "4 Stunden"),
        (685, "11 hours 25 minutes", "11 Stunden 25 Minuten"),
    ],
)
def test_from_two_hours_on_a_time_is_said_in_hours(minutes: int, english: str, german: str) -> None:
    found = [Language(tag, Words(supplied_words(tag), tag)).duration(minutes) for tag in ("en", "de")]
    assert found == [english, german]


@pytest.mark.parametrize(
    ("minutes", "english", "german"),
    [
        (90, "90 minutes", "90 Minuten"),
        (209, "3 hours 29 minutes", "3 Stunden 29 Minuten"),
        (210, "3 hours 30 minutes (half a day)", "3 Stunden 30 Minuten (ein halber Tag)"),
        (240, "4 hours (half a day)", "4 Stunden (ein halber Tag)"),
        (271, "4 hours 31 minutes", "4 Stunden 31 Minuten"),
        (480, "8 hours (a day)", "8 Stunden (ein Tag)"),
    ],
)
def test_sessions_of_half_a_day_and_of_a_day_are_called_so(minutes: int, english: str, german: str) -> None:
    found = [Language(tag, Words(supplied_words(tag), tag)).session_time(minutes) for tag in ("en", "de")]
    assert found == [english, german]


IN_BROWSER = """async (load, many) => {
  const { duration, sessionTime } = await load("session/lazy/duration.js");
  return many.map((minutes) => [duration(minutes), sessionTime(minutes)]);
}"""


def test_scripts_say_the_same(node: Node) -> None:
    english, many = Language("en", Words(supplied_words("en"), "en")), [*range(0, 600)]
    assert node.run(IN_BROWSER, many) == [[english.duration(one), english.session_time(one)] for one in many]
