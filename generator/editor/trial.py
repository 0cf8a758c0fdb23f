"""What a change would do, before it is saved."""

from __future__ import annotations

from typing import Any

from generator.config.project import Project
from generator.editor.problems import placed
from generator.editor.session import Session
from generator.editor.targets import Opened
from generator.parallel import ALONE
from generator.pipeline import Reading
from generator.stages.check import check


def problems_of(session: Session, project: Project, found: Opened) -> list[dict[str, Any]]:
    """The problems of what is open, as its file is by now."""
    reading = session.before(project, found)
    return list(placed(_checked(reading, project, found), found.document, found.name, found.prefix))


def _checked(reading: Reading, project: Project, found: Opened) -> tuple[Any, ...]:
    """What is to be said about the file that is open."""
    return check(reading, project.site, ALONE, only=lambda name: name == found.name).diagnostics
