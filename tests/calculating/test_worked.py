"""What a calculator works out, and how it is written down."""

from __future__ import annotations

from functools import cache
from html import unescape

import pytest
from markupsafe import Markup

from generator.calculating import Worked, at_first, program_of
from generator.calculating.program import numeric_names
from generator.content.entries import structure
from generator.kinds.calculator import KIND, Calculator
from generator.language.language import english
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


def comes_out(worked: Worked) -> tuple[object, ...]:
    """The results, and which sentences are said beside them."""
    cases = enumerate(worked.program.entry.cases)
    said = tuple(at for at, case in cases if not case.instead and worked.holds(at))
    return (*(worked.values[output.name] for output in worked.program.entry.outputs), said)


@pytest.mark.parametrize("name", [path.stem for path in FILES])
def test_every_number_that_is_filled_in_changes_what_comes_out(name: str) -> None:
    """A number that only decides whether others make sense would look like a part of the sum."""
    entry = calculator(name)
    program = program_of(entry)
    for changed in numeric_names(entry):
        some = [
            {comes_out(Worked.of(program, {**example.values, changed: number})) for number in (1, 2, 8, 30)}
            for example in entry.examples
        ]
        assert max(map(len, some)) > 1, changed


def test_how_many_hear_of_a_lost_client_counts_in_what_the_loss_comes_to() -> None:
    program = program_of(calculator("lost-client-calculator"))
    assert Worked.of(program).text("total") == "90,000"
    assert Worked.of(program, {"hearers": 10}).text("total") == "76,200"
    assert Worked.of(program, {"hearers": 1000, "buyers_percent": 2}).text("unsold") == "240,000"


def filled(name: str, text: str, **given: float) -> Markup:
    return Worked.of(program_of(calculator(name)), given).filled(Line(text), lambda found: plain(str(found)))


def test_a_sentence_takes_its_values_and_the_words_that_go_with_them() -> None:
    assert filled("talk-ratio-calculator", "{questions} {questions|question|questions} & *more*", questions=1) == (
        '<span data-place="questions">1</span> '
        '<span data-place="questions" data-one="question" data-many="questions">question</span> &amp; *more*'
    )


@pytest.mark.parametrize("number", ["0", "7", "99999999"])
def test_an_entity_stands_for_no_place(number: str) -> None:
    """The characters that stand for places are refused in files, but entities can make them."""
    worked = Worked.of(program_of(calculator("stretch-calculator")))
    said = worked.filled(Line(f"{{unit}} &#57360;{number}&#57361;"), lambda found: Markup(unescape(str(found))))
    assert said.count("data-place") == 1 + (number == "0")


def test_a_value_within_an_address_is_mere_text() -> None:
    worked = Worked.of(program_of(calculator("stretch-calculator")))
    said = worked.filled(Line("{goal}"), lambda found: Markup(f'<a href="/{found}">{found}</a>'))
    assert said == '<a href="/100"><span data-place="goal">100</span></a>'


def test_a_word_of_the_reader_stands_in_the_sentence() -> None:
    assert filled("stretch-calculator", "{goal} {unit}") == (
        '<span data-place="goal">100</span> <span data-place="unit">orders</span>'
    )


def test_a_sentence_without_its_value_is_not_said() -> None:
    worked = Worked.of(program_of(calculator("talk-ratio-calculator")), {"questions": 3, "comments": 0})
    assert not worked.says("A ratio of {ratio}.")
    assert worked.says("{questions} questions.")
    assert worked.text("ratio") == "–"


def test_where_a_case_replaces_the_results_none_is_shown_and_tables_have_none_for_such_numbers() -> None:
    worked = Worked.of(program_of(calculator("win-ratio-calculator")), {"proposals": 10, "won": 11})
    outputs = {output.name for output in worked.program.entry.outputs}
    shown = worked.result
    assert {name: value for name, value in shown.values.items() if name not in outputs} == {
        name: value for name, value in worked.values.items() if name not in outputs
    }
    assert {shown.text(name) for name in outputs} == {"–"}
    assert worked.text("ratio_percent") == "110"
    possible = Worked.of(program_of(calculator("win-ratio-calculator")), {"proposals": 10, "won": 5})
    assert possible.result.values == possible.values
    assert possible.result.text("ratio_percent") == "50"


def test_a_formula_is_drawn_with_fractions_and_said_in_one_line() -> None:
    program = program_of(calculator("trust-calculator"))
    (fraction,) = program.drawn(program.entry.outputs[0], english())
    assert [piece.text for piece in fraction.above] == ["credibility", "+", "reliability", "+", "intimacy"]
    assert [piece.text for piece in fraction.below] == ["self_orientation"]
    assert (
        program.spoken(program.entry.outputs[0], english())
        == "(Credibility + Reliability + Intimacy) divided by Self-orientation = Trust"
    )


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
