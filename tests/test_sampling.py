"""The sample of entries that `make test` tries."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.kinds.term import Term
from generator.kinds.worksheet import Worksheet
from tests.conftest import EVERY_CASE
from tests.playbooks import REAL_PLAYBOOK, reading
from tests.sampling import covering, parts_of, sampled


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(EVERY_CASE, raising=False)


@given(st.lists(st.frozensets(st.integers(0, 9)), max_size=8))
def test_what_is_left_out_has_nothing_that_the_others_have_not(every: list[frozenset[int]]) -> None:
    chosen = covering(every, lambda features: features)
    assert frozenset().union(*chosen) == frozenset().union(*every)
    assert len(chosen) <= len(frozenset().union(*every))


def test_the_next_is_the_one_that_adds_most_and_all_are_in_their_order() -> None:
    assert covering(["ab", "c", "abd", "d"], set) == ("c", "abd")


def test_the_environment_asks_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(EVERY_CASE, "1")
    assert covering(["ab", "a"], set) == ("ab", "a")


def test_parts_are_those_of_an_entry_within_each_other_and_their_choices() -> None:
    term = {
        "title": "T",
        "summary": "S.",
        "meaning": "M.",
        "draft": "true",
        "sources": [{"source": "a", "where": "W."}],
    }
    assert parts_of(Term.model_validate(term)) == {"Term", "Term.draft: True", "Term.sources[].Citation"}


def test_the_worksheets_of_the_sample_have_every_block_in_every_form() -> None:
    entries = reading(REAL_PLAYBOOK).graph.entries
    sheets = {located.id: located.entry for located in entries.values() if isinstance(located.entry, Worksheet)}
    chosen = sampled("worksheet")
    assert len(chosen) < len(sheets)
    blocks = [{(type(block), block.type) for block in sheet.blocks} for sheet in sheets.values()]
    assert set().union(*blocks) == {(type(block), block.type) for one in chosen for block in sheets[one].blocks}
