"""Show progress on a terminal."""

from __future__ import annotations

import os
import sys
from types import TracebackType


class Milestone(str):
    """A step that takes minutes. It is printed on its own line even if there is no terminal."""

    __slots__ = ()


class Progress:
    """A line on the terminal with the current step, cleared at the end. CI and pipes only get milestones."""

    def __init__(self, *, quiet: bool = False) -> None:
        self._quiet = quiet
        self._shows = not quiet and sys.stderr.isatty() and not os.environ.get("CI")

    def __call__(self, step: str) -> None:
        if self._shows:
            print(f"\r\033[K{step} …", end="", file=sys.stderr, flush=True)
        elif isinstance(step, Milestone) and not self._quiet:
            print(step, file=sys.stderr, flush=True)

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shows:
            print("\r\033[K", end="", file=sys.stderr, flush=True)
