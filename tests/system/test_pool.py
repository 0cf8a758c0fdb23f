"""Processes of a pool: what they do is done once, in order, and whatever happens to them nobody waits for ever."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from generator.system.pool import Pool
from generator.system.refusal import Refused


def dies_once(mark: str) -> str:
    """Ends its process the first time, as the system does when there is too little memory."""
    path = Path(mark)
    if path.suffix == ".dies" and not path.exists():
        path.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return path.name


def test_work_whose_process_dies_is_done_by_another(tmp_path: Path) -> None:
    marks = [str(tmp_path / name) for name in ("a", "b.dies", "c", "d")]
    with Pool(2) as pool:
        assert list(pool.results(dies_once, marks)) == ["a", "b.dies", "c", "d"]


def test_work_whose_process_dies_twice_is_refused() -> None:
    with Pool(2) as pool, pytest.raises(Refused, match=r"was ended with the code 9, twice\. End other programs"):
        list(pool.results(os._exit, [9]))


def test_errors_are_raised_here_and_output_is_no_answer() -> None:
    with Pool(1) as pool, pytest.raises(ZeroDivisionError):
        list(pool.results(eval, ["print('words') or 7", "1 // 0"]))


def test_without_processes_the_work_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr("subprocess.Popen", refused)
    with Pool(2) as pool, pytest.raises(BlockingIOError):
        list(pool.results(len, ["a", "b"]))
