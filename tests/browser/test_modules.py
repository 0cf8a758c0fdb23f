"""The modules of the theme give in Chromium what they give in Node.js, where their tests run: a sample."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser

from generator.calculating import program_of
from generator.calculating.for_browser import for_browser
from generator.kinds.calculator import Calculator
from tests.browser.served import Watched, served, watched
from tests.formulas.trees import trees, values
from tests.node.functions import DRAW_CARDS, EVALUATE, SCORE, THERE_AND_BACK, WORK_OUT
from tests.node.process import Node
from tests.playbooks import EXAMPLE_PLAYBOOK, reading
from tests.scoring.method_cases import method_cases

pytestmark = pytest.mark.browser

WITH_MODULES = """(argument) => {
  const [script] = document.querySelectorAll("script[src$='/common.js']");
  const load = (path) => import(new URL(path, script.src));
  return (%s)(load, argument);
}"""


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[Watched]:
    with watched(browser, served(EXAMPLE_PLAYBOOK)) as reader:
        reader.open("")
        yield reader
        assert reader.complaints == []


def same(reader: Watched, node: Node, function: str, argument: Any) -> bool:
    """Whether a function gives the same in both, and more than nothing."""
    in_node = node.run(function, argument)
    return bool(in_node) and reader.tab.evaluate(WITH_MODULES % function, argument) == in_node


@settings(max_examples=2, derandomize=True, suppress_health_check=list(HealthCheck))
@given(cases=st.lists(st.tuples(trees, values), min_size=60, max_size=60))
def test_formulas(reader: Watched, node: Node, cases: list[Any]) -> None:
    assert same(reader, node, EVALUATE, json.loads(json.dumps(cases)))


def test_scoring(reader: Watched, node: Node) -> None:
    assert same(reader, node, SCORE, [[asdict(case.questionnaire), dict(case.answers)] for case in method_cases()])


def test_calculators(reader: Watched, node: Node) -> None:
    entry = reading(EXAMPLE_PLAYBOOK).graph.entries["second-visits"].entry
    assert isinstance(entry, Calculator)
    program = program_of(entry)
    numbers = [item.name for item in program.entry.inputs]
    cases = [dict.fromkeys(numbers, value) for value in (0, 1, 2.5, 40, 1e9)]
    assert same(reader, node, WORK_OUT, [json.loads(for_browser(program)), cases])


def test_bingo_cards(reader: Watched, node: Node) -> None:
    assert same(reader, node, DRAW_CARDS, [[f"square-{n}" for n in range(40)], "centre", list(range(1, 101))])


def test_links_with_answers(reader: Watched, node: Node) -> None:
    shared = {"assessment": "a-check", "edition": 2, "at": "2026-01-02T03:04:05Z", "answers": {"safe": 2, "dark": -1}}
    assert same(reader, node, THERE_AND_BACK, [shared])
