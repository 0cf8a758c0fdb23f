"""`playbook schema`: what editors need in order to complete fields and ids."""

from __future__ import annotations

import argparse

from generator.commands.calling import OK, add_config, project_of
from generator.config import Project


def arguments(parser: argparse.ArgumentParser) -> None:
    add_config(parser)


def run(arguments: argparse.Namespace) -> int:
    changed = refresh(project_of(arguments))
    print("\n".join(f"wrote {name}" for name in changed) or "everything is up to date")
    return OK


def refresh(project: Project) -> tuple[str, ...]:
    """Write the schemas of the playbook as it is now, and give the names of the files that have changed."""
    from generator.generate import write
    from generator.pipeline import read
    from generator.schema import schemas

    return write(schemas(read(project).graph, project.site.content), project.root)
