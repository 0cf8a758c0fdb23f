"""`playbook check`: everything that is wrong with the content, and --fix for what a program can mend."""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Container, Iterator, Sequence
from pathlib import Path, PurePosixPath

from generator.commands._calling import CONTENT, OK, USAGE, add_config, project_of, usage
from generator.config.project import Project, read_config
from generator.diagnostics.diagnostic import Diagnostic, in_order, stops_the_build
from generator.reporting import report
from generator.reporting.progress import Progress

FORMATS = ("text", "github", "gitlab", "json", "sarif")


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
        help="for people (default), for annotations on GitHub or GitLab, or as data",
    )
    parser.add_argument("--fix", action="store_true", help="mend what can be mended without knowing what it means")


def run(arguments: argparse.Namespace) -> int:
    project, problems = read_config(arguments.config)
    if project is None and arguments.format != "text":
        _show(problems, arguments.config.resolve().parent, arguments.format)
        return USAGE
    project = project or project_of(arguments)
    for path in arguments.paths:
        if not path.exists():
            raise usage(f"there is no file or folder {path}")
    found = _found(project, arguments.paths)
    # What one fault hid comes to light once it is mended.
    while arguments.fix and _fix(project, arguments.paths, found):
        found = _found(project, arguments.paths)
    _show(found, project.root, arguments.format)
    return CONTENT if stops_the_build(found, strict=arguments.strict) else OK


def _found(project: Project, paths: Sequence[Path]) -> tuple[Diagnostic, ...]:
    from generator import pipeline
    from generator.reading.cache import Remembered

    wanted = frozenset(_names(project, paths))

    def lies_there(file: str) -> bool:
        return _lies_in(file, wanted)

    # What is read lives until the end: looking for garbage would cost a tenth of the time.
    gc.disable()
    remembered = Remembered(project.root)
    with Progress() as progress:
        only = lies_there if paths else None
        reading = pipeline.read(project, progress, only=only, read_document=remembered.read_document)
        found = reading.diagnostics
        # Whether every address is still there is seen when the pages are made, and they are made of what is sound.
        if not paths and reading.promises and not stops_the_build(found, strict=False):
            site = pipeline.build(project, reading, progress)
            found = in_order((*found, *pipeline.promised(reading, site)))
    remembered.keep()
    return found


def _lies_in(file: str, wanted: Container[str]) -> bool:
    """Whether `wanted` holds the file or a folder that it is in."""
    return file in wanted or any(str(folder) in wanted for folder in PurePosixPath(file).parents)


def _names(project: Project, paths: Sequence[Path]) -> Iterator[str]:
    """What diagnostics call the files or folders at `paths`, whichever way they were reached."""
    for path in paths:
        for place in (path.resolve(), path.absolute()):
            if place.is_relative_to(project.root):
                yield place.relative_to(project.root).as_posix()


def _fix(project: Project, paths: Sequence[Path], found: tuple[Diagnostic, ...]) -> bool:
    """Mend the files, and say what was done; whether anything was."""
    from generator.content.files import collect
    from generator.editing.edits import write_all
    from generator.editing.fix import files_to_fix, fixed

    wanted = frozenset(_names(project, paths))
    content = {file.path: file for file in collect(project.content, project.site.content, project.kinds)[0]}
    changed = {}
    for path in files_to_fix(project.content):
        name = project.name_of(path)
        if not paths or _lies_in(name, wanted):
            raw = path.read_bytes()
            fix = fixed(raw, name, content.get(path), [problem for problem in found if problem.span.file == name])
            if fix.content != raw:
                changed[path] = fix.content
                print("\n".join(fix.done), file=sys.stderr)
    write_all(changed, {})
    return bool(changed)


def _show(found: tuple[Diagnostic, ...], root: Path, form: str) -> None:
    from generator.reporting import machine_formats

    def named(file: str) -> str:
        place = root / file
        return place.relative_to(Path.cwd()).as_posix() if place.is_relative_to(Path.cwd()) else file

    match form:
        case "gitlab":
            print(machine_formats.as_gitlab(found, named))
        case "json":
            print(machine_formats.as_json(found))
        case "sarif":
            print(machine_formats.as_sarif(found, named))
        case "github":
            print(machine_formats.as_github(found, named), end="\n" if found else "")
            print(report.summary(found), file=sys.stderr)
        case _:
            if found:
                print(report.as_text(found, report.lines_under(root)))
            print(report.summary(found))
