"""Work in several processes gives what it gives in one."""

from __future__ import annotations

import gc
import os
import threading
import time
import weakref
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import parallel
from generator.parallel import ALONE, Forks, spawned
from tests.conftest import some_of


def _doubled(numbers: Sequence[int]) -> list[int]:
    return [2 * number for number in numbers]


@pytest.mark.parametrize("cores", [1, 2, 3, 7])
def test_the_order_and_the_result_do_not_depend_on_the_number_of_cores(
    monkeypatch: pytest.MonkeyPatch, cores: int
) -> None:
    monkeypatch.setattr(parallel, "cores", lambda: cores)
    for length in (0, 1, 2, 6, 7, 50):
        assert Forks().share(_doubled, range(length)) == [2 * n for n in range(length)]


@pytest.mark.sampled
@given(st.lists(st.text(max_size=50), max_size=30))
@settings(max_examples=some_of(100))
def test_what_comes_back_is_what_was_made(texts: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(parallel, "cores", lambda: 2)
        assert Forks().share(list, texts) == ALONE.share(list, texts) == texts


class _Node:
    """An object that refers to itself, as templates leave them."""

    def __init__(self) -> None:
        self.itself = self


@pytest.mark.parametrize("cores", [1, 2])
def test_cycles_of_one_part_of_the_work_are_gone_at_the_next_also_without_garbage_collection(
    monkeypatch: pytest.MonkeyPatch, cores: int
) -> None:
    monkeypatch.setattr(parallel, "cores", lambda: cores)
    nodes: list[weakref.ref[_Node]] = []

    def alive(part: Sequence[int]) -> list[int]:
        before = sum(node() is not None for node in nodes)
        nodes.extend(weakref.ref(_Node()) for _ in part)
        return [before] * len(part)

    gc.disable()
    try:
        assert Forks().share(alive, range(200)) == [0] * 200
    finally:
        gc.enable()


def test_an_error_in_the_copy_is_raised_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "cores", lambda: 2)
    result = Forks().start(lambda: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        result()


def test_a_copy_that_was_killed_is_done_again_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "cores", lambda: 2)
    here = os.getpid()
    result = Forks().start(lambda: "done" if os.getpid() == here else os._exit(9))
    assert result() == "done"


def test_nothing_is_copied_while_threads_run() -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert parallel.cores() == 1
    finally:
        done.set()
        thread.join()


def test_forks_work_in_another_process_and_alone_in_this_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "cores", lambda: 2)
    assert ALONE.start(os.getpid)() == os.getpid() != Forks().start(os.getpid)()


def test_what_a_killed_copy_had_taken_is_done_again_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "cores", lambda: 3)
    here = os.getpid()

    def work(numbers: Sequence[int]) -> list[int]:
        if os.getpid() != here and 20 in numbers:
            os._exit(9)
        time.sleep(0.001)  # so that each copy takes parts
        return _doubled(numbers)

    assert Forks().share(work, range(100)) == [2 * n for n in range(100)]


@pytest.mark.usefixtures("all_cores")
def test_new_processes_give_the_results_in_the_order_of_the_items() -> None:
    assert list(spawned(str.upper, ["a", "b", "c", "d", "e"])) == ["A", "B", "C", "D", "E"]
    assert list(spawned(str.upper, [])) == []
