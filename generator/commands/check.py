"""`playbook check`: report every problem in the content; `--fix` corrects the simple ones."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Container, Iterator, Sequence
from pathlib import Path, PurePosixPath

from generator.commands._calling import CONTENT, OK, USAGE, add_config, file_path, project_of, show, usage
from generator.config.project import Project
from generator.diagnostics.diagnostic import Diagnostic, in_order, stops_the_build
from generator.diagnostics.suggest import nearest
from generator.reading.text import MAX_BYTES, Given
from generator.reporting import report
from generator.reporting.progress import Progress
from generator.stages.configure import configured

STANDARD_INPUT = Path("-")

FORMATS = ("text", "github", "gitlab", "json", "sarif")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        nargs="*",
        type=file_path,
        metavar="PATH",
        help="report only problems in these files or folders; - is the standard input",
    )
    parser.add_argument(
        "--as",
        dest="given_as",
        type=file_path,
        metavar="FILE",
        help="with -: the file of the content as which the standard input is read",
    )
    add_config(parser)
    parser.add_argument("--strict", action="store_true", help="treat warnings as errors")
    form = parser.add_mutually_exclusive_group()
    form.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        help="text for people (default), annotations for GitHub or GitLab, or data",
    )
    form.add_argument("--json", dest="format", action="store_const", const="json", help="the same as --format json")
    parser.add_argument(
        "--fix", action="store_true", help="correct simple mistakes: field names, line endings, encoding marks"
    )


def run(arguments: argparse.Namespace) -> int:
    project, problems = configured(arguments.config)
    if project is None and arguments.format != "text":
        _show(problems, arguments.config.resolve().parent, arguments.format)
        return USAGE
    project = project or project_of(arguments)
    if arguments.given_as or STANDARD_INPUT in arguments.paths:
        return _given(arguments, project)
    for path in arguments.paths:
        if not path.exists():
            raise usage(f"there is no file or folder {path}{_meant(project, path)}")
        if not any(_names(project, [path])):
            raise usage(f"{path} does not belong to this playbook, which is in {project.root}")
    found = (_corrected if arguments.fix else _found)(project, arguments.paths, quiet=arguments.quiet)
    _show(found, project.root, arguments.format, quiet=arguments.quiet)
    return CONTENT if stops_the_build(found, strict=arguments.strict) else OK


def _given(arguments: argparse.Namespace, project: Project) -> int:
    """Check the standard input as a file of the content, such as one that an editor has not saved yet."""
    if arguments.paths != [STANDARD_INPUT] or not arguments.given_as:
        raise usage("- is the standard input and stands alone; --as names the file as which it is read")
    if arguments.fix:
        raise usage("--fix writes into files, and the standard input is none")
    name = next(_names(project, [arguments.given_as]), "")
    path = project.root / name
    if project.content not in path.parents:
        raise usage(f"{arguments.given_as} is no file of the content, which is in {project.content}")
    raw = sys.stdin.buffer.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        raise usage(f"the standard input has more than {MAX_BYTES:,} bytes, as no file may")
    found = _found(project, [arguments.given_as], quiet=arguments.quiet, given=Given(path, raw))
    _show(found, project.root, arguments.format, quiet=arguments.quiet, given=(name, raw))
    return CONTENT if stops_the_build(found, strict=arguments.strict) else OK


def _meant(project: Project, path: Path) -> str:
    """The file or folder that was probably meant: the one of an id or a kind, or one with nearly this name."""
    from generator import pipeline

    files = {Path(os.path.relpath(file)): file for file, _, _ in pipeline.entry_files(project)}
    folders = {file.parent: file.parent for file in files}
    for found in (*files, *folders):
        if found.stem == path.stem and path.suffix in ("", ".yml"):
            return f"; did you mean {found}?"
    near = nearest(str(path), [str(found) for found in (*files, *folders)])
    return f"; did you mean {near}?" if near else ""


def _corrected(project: Project, paths: Sequence[Path], *, quiet: bool) -> tuple[Diagnostic, ...]:
    """What is found once the simple mistakes are corrected."""
    from generator.system.files import changing

    with changing(project.root):
        found = _found(project, paths, quiet=quiet)
        # A problem can hide others, which are found once it is corrected.
        while _fix(project, paths, found):
            found = _found(project, paths, quiet=quiet)
    return found


def _found(
    project: Project, paths: Sequence[Path], *, quiet: bool, given: Given | None = None
) -> tuple[Diagnostic, ...]:
    from generator import pipeline
    from generator.commands._today import today
    from generator.config.reviews import reviewed_later
    from generator.parallel import ALONE, Forks
    from generator.reading.cache import DocumentCache

    wanted = frozenset(_names(project, paths))
    # What is said about the folder of a file that need not exist concerns it as well.
    around = frozenset(str(PurePosixPath(name).parent) for name in wanted) if given else frozenset()

    def selected(file: str) -> bool:
        return _lies_in(file, wanted) or file in around

    # All objects live until the end, so garbage collection would only cost a tenth of the time.
    gc.disable()
    cache = DocumentCache(project.root)
    with Progress(quiet=quiet) as progress:
        only = selected if paths else None
        workers = Forks() if only is None else ALONE  # a few files are not worth sharing
        reading = pipeline.read(
            project, progress, only=only, read_document=cache.read_document, given=given, workers=workers
        )
        later = reviewed_later(reading.graph.entries.values(), today())
        found = (*reading.diagnostics, *(one for one in later if only is None or only(one.span.file)))
        # Missing addresses are found by rendering the pages, which needs content without errors.
        for name in ("", *project.site.sites) if not paths else ():
            site, shown = pipeline.of_site(project, reading, name)
            if shown.ledger or (shown.promises and (name or not project.site.sites)):
                found += pipeline.outcome(site, shown, progress, workers, kept=pipeline.kept_in(site)).diagnostics
    cache.save()
    return in_order(dict.fromkeys(found))


def _lies_in(file: str, wanted: Container[str]) -> bool:
    """Whether `wanted` contains the file or one of its parent folders."""
    return file in wanted or any(str(folder) in wanted for folder in PurePosixPath(file).parents)


def _names(project: Project, paths: Sequence[Path]) -> Iterator[str]:
    """The names that diagnostics use for the files or folders at `paths`, also if the paths contain links.

    A folder that contains the playbook has the name of the playbook's folder; a path elsewhere has none.
    """
    for path in paths:
        for place in (path.resolve(), Path(os.path.abspath(path))):
            if place.is_relative_to(project.root):
                yield place.relative_to(project.root).as_posix()
            elif project.root.is_relative_to(place):
                yield "."


def _fix(project: Project, paths: Sequence[Path], found: tuple[Diagnostic, ...]) -> bool:
    """Correct the files and print what was done. Returns whether anything changed."""
    from generator.content.files import collect
    from generator.editing.fix import files_to_fix, fixed
    from generator.system.files import write_files

    wanted = frozenset(_names(project, paths))
    content = {file.path: file for file in collect(project.content, project.site.content, project.kinds)[0]}
    changed, done = {}, list[str]()
    for path in files_to_fix(project.content):
        name = project.name_of(path)
        if not paths or _lies_in(name, wanted):
            raw = path.read_bytes()
            fix = fixed(raw, name, content.get(path), [problem for problem in found if problem.span.file == name])
            if fix.content != raw:
                changed[path] = fix.content
                done += fix.done
    write_files(changed, project.root)
    if done:
        print("\n".join(done), file=sys.stderr)
    return bool(changed)


CHECKOUTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")
"""The variables with which GitHub and GitLab name the folder of the repository."""


def _repository(root: Path) -> Path:
    """The folder of the repository that contains the folder `root`; without one, the current folder.

    Code hosts show an annotation only if its file is named as seen from there.
    """
    parents = (root, *root.parents)
    checkouts = (Path(os.environ[name]).resolve() for name in CHECKOUTS if os.environ.get(name))
    found = (
        *(folder for folder in parents if os.path.lexists(folder / ".git")),
        *(folder for folder in checkouts if folder in parents),
    )
    return found[0] if found else Path.cwd()


def _show(
    found: tuple[Diagnostic, ...], root: Path, form: str, *, quiet: bool = False, given: tuple[str, bytes] | None = None
) -> None:
    from generator.checks import explain
    from generator.reporting import machine_formats

    repository = _repository(root)

    def named(file: str) -> str:
        place = root / file
        return place.relative_to(repository).as_posix() if place.is_relative_to(repository) else file

    match form:
        case "gitlab":
            print(machine_formats.as_gitlab(found, named))
        case "json":
            print(machine_formats.as_json(found))
        case "sarif":
            print(machine_formats.as_sarif(found, named, explain))
        case "github":
            print(machine_formats.as_github(found, named), end="\n" if found else "")
            if not quiet:
                print(report.summary(found), file=sys.stderr)
        case _:
            if found:
                show(report.as_text(found, report.lines_under(root, *(given or ()))), sys.stdout)
            if not quiet:
                print(report.summary(found))
