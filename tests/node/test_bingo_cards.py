"""A bingo card on the screen is the card with its number on paper."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.kinds.worksheet_blocks.bingo import BingoBlock
from generator.paper.bingo_cards import cards_of
from tests.node.functions import DRAW_CARDS
from tests.node.process import Node
from tests.playbooks import REAL_PLAYBOOK, reading


def block() -> BingoBlock:
    blocks = reading(REAL_PLAYBOOK).graph.entries["connection-bingo-sheet"].entry.blocks  # type: ignore[attr-defined]
    return next(block for block in blocks if isinstance(block, BingoBlock) and block.id == "counter")


@settings(max_examples=10, suppress_health_check=list(HealthCheck))
@given(seeds=st.lists(st.integers(1, 2**32 - 1), min_size=50, max_size=50))
def test_python_and_the_scripts_draw_the_same_cards(node: Node, seeds: list[int]) -> None:
    counter = block()
    assert counter.centre
    found = node.run(DRAW_CARDS, [[square.id for square in counter.squares], counter.centre.id, seeds])
    drawn = [card for seed in seeds for card in cards_of(counter, 1, seed)]
    assert found == [[square.id for row in card for square in row] for card in drawn]
