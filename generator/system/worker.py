"""A process of a pool: does pieces of work from its standard input, and answers on its standard output."""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
from multiprocessing.connection import Connection
from pathlib import Path
from queue import SimpleQueue
from threading import Thread

from generator.system import scratch


def main() -> None:
    """Work until standard input is closed, which it is when the process that started this one ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches both; the other ends this one
    scratch.belongs_to(Path(sys.argv[2]))
    gc.disable()  # the work collects when it has used much
    jobs, answers = Connection(os.dup(0), writable=False), Connection(os.dup(1), readable=False)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)  # what a library prints is no answer
    received: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_receive, args=(jobs, received), daemon=True).start()
    while True:
        answers.send_bytes(_answer(received.get()))


def _receive(jobs: Connection, received: SimpleQueue[bytes]) -> None:
    try:
        while True:
            received.put(jobs.recv_bytes())
    except (EOFError, OSError):
        scratch.remove()
        os._exit(0)


def _answer(job: bytes) -> bytes:
    try:
        work, item = pickle.loads(job)
        return pickle.dumps((True, work(item)), pickle.HIGHEST_PROTOCOL)
    except Exception as error:
        try:
            return pickle.dumps((False, error))
        except Exception:
            return pickle.dumps((False, RuntimeError(repr(error))))
