"""Sessions: the scripts and Python come to the same times, copies, proposals and links."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.sessions.chosen import SessionChoice, to_fragment
from generator.sessions.compiled import compiled
from generator.sessions.data import data
from generator.sessions.json_form import schedule_to_json, to_json
from generator.sessions.schedule import schedule
from generator.sessions.session import PlannedSession
from tests.conftest import some_of
from tests.node.functions import SESSION_LINKS, SESSIONS_COMPILED, SESSIONS_SCHEDULED
from tests.node.process import Node
from tests.playbooks import EXAMPLE_PLAYBOOK, reading
from tests.sessions.cases import CASES, sessions
from tests.sessions.links import DAMAGED, choices_of, link_of

GRAPH = reading(EXAMPLE_PLAYBOOK).graph
DATA = data(GRAPH)
KNOWN = [*DATA["entries"], *DATA["plans"], *DATA["aliases"], "gone", "constructor"]
PARTS = [block["id"] for plan in DATA["plans"].values() for block in plan["blocks"]] + ["gone"]
FEW = settings(max_examples=some_of(20), suppress_health_check=list(HealthCheck))
"""Many short lists: a list that takes too much room is thrown away and tried again, again and again."""


def data_of(choice: SessionChoice) -> Any:
    lists = {"papers": list(choice.papers), "names": list(choice.names)}
    return {**asdict(choice), "blocks": [asdict(block) for block in choice.blocks], **lists}


def test_cases_worked_out_by_hand(node: Node) -> None:
    assert node.run(SESSIONS_SCHEDULED, [case["session"] for case in CASES]) == [case["schedule"] for case in CASES]


@FEW
@given(st.lists(sessions(), min_size=5, max_size=5))
def test_python_and_the_scripts_make_the_same_schedules(node: Node, found: list[PlannedSession]) -> None:
    expected = [schedule_to_json(schedule(session)) for session in found]
    assert node.run(SESSIONS_SCHEDULED, [to_json(session) for session in found]) == expected


@FEW
@given(st.lists(choices_of(KNOWN, PARTS), min_size=5, max_size=5))
def test_python_and_the_scripts_find_the_same_sessions(node: Node, choices: list[SessionChoice]) -> None:
    made = [compiled(choice, GRAPH) for choice in choices]
    expected = [{"session": to_json(one.session), "missing": list(one.missing)} for one in made]
    assert node.run(SESSIONS_COMPILED, [DATA, [data_of(choice) for choice in choices]]) == expected


@FEW
@given(st.lists(choices_of(KNOWN, PARTS), min_size=5, max_size=5))
def test_python_and_the_scripts_write_the_same_links(node: Node, choices: list[SessionChoice]) -> None:
    links = [to_fragment(choice) for choice in choices]
    found = node.run(SESSION_LINKS, [[data_of(choice) for choice in choices], links])
    assert found == {"written": links, "read": [data_of(choice) for choice in choices]}


def test_what_python_refuses_the_scripts_refuse_as_well(node: Node) -> None:
    links = [link_of(text) for text in DAMAGED]
    found = node.run(SESSION_LINKS, [[], [*links, link_of(DAMAGED[0], "session2"), "x" * 8193]])
    assert found["read"] == [*["damaged"] * len(links), "newer", "too-long"]
