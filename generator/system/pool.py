"""New processes for long work. They end with this one, and one that dies is no fault of the program.

Each is given one piece of work after the other through a pipe, so no shared memory and no locks are needed.
"""

from __future__ import annotations

import errno
import json
import os
import pickle
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Any, TypeVar

from generator.system import scratch
from generator.system.refusal import REMEDIES, Refused

T = TypeVar("T")
R = TypeVar("R")

PROGRAM = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from generator.system.worker import main; main()"


@dataclass(slots=True)
class _Worker:
    """A process, the pipes to it, and the number of the piece of work that it has."""

    process: subprocess.Popen[bytes]
    jobs: Connection
    answers: Connection
    at: int | None = None

    def end(self) -> int:
        """End the process, and return its exit code or the negative number of the signal that ended it."""
        self.process.kill()  # before its pipe is closed, from which it would conclude that this process has ended
        code = self.process.wait()
        self.jobs.close()
        self.answers.close()
        return code


def _started() -> _Worker:
    arguments = [sys.executable, "-c", PROGRAM, json.dumps(sys.path), str(scratch.folder())]
    process = subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdin
    assert process.stdout
    jobs, answers = os.dup(process.stdin.fileno()), os.dup(process.stdout.fileno())
    process.stdin.close()
    process.stdout.close()
    return _Worker(process, Connection(jobs, readable=False), Connection(answers, writable=False))


class Pool:
    """At most `size` processes, which end with the pool."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._workers: list[_Worker] = []

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_: object) -> None:
        while self._workers:
            self._workers.pop().end()

    def results(self, work: Callable[[T], R], items: Sequence[T]) -> Iterator[R]:
        """The result of `work` for each item, in order. Raises what it raises; `Refused` if its process dies twice."""
        waiting, died = deque(range(len(items))), set[int]()
        done: dict[int, Any] = {}
        following = 0
        while len(self._workers) < self._size and self._start():
            pass
        while following < len(items):
            self._hand_out(work, items, waiting, died)
            for worker in self._ready():
                number = worker.at
                assert number is not None
                answer = _answer(worker)
                if answer is None:
                    self._lost(worker, number, waiting, died)
                    continue
                succeeded, value = pickle.loads(answer)
                if not succeeded:
                    raise value
                done[number], worker.at = value, None
            while following in done:
                yield done.pop(following)
                following += 1

    def _start(self) -> bool:
        """Start a process. Returns whether there is one more; raises OSError if there is none at all."""
        try:
            self._workers.append(_started())
        except OSError:
            if not self._workers:
                raise
            self._size = len(self._workers)
            return False
        return True

    def _hand_out(self, work: Callable[[T], R], items: Sequence[T], waiting: deque[int], died: set[int]) -> None:
        for worker in list(self._workers):
            if worker.at is None and waiting:
                number = worker.at = waiting.popleft()
                try:
                    worker.jobs.send_bytes(pickle.dumps((work, items[number]), pickle.HIGHEST_PROTOCOL))
                except OSError:
                    self._lost(worker, number, waiting, died)

    def _ready(self) -> list[_Worker]:
        busy = {worker.answers: worker for worker in self._workers if worker.at is not None}
        return [worker for pipe, worker in busy.items() if pipe in wait(list(busy))]

    def _lost(self, worker: _Worker, number: int, waiting: deque[int], died: set[int]) -> None:
        """A process has died. Its work is done once more, at the end and by the others: there may be little memory."""
        self._workers.remove(worker)
        code = worker.end()
        if number in died:
            raise Refused(_said(code))
        died.add(number)
        waiting.append(number)
        if not self._workers:
            self._start()


def _answer(worker: _Worker) -> bytes | None:
    """The answer of a process; None if it has died."""
    try:
        return worker.answers.recv_bytes()
    except (EOFError, OSError):
        return None


def _said(code: int) -> str:
    by = f"ended by {signal.Signals(-code).name}" if code < 0 else f"ended with the code {code}"
    why = " That happens when there is not enough memory." if code == -signal.SIGKILL else ""
    return f"A process that did a part of the work was {by}, twice.{why} {REMEDIES[errno.ENOMEM]}."
