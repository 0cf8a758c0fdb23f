"""The scripts work calculators out as Python does: values, their texts, bands and tables."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.calculating import Worked, program_of
from generator.calculating.for_browser import for_browser
from generator.calculating.program import Program
from generator.kinds.calculator import Calculator
from tests.conftest import some_of
from tests.node.functions import WORK_OUT
from tests.node.process import Node
from tests.playbooks import REAL_PLAYBOOK, reading


def programs() -> dict[str, Program]:
    """The calculators of the playbook."""
    found = reading(REAL_PLAYBOOK).graph.of_kind("calculator")
    return {one.id: program_of(one.entry) for one in found if isinstance(one.entry, Calculator)}


PROGRAMS = programs()


@st.composite
def inputs(draw: st.DrawFn, program: Program) -> dict[str, float]:
    """Numbers for everything that is filled in or counted."""
    items = program.entry.inputs
    names = [item.name for item in items if item.type in ("number", "counter")]
    names += [measure.name for item in items for measure in item.measures]
    choices = {i.name: [option.value for option in i.options] for i in items if i.type == "choice"}
    chosen = {name: draw(st.sampled_from(options)) for name, options in choices.items()}
    return chosen | {name: round(draw(st.floats(0, 500, allow_nan=False)), 2) for name in names}


def outputs(worked: Worked) -> Any:
    return [
        [worked.values[o.name], worked.text(o.name), -1 if worked.band(o) is None else worked.band(o)]
        for o in worked.program.entry.outputs
    ]


def in_python(program: Program, given: dict[str, float]) -> Any:
    worked = Worked.of(program, given)
    return [
        outputs(worked),
        outputs(worked.result),
        [[list(row) for _, row in worked.cells(at)] for at in range(len(program.entry.tables))],
    ]


def test_texts_that_were_kept_are_read_and_anything_else_is_none(node: Node) -> None:
    kept = ['{"message":"Dear Karl","more":7,"unit":"orders"}', None, "{", "[1]", '"text"', "null", "7"]
    read = """async (load, kept) => {
      const { textsIn } = await load("calculator/lazy/kept-texts.js");
      return kept.map((text) => Object.fromEntries(textsIn(text)));
    }"""
    assert node.run(read, kept) == [{"message": "Dear Karl", "unit": "orders"}, *[{}] * 6]


@pytest.mark.parametrize("calculator", PROGRAMS)
@settings(max_examples=some_of(6), database=None)
@given(data=st.data())
def test_the_scripts_work_out_what_python_works_out(node: Node, calculator: str, data: st.DataObject) -> None:
    program = PROGRAMS[calculator]
    cases = data.draw(st.lists(inputs(program), min_size=25, max_size=25))
    found = node.run(WORK_OUT, [json.loads(for_browser(program)), cases])
    assert found == json.loads(json.dumps([in_python(program, given) for given in cases]))
