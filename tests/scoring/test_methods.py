"""What each scoring method makes of answers, case by case; the tests of the scripts read the same cases."""

from __future__ import annotations

from itertools import product

import pytest

from generator.kinds.scoring_methods import METHODS as NAMES
from generator.scoring.methods import METHODS
from generator.scoring.questionnaire import TOTAL
from generator.scoring.score import bounds, reachable, score
from tests.scoring.method_cases import Case, method_cases

CASES = tuple(method_cases())


def test_entries_may_name_the_methods_that_there_are() -> None:
    assert set(NAMES) == set(METHODS)
    assert all(NAMES.values())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_method_gives_what_its_cases_say(case: Case) -> None:
    found = score(case.questionnaire, case.answers).scores[TOTAL]
    assert (found.value, found.badness, found.tally) == (case.value, case.badness, case.tally)


@pytest.mark.parametrize("case", [case for case in CASES if case.bounds], ids=lambda case: case.id)
def test_a_score_lies_between_its_bounds(case: Case) -> None:
    assert case.questionnaire.total is not None
    assert bounds(case.questionnaire, case.questionnaire.total) == case.bounds


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_what_can_be_reached_is_what_full_answers_give(case: Case) -> None:
    questionnaire = case.questionnaire
    assert questionnaire.total is not None
    ids = [item.id for item in questionnaire.items]
    answered = (dict(zip(ids, values, strict=True)) for values in product(*(i.values for i in questionnaire.items)))
    scores = {score(questionnaire, answers).scores[TOTAL].value for answers in answered} - {None}
    assert {round(value, 2) for value in reachable(questionnaire, questionnaire.total)} == scores
