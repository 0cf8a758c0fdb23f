"""Numbers as people type and paste them: the site's language decides, and what can be read in two ways is asked."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.formulas.numerals import ENGLISH, Format, Numerals
from tests.node.process import Node

READ = """async (load, [texts, writing]) => {
  const { numberIn } = await load("element/number.js");
  return texts.map((text) => numberIn(text, writing));
}"""
WRITING = {
    "en": {"decimal": ".", "thousands": ","},
    "de": {"decimal": ",", "thousands": "."},
    "fr": {"decimal": ",", "thousands": "\u202f"},
}
PLAIN = r"""
0                 0       0
007               7       7
500.5             500.5   500,5|5005
500,5             500.5|5005  500.5
1250              1250    1250
1.250             1.25    1250
1,250             1250    1.25
1.250,00          1250    1250
1,250.00          1250    1250
1,250.5           1250.5  1250.5
1.250,5           1250.5  1250.5
1,250,000         1250000 1250000
1.250.000         1250000 1250000
1,250,000.75      1250000.75 1250000.75
12,50             12.50|1250 12.5
0,125             0.125|125 0.125
0.125             0.125   0,125|125
1234,567          1234.567|1234567 1234.567
1,2               1.2|12  1.2
5.                5       5
.5                0.5     0,5|5
1,25,000          -       -
1.2.3             -       -
1,250,00          -       -
1.250,000,0       -       -
12.345.6          -       -
1e3               1000    1000
1e999             -       -
0x10              -       -
Infinity          -       -
NaN               -       -
12 apples         -       -
5%                -       -
--5               -       -
5-                -       -
,                 -       -
.                 -       -
e5                -       -
½                 -       -
"""


def wanted(word: str) -> Any:
    if word == "-":
        return None
    return {"readings": word.split("|")} if "|" in word else {"value": float(word)}


ROWS = [line.rsplit(maxsplit=2) for line in PLAIN.strip().splitlines()]


@pytest.mark.parametrize(("language", "column"), [("en", 1), ("de", 2)])
def test_the_language_of_the_site_decides(node: Node, language: str, column: int) -> None:
    found = node.run(READ, [[row[0] for row in ROWS], WRITING[language]])
    given = {row[0]: wanted(row[column]) for row in ROWS}
    assert dict(zip(given, found, strict=True)) == given


@pytest.mark.parametrize("language", WRITING)
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 250", 1250),
        ("1\u00a0250\u00a0000", 1250000),
        ("1\u202f250,5", 1250.5),
        ("1 250.5", 1250.5),
        ("1'250'000.5", 1250000.5),
        ("1’250", 1250),
        ("  42\t", 42),
        ("\uff11\uff12\uff15\uff10", 1250),
        ("\u0661\u0662\u066b\u0665", 12.5),
        ("\u06f1\u066c\u06f2\u06f5\u06f0", 1250),
        ("\u2212 7", -7),
        ("\u20137", -7),
        ("-7", -7),
        ("\uff0d\uff17", -7),
        ("+7", 7),
        ("1 25", None),
        ("12 345 6", None),
        ("", None),
        (" ", None),
        ("-", None),
        ("9" * 41, None),
        ("1" + ",000" * 20_000, None),
    ],
)
def test_other_digits_and_signs_are_read_in_every_language(
    node: Node, language: str, text: str, value: float | None
) -> None:
    assert node.run(READ, [[text], WRITING[language]]) == [None if value is None else {"value": value}]


def test_a_sign_that_the_language_does_not_use_is_asked_about(node: Node) -> None:
    assert node.run(READ, [["1.250", "500.5"], WRITING["fr"]]) == [
        {"readings": ["1,250", "1250"]},
        {"readings": ["500,5", "5005"]},
    ]


@pytest.mark.parametrize("numerals", [ENGLISH, Numerals(",", "."), Numerals(",", "\u202f"), Numerals(".", "’")])
@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(values=st.lists(st.floats(-1e9, 1e9).map(lambda value: round(value, 2)), min_size=30, max_size=30))
def test_what_the_playbook_writes_is_read_as_the_same_number(
    node: Node, numerals: Numerals, values: list[float]
) -> None:
    texts = [Format().text(value, numerals) for value in values]
    found = node.run(READ, [texts, {"decimal": numerals.decimal, "thousands": numerals.thousands}])
    assert found == [{"value": value} for value in values]
