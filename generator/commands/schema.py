"""`playbook schema`: update the files with which editors complete fields and ids."""

from __future__ import annotations

import argparse

from generator.commands._calling import OK, add_config, project_of
from generator.config.project import Project


def arguments(parser: argparse.ArgumentParser) -> None:
    add_config(parser)


def run(arguments: argparse.Namespace) -> int:
    project = project_of(arguments)
    changed = (*_written(project), *add_lines(project))
    print("\n".join(f"wrote {name}" for name in changed) or "everything is up to date")
    return OK


def refresh(project: Project) -> tuple[str, ...]:
    """Update the schemas, if the playbook has any. Returns the names of the changed files."""
    from generator.schema.json_schema import FOLDER

    return _written(project) if (project.root / FOLDER).is_dir() else ()


def add_lines(project: Project) -> tuple[str, ...]:
    """Add the line that names the schema to each file without one. Returns the names of the changed files."""
    from generator.editing.edits import edited_files
    from generator.schema.schema_line import missing
    from generator.system.files import write_files

    edits = missing(project)
    write_files(edited_files(project, edits), project.root)
    return tuple(edits)


def _written(project: Project) -> tuple[str, ...]:
    from generator.schema.write import for_editors, write

    return write(for_editors(project), project.root)
