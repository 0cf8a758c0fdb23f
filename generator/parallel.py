"""Work on all cores. The result never depends on how many there are.

Commands start processes, so they hand workers to the stages: `Forks` for short work on values that exist already,
`spawned` for long work whose input is small. `ALONE` does everything in this process.
"""

from __future__ import annotations

import os
import pickle
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any, Protocol, TypeVar, overload

T = TypeVar("T")
R = TypeVar("R")

MOST_SPAWNED = 8
"""At most so many new processes, since each needs memory of its own."""


class Workers(Protocol):
    """Those who do the work of a stage."""

    def start(self, work: Callable[[], T]) -> Callable[[], T]:
        """Begin `work` and return a function that waits for its result. To be called once."""

    def share(self, work: Callable[[Sequence[T]], list[R]], items: Sequence[T]) -> list[R]:
        """What `work` makes of `items`, in their order. `work` is called with one part of them for each core."""


class Alone:
    """Workers that are this process: started work is done when its result is asked for."""

    def start(self, work: Callable[[], T]) -> Callable[[], T]:
        return work

    def share(self, work: Callable[[Sequence[T]], list[R]], items: Sequence[T]) -> list[R]:
        return work(items)


ALONE = Alone()


class Forks:
    """Workers that are copies of this process.

    A copy shares everything that was made before, so that only results are handed over. Where there is one core,
    where the system cannot copy a process, or where threads run (a copy of those may hang), this process works alone.
    """

    def start(self, work: Callable[[], T]) -> Callable[[], T]:
        return _Fork(work).result if cores() > 1 else work

    def share(self, work: Callable[[Sequence[T]], list[R]], items: Sequence[T]) -> list[R]:
        size = -(-len(items) // cores()) or 1
        first, *others = [items[at : at + size] for at in range(0, len(items), size)] or [items]
        started = [self.start(lambda part=part: work(part)) for part in others]  # type: ignore[misc]
        done = work(first)
        for result in started:
            done = done + result()
        return done


class _Fork:
    """Work that a copy of this process does."""

    def __init__(self, work: Callable[[], Any]) -> None:
        self._work = work
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
        """What the work returned. Raises what it raised."""
        with os.fdopen(self._reader, "rb") as pipe:
            answer = pipe.read()
        os.waitpid(self._child, 0)
        if not answer:
            return self._work()  # the copy was killed
        succeeded, value = pickle.loads(answer)
        if succeeded:
            return value
        raise value


def _outcome(work: Callable[[], Any]) -> tuple[bool, Any]:
    try:
        return True, work()
    except Exception as error:
        return False, error


class Lazy(Sequence[T]):
    """A sequence that is made when somebody first looks into it."""

    def __init__(self, make: Callable[[], Sequence[T]]) -> None:
        self._make: Callable[[], Sequence[T]] | None = make
        self._made: Sequence[T] = ()

    def _items(self) -> Sequence[T]:
        if self._make:
            self._made, self._make = self._make(), None
        return self._made

    def __len__(self) -> int:
        return len(self._items())

    def __iter__(self) -> Iterator[T]:
        return iter(self._items())

    @overload
    def __getitem__(self, at: int) -> T: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...

    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        return self._items()[at]


def spawned(work: Callable[[T], R], items: Sequence[T]) -> Iterator[R]:
    """What `work` makes of each item, in their order, in new processes: a copy of one with threads may hang."""
    workers = min(_usable_cores(), MOST_SPAWNED, len(items))
    if workers < 2:
        yield from map(work, items)
        return
    with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
        yield from pool.map(work, items, chunksize=2)


def cores() -> int:
    """How many cores copies of this process may use."""
    return 1 if not hasattr(os, "fork") or threading.active_count() > 1 else _usable_cores()


def _usable_cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
