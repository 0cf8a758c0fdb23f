"""The command `playbook`: its subcommands, exit codes and error handling."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from io import TextIOWrapper
from types import ModuleType
from typing import NoReturn

from generator import __version__
from generator.commands._calling import INTERNAL_ERROR, OK, USAGE, Stop, add_quiet, of_template, show
from generator.commands._parsing import Parser, unknown_command
from generator.system import scratch
from generator.system.refusal import refusal_of

COMMANDS: Mapping[str, str] = {
    "build": "Build the site.",
    "serve": "Show the site in a browser and rebuild it after each change.",
    "edit": "Change the playbook in a browser: the preview of `serve` with a form for every entry.",
    "check": "Report every problem in the content.",
    "print": "Make PDFs of sheets, packs and the whole playbook.",
    "read": "Read what people filled in in PDFs, as JSON or CSV.",
    "session": "Plan a session: times, copies, agenda and run sheet, as text, PDF or JSON.",
    "list": "List entries: of a kind, for a moment, or without links from other pages.",
    "graph": "Show the references of one entry, or of the whole playbook.",
    "init": "Create a new playbook with one small entry of each kind.",
    "new": "Create an entry with all its fields, for you to fill in.",
    "rename": "Change the id of an entry, in its file and in every reference.",
    "remove": "Delete an entry that nothing refers to, and add a redirect.",
    "addresses": "Record published addresses; redirect or give up those that no longer exist.",
    "diff": "Describe the changes since a git revision, for reviewers.",
    "nearby": "Work out which entries are near in meaning to the words that people use, for the search.",
    "schema": "Update the files with which editors complete fields and ids: schemas/, .vscode/, first lines.",
    "completion": "Print the script with which bash, zsh or fish complete commands, options, kinds and ids.",
    "explain": "Explain a diagnostic (what, why, correction) or a kind (fields and relations).",
}
"""Every command with its purpose. Each is the module of the same name in `commands`."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code.

    0: done; 1: problems in the content; 2: wrong arguments or configuration, or something that the system refuses, such
    as to write a file; 3: internal error; 130, 129, 143: interrupted, or ended by SIGHUP or SIGTERM.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a character that the terminal cannot encode becomes a question mark
    # We have no pydantic plugins, and searching all installed packages for them takes a tenth of the time of a check.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    if "_ARGCOMPLETE" in os.environ:
        return _complete()
    arguments = _understood(sys.argv[1:] if argv is None else argv)
    run: Callable[[argparse.Namespace], int] = arguments.run
    try:
        code = run(arguments)
        sys.stdout.flush()
        return code
    except Stop as stop:
        if str(stop):
            show(str(stop), sys.stderr)
        return stop.code
    except KeyboardInterrupt as interrupt:
        return 128 + (interrupt.args[0] if interrupt.args else signal.SIGINT)
    except BrokenPipeError:
        # The reader of a pipe, such as `head`, has closed it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except Exception as error:
        return _failed(error, arguments)


def command() -> NoReturn:
    """Run the installed command. Exits without freeing memory, because the operating system does that faster."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is signal.SIG_DFL:  # `nohup` ignores SIGHUP
            signal.signal(number, _end)
    code = INTERNAL_ERROR
    try:
        code = main()
        sys.stderr.flush()
    except SystemExit as ended:  # of the parser of arguments
        code = ended.code if isinstance(ended.code, int) else OK
    finally:
        scratch.remove()
        os._exit(code)


def _end(number: int, _frame: object) -> None:
    """End as Ctrl-C does, so that nothing is left behind. Further signals do not interrupt that."""
    for other in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(other, signal.SIG_IGN)
    raise KeyboardInterrupt(number)


def _failed(error: Exception, arguments: argparse.Namespace) -> int:
    """Say why a command could not do what it should."""
    if refused := refusal_of(error):
        print(f"playbook: {refused}", file=sys.stderr)
        return USAGE
    if broken := of_template(error, arguments):
        show(broken, sys.stderr)
        return USAGE
    return _internal_error(error)


def _internal_error(error: Exception) -> int:
    if os.environ.get("PLAYBOOK_DEBUG"):
        traceback.print_exc()
    print(
        f"playbook: internal error, not a problem in your content: {type(error).__name__}: {error}\n"
        "   A published site is whole, as it was before or new. To report the error, run the command again with\n"
        "   PLAYBOOK_DEBUG=1 and include the output.",
        file=sys.stderr,
    )
    return INTERNAL_ERROR


def _understood(words: Sequence[str]) -> argparse.Namespace:
    """The arguments. Ends with exit code 2 if they are wrong; if there are none, after the list of commands."""
    if not words:
        _parsers("")[0].print_help()
        raise SystemExit(USAGE)
    wanted = next((word for word in words if not word.startswith("-")), "")
    if wanted and wanted not in COMMANDS:
        unknown_command(wanted, COMMANDS)
    parser, _ = _parsers(wanted)
    return parser.understood(words)


def _complete() -> int:
    """Answer a shell that asks what may stand on the command line."""
    from generator.commands._completing import complete, words_of_the_line

    complete(*_parsers(next((word for word in words_of_the_line() if word in COMMANDS), "")))
    return OK


def _parsers(wanted: str) -> tuple[Parser, Parser | None]:
    """The parser of the command line, and that of the wanted command, which alone knows its arguments."""
    parser = Parser(prog="playbook", description="Compile a playbook written in YAML into a site.")
    add_quiet(parser, default=False)
    parser.add_argument("--version", action="version", version=f"playbook {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    found: Parser | None = None
    for name, purpose in COMMANDS.items():
        command = commands.add_parser(name, help=purpose, description=purpose)
        add_quiet(command, default=argparse.SUPPRESS)
        if name == wanted:  # import only the module of the requested command
            module = _module(name)
            command.set_defaults(run=module.run, parser=command)
            module.arguments(command)
            found = command
    return parser, found


def _module(command: str) -> ModuleType:
    return import_module(f"generator.commands.{command}")


if __name__ == "__main__":
    command()
