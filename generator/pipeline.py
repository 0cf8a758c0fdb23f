"""All steps from YAML files to a published site. Read this file first.

Each stage is a function in `stages/` from a frozen value to a frozen value that carries its diagnostics. Problems in
the content are returned, all of them in one run; an exception means an error in the program. Only the two ends have
effects: `read_files` reads from the disk, `publish` writes to it. Commands pass in the `workers` that start processes.

What only a build needs is imported where it is needed, because checking one file should take no longer than to look
up from it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from generator.caching.kept import Kept
from generator.caching.memory import FORGETFUL, Memory
from generator.caching.pieces_on_disk import PiecesOnDisk
from generator.config.project import Project
from generator.config.sites import belongs_to
from generator.content.files import collect
from generator.diagnostics.diagnostic import Diagnostic, in_order, stops_the_build
from generator.parallel import ALONE, Workers
from generator.reading.text import Given
from generator.reporting.steps import Progress, silent
from generator.site.page import Site
from generator.stages.checking import NO_RULES, Checking, begun
from generator.stages.connect import Reading, connect
from generator.stages.page_words import page_word_problems
from generator.stages.publish import archived, files, publish, write
from generator.stages.read_files import Reader, read_files, remembering
from generator.stages.select import for_readers, is_published, select
from generator.stages.sites import site_problems
from generator.stages.structure import structure

if TYPE_CHECKING:
    from generator.checks import SilentTexts
    from generator.stages.build import Built
    from generator.stages.earlier import Leftover, Pages
    from generator.stages.remembered import Remembered

__all__ = [
    "NO_RULES",
    "Checking",
    "Outcome",
    "Progress",
    "Reading",
    "archived",
    "build",
    "built",
    "checked",
    "checking",
    "connected",
    "entry_files",
    "files",
    "keep",
    "of_site",
    "outcome",
    "promised",
    "publish",
    "published",
    "read",
    "sources",
    "write",
]


def sources(project: Project) -> tuple[Path, ...]:
    """Every file and folder of the playbook that a build could read. Some may not exist."""
    from generator.config import languages, theme
    from generator.content.changes_file import CHANGES
    from generator.content.nearby import FILE as NEARBY
    from generator.permalinks import ledger
    from generator.system.git import files_of_head

    root = project.root
    past = files_of_head(root) if project.site.last_changed else ()
    beside = (root / languages.FOLDER, root / CHANGES, root / NEARBY)
    ledgers = (root / ledger.file_of(name) for name in ("", *project.site.sites))
    # The playbook's own theme folder overrides that of the program as soon as it exists.
    own = root / theme.FOLDER / project.site.theme
    return (project.file, project.content, *beside, *ledgers, *past, *dict.fromkeys((own, *project.theme.folders)))


def entry_files(project: Project) -> Iterator[tuple[Path, Path, str]]:
    """The files with entries: the path, the folder in which it must lie, and the name."""
    found, _ = collect(project.content, project.site.content, project.kinds)
    return ((file.path, project.content, file.name) for file in found)


def read(
    project: Project,
    progress: Progress = silent,
    *,
    only: Callable[[str], bool] | None = None,
    read_document: Reader | None = None,
    given: Given | None = None,
    workers: Workers = ALONE,
    silent: SilentTexts | None = None,
) -> Reading:
    """Read the files, structure their content, connect and check it.

    `only` selects files by name: problems in other files are not reported. The file that is `given` is not read. Rules
    about texts pass over those that are known to be `silent`.
    """
    reading = connected(project, progress, read_document=read_document, given=given)
    from generator.stages.check import check

    progress("Checking the entries")
    return check(reading, project.site, workers, only, silent=silent)


def connected(
    project: Project,
    progress: Progress = silent,
    *,
    read_document: Reader | None = None,
    memory: Memory = FORGETFUL,
    given: Given | None = None,
    earlier: Reading | None = None,
) -> Reading:
    """Read the files, structure and connect their content, without the editorial rules.

    Files that have not changed since the last time are not parsed again if `memory` keeps them, and their references
    are taken from what was read `earlier`.
    """
    progress("Reading the content")
    files = read_files(project, read_document or remembering(memory, project.kinds), memory, given)
    parts = structure(files, project.kinds, memory)
    progress("Connecting the entries")
    found = connect(parts, project.kinds, earlier.graph if earlier else None)
    unfit = (*site_problems(project, found.graph, found.pages), *page_word_problems(project, found.pages))
    return replace(found, diagnostics=(*found.diagnostics, *unfit))


def checked(
    project: Project,
    reading: Reading,
    workers: Workers = ALONE,
    *,
    until: Callable[[], bool] = lambda: False,
    silent: SilentTexts | None = None,
) -> Reading:
    """Content that is connected with the diagnostics of the editorial rules; unfinished when `until` says so."""
    from generator.stages.check import check

    return check(reading, project.site, workers, until=until, silent=silent)


def checking(
    project: Project,
    reading: Reading,
    progress: Progress = silent,
    workers: Workers = ALONE,
    *,
    kept: Kept,
    then: Callable[[], object] | None = None,
) -> Checking:
    """Begin to apply the editorial rules, so that pages can be made meanwhile. The process that does it calls `then`.

    What is `kept` says which texts are known to be silent.
    """
    progress("Checking the entries")
    return begun(reading, project.site, workers, kept, then)


def published(reading: Reading) -> Reading:
    """The content without drafts and references to them, as a build shows it."""
    return select(reading, is_published)


def of_site(project: Project, reading: Reading, name: str) -> tuple[Project, Reading]:
    """One of the sites of the configuration, and the content that it shows; without a name, all of the playbook."""
    from generator.permalinks.ledger import file_of, read_ledger

    if not name:
        return project, reading
    site = project.site.sites[name]
    shown = select(reading, lambda located: belongs_to(located, name, site), site.pages)
    shown = shown if site.editorial else for_readers(shown)
    ledger, problems = read_ledger(project.root, file_of(name))
    return project.site_named(name), replace(shown, ledger=ledger, diagnostics=(*shown.diagnostics, *problems))


def build(
    project: Project, reading: Reading, progress: Progress = silent, workers: Workers = ALONE, *, pdfs: bool = False
) -> Site:
    """The site of a playbook whose content is sound, with links to PDFs if there will be `pdfs`."""
    return built(project, reading, progress, workers, pdfs=pdfs).site


def built(
    project: Project,
    reading: Reading,
    progress: Progress = silent,
    workers: Workers = ALONE,
    *,
    pdfs: bool = False,
    archive: str = "",
    worker: bool = False,
    kept: Kept | None = None,
    last: Remembered | None = None,
    memory: Memory = FORGETFUL,
    disk: PiecesOnDisk | None = None,
) -> Built:
    """The same with what the next build can use. Pages stay that would come out as in the build that is `kept`.

    In place of that, the process that made the `last` build may pass it on with its `memory`; then new pages are made
    when they are asked for. With a `disk` the texts of new pages are not held in memory.
    """
    from generator.stages import build
    from generator.stages.earlier import NOTHING, read

    def earlier(key: str) -> Pages:
        if last is not None and last.key == key:
            return last
        return read(kept, key) if kept else NOTHING

    progress("Writing the pages")
    return build.build(
        project,
        reading,
        workers,
        pdfs=pdfs,
        archive=archive,
        worker=worker,
        earlier=earlier,
        memory=memory,
        late=last is not None,
        disk=disk,
    )


def promised(reading: Reading, site: Site) -> tuple[Diagnostic, ...]:
    """Diagnostics for published addresses and questions that no longer exist, and for addresses not yet recorded.

    Those of drafts, which a preview shows, are not published.
    """
    from generator.permalinks.promises import problems

    drafts = {located.url for located in reading.graph.entries.values() if not is_published(located)}
    if drafts:
        site = replace(site, pages=tuple(page for page in site.pages if page.url not in drafts))
    whole = (reading.whole or reading).graph
    return problems(site, reading.graph, reading.ledger, reading.redirects, reading.old_places, whole)


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
    progress: Progress = silent,
    workers: Workers = ALONE,
    *,
    strict: bool = False,
    pdfs: bool = False,
    archive: str = "",
    worker: bool = False,
    kept: Kept | None = None,
    disk: PiecesOnDisk | None = None,
    rules: Checking = NO_RULES,
) -> Outcome:
    """Stop if the content has errors; leave out drafts; build; check the published addresses; stop if one is missing.

    The content of the outcome is without the drafts. It has what the `rules` find that are being applied meanwhile.
    """
    if stops_the_build(reading.diagnostics, strict=strict):
        return _stopped(rules(reading))
    reading = published(reading)
    make = partial(built, pdfs=pdfs, archive=archive, worker=worker, kept=kept, disk=disk)
    try:
        made = make(project, reading, progress, workers)
    except Exception:
        # Entries that break an editorial rule may break a template as well: then the rule says it better.
        if stops_the_build((reading := rules(reading)).diagnostics, strict=strict):
            return _stopped(reading)
        raise
    reading = rules(reading)
    if stops_the_build(reading.diagnostics, strict=strict):
        return _stopped(reading)
    found = in_order((*reading.diagnostics, *made.diagnostics, *promised(reading, made.site)))
    return Outcome(reading, made.site, found, stops_the_build(found, strict=strict), made.leftover)


def _stopped(reading: Reading) -> Outcome:
    """The outcome of content with errors."""
    return Outcome(reading, None, reading.diagnostics, stopped=True)


def kept_in(project: Project, *, pdfs: bool = False) -> Kept:
    """What a build of the site with or without PDFs leaves for the next one of its sort, and for other commands."""
    cache = project.root / ".cache"
    return Kept((cache / "sites" / project.named if project.named else cache) / ("site-with-pdfs" if pdfs else "site"))


def keep(project: Project, kept: Kept, outcome: Outcome, files: Mapping[str, str]) -> None:
    """Keep what the next build can use of this one, which has written these `files`.

    Nothing is kept if the theme or the program has changed meanwhile: pages may have been made from both versions.
    """
    from generator.caching.program import is_same_program
    from generator.media.folder import forget_others
    from generator.stages import earlier

    if outcome.leftover and outcome.leftover.theme == project.theme.fingerprint() and is_same_program():
        earlier.write(kept, outcome.leftover, files)
    forget_others(project.root, outcome.reading.graph.files.values())
