"""Work on all cores. The result never depends on how many there are.

Commands start processes, so they hand workers to the stages: `Forks` for short work on values that exist already,
`spawned` for long work whose input is small. `ALONE` does everything in this process.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, Protocol, TypeVar

from generator.system.parent import bond

T = TypeVar("T")
R = TypeVar("R")

MOST_SPAWNED = 8
"""The maximum number of new processes, because each needs its own memory."""


class Workers(Protocol):
    """Executes the work of a stage."""

    def start(self, work: Callable[[], T]) -> Callable[[], T]:
        """Start `work` and return a function that waits for its result and may be called once."""

    def share(self, work: Callable[[Sequence[T]], list[R]], items: Sequence[T]) -> list[R]:
        """The results of `work` for `items`, in their order. `work` is called with parts of the items, one by one."""


class Alone:
    """Workers without processes: started work is done when its result is requested."""

    def start(self, work: Callable[[], T]) -> Callable[[], T]:
        return work

    def share(self, work: Callable[[Sequence[T]], list[R]], items: Sequence[T]) -> list[R]:
        return work(items)


ALONE = Alone()


class Forks:
    """Workers that are forks of this process.

    A fork shares all existing values, so only results are transferred, and it ends with this process. With one core,
    without fork, with running threads (a fork of those may hang), or if the system gives no process, this process does
    the work itself.
    """

    def start(self, work: Callable[[], T]) -> Callable[[], T]:
        fork = _forked(work) if cores() > 1 else None
        return fork.result if fork else work

    def share(self, work: Callable[[Sequence[T]], list[R]], items: Sequence[T]) -> list[R]:
        size = LARGEST_PART if cores() == 1 else max(1, min(LARGEST_PART, len(items) // (PARTS_PER_CORE * cores())))
        parts = [items[at : at + size] for at in range(0, len(items), size)]
        if cores() == 1 or len(parts) < 2:
            with _frozen():
                return [result for part in parts for result in _tidy(work, part)]
        with _Tickets(len(parts)) as tickets, _frozen():

            def take() -> dict[int, list[R]]:
                return {number: _tidy(work, parts[number]) for number in tickets}

            forks = list(filter(None, (_forked(take) for _ in range(min(cores(), len(parts)) - 1))))
            try:
                done = take()
                for fork in forks:
                    done |= fork.result()
            except BaseException:
                for fork in forks:
                    fork.end()
                raise
        # A fork that was killed has taken its part with it.
        missing = {number: _tidy(work, part) for number, part in enumerate(parts) if number not in done}
        done |= missing
        return [result for number in range(len(parts)) for result in done[number]]


PARTS_PER_CORE, LARGEST_PART = 200, 25
"""So many parts of shared work there are for each core, if that makes none larger than so many items: a process that
has finished early takes the next, so that none waits long for another, and what a part leaves behind is little."""


def _tidy(work: Callable[[Sequence[T]], list[R]], part: Sequence[T]) -> list[R]:
    """The results of `work`, without the cycles of objects that it leaves.

    Templates leave 200 kB for each page that they put into its frame, and builds disable garbage collection.
    """
    done = work(part)
    if not gc.isenabled():
        gc.collect()
    return done


@contextmanager
def _frozen() -> Iterator[None]:
    """What `_tidy` collects are new objects only: to look at all of them takes long, and makes forks copy them."""
    if gc.isenabled():
        yield
        return
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


class _Tickets:
    """Numbers of parts, each of which one process gets: bytes in a pipe, of which a read takes whole ones."""

    SIZE = 2

    def __init__(self, count: int) -> None:
        self._reader, writer = os.pipe()
        os.write(writer, b"".join(number.to_bytes(self.SIZE, "big") for number in range(count)))
        os.close(writer)

    def __iter__(self) -> Iterator[int]:
        while ticket := os.read(self._reader, self.SIZE):
            yield int.from_bytes(ticket, "big")

    def __enter__(self) -> _Tickets:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._reader)


def _forked(work: Callable[[], Any]) -> _Fork | None:
    try:
        return _Fork(work)
    except OSError:  # too many processes or open files, or too little memory
        return None


class _Fork:
    """Work in a fork of this process."""

    def __init__(self, work: Callable[[], Any]) -> None:
        self._work = work
        held = bond(os.getpid())
        reader, writer = os.pipe()
        try:
            self._child = os.fork()
        except OSError:
            os.close(reader)
            os.close(writer)
            raise
        if self._child:
            os.close(writer)
            self._reader = reader
            return
        # The fork must not flush inherited buffers or run exit handlers.
        try:
            held.hold()
            os.close(reader)
            with os.fdopen(writer, "wb") as pipe:
                pickle.dump(_outcome(self._work), pipe, protocol=pickle.HIGHEST_PROTOCOL)
            os._exit(0)
        except BaseException:
            os._exit(1)

    def result(self) -> Any:
        """The result of the work. Raises its exception."""
        with os.fdopen(self._reader, "rb") as pipe:
            self._reader = -1
            answer = pipe.read()
        os.waitpid(self._child, 0)
        self._child = 0
        if not answer:
            return self._work()  # the fork was killed
        succeeded, value = pickle.loads(answer)
        if succeeded:
            return value
        raise value

    def end(self) -> None:
        """End the fork if it still runs, because its result is not wanted any more."""
        with suppress(OSError):
            if self._child:
                os.kill(self._child, signal.SIGKILL)
                os.waitpid(self._child, 0)
            if self._reader >= 0:
                os.close(self._reader)


def _outcome(work: Callable[[], Any]) -> tuple[bool, Any]:
    try:
        return True, work()
    except Exception as error:
        return False, error


def spawned(work: Callable[[T], R], items: Sequence[T]) -> Iterator[R]:
    """The result of `work` for each item, in order, from new processes: forks of a process with threads may hang.

    Garbage collection is off in them: `work` collects when it has used much. Raises `Refused` if they die.
    """
    from generator.system.pool import Pool

    workers = min(usable_cores(), MOST_SPAWNED, len(items))
    if workers < 2:
        yield from map(work, items)
        return
    with Pool(workers) as pool:
        yield from pool.results(work, items)


def cores() -> int:
    """The number of cores that forks may use; 1 if this process must not fork."""
    return 1 if not hasattr(os, "fork") or threading.active_count() > 1 else usable_cores()


def usable_cores() -> int:
    """The number of cores that this process and those that it starts may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
