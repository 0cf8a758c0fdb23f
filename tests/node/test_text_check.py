"""What a text check finds in a text."""

from __future__ import annotations

from typing import Any

import pytest

from generator.kinds.message import Message
from generator.kinds.text_check import TextCheck
from tests.node.process import Node
from tests.playbooks import REAL_PLAYBOOK, reading

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


def listed(node: Node, text: str) -> list[str]:
    """What the text check of this repository finds in a text, by the list, in the order of the lists."""
    check = reading(REAL_PLAYBOOK).graph.entries["check-my-text"].entry
    assert isinstance(check, TextCheck)
    words = [(found.id, word) for found in check.lists for word in found.words]
    found = node.run(FIND, [text, [list(word.find) for _, word in words]])
    return [words[at][0] for at, _ in sorted(found)]


def test_pressure_and_jargon_are_found_in_a_draft(node: Node) -> None:
    draft = (
        "Our exclusive offer expires on Friday. Spots are limited, and I\u2019d hate for you to miss out. Answer ASAP! "
        "We reach out to align stakeholders on our robust, game-changing, end-to-end platform."
    )
    assert listed(node, draft) == ["pressing"] * 4 + ["jargon"] * 6


def test_nothing_is_found_in_plain_sentences_and_in_messages_to_send(node: Node) -> None:
    plain = (
        "The contract expires on Friday. The parcel was left behind. There is no risk of rain. Don't wait for me, I "
        "call now and then. You may reach the shelf. Offer them a seat."
    )
    entries = [located.entry for located in reading(REAL_PLAYBOOK).graph.entries.values()]
    sent = [f"{one.after.subject}\n{one.after.text}" for one in entries if isinstance(one, Message)]
    assert len(sent) > 20
    assert [text for text in (plain, *sent) if listed(node, text)] == []
