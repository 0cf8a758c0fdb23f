"""Playing a dialogue line by line, whatever buttons are pressed."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import some_of
from tests.node.functions import PLAY
from tests.node.process import Node

SPEAKERS = st.sampled_from(["ines", "maya", "dan"])
STEPS = st.lists(st.sampled_from(["next", "back", "reveal"]), max_size=30)


@settings(max_examples=some_of(25), suppress_health_check=list(HealthCheck))
@given(speakers=st.lists(SPEAKERS, min_size=1, max_size=8), you=st.one_of(SPEAKERS, st.just("")), steps=STEPS)
def test_a_line_of_ones_own_is_hidden_when_it_is_new(
    node: Node, speakers: list[str], you: str, steps: list[str]
) -> None:
    at, expected = 0, []
    hidden = speakers[0] == you
    for step in steps:
        if step == "next" and at < len(speakers) - 1:
            at += 1
            hidden = speakers[at] == you
        elif step == "back" and at > 0:
            at, hidden = at - 1, False
        elif step == "reveal":
            hidden = False
        expected.append([at, hidden, at == len(speakers) - 1])

    assert node.run(PLAY, [[{"by": one} for one in speakers], you, steps]) == expected
