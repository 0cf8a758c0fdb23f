"""A process that has loaded the program, and runs each command in a fork of its own.

A command starts as it does for people, with nothing from the command before it, and without the third of a second that
Python takes to load everything. Run as a program it reads the commands: a line of JSON with the words and the folder.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile

from tests.answering_process import AnsweringProcess


class LoadedProgram:
    """The process, from outside."""

    def __init__(self, process: AnsweringProcess) -> None:
        self._process = process

    def run(self, *words: str, cwd: Path) -> tuple[int, str, str]:
        """The exit code of a command, or minus the signal that ended it, and what it wrote on each stream."""
        code, out, err = self._process.ask([words, str(cwd)])
        return code, out, err


@contextmanager
def loaded_program() -> Iterator[LoadedProgram]:
    with AnsweringProcess("tests.loaded_program") as process:
        yield LoadedProgram(process)


def _forked(words: list[str], folder: str) -> tuple[int, str, str]:
    from generator import cli

    with TemporaryFile() as out, TemporaryFile() as err:
        child = os.fork()
        if not child:
            os.chdir(folder)
            for file, stream in ((os.open(os.devnull, os.O_RDONLY), 0), (out.fileno(), 1), (err.fileno(), 2)):
                os.dup2(file, stream)
            sys.argv = ["playbook", *words]
            cli.command()
        _, status = os.waitpid(child, 0)
        texts = []
        for file in (out, err):
            file.seek(0)
            texts.append(file.read().decode())
    return os.waitstatus_to_exitcode(status), *texts


def _load() -> None:
    """Everything that a command imports when it first needs it."""
    from importlib import import_module
    from pkgutil import walk_packages

    import generator
    from generator.caching.program import program

    for module in walk_packages(generator.__path__, "generator."):
        if ".starter" not in module.name:
            import_module(module.name)
    program()
    # A process that is forked copies what the garbage collector touches.
    gc.freeze()


if __name__ == "__main__":
    _load()
    for line in sys.stdin:
        print(json.dumps(_forked(*json.loads(line))), flush=True)
