from __future__ import annotations

from generator.checks import unknown_part, wrong_answer
from tests.checks.small_playbook import report_of


def changes(answers: str) -> dict[str, str]:
    return {
        "content/assessments/patience-check.yml": f"worked:\n  by: Ann\n  answers: {answers}\n  then: They waited.\n"
    }


def said_of(answers: str) -> str:
    return report_of(wrong_answer.RULE, changes(answers))


def test_a_check_without_worked_answers_and_one_whose_answers_fit_are_left_alone() -> None:
    assert report_of(wrong_answer.RULE) == ""
    assert said_of("{waited: 2, one-question: 0, stayed: 1}") == ""
    assert said_of("{waited: 2, one-question: 0}") == ""


def test_an_answer_that_the_scale_does_not_have_is_marked_where_it_stands() -> None:
    found = said_of("{waited: 4, one-question: 0, stayed: 1}")
    assert "error[wrong-answer]: `4` is not an answer to `waited`" in found
    assert "hint: possible: `0`, `1` and `2`" in found
    assert "content/assessments/patience-check.yml:3:21:" in found


def test_too_few_answers_for_a_result_are_marked() -> None:
    found = said_of("{waited: 1}")
    assert "the total has answers to 1 of its 3 items: too few for a result" in found
    assert "answer at least half of them" in found


def test_an_item_that_the_check_does_not_have_is_an_unknown_part() -> None:
    found = report_of(unknown_part.RULE, changes("{watied: 1, one-question: 2, stayed: 2}"))
    assert "no item of this assessment is called `watied`" in found
    assert "did you mean `waited`?" in found
    assert "patience-check.yml:3:13:" in found
