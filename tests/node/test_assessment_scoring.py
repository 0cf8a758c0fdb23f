"""The browser's scoring gives the same results as Python's, to the last bit."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.kinds.assessment import Assessment
from generator.scoring.from_entry import questionnaire
from generator.scoring.questionnaire import TOTAL, Answers, Questionnaire, Result
from generator.scoring.score import score
from tests.conftest import some_of
from tests.node.functions import SCORE
from tests.node.process import Node
from tests.playbooks import REAL_PLAYBOOK, project, reading
from tests.scoring.method_cases import method_cases
from tests.scoring.questionnaires import answers_to, cases


def as_data(result: Result) -> Any:
    """The result as the browser gives it."""
    data = asdict(result)
    data["worries"], data["picks"] = list(result.worries), [asdict(pick) for pick in result.picks]
    for scored in data["scores"].values():
        scored["tally"] = None if scored["tally"] is None else list(scored["tally"])
    return data


@settings(max_examples=some_of(15), suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(cases(), min_size=20, max_size=20))
def test_both_give_the_same_results(node: Node, batch: list[tuple[Questionnaire, Answers]]) -> None:
    found = node.run(SCORE, [[asdict(questionnaire), answers] for questionnaire, answers in batch])
    assert found == [as_data(score(questionnaire, answers)) for questionnaire, answers in batch]


def test_the_script_gives_what_the_cases_of_each_method_say(node: Node) -> None:
    all_cases = tuple(method_cases())
    found = node.run(SCORE, [[asdict(case.questionnaire), case.answers] for case in all_cases])
    totals = {case.id: result["scores"][TOTAL] for case, result in zip(all_cases, found, strict=True)}
    assert {case.id: (case.value, case.badness, case.tally and [*case.tally]) for case in all_cases} == {
        case_id: (total["value"], total["badness"], total["tally"]) for case_id, total in totals.items()
    }


def real_questionnaires() -> dict[str, Questionnaire]:
    scales = project(REAL_PLAYBOOK).site.scales
    return {
        located.id: questionnaire(located.entry, scales)
        for located in reading(REAL_PLAYBOOK).graph.of_kind("assessment")
        if isinstance(located.entry, Assessment)
    }


REAL = real_questionnaires()


@pytest.mark.parametrize("assessment", REAL)
@settings(max_examples=some_of(5), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_both_agree_on_the_playbooks_own_assessments(node: Node, assessment: str, data: st.DataObject) -> None:
    questionnaire = REAL[assessment]
    batch = data.draw(st.lists(answers_to(questionnaire), min_size=20, max_size=20))
    found = node.run(SCORE, [[asdict(questionnaire), answers] for answers in batch])
    assert found == [as_data(score(questionnaire, answers)) for answers in batch]
