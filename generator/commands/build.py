"""`playbook build`: the site."""

from __future__ import annotations

import argparse
import gc
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from generator.caching.kept import Kept
from generator.caching.program import program
from generator.commands._calling import CONTENT, OK, Stop, add_config, as_text, project_of, usage
from generator.reporting import report
from generator.reporting.progress import Progress

if TYPE_CHECKING:
    from generator.site.page import Artifact

MOST_WARNINGS = 20
"""The number of warnings that a build shows; `check` shows all."""


def arguments(parser: argparse.ArgumentParser) -> None:
    add_config(parser)
    parser.add_argument(
        "--site-dir", type=Path, metavar="DIR", help="the output folder (default: site, beside the configuration)"
    )
    parser.add_argument("--clean", action="store_true", help="make everything anew, without what an earlier build left")
    parser.add_argument("--strict", action="store_true", help="treat warnings as errors")
    parser.add_argument("--pdf", action="store_true", help="also make the PDFs of all sheets, if Pango is installed")


def kept_in(root: Path, *, pdfs: bool) -> Kept:
    """Where a build finds what an earlier one with or without PDFs has left for it."""
    return Kept(root / ".cache" / ("site-with-pdfs" if pdfs else "site"))


def run(arguments: argparse.Namespace) -> int:
    from generator import pipeline
    from generator.paper import pdf
    from generator.parallel import Forks, spawned
    from generator.publishing import site_folder

    program()  # before the other modules are imported: what this build leaves is kept only if none has changed
    workers = Forks()
    project = project_of(arguments)
    target = arguments.site_dir or project.root / "site"
    # All objects of a build live until its end, so garbage collection would only cost a tenth of its time.
    gc.disable()
    with Progress() as progress:
        reading = pipeline.read(project, progress, workers=workers)
        pdfs = arguments.pdf and not pdf.missing()
        kept = kept_in(project.root, pdfs=pdfs)
        outcome = pipeline.outcome(
            project,
            reading,
            progress,
            workers,
            strict=arguments.strict,
            pdfs=pdfs,
            kept=None if arguments.clean else kept,
        )
        site, found = outcome.site, outcome.diagnostics
        if site is None or outcome.stopped:
            raise Stop(CONTENT, f"{as_text(found, project)}\nNothing was built: {report.summary(found)}.")
        made: tuple[Artifact, ...] = ()
        if pdfs:
            from generator.paper.print_jobs import site_pdfs

            made = site_pdfs(project, reading.graph, partial(spawned, pdf.make), progress)
        try:
            written = pipeline.publish(project, site, target, progress, workers, made)
        except site_folder.OutputRefused as refused:
            raise usage(str(refused)) from refused
        pipeline.keep(project, kept, outcome, written)
    if arguments.pdf and (lack := pdf.missing()):
        print(f"No PDFs were made, so pages have no links to them. {lack}\n", file=sys.stderr)
    if found:
        print(as_text(found[:MOST_WARNINGS], project), file=sys.stderr)
    if len(found) > MOST_WARNINGS:
        print(f"… and {len(found) - MOST_WARNINGS} more: `playbook check` shows all\n", file=sys.stderr)
    print(f"{len(site.pages)} pages in {target}" + (f", {report.summary(found)}" if found else ""))
    return OK
