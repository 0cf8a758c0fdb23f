"""What answers come to, in Python; tests/node/test_assessment_scoring.py holds the browser to the same."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from generator.formulas.formula import parse
from generator.scoring.advice import PICKS
from generator.scoring.questionnaire import (
    TOTAL,
    Answers,
    BandRange,
    Direction,
    KnockOutRule,
    Pick,
    Quadrant,
    Quadrants,
    Question,
    Questionnaire,
    Score,
    Scored,
)
from generator.scoring.score import bounds, score
from tests.scoring.questionnaires import cases


def item(item_id: str, *advice: str, direction: Direction = "high-is-good", weight: float = 1) -> Question:
    return Question(item_id, (0, 1, 2, 3), direction, weight, advice)


LOW, HIGH = BandRange("low", 0, 4, ("for-low", "more-for-low")), BandRange("high", 5, 9, ("for-high",))
SUM = Score(TOTAL, "sum", ("a", "b", "c"), "high-is-good", 0, (LOW, HIGH))
THREE = Questionnaire((item("a", "for-a", "more-for-a"), item("b", "for-b"), item("c", "for-c")), (), SUM)


def with_total(**changes: object) -> Questionnaire:
    return replace(THREE, total=replace(SUM, **changes))  # type: ignore[arg-type]


def value(questionnaire: Questionnaire, answers: Answers) -> float | None:
    return score(questionnaire, answers).scores[TOTAL].value


def test_unanswered_items_are_stood_for_by_the_others_as_long_as_half_are_there() -> None:
    assert value(THREE, {"a": 3, "b": 1}) == 6
    assert value(THREE, {"a": 3}) is None
    assert value(THREE, {}) is None


def test_an_answer_that_the_item_does_not_offer_is_none() -> None:
    assert score(THREE, {"a": 3, "b": 9, "c": 1, "other": 2}).scores[TOTAL] == Scored(6.0, 2, 3, "high", 1 - 6 / 9)


def test_a_score_of_dimensions_is_worked_out_after_them_wherever_it_stands() -> None:
    good = Score("good", "mean", ("a", "b"), "high-is-good", 1)
    fine = Score("fine", "sum", ("c",), "high-is-good", 0, weight=2)
    whole = Score("whole", "mean", ("a", "b", "c"), "high-is-good", 2, parts=("good", "fine"))
    heavy = replace(whole, id="heavy", method="weighted")
    total = Score(TOTAL, "sum", ("a", "b", "c"), "high-is-good", 1, parts=("heavy", "whole"))
    asked = replace(THREE, dimensions=(heavy, whole, good, fine), total=total)
    assert [bounds(asked, one) for one in asked.scores] == [(0, 9), (0, 3), (0, 3), (0, 3), (0, 12)]
    found = score(asked, {"a": 3, "b": 0, "c": 2}).scores
    assert {name: (one.value, one.answered, one.of) for name, one in found.items()} == {
        "good": (1.5, 2, 2),
        "fine": (2, 1, 1),
        "heavy": (5.5, 3, 3),
        "whole": (1.75, 3, 3),
        TOTAL: (7.3, 3, 3),
    }
    # A part without a value is taken to lie where the others lie, as long as half of the items are answered.
    assert {name: one.value for name, one in score(asked, {"a": 3, "b": 0}).scores.items()} == {
        "good": 1.5,
        "fine": None,
        "heavy": 4.5,
        "whole": 1.5,
        TOTAL: 6,
    }


def test_a_formula_uses_dimensions_and_items_and_says_which_one_to_move() -> None:
    good = Score("good", "mean", ("a", "b"), "high-is-good", 1)
    bad = Score("bad", "mean", ("c",), "high-is-bad", 1)
    tree = parse("good / (1 + bad)", ("good", "bad", "a"))
    total = Score(
        TOTAL, "formula", ("a", "b", "c"), "high-is-good", 2, (BandRange("x", 0, 1, ()), BandRange("y", 1.01, 3, ()))
    )
    questionnaire = Questionnaire(
        (*THREE.items[:2], item("c", direction="high-is-bad")), (good, bad), replace(total, formula=tree)
    )
    result = score(questionnaire, {"a": 2, "b": 3, "c": 1})
    assert result.scores[TOTAL] == Scored(1.25, 3, 3, "y", 0.0)
    assert result.lever == "bad"


def test_a_formula_without_a_value_gives_none() -> None:
    total = Score(TOTAL, "formula", ("a", "b", "c"), "high-is-good", 2, (LOW, HIGH), (), parse("a / b", ("a", "b")))
    result = score(replace(THREE, total=total), {"a": 1, "b": 0, "c": 1})
    assert (result.scores[TOTAL], result.lever) == (Scored(None, 3, 3), None)


def test_a_knock_out_settles_the_band_and_leaves_the_number() -> None:
    questionnaire = replace(THREE, knock_outs=(KnockOutRule("a", 1, "low"),))
    assert score(questionnaire, {"a": 1, "b": 3, "c": 3}).scores[TOTAL] == Scored(7.0, 3, 3, "low", 1 - 7 / 9)
    assert score(questionnaire, {"a": 2, "b": 3, "c": 3}).scores[TOTAL].band == "high"


@pytest.mark.parametrize(
    ("a", "b", "expected"), [(1, 1, "neither"), (2, 1, "only-across"), (1, 2, "only-up"), (2, 2, "both")]
)
def test_two_dimensions_span_four_fields(a: int, b: int, expected: str) -> None:
    dimensions = tuple(Score(f"of-{one}", "sum", (one,), "high-is-good", 0) for one in "ab")
    fields = Quadrants(
        "of-a",
        "of-b",
        2,
        (
            Quadrant("neither", False, False, ()),
            Quadrant("only-across", True, False, ()),
            Quadrant("only-up", False, True, ()),
            Quadrant("both", True, True, ("for-both",)),
        ),
    )
    questionnaire = Questionnaire(THREE.items[:2], dimensions, None, (), fields)
    assert score(questionnaire, {"a": a, "b": b}).field == expected


def test_the_worst_answers_come_first_and_leave_room_for_the_band() -> None:
    assert score(THREE, {"a": 1, "b": 0, "c": 0}).picks == (
        Pick("for-b", "item", "b"),
        Pick("for-c", "item", "c"),
        Pick("for-low", "band", "low"),
        Pick("for-a", "item", "a"),
    )


def test_among_equally_bad_answers_the_weightier_comes_first() -> None:
    items = (item("a", "for-a"), item("b", "for-b", weight=3), item("c", "for-c"))
    assert score(replace(THREE, items=items), {"a": 0, "b": 0, "c": 0}).worries == ("b", "a", "c")


def test_an_answer_in_the_middle_worries_nobody() -> None:
    middle = Question("a", (0, 1, 2), "high-is-bad", 1, ("for-a",))
    total = replace(SUM, items=("a",), bands=())
    assert score(Questionnaire((middle,), (), total), {"a": 1}).worries == ()
    assert score(Questionnaire((middle,), (), total), {"a": 2}).worries == ("a",)


def test_only_the_weakest_dimension_advises_and_only_if_it_is_weak() -> None:
    dimensions = tuple(Score(f"of-{one}", "sum", (one,), "high-is-good", 0, (), (f"for-of-{one}",)) for one in "ab")
    questionnaire = Questionnaire((item("a"), item("b")), dimensions, None)
    assert score(questionnaire, {"a": 1, "b": 0}).picks == (Pick("for-of-b", "dimension", "of-b"),)
    assert score(questionnaire, {"a": 2, "b": 3}).picks == ()


def test_no_page_is_named_twice() -> None:
    items = (item("a", "same", "other"), item("b", "same"), item("c", "same"))
    picks = score(replace(THREE, items=items), {"a": 0, "b": 0, "c": 0}).picks
    assert [pick.to for pick in picks] == ["same", "for-low", "other", "more-for-low"]


@given(cases())
def test_whatever_is_answered_the_result_keeps_its_promises(case: tuple[Questionnaire, Answers]) -> None:
    questionnaire, answers = case
    result = score(questionnaire, answers)
    targets = [pick.to for pick in result.picks]
    assert len(targets) == len(set(targets)) <= PICKS
    for wanted in questionnaire.scores:
        found = result.scores[wanted.id]
        assert (found.value is None) == (found.badness is None) or wanted.method == "formula"
        if found.value is not None and wanted.method != "formula":
            low, high = bounds(questionnaire, wanted)
            slack = 10.0**-wanted.decimals
            assert low - slack <= found.value <= high + slack
            assert found.band is not None or not wanted.bands


@given(cases())
def test_the_order_of_the_answers_does_not_matter(case: tuple[Questionnaire, Answers]) -> None:
    questionnaire, answers = case
    assert score(questionnaire, dict(reversed(answers.items()))) == score(questionnaire, answers)
