"""How much work a function does, counted in lines of Python that run: the same on each machine and each time."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def lines_run(function: Callable[[], object]) -> int:
    """How many lines run while `function` does, but for those of libraries written in C."""
    count = 0

    def trace(_frame: FrameType, event: str, _argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        function()
    finally:
        sys.settrace(before)
    return count


def assert_linear(work: Callable[[str], object], unit: str, repeated: int = 80) -> None:
    """Work on twice as long a text is at most about twice the work."""
    once, twice = (lines_run(lambda length=length: work(unit * length)) for length in (repeated, 2 * repeated))
    assert twice <= 2.3 * once + 200, f"{unit!r}: {once} lines for {repeated}, {twice} for twice as many"
