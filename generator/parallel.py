"""Share work among the cores of the machine. What comes out does not depend on how many there are."""

from __future__ import annotations

import os
import pickle
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar, overload

T = TypeVar("T")
R = TypeVar("R")


class Aside:
    """Work that goes on in a copy of this process while this one does something else.

    The copy shares everything that was made before, so nothing is handed over but the result. Where there is one
    core only, where the system cannot copy a process, or where threads run (a copy of those may hang), the work is
    done when its result is asked for.
    """

    def __init__(self, work: Callable[[], Any]) -> None:
        self._work = work
        self._child = 0
        if cores() > 1:
            self._fork()

    def _fork(self) -> None:
        reader, writer = os.pipe()
        self._child = os.fork()
        if self._child:
            os.close(writer)
            self._reader = reader
            return
        # The copy must leave nothing behind: no flushing of inherited buffers, no handlers at exit.
        try:
            os.close(reader)
            with os.fdopen(writer, "wb") as pipe:
                pickle.dump(_outcome(self._work), pipe, protocol=pickle.HIGHEST_PROTOCOL)
            os._exit(0)
        except BaseException:
            os._exit(1)

    def result(self) -> Any:
        """What the work returned. Raises what it raised. To be asked once."""
        if not self._child:
            return self._work()
        with os.fdopen(self._reader, "rb") as pipe:
            answer = pipe.read()
        os.waitpid(self._child, 0)
        if not answer:
            return self._work()  # the copy was ended from outside
        fine, value = pickle.loads(answer)
        if fine:
            return value
        raise value


def _outcome(work: Callable[[], Any]) -> tuple[bool, Any]:
    try:
        return True, work()
    except Exception as error:
        return False, error


class Later(Sequence[T]):
    """A sequence that is made aside. Who looks into it waits until it is there."""

    def __init__(self, make: Callable[[], Sequence[T]]) -> None:
        self._aside: Aside | None = Aside(make)
        self._made: Sequence[T] = ()

    def _there(self) -> Sequence[T]:
        if self._aside:
            self._made, self._aside = self._aside.result(), None
        return self._made

    def __len__(self) -> int:
        return len(self._there())

    def __iter__(self) -> Iterator[T]:
        return iter(self._there())

    @overload
    def __getitem__(self, at: int) -> T: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...

    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        return self._there()[at]


def in_parts(work: Callable[[Sequence[T]], list[R]], items: Sequence[T]) -> list[R]:
    """What `work` makes of `items`, done in one part for each core, in the order of the items."""
    size = -(-len(items) // cores()) or 1
    first, *others = [items[at : at + size] for at in range(0, len(items), size)] or [items]
    asides = [Aside(lambda part=part: work(part)) for part in others]  # type: ignore[misc]
    done = work(first)
    for aside in asides:
        done = done + aside.result()
    return done


def cores() -> int:
    """How many cores may be used."""
    if not hasattr(os, "fork") or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
