"""The command `playbook`: what can be asked for, and what happens when something goes wrong."""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from io import TextIOWrapper
from types import ModuleType
from typing import NoReturn

from generator import __version__
from generator.commands._calling import OK, OUR_FAULT, Stop

COMMANDS: Mapping[str, str] = {
    "build": "Build the site.",
    "serve": "Show the site in a browser and rebuild it on each change.",
    "check": "Say everything that is wrong with the content.",
    "print": "Make PDFs of sheets, packs and the whole playbook.",
    "list": "List entries: of a kind, for a moment, or that nothing leads to.",
    "graph": "Show what leads where, around one entry or in the whole playbook.",
    "init": "Write a new playbook with one small entry of each kind.",
    "new": "Write the skeleton of an entry, to be filled in.",
    "rename": "Give an entry another id, in its file and wherever it is named.",
    "remove": "Take an entry out, once nothing refers to it, and leave a redirect.",
    "addresses": "Record every address that is published, and keep alive or give up those that are gone.",
    "diff": "Say what changes against another git revision, in words for reviewers.",
    "schema": "Write what editors need to complete fields and ids: schemas/, .vscode/, the first line of files.",
    "explain": "Explain a diagnostic: what, why, and the repair. Or a kind: its fields and relations.",
}
"""Every command, with its purpose. Each is the module of its name in `commands`."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command. Exit code 0: done; 1: the content has problems; 2: the call or the configuration has."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that lacks a letter shows a question mark
    # Looking for plugins of pydantic among all installed packages costs a tenth of a check, and there are none.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    words = list(sys.argv[1:] if argv is None else argv)
    arguments = _parser(words).parse_args(words)
    run: Callable[[argparse.Namespace], int] = arguments.run
    try:
        code = run(arguments)
        sys.stdout.flush()
        return code
    except Stop as stop:
        if str(stop):
            print(stop, file=sys.stderr)
        return stop.code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read our output has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except Exception as error:
        return _our_fault(error)


def command() -> NoReturn:
    """The command as it is installed. What lies in memory at the end is left to the system, which is faster at it."""
    code = main()
    sys.stderr.flush()
    os._exit(code)


def _our_fault(error: Exception) -> int:
    if os.environ.get("PLAYBOOK_DEBUG"):
        traceback.print_exc()
    print(
        f"playbook: this is a fault of the program, not of your content: {type(error).__name__}: {error}\n"
        "   The published site is as it was. For a report, run again with PLAYBOOK_DEBUG=1 and add what it prints.",
        file=sys.stderr,
    )
    return OUR_FAULT


def _parser(words: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="playbook", description="Compile a playbook kept as YAML into a site.", allow_abbrev=False
    )
    parser.add_argument("--version", action="version", version=f"playbook {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, purpose in COMMANDS.items():
        command = commands.add_parser(name, help=purpose, description=purpose, allow_abbrev=False)
        # Only the module of the command that is called is loaded.
        if name in words:
            module = _module(name)
            command.set_defaults(run=module.run)
            module.arguments(command)
    return parser


def _module(command: str) -> ModuleType:
    return import_module(f"generator.commands.{command}")


if __name__ == "__main__":
    command()
