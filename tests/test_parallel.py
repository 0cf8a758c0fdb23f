"""Work in several processes gives what it gives in one."""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import parallel
from generator.parallel import Aside, Later, in_parts


def _doubled(numbers: Sequence[int]) -> list[int]:
    return [2 * number for number in numbers]


@pytest.mark.parametrize("cores", [1, 2, 3, 7])
def test_the_order_and_the_result_do_not_depend_on_the_number_of_cores(
    monkeypatch: pytest.MonkeyPatch, cores: int
) -> None:
    monkeypatch.setattr(parallel, "cores", lambda: cores)
    for length in (0, 1, 2, 6, 7, 50):
        assert in_parts(_doubled, range(length)) == [2 * n for n in range(length)]


@given(st.lists(st.text(max_size=50), max_size=30))
def test_what_comes_back_is_what_was_made(texts: list[str]) -> None:
    assert in_parts(list, texts) == texts


def test_an_error_in_the_copy_is_raised_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "cores", lambda: 2)
    aside = Aside(lambda: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        aside.result()


def test_a_copy_that_was_killed_is_done_again_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "cores", lambda: 2)
    here = os.getpid()
    aside = Aside(lambda: "done" if os.getpid() == here else os._exit(9))
    assert aside.result() == "done"


def test_nothing_is_copied_while_threads_run() -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert parallel.cores() == 1
    finally:
        done.set()
        thread.join()


@pytest.mark.parametrize("cores", [1, 2])
def test_a_sequence_made_aside_is_like_any_other(monkeypatch: pytest.MonkeyPatch, cores: int) -> None:
    monkeypatch.setattr(parallel, "cores", lambda: cores)
    later = Later(lambda: ("a", "b", "c"))
    assert (list(later), len(later), later[1], later[1:], "c" in later) == (["a", "b", "c"], 3, "b", ("b", "c"), True)
