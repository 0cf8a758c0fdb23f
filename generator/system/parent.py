"""End with the process that has started this one, however that ends."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from functools import cache
from threading import Thread

_SET_PARENT_DEATH_SIGNAL = 1


def when_closed(descriptor: int, then: Callable[[], object]) -> None:
    """Call `then` in a thread when the other end of a pipe is closed, and end the process."""

    def watch() -> None:
        try:
            while os.read(descriptor, 1):
                pass
        finally:
            then()
            os._exit(1)

    Thread(target=watch, daemon=True).start()


@cache
def _prctl() -> Callable[..., int] | None:
    import ctypes

    found: Callable[..., int] | None = getattr(ctypes.CDLL(None), "prctl", None)
    return found if sys.platform == "linux" else None


class Bond:
    """Made before a fork: lets the fork end with this process."""

    def __init__(self) -> None:
        self._parent = os.getpid()
        self._ends = (-1, -1) if _prctl() else os.pipe()

    def hold(self) -> None:
        """In the fork: from now on it ends with the process that made this."""
        prctl = _prctl()
        if prctl:
            prctl(_SET_PARENT_DEATH_SIGNAL, signal.SIGKILL)
            if os.getppid() != self._parent:  # that has ended meanwhile
                os._exit(1)
        else:
            reader, writer = self._ends
            os.close(writer)
            when_closed(reader, lambda: None)


@cache
def bond(_process: int) -> Bond:
    """The bond to a process; its forks have bonds of their own."""
    return Bond()
