"""Ranges as people write them: both ends, or one value where they are the same; numbers without empty decimals."""

from __future__ import annotations

from typing import Any

import pytest

from generator.language.language import Language, supplied_words
from generator.language.words import Words
from tests.node.process import Node


@pytest.mark.parametrize(
    ("tag", "between", "people"), [("en", "3 to 6", "3 to 6 people"), ("de", "3 bis 6", "3 bis 6 Personen")]
)
def test_a_range_names_both_ends(tag: str, between: str, people: str) -> None:
    language = Language(tag, Words(supplied_words(tag), tag))
    assert (language.between("3", "6"), language.people(3, 6)) == (between, people)


@pytest.mark.parametrize(("tag", "people", "one"), [("en", "6 people", "1 person"), ("de", "6 Personen", "1 Person")])
def test_a_range_of_one_value_is_that_value(tag: str, people: str, one: str) -> None:
    language = Language(tag, Words(supplied_words(tag), tag))
    assert (language.between("6", "6"), language.people(6, 6), language.people(1, 1)) == ("6", people, one)


IN_BROWSER = """async (load, [bands, plans]) => {
  const { rangeOf } = await load("assessment-result/lazy/score-words.js");
  const { misfit } = await load("session/lazy/session-fit.js");
  return [bands.map(rangeOf), plans.map((people) => misfit({ people, setting: "either" }, { people: 50 }))];
}"""


def test_scripts_write_ranges_alike(node: Node) -> None:
    bands: list[Any] = [{"low": 0, "high": 0.49}, {"low": 2.01, "high": 200}, {"low": 0.3, "high": 0.3}]
    assert node.run(IN_BROWSER, [bands, [[3, 6], [6, 6], [1, 1]]]) == [
        ["0 to 0.49", "2.01 to 200", "0.3"],
        [f"The plan is made for {people}." for people in ("3 to 6 people", "6 people", "1 person")],
    ]
