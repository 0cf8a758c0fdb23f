"""`playbook build`: the site."""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from generator.caching.kept import Kept
from generator.caching.last_build import LastBuild, fingerprint
from generator.caching.program import program
from generator.commands._calling import (
    CONTENT,
    OK,
    Stop,
    add_config,
    add_site,
    as_text,
    file_path,
    project_of,
    say,
    show,
    site_named,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.config.project import Project
    from generator.diagnostics.diagnostic import Diagnostic
    from generator.parallel import Workers
    from generator.pipeline import Checking, Outcome, Reading
    from generator.publishing.linking import Seen
    from generator.reporting.progress import Progress
    from generator.site.page import Artifact

MANY = 20
"""If so many PDFs are to be made, a site that has none yet is published before them."""

SPREAD = 20
"""So many documents are made by several processes."""

MOST_WARNINGS = 20
"""The number of warnings that a build shows; `check` shows all."""


def arguments(parser: argparse.ArgumentParser) -> None:
    add_config(parser)
    add_site(parser, "build only this one of the `sites` of the configuration (default: all of them)")
    parser.add_argument(
        "--site-dir",
        type=file_path,
        metavar="DIR",
        help="the output folder (default: site, beside the configuration); of several sites, each has a folder in it",
    )
    parser.add_argument(
        "--in-place",
        action="store_true",
        help="replace the files one by one and keep the output folder itself, which a container has mounted",
    )
    parser.add_argument("--clean", action="store_true", help="make everything anew, without what an earlier build left")
    parser.add_argument("--strict", action="store_true", help="treat warnings as errors")
    parser.add_argument(
        "--offline", action="store_true", help="also make one file with the whole site, which opens without a server"
    )
    parser.add_argument(
        "--pdf", action="store_true", help="also make the PDFs of all sheets, and DOCX to adapt, if Pango is installed"
    )


def run(arguments: argparse.Namespace) -> int:
    program()  # before other modules are imported: what a build leaves is kept only if none has changed meanwhile
    root = arguments.config.resolve().parent
    target = arguments.site_dir or root / "site" / arguments.site
    options = f"{arguments.config.resolve()}\0{target}\0{target.resolve()}\0{arguments.strict}\0{arguments.offline}"
    options += f"\0{arguments.site}"
    if arguments.pdf:
        options += f"\0{_decides_pdfs()}"
    last = LastBuild(Kept(root / ".cache" / "last-build"), options)
    said = None if arguments.clean else last.said(target)
    printed, reported = said or _build(arguments, target, last)
    if reported:
        show(reported, sys.stderr)
    say(arguments, printed)
    return OK


def _why_no_pdfs() -> str | None:
    """What is missing for PDFs; None if nothing is. Only asked if there shall be some, because it takes long."""
    from generator.paper import pdf

    return pdf.missing()


def _decides_pdfs() -> str:
    """What the system has that decides PDFs."""
    from generator.paper import pdf, pdf_cache

    return pdf.missing() or f"{pdf_cache.system()} {pdf_cache.fonts()}"


FEW = 50
"""If so many files are new or more, the content is checked before pages are made: an error in them is said sooner."""


def _read(project: Project, progress: Progress, workers: Workers, *, clean: bool) -> tuple[Reading, Checking]:
    """Read the content, and apply the editorial rules or begin to.

    Only files that have changed are parsed and checked, unless the build is to be `clean`.
    """
    from generator import pipeline
    from generator.reading.cache import DocumentCache

    if clean:
        return pipeline.read(project, progress, workers=workers), pipeline.NO_RULES
    documents = DocumentCache(project.root)
    new = documents.learn(pipeline.entry_files(project), workers)
    reading = pipeline.connected(project, progress, read_document=documents.read_document)
    kept = Kept(project.root / ".cache" / "silent-texts")
    rules = pipeline.checking(project, reading, progress, workers, kept=kept, then=documents.save)
    return (reading, rules) if new < FEW else (rules(reading), pipeline.NO_RULES)


@dataclass(frozen=True, slots=True)
class _Edition:
    """One of the sites that are built, or the only one, before it is published. `folder` is within the target."""

    folder: str
    target: Path
    project: Project
    kept: Kept
    archive: str
    outcome: Outcome


def _build(arguments: argparse.Namespace, target: Path, last: LastBuild) -> tuple[str, str]:
    """Build and publish the sites, and remember them as the last build. Returns what to print and what to report.

    None is published before all of them are known to be sound.
    """
    # All objects of a build live until its end, so garbage collection would only cost a tenth of its time.
    gc.disable()
    from generator import pipeline
    from generator.diagnostics.diagnostic import in_order
    from generator.parallel import Forks
    from generator.publishing import linking, site_folder
    from generator.reporting.progress import Progress

    workers = Forks()
    config = fingerprint([arguments.config])
    project = project_of(arguments)
    name = site_named(project, arguments.site)
    names = {name: ""} if name or not project.site.sites else {name: name for name in project.site.sites}
    read = pipeline.sources(project)
    was = last.before(read)
    known: dict[str, Callable[[], Seen]] = {}
    written: dict[str, Mapping[str, str]] = {}
    meanwhile: list[Callable[[], object]] = []
    counted: list[str] = []
    with Progress(quiet=arguments.quiet) as progress:
        for folder in names.values():
            known[folder] = dict if arguments.clean else workers.start(partial(linking.seen, target / folder))
        reading, rules = _read(project, progress, workers, clean=arguments.clean)
        editions = [
            _edition(arguments, *pipeline.of_site(project, reading, site), rules, target, folder, progress, workers)
            for site, folder in names.items()
        ]
        found = in_order(dict.fromkeys(one for edition in editions for one in edition.outcome.diagnostics))
        for edition in editions:
            files, wrong, published = _publish(arguments, edition, known[edition.folder], meanwhile, progress, workers)
            written[edition.folder] = {**files, site_folder.MARKER: site_folder.MARKER_HASH}
            found = in_order((*found, *wrong))
            counted.append(published)
    said = _said(arguments, project, found, counted)
    if fingerprint([arguments.config]) == config:
        last.remember(read, was, written, said)
    for done in meanwhile:
        done()
    return said


def _edition(
    arguments: argparse.Namespace,
    project: Project,
    reading: Reading,
    rules: Checking,
    target: Path,
    folder: str,
    progress: Progress,
    workers: Workers,
) -> _Edition:
    """A site that is made and not published. Raises `Stop` if something is wrong with it."""
    from generator import pipeline
    from generator.offline.archive import archive_of
    from generator.reporting import report

    pdfs = arguments.pdf and not _why_no_pdfs()
    archive = archive_of(project.site.name) if arguments.offline else ""
    kept = pipeline.kept_in(project, pdfs=pdfs)
    usable, disk = None if arguments.clean else kept, kept.disk()
    options = {"strict": arguments.strict, "pdfs": pdfs, "archive": archive, "worker": project.site.offline}
    outcome = pipeline.outcome(project, reading, progress, workers, **options, kept=usable, disk=disk, rules=rules)
    if outcome.site is None or outcome.stopped:
        found = outcome.diagnostics
        raise Stop(CONTENT, f"{as_text(found, project)}\nNothing was built: {report.summary(found)}.")
    return _Edition(folder, target / folder, project, kept, archive, outcome)


def _publish(
    arguments: argparse.Namespace,
    edition: _Edition,
    known: Callable[[], Seen],
    meanwhile: list[Callable[[], object]],
    progress: Progress,
    workers: Workers,
) -> tuple[Mapping[str, str], tuple[Diagnostic, ...], str]:
    """Publish a site. Returns the hashes of its files, what is wrong with its PDFs, and what to say of it.

    `known` is what was read of the site that it replaces. `meanwhile` takes what is still being done, to be waited for.
    """
    from generator import pipeline
    from generator.diagnostics.diagnostic import stops_the_build
    from generator.reporting import report

    project, outcome, target, archive = edition.project, edition.outcome, edition.target, edition.archive
    assert outcome.site is not None, "an edition was made"
    pdfs = arguments.pdf and not _why_no_pdfs()
    made, wrong = _pdfs(arguments, project, outcome.reading, target, progress) if pdfs else ((), ())
    if stops_the_build(wrong, strict=arguments.strict):
        found = (*outcome.diagnostics, *wrong)
        raise Stop(CONTENT, f"{as_text(found, project)}\nThe PDFs were not published: {report.summary(found)}.")

    def keep(files: Mapping[str, str]) -> None:
        meanwhile.append(workers.start(partial(pipeline.keep, project, edition.kept, outcome, files)))

    options = {"archive": archive, "in_place": arguments.in_place, "known": known, "then": keep}
    written = pipeline.publish(project, outcome.site, target, progress, workers, made, **options)
    said = f"{len(outcome.site.pages)} pages in {target}"
    if archive:
        size = (target / archive).stat().st_size / 1e6
        said += f"\nThe whole site in one file: {target / archive} ({size:.1f} MB)"
    return written, wrong, said


def _said(
    arguments: argparse.Namespace, project: Project, found: Sequence[Diagnostic], counted: Sequence[str]
) -> tuple[str, str]:
    """What a build prints and reports."""
    from generator.reporting import report

    shown = [as_text(found[:MOST_WARNINGS], project)] if found else []
    shown += [f"… and {len(found) - MOST_WARNINGS} more: `playbook check` shows all\n"] * (len(found) > MOST_WARNINGS)
    if arguments.pdf and (lack := _why_no_pdfs()):
        shown.insert(0, f"No PDFs were made, so pages have no links to them. {lack}\n")
    *others, last = counted
    first, line, rest = last.partition("\n")
    ending = f", {report.summary(found)}" if found else ""
    return "\n".join((*others, f"{first}{ending}{line}{rest}")), "\n".join(shown)


def _pdfs(
    arguments: argparse.Namespace, project: Project, reading: Reading, target: Path, progress: Progress
) -> tuple[tuple[Artifact, ...], tuple[Diagnostic, ...]]:
    """Every PDF of the site, and what is wrong with them."""
    from generator.paper import pdf
    from generator.paper.faults import Findings
    from generator.paper.print_jobs import site_pdfs
    from generator.paper.word_jobs import OfficeJob, written
    from generator.parallel import spawned
    from generator.stages.printed import diagnostics

    first = partial(_publish_first, arguments, project, reading, target, progress)
    findings = Findings()

    def write(jobs: Sequence[OfficeJob]) -> Iterator[bytes]:
        # A few take less time than new processes do.
        return spawned(written, jobs) if len(jobs) >= SPREAD else map(written, jobs)

    made = site_pdfs(project, reading.graph, partial(spawned, pdf.made), progress, first, findings.add, write)
    return made, diagnostics(reading.graph, findings.all)


def _publish_first(
    arguments: argparse.Namespace, project: Project, reading: Reading, target: Path, progress: Progress, lacking: int
) -> None:
    """Publish the site without PDFs and without links to them, if making the PDFs takes long and none are published.

    A site that has PDFs stays until the new ones are made, so that no link to one breaks.
    """
    from generator import pipeline
    from generator.paper.downloads import FOLDER
    from generator.parallel import Forks
    from generator.reporting.progress import Milestone

    if lacking < MANY or (target / FOLDER).is_dir():
        return
    workers, kept = Forks(), pipeline.kept_in(project)
    earlier, disk = None if arguments.clean else kept, kept.disk()
    outcome = pipeline.outcome(project, reading, progress, workers, strict=arguments.strict, kept=earlier, disk=disk)
    assert outcome.site is not None
    keep = partial(pipeline.keep, project, kept, outcome)
    pipeline.publish(project, outcome.site, target, progress, workers, in_place=arguments.in_place, then=keep)
    progress(Milestone(f"The site is in {target}; its PDFs follow"))
