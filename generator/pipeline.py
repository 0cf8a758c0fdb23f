"""All steps from YAML files to a published site. Read this file first.

Each stage is a function in `stages/` from a frozen value to a frozen value that carries its diagnostics. Problems in
the content are returned, all of them in one run; an exception means an error in the program. Only the two ends have
effects: `read_files` reads from the disk, `publish` writes to it. Commands pass in the `workers` that start processes.

What only a build needs is imported where it is needed, because checking one file should take no longer than to look
up from it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from generator.caching.kept import Kept
from generator.config.project import Project
from generator.diagnostics.diagnostic import Diagnostic, in_order, stops_the_build
from generator.parallel import ALONE, Workers
from generator.reading.document import read_document
from generator.site.page import Artifact, Site
from generator.stages.check import check
from generator.stages.connect import Reading, connect
from generator.stages.read_files import Reader, read_files
from generator.stages.structure import structure

if TYPE_CHECKING:
    from generator.stages.build import Built
    from generator.stages.earlier import Leftover

__all__ = [
    "Outcome",
    "Progress",
    "Reading",
    "build",
    "built",
    "keep",
    "outcome",
    "promised",
    "publish",
    "read",
    "sources",
    "write",
]

Progress: TypeAlias = Callable[[str], None]
"""Called with the name of each step before it starts, to show progress."""


def _silent(_step: str) -> None:
    """Report nothing."""


def sources(project: Project) -> tuple[Path, ...]:
    """Every file and folder of the playbook that a build could read. Some may not exist."""
    from generator.config import languages, theme
    from generator.content.changes import CHANGES
    from generator.permalinks import ledger

    root = project.root
    beside = (root / languages.FOLDER, root / CHANGES, root / ledger.FILE)
    # The playbook's own theme folder overrides that of the program as soon as it exists.
    own = root / theme.FOLDER / project.site.theme
    return (project.file, project.content, *beside, *dict.fromkeys((own, *project.theme.folders)))


def read(
    project: Project,
    progress: Progress = _silent,
    *,
    only: Callable[[str], bool] | None = None,
    read_document: Reader = read_document,
    workers: Workers = ALONE,
) -> Reading:
    """Read the files, structure their content, connect and check it.

    `only` selects files by name: problems in other files are not reported.
    """
    progress("Reading the content")
    parts = structure(read_files(project, read_document), project.kinds)
    progress("Connecting the entries")
    reading = connect(parts, project.kinds)
    progress("Checking the entries")
    return check(reading, project.site, workers, only)


def build(
    project: Project, reading: Reading, progress: Progress = _silent, workers: Workers = ALONE, *, pdfs: bool = False
) -> Site:
    """The site of a playbook whose content is sound, with links to PDFs if there will be `pdfs`."""
    return built(project, reading, progress, workers, pdfs=pdfs).site


def built(
    project: Project,
    reading: Reading,
    progress: Progress = _silent,
    workers: Workers = ALONE,
    *,
    pdfs: bool = False,
    kept: Kept | None = None,
) -> Built:
    """The same with what the next build can use. Pages that would come out as in the one that is `kept` stay."""
    from generator.stages import build
    from generator.stages.earlier import NOTHING, read

    progress("Writing the pages")
    return build.build(project, reading, workers, pdfs=pdfs, earlier=lambda key: read(kept, key) if kept else NOTHING)


def promised(reading: Reading, site: Site) -> tuple[Diagnostic, ...]:
    """Diagnostics for published addresses and questions that no longer exist, and for addresses not yet recorded."""
    from generator.permalinks.promises import problems

    return problems(site, reading.graph, reading.ledger, reading.redirects, reading.old_places)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of reading and building: the site, if the content has no errors, and all diagnostics.

    `stopped`: there are errors that must be corrected before the site may be published.
    """

    reading: Reading
    site: Site | None
    diagnostics: tuple[Diagnostic, ...]
    stopped: bool
    leftover: Leftover | None = None
    """What the next build can use of this one."""


def outcome(
    project: Project,
    reading: Reading,
    progress: Progress = _silent,
    workers: Workers = ALONE,
    *,
    strict: bool = False,
    pdfs: bool = False,
    kept: Kept | None = None,
) -> Outcome:
    """Stop if the content has errors; build; check the published addresses; stop if any of them is missing."""
    if stops_the_build(reading.diagnostics, strict=strict):
        return Outcome(reading, None, reading.diagnostics, stopped=True)
    made = built(project, reading, progress, workers, pdfs=pdfs, kept=kept)
    found = in_order((*reading.diagnostics, *promised(reading, made.site)))
    return Outcome(reading, made.site, found, stops_the_build(found, strict=strict), made.leftover)


def publish(
    project: Project,
    site: Site,
    target: Path,
    progress: Progress = _silent,
    workers: Workers = ALONE,
    pdfs: Iterable[Artifact] = (),
) -> Mapping[str, str]:
    """Write the site and its `pdfs` to the folder `target`, replacing the previous site atomically.

    Returns the hashes of the site's files by their paths. Raises `site_folder.OutputRefused` if the folder must not be
    replaced.
    """
    from generator.publishing import site_folder

    with site_folder.staged(target) as staging:
        written = write(project, site, staging, progress, workers, target)
        site_folder.write(pdfs, staging)
        progress("Publishing")
        site_folder.publish(staging, target)
    return written


def write(
    project: Project,
    site: Site,
    folder: Path,
    progress: Progress = _silent,
    workers: Workers = ALONE,
    published: Path | None = None,
) -> Mapping[str, str]:
    """Write the whole site into `folder`, and return the hashes of its files by their paths.

    Files of the site in `published` that are the same are not written again, but linked.
    """
    from generator.publishing import site_folder
    from generator.shells.shell import framed

    progress("Putting the pages into their frame")
    linked = site_folder.link(site.unchanged, published, folder, workers) if published else {}
    new = (file for file in (*site.artifacts, *framed(site, project.theme)) if file.path not in linked)
    return {**linked, **site_folder.write(new, folder, workers)}


def keep(project: Project, kept: Kept, outcome: Outcome, files: Mapping[str, str]) -> None:
    """Keep what the next build can use of this one, which has written these `files`.

    Nothing is kept if the theme or the program has changed meanwhile: pages may have been made from both versions.
    """
    from generator.caching.program import is_same_program
    from generator.stages import earlier

    if outcome.leftover and outcome.leftover.theme == project.theme.fingerprint() and is_same_program():
        earlier.write(kept, outcome.leftover, files)
