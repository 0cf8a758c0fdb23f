"""Tries commands on hostile content, each in a process of its own that may take little time and little memory.

Reads a line of JSON for each trial: the folder of the playbook. Forks, so that the program is loaded only once.
"""

from __future__ import annotations

import contextlib
import gc
import io
import json
import os
import resource
import sys
import traceback
from pathlib import Path

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


def _limit() -> None:
    taken = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    memory = taken + MEGABYTES * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (COMMANDS * SECONDS, COMMANDS * SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


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


def _forked(folder: str) -> None:
    """The result of a trial on standard output, or the signal that ended it."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        try:
            _limit()
            result = _try(folder)
        except BaseException:
            result = {"code": None, "found": [traceback.format_exc()]}
        with os.fdopen(writing, "w") as pipe:
            pipe.write(json.dumps(result))
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        answer = pipe.read()
    _, status = os.waitpid(child, 0)
    if not answer:
        answer = json.dumps({"code": None, "found": [f"ended by signal {os.WTERMSIG(status)}"]})
    print(answer, flush=True)


if __name__ == "__main__":
    general()
    for kind in BUILT_IN:
        kind.model.model_rebuild()
    program()
    # A process that is forked copies what the garbage collector touches.
    gc.freeze()
    for line in sys.stdin:
        _forked(json.loads(line))
