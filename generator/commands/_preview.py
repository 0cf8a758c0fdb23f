"""Show a playbook in the browser while it is edited."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from generator import pipeline
from generator.config.project import read_config
from generator.config.theme import FOLDER
from generator.diagnostics.diagnostic import stops_the_build
from generator.publishing.preview_server import BuildResult, serve
from generator.reporting import report


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
    reading = pipeline.read(project)
    if stops_the_build(reading.diagnostics, strict=False):
        return BuildResult(False, report.errors_as_text(reading.diagnostics, lines))
    site = pipeline.build(project, reading)
    promised = pipeline.promised(reading, site)
    found = (*reading.diagnostics, *promised)
    if stops_the_build(found, strict=False):
        return BuildResult(False, report.errors_as_text(found, lines))
    pipeline.write(project, site, folder)
    return BuildResult(True, report.as_text(found, lines))


def _watched(config: Path) -> Iterable[Path]:
    project, _ = read_config(config)
    if project is None:
        return (config,)
    # The playbook's own theme folder may be created while the preview runs.
    own = project.root / FOLDER / project.site.theme
    return dict.fromkeys((project.content, project.file, own, *project.theme.folders))
