"""A command in which one call of the system fails. Arguments: the number of the call, the number of the error, words.

The calls are those that Python reports to audit hooks, and `os.write`, of files in the folder of the playbook and in
that of temporary files. Their number is written to the file that the environment variable FAULTY_CALLS names.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any, NoReturn

SYSTEM = ("mkdir", "rename", "link", "symlink", "remove", "rmdir", "chmod", "scandir", "listdir", "fork", "truncate")
EVENTS = frozenset(("open", "subprocess.Popen", "tempfile.mkdtemp", *(f"os.{name}" for name in SYSTEM)))


def main() -> None:
    at, number, *words = sys.argv[1:]
    calls, process = 0, os.getpid()
    places = (os.path.realpath(os.getcwd()), os.path.realpath(os.environ["TMPDIR"]))

    def fail(path: object) -> None:
        nonlocal calls
        calls += 1
        if calls - 1 == int(at):
            raise OSError(int(number), os.strerror(int(number)), path)

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event in EVENTS:
            path = os.fsdecode(arguments[0]) if arguments and isinstance(arguments[0], str | bytes) else None
            if path is None or os.path.abspath(path).startswith(places):
                fail(path)

    write, end = os.write, os._exit

    def failing(descriptor: int, content: bytes) -> int:
        fail(None)
        return write(descriptor, content)

    def ended(code: int) -> NoReturn:
        if os.getpid() == process:
            Path(os.environ["FAULTY_CALLS"]).write_text(str(calls))
        end(code)

    from generator.cli import command

    os.write = failing  # type: ignore[assignment]
    os._exit = ended  # type: ignore[assignment]
    sys.addaudithook(hook)
    sys.argv = ["playbook", *words]
    command()


if __name__ == "__main__":
    main()
