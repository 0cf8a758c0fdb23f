"""`playbook remove`: delete an entry that nothing refers to, and add a redirect."""

from __future__ import annotations

import argparse
import shlex
import sys

from generator.commands._calling import CONTENT, OK, Stop, add_config, project_of, usage
from generator.commands.rename import sound_reading
from generator.content.files import REDIRECTS
from generator.editing.references import Named


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help="the id of the entry")
    parser.add_argument(
        "--to",
        metavar="ID",
        help="the entry to which its address redirects (default: the list of its kind)",
    )
    add_config(parser)


def run(arguments: argparse.Namespace) -> int:
    from generator.commands.schema import refresh
    from generator.editing.remove import in_the_way, objection, remove

    project = project_of(arguments)
    reading = sound_reading(project)
    found = reading.graph.entries.get(arguments.id)
    to = arguments.to or (_asked(found.kind.plural) if found else "")
    wrong = objection(reading, arguments.id, to)
    if wrong:
        raise usage(wrong)
    named = in_the_way(reading, arguments.id)
    if named:
        raise Stop(CONTENT, _refusal(arguments.id, named))
    noted = project.content / REDIRECTS
    there = noted.exists()
    for address in remove(project, reading, arguments.id, to):
        print(f"{address} now redirects to `{to}`")
    written = refresh(project)
    for name in written:
        print(f"wrote {name}")
    redirects = project.name_of(noted)
    touched = [reading.graph.entries[arguments.id].document.file, *([redirects] if there else []), *written]
    made = "" if there else f", and delete {redirects}"
    print(f"to undo: git checkout HEAD -- {shlex.join(touched)}{made}")
    return OK


def _asked(folder: str) -> str:
    if not sys.stdin.isatty():
        return folder
    answer = input(
        f"Where should its address redirect to? Enter the id of an entry, or nothing for the list of {folder}: "
    )
    return answer.strip() or folder


def _refusal(entry_id: str, named: list[Named]) -> str:
    lines = [f"{p.span.file}:{p.span.line}:{p.span.column}: `{p.by}` refers to it ({p.how})" for p in named]
    count = f"{len(named)} place{'s' if len(named) != 1 else ''}"
    return "\n".join(
        [
            *lines,
            "",
            f"Nothing was removed: {count} would have no target without `{entry_id}`.",
            "Change or delete these places, then run the command again.",
        ]
    )
