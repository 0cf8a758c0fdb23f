"""`playbook check`: everything that is wrong with the content, and --fix for what a program can mend."""

from __future__ import annotations

import argparse
import gc
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator import report
from generator.commands.calling import CONTENT, OK, add_config, project_of, usage
from generator.config import Project
from generator.diagnostics import Diagnostic, stops_the_build
from generator.progress import Progress

FORMATS = ("text", "github", "json", "sarif")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="show only what concerns these files or folders"
    )
    add_config(parser)
    parser.add_argument("--strict", action="store_true", help="let warnings fail the check, too")
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        help="for people (default), for annotations on GitHub, or as data",
    )
    parser.add_argument("--fix", action="store_true", help="mend what can be mended without knowing what it means")


def run(arguments: argparse.Namespace) -> int:
    project = project_of(arguments)
    for path in arguments.paths:
        if not path.exists():
            raise usage(f"there is no file or folder {path}")
    found = _found(project, arguments.paths)
    if arguments.fix:
        found = _fixed(project, arguments.paths, found)
    _show(found, project, arguments.format)
    return CONTENT if stops_the_build(found, strict=arguments.strict) else OK


def _found(project: Project, paths: Sequence[Path]) -> tuple[Diagnostic, ...]:
    from generator import pipeline
    from generator.remembered import Remembered

    wanted = frozenset(_names(project, paths))

    def lies_there(file: str) -> bool:
        return any(file == name or name == "." or file.startswith(f"{name}/") for name in wanted)

    # What is read lives until the end: looking for garbage would cost a tenth of the time.
    gc.disable()
    remembered = Remembered(project.root)
    with Progress() as progress:
        only = lies_there if paths else None
        found = pipeline.read(project, progress, only=only, read_document=remembered.read_document).diagnostics
    remembered.keep()
    return found


def _names(project: Project, paths: Sequence[Path]) -> Iterator[str]:
    """What diagnostics call the files or folders at `paths`, whichever way they were reached."""
    for path in paths:
        for place in (path.resolve(), path.absolute()):
            if place.is_relative_to(project.root):
                yield place.relative_to(project.root).as_posix()


def _fixed(project: Project, paths: Sequence[Path], found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    return found


def _show(found: tuple[Diagnostic, ...], project: Project, form: str) -> None:
    line_of = report.lines_under(project.root)
    if found:
        print(report.as_text(found, line_of))
    print(report.summary(found))
