"""The scripts' formulas give the same results as Python's, to the last bit."""

from __future__ import annotations

import json
import struct

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.formulas.evaluating import evaluate
from generator.formulas.tree import Tree
from tests.conftest import some_of
from tests.formulas.trees import trees, values
from tests.node.functions import EVALUATE
from tests.node.process import Node

CASES = st.lists(st.tuples(trees, values), min_size=60, max_size=60)


def bits(value: float | None) -> str | None:
    return None if value is None else struct.pack("<d", value).hex()


@settings(max_examples=some_of(40), suppress_health_check=list(HealthCheck))
@given(cases=CASES)
def test_python_and_the_scripts_agree_to_the_last_bit(
    node: Node, cases: list[tuple[Tree, dict[str, float | None]]]
) -> None:
    in_python = [bits(evaluate(tree, found)) for tree, found in cases]
    assert node.run(EVALUATE, json.loads(json.dumps(cases))) == in_python
