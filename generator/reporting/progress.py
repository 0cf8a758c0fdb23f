"""Say what is being done, to people at a terminal."""

from __future__ import annotations

import os
import sys
from types import TracebackType


class Milestone(str):
    """A step of work that takes minutes. It has a line of its own where nobody sees the others."""

    __slots__ = ()


class Progress:
    """A line on the terminal that shows the step at hand and vanishes in the end. In CI and pipes milestones only."""

    def __init__(self) -> None:
        self._shows = sys.stderr.isatty() and not os.environ.get("CI")

    def __call__(self, step: str) -> None:
        if self._shows:
            print(f"\r\033[K{step} …", end="", file=sys.stderr, flush=True)
        elif isinstance(step, Milestone):
            print(step, file=sys.stderr, flush=True)

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shows:
            print("\r\033[K", end="", file=sys.stderr, flush=True)
