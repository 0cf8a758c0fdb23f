"""A worked result shows what scoring makes of the answers."""

from __future__ import annotations

from generator.kinds.assessment import Assessment
from generator.language.language import english
from generator.scoring.worked_result import ShownResult, result_of, worked_result
from tests.playbooks import EXAMPLE_PLAYBOOK, project, reading


def shown(**answers: int) -> ShownResult:
    entry = reading(EXAMPLE_PLAYBOOK).graph.entries["do-we-listen"].entry
    assert isinstance(entry, Assessment)
    assert entry.worked
    entry = entry.model_copy(update={"worked": entry.worked.model_copy(update={"answers": answers})})
    return worked_result(entry, project(EXAMPLE_PLAYBOOK).site.scales, english())


def test_the_score_its_range_and_its_band() -> None:
    total = shown(asked=2, heard=3).total
    assert total
    assert (total.value, total.low, total.high) == ("5", "0", "6")
    assert total.band
    assert total.band.title == "All ears"


def test_what_was_not_answered_is_none_and_the_others_stand_for_it() -> None:
    found = shown(heard=1)
    assert [answer for _, answer in found.answers] == [None, "A little"]
    assert found.total
    assert found.total.value == "2"
    nothing = shown().total
    assert nothing
    assert nothing.value is None
    assert nothing.band is None


def test_answers_are_counted_from_the_highest() -> None:
    scale = project(EXAMPLE_PLAYBOOK).site.scales["agreement"]
    counts = shown(asked=3, heard=3).counts(scale)
    assert counts == (("Yes", 2), ("Mostly", 0), ("A little", 0), ("No", 0))


def test_it_is_what_the_pages_scripts_are_compared_with() -> None:
    entry = reading(EXAMPLE_PLAYBOOK).graph.entries["do-we-listen"].entry
    assert isinstance(entry, Assessment)
    assert result_of(entry, project(EXAMPLE_PLAYBOOK).site.scales).scores["total"].value == 5
