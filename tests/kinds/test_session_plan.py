"""A session plan: when its blocks start, what has to be packed, what is saved."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.kinds.role_play import RolePlay
from generator.kinds.session_plan import KIND, SessionPlan
from tests.checks.small_playbook import clean_files, graph_of
from tests.playbooks import EXAMPLE_PLAYBOOK, reading

ENTRIES = graph_of(clean_files()).entries


def plan(*minutes: int, dropped: frozenset[int] = frozenset()) -> SessionPlan:
    entry = ENTRIES["half-an-hour"].entry
    assert isinstance(entry, SessionPlan)
    block = entry.blocks[0]
    changes = ({"id": f"b{at}", "minutes": one, "drop": at in dropped} for at, one in enumerate(minutes))
    blocks = tuple(block.model_copy(update=change) for change in changes)
    return entry.model_copy(update={"blocks": blocks, "minutes": sum(minutes)})


@given(st.lists(st.integers(1, 200), min_size=2, max_size=30))
def test_blocks_follow_each_other_without_a_gap_until_the_end(minutes: list[int]) -> None:
    entry = plan(*minutes)
    starts = [(start, block.minutes) for start, block in entry.starts()]
    assert starts[0][0] == 0
    assert [start + length for start, length in starts] == [*(start for start, _ in starts[1:]), entry.minutes]


def test_what_is_saved_are_the_blocks_that_may_be_left_out_whole() -> None:
    assert plan(10, 20, 30).saved == 0
    assert plan(10, 20, 30, dropped=frozenset([0, 2])).saved == 40


def test_copies_are_for_the_planned_number_of_people() -> None:
    graph = reading(EXAMPLE_PLAYBOOK).graph
    entry = graph.entries["first-hour"].entry
    assert isinstance(entry, SessionPlan)
    assert (entry.people.fewest, entry.people.to, entry.people.planned) == (4, 9, 7)
    assert [(one.id, one.copies) for one in entry.packed(graph.entries)] == [
        ("first-look", 7),
        ("squeaky-brake", 3),
        ("intake-list", 7),
    ]
    assert [[one.id for one in entry.copies(block, graph.entries)] for block in entry.blocks] == [
        [],
        ["first-look"],
        ["squeaky-brake", "intake-list"],
        [],
    ]


def test_the_index_has_short_sessions_first() -> None:
    assert [KIND.group_of(plan(10, 20)), KIND.group_of(plan(10, 110)), KIND.group_of(plan(11, 110))] == [
        "short",
        "hour",
        "long",
    ]


def test_a_role_play_knows_how_long_it_is_played() -> None:
    entry = reading(EXAMPLE_PLAYBOOK).graph.entries["squeaky-brake"].entry
    assert isinstance(entry, RolePlay)
    assert entry.played + entry.debrief_minutes == entry.minutes == 20
