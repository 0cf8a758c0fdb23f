"""A lock that is had in the order in which it is asked for."""

from __future__ import annotations

from threading import Condition
from types import TracebackType


class Turns:
    """Lets one thread at a time do something, and each when it is its turn.

    A `threading.Lock` may go again and again to a thread that asks for it as soon as it has let go, while others wait.
    """

    def __init__(self) -> None:
        self._changed = Condition()
        self._asked = 0
        self._ended = 0

    @property
    def waiting(self) -> int:
        """How many wait for their turn."""
        with self._changed:
            return max(0, self._asked - self._ended - 1)

    def __enter__(self) -> None:
        with self._changed:
            mine = self._asked
            self._asked += 1
            self._changed.wait_for(lambda: self._ended == mine)

    def __exit__(self, _kind: type[BaseException] | None, _error: object, _trace: TracebackType | None) -> None:
        with self._changed:
            self._ended += 1
            self._changed.notify_all()
