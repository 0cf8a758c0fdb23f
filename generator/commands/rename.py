"""`playbook rename`: change the id of an entry, or the name of a file, and every reference to it."""

from __future__ import annotations

import argparse

from generator.commands._calling import CONTENT, OK, Stop, add_config, as_text, project_of, say, usage
from generator.config.project import Project
from generator.diagnostics.diagnostic import stops_the_build
from generator.media.attached import FOLDER as FILES
from generator.permalinks.ledger import FILE as LEDGER
from generator.pipeline import Reading, read
from generator.reporting.report import summary
from generator.system.files import changing


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "old", metavar="OLD", help="the current id of the entry, or the address of a file: files/plan.png"
    )
    parser.add_argument("new", metavar="NEW", help="the new id or address")
    add_config(parser)


def run(arguments: argparse.Namespace) -> int:
    from generator.commands.schema import refresh
    from generator.editing.rename import objection, rename

    project = project_of(arguments)
    if arguments.old.startswith(FILES):
        return _rename_file(arguments, project)
    with changing(project.root):
        reading = sound_reading(project)
        wrong = objection(reading, arguments.old, arguments.new)
        if wrong:
            raise usage(wrong)
        folder = reading.graph.entries[arguments.old].kind.plural
        done = rename(project, reading, arguments.old, arguments.new)
    say(arguments, f"`{arguments.old}` is now `{arguments.new}`, in {done.file}")
    say(
        arguments,
        f"changed {done.places} place{'s' if done.places != 1 else ''} that refer to it; files written: {done.files}",
    )
    say(arguments, f"its old address {folder}/{arguments.old}/ redirects to the new one")
    if done.ledger:
        say(arguments, f"wrote {LEDGER}")
    for name in refresh(project):
        say(arguments, f"wrote {name}")
    return OK


def _rename_file(arguments: argparse.Namespace, project: Project) -> int:
    from generator.editing.rename_file import file_objection, rename_file

    old, new = arguments.old, arguments.new
    with changing(project.root):
        reading = sound_reading(project)
        wrong = file_objection(reading, old, new)
        if wrong:
            raise usage(wrong)
        done = rename_file(project, reading, old, new)
    say(arguments, f"`{old}` is now `{new}`")
    say(
        arguments,
        f"changed {done.places} place{'s' if done.places != 1 else ''} that refer to it; files written: {done.files}",
    )
    if done.ledger:
        say(arguments, f"it is published at its old address, too; wrote {LEDGER}")
    return OK


def sound_reading(project: Project) -> Reading:
    """Read the content. Raises `Stop` if there are errors: in unreadable content, references could be missed."""
    reading = read(project)
    if stops_the_build(reading.diagnostics, strict=False):
        said = as_text((d for d in reading.diagnostics if stops_the_build([d], strict=False)), project)
        raise Stop(
            CONTENT, f"{said}\nNothing was changed: correct these errors first ({summary(reading.diagnostics)})."
        )
    return reading
