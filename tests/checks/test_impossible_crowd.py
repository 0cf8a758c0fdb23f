from __future__ import annotations

from generator.checks import impossible_crowd
from tests.checks.small_playbook import report_of


def plan(people: str) -> str:
    return report_of(impossible_crowd.RULE, {"content/session-plans/half-an-hour.yml": f"people: {people}\n"})


def play(each: str) -> str:
    return report_of(impossible_crowd.RULE, {"content/role-plays/late-question.yml": f"people: {{each: {each}}}\n"})


def test_numbers_that_fit_are_left_alone() -> None:
    assert report_of(impossible_crowd.RULE) == ""
    assert plan("{from: 4, to: 4, planned: 4}") == ""
    assert play("trio") == ""
    assert play("room") == ""


def test_a_plan_for_a_number_with_which_it_does_not_go_is_marked() -> None:
    for number in (3, 13):
        found = plan(f"{{from: 4, to: 12, planned: {number}}}")
        assert f"warning[impossible-crowd]: it is planned for {number} people, but goes with 4 to 12" in found


def test_limits_in_the_wrong_order_are_marked() -> None:
    found = plan("{from: 12, to: 4, planned: 8}")
    assert "the session goes with 12 people or more, and with 4 or fewer" in found
    assert "write the smaller number under `from`" in found


def sheet(numbers: str) -> str:
    return report_of(impossible_crowd.RULE, {"content/worksheets/meeting-sheet.yml": numbers})


def test_limits_of_a_sheet_in_the_wrong_order_are_marked() -> None:
    found = sheet("people_from: 3\npeople_to: 2\n")
    assert "the sheet takes 3 people or more, and 2 or fewer" in found
    assert "write the smaller number under `people_from`" in found
    assert sheet("people_from: 2\npeople_to: 2\n") == ""


def test_more_roles_than_people_with_a_set_of_cards_are_marked() -> None:
    roles = "".join(f"  - {{id: r{n}, name: Role {n}, brief: You.}}\n" for n in range(3))
    found = report_of(impossible_crowd.RULE, {"content/role-plays/late-question.yml": f"roles:\n{roles}"})
    assert "there are 3 roles, and a pair has 2 people" in found
