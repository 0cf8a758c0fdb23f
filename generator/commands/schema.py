"""`playbook schema`: what editors need in order to complete fields and ids."""

from __future__ import annotations

import argparse

from generator.commands.calling import OK, add_config, project_of
from generator.config import Project


def arguments(parser: argparse.ArgumentParser) -> None:
    add_config(parser)


def run(arguments: argparse.Namespace) -> int:
    changed = _written(project_of(arguments))
    print("\n".join(f"wrote {name}" for name in changed) or "everything is up to date")
    return OK


def refresh(project: Project) -> tuple[str, ...]:
    """Bring the schemas up to date, if the playbook has some, and give the names of the files that have changed."""
    from generator.schema import FOLDER

    return _written(project) if (project.root / FOLDER).is_dir() else ()


def _written(project: Project) -> tuple[str, ...]:
    from generator.generate import for_editors, write

    return write(for_editors(project), project.root)
