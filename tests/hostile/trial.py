"""Tries commands on hostile content, in a process that may take little time and little memory.

Reads a line of JSON for each trial: the folder of the playbook. Forks, so that the program is loaded only once, and a
trial that ends its process ends nothing else. Commands keep nothing in memory from one trial to the next.
"""

from __future__ import annotations

import contextlib
import gc
import io
import json
import math
import os
import resource
import signal
import sys
import time
import traceback
from pathlib import Path
from typing import TextIO

# Loaded before the fork, like everything below that commands import when they first need it.
from generator import pipeline  # noqa: F401
from generator.caching.program import program
from generator.cli import main
from generator.commands import build, check  # noqa: F401
from generator.kinds import BUILT_IN
from generator.paper import pdf  # noqa: F401
from generator.publishing import site_folder  # noqa: F401
from generator.reading import cache  # noqa: F401
from generator.reporting import machine_formats  # noqa: F401
from generator.reporting.explain import general

SECONDS = 2
COMMANDS = 2
MEGABYTES = 200
MOST = 30
"""After so many trials there is a new fork: all of its trials together may take no more memory than one."""


def _limit_memory() -> None:
    taken = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    memory = taken + MEGABYTES * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_time() -> None:
    """End this process if it takes too much time from now on. Its forks inherit a limit that has been rounded up."""
    signal.setitimer(signal.ITIMER_PROF, COMMANDS * SECONDS)
    most = math.ceil(time.process_time()) + COMMANDS * SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (most, resource.RLIM_INFINITY))


def _said(*words: str) -> tuple[int, str]:
    with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()) as err:
        code = main(words)
    return code, out.getvalue() + err.getvalue()


def _try(folder: str) -> dict[str, object]:
    os.chdir(folder)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    code, said = _said("check", "--format", "json")
    spent = resource.getrusage(resource.RUSAGE_SELF).ru_utime - before
    # What is wrong with a configuration is compared as people read it.
    found = json.loads(said)["problems"] if code < 2 else [_said("check")[1]]
    built = _said("build")[0] if code else None
    return {"code": code, "found": found, "built": built, "seconds": spent}


class _Fork:
    """A fork of this process that tries one playbook after another, until one of them ends it."""

    def __init__(self) -> None:
        self.tried = 0
        (asked, self._asking), (self._answered, answering) = os.pipe(), os.pipe()
        self._child = os.fork()
        if not self._child:
            try:
                os.close(self._asking)
                os.close(self._answered)
                with os.fdopen(asked) as questions, os.fdopen(answering, "w") as answers:
                    _answer(questions, answers)
            finally:
                os._exit(0)
        os.close(asked)
        os.close(answering)
        self._answers = os.fdopen(self._answered)

    def ask(self, question: str) -> str:
        """The line of an answer; empty if the fork has ended."""
        self.tried += 1
        os.write(self._asking, question.encode())
        return self._answers.readline()

    def end(self) -> int:
        """Its status."""
        os.close(self._asking)
        self._answers.close()
        return os.waitpid(self._child, 0)[1]


def _answer(questions: TextIO, answers: TextIO) -> None:
    _limit_memory()
    for line in questions:
        _limit_time()
        try:
            result = _try(json.loads(line))
        except BaseException:
            result = {"code": None, "found": [traceback.format_exc()]}
        signal.setitimer(signal.ITIMER_PROF, 0)
        print(json.dumps(result), file=answers, flush=True)
        # Commands turn it off, because their process soon ends.
        gc.enable()
        gc.collect()


def _answer_all() -> None:
    fork = None
    for line in sys.stdin:
        fork = fork or _Fork()
        answer = fork.ask(line)
        if not answer or fork.tried == MOST:
            status, fork = fork.end(), None
            said = f"ended by signal {os.WTERMSIG(status)}"
            answer = answer or json.dumps({"code": None, "found": [said]}) + "\n"
        print(answer, end="", flush=True)
    if fork:
        fork.end()


if __name__ == "__main__":
    general()
    for kind in BUILT_IN:
        kind.model.model_rebuild()
    program()
    # A process that is forked copies what the garbage collector touches.
    gc.freeze()
    _answer_all()
