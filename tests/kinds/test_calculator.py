"""What a calculator works out, and how it is written down."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.calculating import Worked, at_first, program_of
from generator.calculating.counting import characters, marks, phrases, words
from generator.calculating.plot import bars
from generator.content.entries import structure
from generator.diagnostics.diagnostic import Diagnostic
from generator.formulas.formula import parse as formula_tree
from generator.formulas.notation import pieces, spoken
from generator.formulas.numerals import Format
from generator.kinds.calculator import KIND, Calculator
from generator.language.language import Numerals, english
from generator.model.values import Line
from generator.prose.typography import plain
from generator.reading.document import parse
from tests.conftest import ROOT

FILES = sorted((ROOT / "content/calculators").glob("*.yml"))


@cache
def calculator(name: str) -> Calculator:
    document, _ = parse((ROOT / f"content/calculators/{name}.yml").read_text("utf-8"), name)
    assert document
    (located,), problems = structure(document, KIND, name)
    assert not problems
    assert isinstance(located.entry, Calculator)
    return located.entry


def problems_of(text: str) -> tuple[Diagnostic, ...]:
    document, _ = parse(text, "c.yml")
    assert document
    return structure(document, KIND, "c")[1]


@pytest.mark.parametrize("name", [path.stem for path in FILES])
def test_every_calculator_of_the_brief_shows_its_numbers_with_words(name: str) -> None:
    entry = calculator(name)
    assert program_of(entry).faults == ()
    assert any(output.drawn for output in entry.outputs)
    assert any(output.says for output in entry.outputs) or entry.cases
    for example in entry.examples:
        worked = Worked.of(program_of(entry), example.values)
        assert worked.makes_sense
        assert all("–" not in worked.text(name) for name in example.gives)


def test_there_are_ten() -> None:
    assert len(FILES) == 10


@pytest.mark.parametrize(
    ("value", "decimals", "sign", "text"),
    [
        (1234.5, 0, False, "1,235"),
        (1234.5, None, False, "1,234.5"),
        (0.4, 2, False, "0.40"),
        (1.0, 2, False, "1"),
        (-1.0, 1, True, "\u22121"),
        (0.04, 1, True, "0"),
        (0.05, 1, True, "+0.1"),
        (-0.04, 1, True, "0"),
        (1e15, 0, False, "–"),
        (None, 0, False, "–"),
        (0.1 + 0.2, None, False, "0.3"),
        (1_000_000, None, False, "1,000,000"),
    ],
)
def test_numbers_are_written_as_people_read_them(
    value: float | None, decimals: int | None, sign: bool, text: str
) -> None:
    assert Format(decimals, sign).text(value) == text


def test_a_number_is_written_as_the_language_writes_it() -> None:
    assert Format(1).text(1234.5, Numerals(",", ".")) == "1.234,5"


def filled(name: str, text: str, **given: float) -> Markup:
    return Worked.of(program_of(calculator(name)), given).filled(Line(text), lambda found: plain(str(found)))


def test_a_sentence_takes_its_values_and_the_words_that_go_with_them() -> None:
    assert filled("talk-ratio-calculator", "{questions} {questions|question|questions} & *more*", questions=1) == (
        '<span data-place="questions">1</span> '
        '<span data-place="questions" data-one="question" data-many="questions">question</span> &amp; *more*'
    )


def test_a_word_of_the_reader_stands_in_the_sentence() -> None:
    assert filled("stretch-calculator", "{goal} {unit}") == (
        '<span data-place="goal">100</span> <span data-place="unit">orders</span>'
    )


def test_a_sentence_without_its_value_is_not_said() -> None:
    worked = Worked.of(program_of(calculator("talk-ratio-calculator")), {"questions": 3, "comments": 0})
    assert not worked.says("A ratio of {ratio}.")
    assert worked.says("{questions} questions.")
    assert worked.text("ratio") == "–"


def test_a_formula_is_drawn_with_fractions_and_said_in_one_line() -> None:
    program = program_of(calculator("trust-calculator"))
    (fraction,) = program.drawn(program.entry.outputs[0], english())
    assert [piece.text for piece in fraction.above] == ["credibility", "+", "reliability", "+", "intimacy"]
    assert [piece.text for piece in fraction.below] == ["self_orientation"]
    assert (
        program.spoken(program.entry.outputs[0], english())
        == "(Credibility + Reliability + Intimacy) divided by Self-orientation = Trust"
    )


@pytest.mark.parametrize(
    ("formula", "line"),
    [
        ("a - (b - c)", "a \u2212 (b \u2212 c)"),
        ("a - b - c", "a \u2212 b \u2212 c"),
        ("(a + b) * c ** 2", "(a + b) × c to the power of 2"),
        ("-(a + b)", "\u2212 (a + b)"),
        ("min(a, 2 * b) * c", "min (a, 2 × b) × c"),
        ("a if b >= 0.5 else c + 1", "a if b ≥ 0.5 otherwise c + 1"),
        ("a * (b / c)", "a × b ÷ c"),
        ("a / (b * c)", "a divided by (b × c)"),
        ("1 + a / (b * c)", "1 + a ÷ (b × c)"),
    ],
)
def test_brackets_stand_where_they_are_needed(formula: str, line: str) -> None:
    assert spoken(pieces(formula_tree(formula, ("a", "b", "c")), english()), str, english().words) == line


def test_bands_say_what_they_hold() -> None:
    worked = at_first(calculator("perception-minus-expectation"))
    output = calculator("perception-minus-expectation").outputs[0]
    assert [worked.range(output, band) for band in output.bands] == [
        "\u22122 and less",
        "\u22121.9 to \u22120.1",
        "0",
        "+0.1 to +1.9",
        "+2 and more",
    ]


def test_bars_share_a_scale_and_go_left_below_zero() -> None:
    assert bars([7, 8, -1]) == [(11.1, 77.8), (11.1, 88.9), (0, 11.1)]
    assert bars([0, 0]) == [(0, 0), (0, 0)]
    assert bars([None, 5]) == [(0, 0), (0, 100)]


@given(st.lists(st.one_of(st.none(), st.floats(-1e9, 1e9)), min_size=2, max_size=8))
def test_no_bar_leaves_the_drawing(values: list[float | None]) -> None:
    for start, width in bars(values):
        assert start >= 0
        assert width >= 0
        assert start + width <= 100.11


def test_texts_are_counted() -> None:
    assert characters("Café Cafe\u0301 \u200d") == 10
    assert words("  two\nwords ") == 2
    assert marks("What? Why?!", "?!") == 3
    assert phrases("Touch  base, touch\nbase. Touchbase", ["touch base", "base", "TOUCH base", " "]) == (
        "touch base",
        "touch base",
        "base",
        "base",
    )


def test_what_does_not_fit_is_said_with_its_place() -> None:
    text = """\
title: T
summary: S
minutes: 2
question: Q?
inputs:
  - name: Won
    label: Won
    default: "12,5"
outputs:
  - name: ratio
    formula: won
    decimals: 9
in_words: W
examples:
  - values: {won: 1}
    gives: {ratio: x}
    says: E
means: M
use: U
caution: C
whose:
  - part: P
    origin: own
    note: N
"""
    said = [(found.span.line, found.message) for found in problems_of(text)]
    assert said == [
        (6, "`inputs[1].name` cannot be `Won`"),
        (8, "`inputs[1].default` must be a number, not `12,5`"),
        (12, "`outputs[1].decimals` is too large"),
        (16, "`examples[1].gives.ratio` must be a number, not `x`"),
    ]
