"""What a text check finds in a text."""

from __future__ import annotations

from typing import Any

import pytest

from tests.node.process import Node

FIND = """async (load, [text, phrases]) => {
  const { phrasesIn } = await load("text-check/lazy/checking.js");
  return [...phrasesIn(text, phrases)].map(([phrase, places]) =>
    [phrase, places.map(({ start, end }) => text.slice(start, end))]);
}"""
COUNT = """async (load, texts) => {
  const { sentencesIn } = await load("text-check/lazy/checking.js");
  return texts.map((text) => Object.values(sentencesIn(text)));
}"""
LONG = """async (load, [texts, phrases]) => {
  const { phrasesIn, sentencesIn, personsIn } = await load("text-check/lazy/checking.js");
  return texts.map(([piece, times]) => {
    const text = piece.repeat(times);
    const found = [...phrasesIn(text, phrases).values()].reduce((sum, { length }) => sum + length, 0);
    return [found, Object.values(sentencesIn(text)), Object.values(personsIn(text, ["I"], ["you"]))];
  });
}"""

PHRASES = [["act now"], ["state of the art", "brand new"], ["state"], ["centric"], ["100% free"], ["straße"]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ACT\n  Now! Then act  now.", [[0, ["ACT\n  Now", "act  now"]]]),
        (
            "State-of-the-art, brand\u2011new, a state of mind",
            [[1, ["State-of-the-art", "brand\u2011new"]], [2, ["state"]]],
        ),
        ("patient-centric", [[3, ["centric"]]]),
        ("eccentrics act. Now react now", []),
        ("100 % FREE", [[4, ["100 % FREE"]]]),
        (
            "Straße, e\u0301tat, \U0001d412\U0001d42d\U0001d41a\U0001d42d\U0001d41e",
            [[5, ["Straße"]], [2, ["\U0001d412\U0001d42d\U0001d41a\U0001d42d\U0001d41e"]]],
        ),
        ("act     now", []),
        ("", []),
    ],
)
def test_phrases_are_found_as_whole_words_whatever_their_case_and_hyphens(
    node: Node, text: str, found: list[Any]
) -> None:
    assert node.run(FIND, [text, PHRASES]) == found


def test_a_phrase_that_two_lists_have_counts_for_the_first(node: Node) -> None:
    assert node.run(FIND, ["act now", [["now"], ["act-now"], ["act now"]]]) == [[1, ["act now"]]]


@pytest.mark.parametrize(
    ("text", "questions", "statements"),
    [
        ("Do you? I do. Really?!", 2, 1),
        ("It costs 3.5 at example.org and ends", 0, 1),
        ("Dear Karl\n\nDid I get that right?\n\nNora", 1, 2),
        ('She asked "why?" He said (no). …', 1, 1),
        ("好吗\uff1f好。", 1, 1),
        ("?! ... \n\n", 0, 0),
    ],
)
def test_questions_and_statements_are_counted(node: Node, text: str, questions: int, statements: int) -> None:
    assert node.run(COUNT, [text]) == [[questions, statements]]


def test_texts_of_20000_characters_are_looked_through_at_once(node: Node) -> None:
    """Each piece would make an expression that goes back, or a list that is copied, take minutes at this length."""
    texts = [
        ["act now ", 2500],
        ["state of the ", 1539],
        [".", 20_000],
        ["\n ", 10_000],
        ["' ", 10_000],
        ["I you? ", 2857],
    ]
    found = node.run(LONG, [[[piece, times * 10] for piece, times in texts], PHRASES])
    assert found[0] == [25_000, [0, 1], [0, 0]]
    assert found[1][0] == 15_390
    assert found[2:5] == [[0, [0, 0], [0, 0]]] * 3
    assert found[5] == [0, [28_570, 0], [28_570, 28_570]]
