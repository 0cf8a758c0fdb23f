"""What commands share: exit codes, how one ends early, and the playbook that a call is about."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from generator.config.project import Project, read_config
from generator.diagnostics.diagnostic import Diagnostic
from generator.reporting import report

OK, CONTENT, USAGE, OUR_FAULT = 0, 1, 2, 3


class Stop(Exception):
    """Ends the command with an exit code and, if there is something to say, a message."""

    def __init__(self, code: int, message: str = "") -> None:
        super().__init__(message)
        self.code = code


def usage(message: str) -> Stop:
    """That the command cannot do what it was asked to."""
    return Stop(USAGE, f"playbook: {message}")


def add_config(parser: argparse.ArgumentParser) -> None:
    """The option that names the configuration."""
    parser.add_argument(
        "--config", type=Path, default=Path("site_config.yml"), metavar="FILE", help="default: site_config.yml"
    )


def project_of(arguments: argparse.Namespace) -> Project:
    """The playbook that the call is about."""
    config: Path = arguments.config
    project, problems = read_config(config)
    if project is None:
        raise Stop(USAGE, report.as_text(problems, report.lines_under(config.resolve().parent)).rstrip())
    return project


def as_text(diagnostics: Iterable[Diagnostic], project: Project) -> str:
    """The diagnostics as people read them."""
    return report.as_text(diagnostics, report.lines_under(project.root))
