"""`playbook remove`: delete an entry that nothing refers to, and add a redirect."""

from __future__ import annotations

import argparse
import shlex
import sys

from generator.commands._calling import CONTENT, OK, Stop, add_config, project_of, say, usage
from generator.commands.rename import sound_reading
from generator.config.project import Project
from generator.content.files import REDIRECTS
from generator.editing.references import Named
from generator.pipeline import Reading
from generator.system.files import changing


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
    to = arguments.to or (_asked(project, arguments.id) if sys.stdin.isatty() else "")
    with changing(project.root):
        reading = sound_reading(project)
        to = to or _list_of(reading, arguments.id)
        wrong = objection(reading, arguments.id, to)
        if wrong:
            raise usage(wrong)
        named = in_the_way(reading, arguments.id)
        if named:
            raise Stop(CONTENT, _refusal(arguments.id, named))
        noted = project.content / REDIRECTS
        there = noted.exists()
        removed = remove(project, reading, arguments.id, to)
    for address in removed:
        say(arguments, f"{address} now redirects to `{to}`")
    written = refresh(project)
    for name in written:
        say(arguments, f"wrote {name}")
    redirects = project.name_of(noted)
    touched = [reading.graph.entries[arguments.id].document.file, *([redirects] if there else []), *written]
    made = "" if there else f", and delete {redirects}"
    say(arguments, f"to undo: git checkout HEAD -- {shlex.join(touched)}{made}")
    return OK


def _list_of(reading: Reading, entry_id: str) -> str:
    """The list of the kind of an entry; nothing if there is no such entry."""
    found = reading.graph.entries.get(entry_id)
    return found.kind.plural if found else ""


def _asked(project: Project, entry_id: str) -> str:
    """What the person enters, who may take longer than other commands should wait."""
    folder = _list_of(sound_reading(project), entry_id)
    if not folder:
        return ""
    answer = input(
        f"Where should its address redirect to? Enter the id of an entry, or nothing for the list of {folder}: "
    )
    return answer.strip()


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
