"""Narrowing the matrix down: which rows and columns are left."""

from __future__ import annotations

import pytest

from tests.node.process import Node

LEFT = """async (load, [tables, typed, little]) => {
  const { left } = await load("matrix/lazy/filtering.js");
  const { tables: found, isWhole } = left(tables, typed, little);
  return [found.map(({ shown, columns }) => [shown, [...columns].sort()]), isWhole];
}"""

SAYING = """async (load, [texts, typed, little]) => {
  const { saying } = await load("list-filter/lazy/says.js");
  const { shown, isWhole } = saying(texts, typed, little);
  return [texts.filter((_, at) => shown[at]), isWhole];
}"""

ROWS = [
    {"text": "You say customer facing: Show up as you are", "marked": [1]},
    {"text": "The relationship rests on price: Embed, Größe zeigen", "marked": [2, 3]},
]


@pytest.mark.parametrize(
    ("typed", "shown", "columns"),
    [
        ("", [True, True], [1, 2, 3]),
        ("price", [False, True], [2, 3]),
        ("PRI rel", [False, True], [2, 3]),
        ("grosse", [False, True], [2, 3]),
        ("gruse", [False, False], []),
        ("große", [False, True], [2, 3]),
        ("größe", [False, True], [2, 3]),
        ("you", [True, False], [1]),
        ("stomer", [True, False], [1]),  # a part of a word, as in the German `Kunde` and `Großkunde`
        ("sto", [False, False], []),  # but no short one, such as `age` in `message`
    ],
)
def test_rows_that_say_what_is_typed_are_left_with_the_columns_of_their_marks(
    node: Node, typed: str, shown: list[bool], columns: list[int]
) -> None:
    assert node.run(LEFT, [[ROWS], typed, ""]) == [[[shown, columns]], any(shown)]


def test_the_rows_of_all_tables_are_held_against_each_other(node: Node) -> None:
    """A table without a row that has all of the words shows none if another has one."""
    tables = [ROWS[:1], ROWS[1:]]
    assert node.run(LEFT, [tables, "relationship price", ""]) == [[[[False], []], [[True], [2, 3]]], True]
    assert node.run(LEFT, [tables, "customer price", ""]) == [[[[True], [1]], [[True], [2, 3]]], False]


TEXTS = ["The client answers late", "A slow start", "Slow to answer, late to pay", "Nothing is said", "Left unanswered"]


@pytest.mark.parametrize(
    ("typed", "found", "is_whole"),
    [
        ("slow answers", ["Slow to answer, late to pay"], True),
        ("not answering", ["The client answers late", "Slow to answer, late to pay", "Left unanswered"], True),
        ("the answer is late", ["The client answers late", "Slow to answer, late to pay"], True),
        ("late start", ["The client answers late", "A slow start", "Slow to answer, late to pay"], False),
        ("late slow invoice", ["Slow to answer, late to pay"], False),
        ("late late invoice", ["The client answers late", "Slow to answer, late to pay"], False),
        ("not invoiced", [], False),
        ("is", ["Nothing is said"], True),  # a word that says little counts where nothing else is typed
        ("not", ["Nothing is said"], True),  # it is the beginning of a word
        ("", TEXTS, True),
    ],
)
def test_texts_with_most_of_the_words_are_found_where_none_has_all(
    node: Node, typed: str, found: list[str], is_whole: bool
) -> None:
    assert node.run(SAYING, [TEXTS, typed, "no not never"]) == [found, is_whole]
