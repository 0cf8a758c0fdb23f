"""Work in several processes gives what it gives in one."""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import parallel
from generator.parallel import ALONE, Forks, Lazy, Workers, spawned


def _doubled(numbers: Sequence[int]) -> list[int]:
    return [2 * number for number in numbers]


@pytest.mark.parametrize("cores", [1, 2, 3, 7])
def test_the_order_and_the_result_do_not_depend_on_the_number_of_cores(
    monkeypatch: pytest.MonkeyPatch, cores: int
) -> None:
    monkeypatch.setattr(parallel, "cores", lambda: cores)
    for length in (0, 1, 2, 6, 7, 50):
        assert Forks().share(_doubled, range(length)) == [2 * n for n in range(length)]


@given(st.lists(st.text(max_size=50), max_size=30))
def test_what_comes_back_is_what_was_made(texts: list[str]) -> None:
    assert Forks().share(list, texts) == ALONE.share(list, texts) == texts


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


@pytest.mark.parametrize("workers", [ALONE, Forks()])
def test_a_lazy_sequence_is_made_once_and_like_any_other(workers: Workers) -> None:
    made: list[str] = []

    def make() -> tuple[str, ...]:
        made.append("made")
        return ("a", "b", "c")

    lazy = Lazy(make)
    assert made == []
    assert workers.start(lambda: tuple(lazy))() == ("a", "b", "c")
    assert (list(lazy), len(lazy), lazy[1], lazy[1:], "c" in lazy) == (["a", "b", "c"], 3, "b", ("b", "c"), True)
    assert made == ["made"]


def test_new_processes_give_the_results_in_the_order_of_the_items() -> None:
    assert list(spawned(str.upper, ["a", "b", "c", "d", "e"])) == ["A", "B", "C", "D", "E"]
    assert list(spawned(str.upper, [])) == []
