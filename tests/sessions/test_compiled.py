"""Sessions from the plans and entries of a playbook."""

from __future__ import annotations

import re

from generator.kinds.session_plan import SessionPlan
from generator.sessions.chosen import ChosenBlock, SessionChoice
from generator.sessions.compiled import blocks_of_their_own, chosen_from, compiled, of_plan
from generator.sessions.schedule import schedule
from tests.playbooks import EXAMPLE_PLAYBOOK, REAL_PLAYBOOK, reading

GRAPH = reading(EXAMPLE_PLAYBOOK).graph


def test_the_session_of_a_plan_hands_out_what_its_page_says() -> None:
    for located in GRAPH.of_kind("session-plan"):
        plan = located.entry
        assert isinstance(plan, SessionPlan)
        found = schedule(of_plan(located, GRAPH, start=600))
        packed = [(one.id, one.copies) for one in plan.packed(GRAPH.entries)]
        assert list(found.packing) == packed
        assert [line.start - 600 for line in found.lines] == [start for start, _ in plan.starts()]
        assert found.total == plan.minutes


def test_what_the_playbook_does_not_have_is_named_and_the_rest_is_there() -> None:
    blocks = (
        ChosenBlock("first-hour", "nothing", 5, drop=False),
        ChosenBlock("gone", "", 5, drop=False),
        ChosenBlock("slow-down", "", 5, drop=False),  # a practice is no block
        ChosenBlock("first-look", "", 5, drop=True),
        ChosenBlock("", "", 15, drop=False),
        ChosenBlock("", "", 10, drop=False),
    )
    found = compiled(SessionChoice("", "gone", 6, "video", 0, 0, "person", blocks), GRAPH)
    assert found.missing == ("first-hour.nothing", "gone", "slow-down")
    assert [block.id for block in found.session.blocks] == ["first-look", "pause", "pause-2"]
    assert (found.session.title, found.session.plan) == ("A session of our own", "")
    sheet, pause, _ = found.session.blocks
    assert (sheet.needs, sheet.cut, sheet.drop) == (10, False, True)
    assert (pause.title, pause.is_break, pause.uses) == ("Break", True, ())


def test_an_entry_is_planned_with_the_time_that_a_group_needs() -> None:
    minutes = {located.id: minutes for located, minutes in blocks_of_their_own(GRAPH)}
    assert (minutes["first-look"], minutes["squeaky-brake"]) == (10, 20)
    assert all(1 <= one < 600 for one in minutes.values())


def test_the_choice_of_a_plan_is_the_whole_plan() -> None:
    located = GRAPH.entries["first-hour"]
    assert isinstance(located.entry, SessionPlan)
    found = compiled(chosen_from(located.id, located.entry, 5, 480), GRAPH)
    assert (found.session.people, found.session.start, found.missing) == (5, 480, ())
    assert [block.part for block in found.session.blocks] == [block.id for block in located.entry.blocks]


def test_no_plan_is_named_by_the_people_it_is_planned_for() -> None:
    """A title such as `Half a day, for thirty` is wrong as soon as the plan is used for others."""
    titles = [str(one.entry.title) for one in reading(REAL_PLAYBOOK).graph.of_kind("session-plan")]
    assert titles
    named = re.compile(r"\bfor (\d+|four|six|eight|ten|twelve|twenty|thirty|forty)\b|\bpeople\b", re.IGNORECASE)
    assert [title for title in titles if named.search(title)] == []
