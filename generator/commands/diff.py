"""`playbook diff`: describe the changes since another revision, for reviewers."""

from __future__ import annotations

import argparse
import gc
from typing import TYPE_CHECKING

from generator.commands._calling import CONTENT, OK, Stop, add_config, as_text, project_of, usage
from generator.config.project import Project
from generator.diagnostics.diagnostic import stops_the_build
from generator.reporting.progress import Progress
from generator.reporting.report import as_text as diagnostics_text
from generator.reporting.report import lines_under, summary
from generator.stages.configure import configured

if TYPE_CHECKING:
    from pathlib import Path

    from generator.caching.kept import Kept
    from generator.comparing.sides import Version


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("revision", metavar="REV", help="a branch, a tag or a commit: main, v1.2, HEAD~3")
    form = parser.add_mutually_exclusive_group()
    form.add_argument(
        "--format",
        choices=("text", "markdown", "json"),
        default="text",
        help="text for a terminal (default), Markdown for a comment on a pull request, or data",
    )
    form.add_argument("--json", dest="format", action="store_const", const="json", help="the same as --format json")
    add_config(parser)


def run(arguments: argparse.Namespace) -> int:
    from generator import pipeline
    from generator.comparing import formats
    from generator.comparing.compare import compare
    from generator.comparing.revision import NoRevision, files_at
    from generator.comparing.sides import Versions
    from generator.editor.differences import AsForms

    project = project_of(arguments)
    gc.disable()  # as a build does
    with Progress(quiet=arguments.quiet) as progress:
        now = _side(project, "the files here", progress, pipeline.kept_in(project))
        try:
            with files_at(project, arguments.revision) as folder:
                before = _side(_other(folder, project, arguments.revision), f"`{arguments.revision}`", progress)
        except NoRevision as error:
            raise usage(str(error)) from error
        progress("Comparing")
        parts = compare(Versions(before, now, AsForms.of(project)), project.theme)
    words = project.language.words
    if arguments.format == "markdown":
        title = words.comparing.against(revision=arguments.revision)
        print(formats.as_markdown(parts, title, words), end="")
    else:
        print(formats.as_json(parts) if arguments.format == "json" else formats.as_text(parts, words))
    return OK


def _side(project: Project, what: str, progress: Progress, kept: Kept | None = None) -> Version:
    """A playbook to compare. Pages are not made again that the last build of it has `kept`."""
    from generator import pipeline
    from generator.comparing.sides import Version
    from generator.parallel import Forks

    reading = pipeline.read(project, progress, workers=Forks())
    if stops_the_build(reading.diagnostics, strict=False):
        errors = [d for d in reading.diagnostics if stops_the_build([d], strict=False)]
        raise Stop(
            CONTENT, f"{as_text(errors, project)}\nNothing was compared: {what} cannot be read ({summary(errors)})."
        )
    outcome = pipeline.outcome(project, reading, progress, Forks(), kept=kept)
    assert outcome.site is not None, "content without errors has a site"
    return Version(project.site, outcome.reading, outcome.site, outcome.diagnostics)


def _other(folder: Path, project: Project, revision: str) -> Project:
    """The playbook of the other revision."""
    found, problems = configured(folder / project.file.name)
    if found is None:
        said = diagnostics_text(problems, lines_under(folder))
        raise Stop(CONTENT, f"{said}\nNothing was compared: the configuration of `{revision}` cannot be used.")
    return found
