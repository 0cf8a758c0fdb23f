"""A playbook that a test wrote, read as a project, and the smallest entry."""

from __future__ import annotations

from pathlib import Path

from generator.config.project import Project, read_config

TERM = "title: Slow\nsummary: S.\nmeaning: M.\n"


def project_at(root: Path) -> Project:
    """The project in a folder, whose configuration is sound."""
    project, problems = read_config(root / "site_config.yml")
    assert project is not None, problems
    return project
