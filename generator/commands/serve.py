"""`playbook serve`: show the site in a browser and rebuild it after each change."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from generator import pipeline
from generator.commands._calling import OK, add_config, usage
from generator.config.project import read_config
from generator.config.theme import FOLDER
from generator.publishing.preview_server import BuildResult, serve
from generator.reporting import report


def arguments(parser: argparse.ArgumentParser) -> None:
    add_config(parser)
    parser.add_argument("--port", type=int, default=8000, help="the port to listen on (default: 8000)")


def run(arguments: argparse.Namespace) -> int:
    if not arguments.config.is_file():
        raise usage(f"there is no file {arguments.config}")
    preview(arguments.config, arguments.port)
    return OK


def preview(config: Path, port: int) -> None:
    """Serve the playbook of the configuration and rebuild it after each change, until Ctrl-C."""
    config = config.resolve()
    project, _ = read_config(config)
    serve(
        lambda folder: build_into(config, folder),
        lambda: _watched(config),
        port=port,
        base=urlsplit(project.site.url).path if project else "/",
    )


def build_into(config: Path, folder: Path) -> BuildResult:
    """Build the site into the empty `folder`, and report the problems in the content.

    If there are errors, warnings are only counted, so that they do not hide the errors.
    """
    lines = report.lines_under(config.parent)
    project, problems = read_config(config)
    if project is None:
        return BuildResult(False, report.as_text(problems, lines))
    outcome = pipeline.outcome(project, pipeline.read(project))
    if outcome.site is None or outcome.stopped:
        return BuildResult(False, report.errors_as_text(outcome.diagnostics, lines))
    pipeline.write(project, outcome.site, folder)
    return BuildResult(True, report.as_text(outcome.diagnostics, lines))


def _watched(config: Path) -> Iterable[Path]:
    project, _ = read_config(config)
    if project is None:
        return (config,)
    # The playbook's own theme folder may be created while the preview runs.
    own = project.root / FOLDER / project.site.theme
    return dict.fromkeys((project.content, project.file, own, *project.theme.folders))
