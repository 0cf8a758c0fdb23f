"""A command in which one call of the system fails. Arguments: the number of the call, the number of the error, words.

The calls are those that Python reports to audit hooks, and `os.write`, of files in the folder of the playbook.
"""

from __future__ import annotations

import os
import sys
from typing import Any

EVENTS = ("open", "os.mkdir", "os.rename", "os.link", "os.remove", "os.rmdir", "os.chmod", "os.scandir", "os.fork")
EVENTS += ("subprocess.Popen", "os.truncate", "os.setxattr", "tempfile.mkdtemp")


def main() -> None:
    at, number, *words = sys.argv[1:]
    calls = iter(range(10**9))
    places = (os.path.realpath(os.getcwd()), os.path.realpath(os.environ["TMPDIR"]))

    def fail(path: object) -> None:
        if next(calls) == int(at):
            raise OSError(int(number), os.strerror(int(number)), path)

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event in EVENTS:
            path = os.fsdecode(arguments[0]) if arguments and isinstance(arguments[0], str | bytes) else None
            if path is None or os.path.abspath(path).startswith(places):
                fail(path)

    write = os.write

    def failing(descriptor: int, content: bytes) -> int:
        fail(None)
        return write(descriptor, content)

    from generator.cli import command

    os.write = failing
    sys.addaudithook(hook)
    sys.argv = ["playbook", *words]
    command()


if __name__ == "__main__":
    main()
