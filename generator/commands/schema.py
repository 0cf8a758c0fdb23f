"""`playbook schema`: update the files with which editors complete fields and ids."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from generator.commands._calling import OK, add_config, project_of, say
from generator.config.project import Project
from generator.diagnostics.codes import UNREADABLE_FILE
from generator.system.refusal import Refused, refusal_of

if TYPE_CHECKING:
    from generator.pipeline import Reading


def arguments(parser: argparse.ArgumentParser) -> None:
    add_config(parser)


def run(arguments: argparse.Namespace) -> int:
    from generator.system.files import changing

    project = project_of(arguments)
    with changing(project.root):
        changed = written(project)
    say(arguments, "\n".join(f"wrote {name}" for name in changed) or "everything is up to date")
    return OK


def written(project: Project) -> tuple[str, ...]:
    """Write the schemas, and add the line that names one to each file without. Returns the names of changed files."""
    from generator.editing.edits import edited_files
    from generator.schema.schema_line import missing
    from generator.schema.write import for_editors, write

    found = missing(project)
    texts = {name: text for name, (text, _) in found.items()}
    edits = {name: [edit] for name, (_, edit) in found.items()}
    return write(for_editors(project, _readable(project)), project.root, edited_files(project, edits, texts))


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
    from generator.schema.write import for_editors, write

    return write(for_editors(project, _readable(project)), project.root)


def _readable(project: Project) -> Reading:
    """The content. Raises `Refused` if a file cannot be read, whose ids the schemas would lack."""
    from generator.pipeline import read

    reading = read(project)
    for found in reading.diagnostics:
        if found.code is UNREADABLE_FILE:
            raise Refused(f"{found.span.file}: {found.message}: {found.hint}.")
    return reading
