"""`playbook schema`: update the files with which editors complete fields and ids."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from generator.commands._calling import CONTENT, OK, add_config, as_text, project_of
from generator.config.project import Project
from generator.diagnostics.codes import UNREADABLE_FILE
from generator.system.refusal import Refused, refusal_of

if TYPE_CHECKING:
    from generator.diagnostics.diagnostic import Diagnostic
    from generator.pipeline import Reading


def arguments(parser: argparse.ArgumentParser) -> None:
    add_config(parser)


def run(arguments: argparse.Namespace) -> int:
    from generator.pipeline import read
    from generator.system.files import changing

    project = project_of(arguments)
    with changing(project.root):
        reading = read(project)
        changed = written(project, reading)
    print("\n".join(f"wrote {name}" for name in changed) or "everything is up to date")
    if unread := _unread(reading):
        print(f"{as_text(unread, project)}\nThe schemas lack what is in there.", file=sys.stderr)
    return CONTENT if unread else OK


def written(project: Project, reading: Reading) -> tuple[str, ...]:
    """Write the schemas, and add the line that names one to each file without. Returns the names of changed files."""
    from generator.editing.edits import edited_files
    from generator.schema.schema_line import missing
    from generator.schema.write import for_editors, write

    found = missing(project)
    texts = {name: text for name, (text, _) in found.items()}
    edits = {name: [edit] for name, (_, edit) in found.items()}
    return write(for_editors(project, reading), project.root, edited_files(project, edits, texts))


def refresh(project: Project) -> tuple[str, ...]:
    """Update the schemas, if the playbook has any, after another change. Returns the names of the changed files.

    Raises `Refused` with the command to run later.
    """
    from generator.schema.json_schema import FOLDER
    from generator.system.files import NOTHING, changing

    if not (project.root / FOLDER).is_dir():
        return ()
    try:
        with changing(project.root):
            return _refreshed(project)
    except (OSError, Refused) as error:
        if refused := refusal_of(error):
            why = str(refused).removesuffix(f" {NOTHING}")
            rest = f"The content is changed, but {FOLDER}/ is not up to date: then run `playbook schema`."
            raise Refused(f"{why} {rest}") from error
        raise


def _refreshed(project: Project) -> tuple[str, ...]:
    from generator.pipeline import read
    from generator.schema.write import for_editors, write

    reading = read(project)
    for found in _unread(reading):
        raise Refused(f"{found.span.file}: {found.message}: {found.hint}.")
    return write(for_editors(project, reading), project.root)


def _unread(reading: Reading) -> list[Diagnostic]:
    """What is reported of files that could not be read, whose ids the schemas would lack."""
    return [found for found in reading.diagnostics if found.code is UNREADABLE_FILE]
