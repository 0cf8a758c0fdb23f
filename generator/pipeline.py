"""The whole story: from YAML files to a published site. Read this file first.

Each stage is a function from frozen values to frozen values. Problems with the content are returned as
diagnostics, all of them in one run; an exception means a fault of our own. Effects are at the two ends:
`collect` and `read_document` look at the disk, `publish` writes to it.

What only a build needs is imported where it is needed, because to check one file should take no longer than to
look up from it.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from generator.checks import check
from generator.config.project import Project
from generator.content.changes import NO_CHANGES, Changes, read_changes
from generator.content.entries import structure
from generator.content.files import PAGES, REDIRECTS, ContentFile, collect, copies
from generator.content.graph import Graph, connect
from generator.content.hand_pages import HandPage, mention_problems, read_pages
from generator.content.located import Located
from generator.diagnostics.diagnostic import Diagnostic, Severity, in_order, limited
from generator.permalinks.ledger import Ledger, read_ledger
from generator.permalinks.redirects import Moved, OldPlace, Redirect, redirected, redirects
from generator.reading.document import Document, read_document
from generator.site.page import Site

Progress = Callable[[str], None]
"""Is told what is being done, for people who wait."""

Reader = Callable[[Path, Path, str], tuple[Document | None, tuple[Diagnostic, ...]]]
"""Reads the file at a path, under a root, by the name that diagnostics call it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: entries and pages, and everything that is wrong with them."""

    graph: Graph
    pages: tuple[HandPage, ...]
    diagnostics: tuple[Diagnostic, ...]
    redirects: tuple[Redirect, ...] = ()
    changes: Changes = NO_CHANGES
    old_places: tuple[OldPlace, ...] = ()
    ledger: Ledger | None = None

    @property
    def promises(self) -> bool:
        """Whether there are addresses to keep."""
        return bool(self.ledger or self.redirects or self.old_places)


def read(
    project: Project,
    progress: Progress = lambda _: None,
    *,
    only: Callable[[str], bool] | None = None,
    read_document: Reader = read_document,
) -> Reading:
    """Read, structure, connect and check the content of a playbook.

    `only` picks the files that one wants to know about, by their names: what is wrong with others is left out.
    """
    progress("Reading the content")
    ledger, problems = read_ledger(project.root)
    documents, located, found = _entries(project, read_document, ledger)
    complete = not any(problem.severity is Severity.ERROR for problem in found)
    found += problems
    (moved, old_places), problems = _redirects(project, read_document)
    found += problems
    progress("Connecting the entries")
    broken = _broken(documents)
    led_on = {redirect.old: redirect.target for redirect in moved}
    graph, problems = connect(located, project.kinds, broken, led_on, _promised_pages(ledger, moved))
    found += problems
    pages, problems = read_pages(
        project.content / PAGES, project.content, f"{project.site.content}/{PAGES}", project.kinds
    )
    found += [*problems, *mention_problems(pages, graph, broken)]
    graph, problems = redirected(graph, moved, broken, {page.slug for page in pages})
    found += problems
    changes, problems = read_changes(project.root, graph, broken)
    found += problems
    progress("Checking the entries")
    graph = replace(graph, complete=complete)
    if only is not None:
        graph = graph.narrowed(frozenset(file.name for file in documents if only(file.name)))
    found += check(graph, project.site, [page for page in pages if only is None or only(page.file)])
    if only is not None:
        found = [problem for problem in found if only(problem.span.file)]
    return Reading(graph, pages, in_order(limited(found)), moved, changes, old_places, ledger)


def build(project: Project, reading: Reading, progress: Progress = lambda _: None, *, pdfs: bool = False) -> Site:
    """The site of a playbook whose content holds together, with links to PDFs if there will be `pdfs`."""
    from generator.permalinks.promises import keeping
    from generator.site.render import render

    progress("Writing the pages")
    site = render(reading.graph, project.site, project.theme, reading.pages, reading.changes.newest_first, pdfs=pdfs)
    return keeping(site, reading.graph, reading.old_places)


def promised(reading: Reading, site: Site) -> tuple[Diagnostic, ...]:
    """Addresses and questions that were published and are gone, and addresses that the ledger does not hold yet."""
    from generator.permalinks.promises import problems

    return problems(site, reading.graph, reading.ledger, reading.redirects, reading.old_places)


def publish(project: Project, site: Site, target: Path, progress: Progress = lambda _: None) -> None:
    """Put the site into the folder `target`, in place of the one that is there, at one stroke.

    Raises `site_folder.OutputRefused` if the folder is not ours to write to.
    """
    from generator.publishing import site_folder

    with site_folder.staged(target) as staging:
        write(project, site, staging, progress)
        progress("Publishing")
        site_folder.publish(staging, target)


def write(project: Project, site: Site, folder: Path, progress: Progress = lambda _: None) -> None:
    """Write the whole site into `folder`."""
    from generator.publishing import site_folder
    from generator.shells import mkdocs

    progress("Putting the pages into their frame")
    mkdocs.dress(site, project.theme.within("material"), folder)
    site_folder.write(site.artifacts, folder)


def _entries(
    project: Project, read_document: Reader, ledger: Ledger | None
) -> tuple[dict[ContentFile, Document | None], list[Located], list[Diagnostic]]:
    """Every file of the content, as far as it can be read, and the entries that fit their kinds."""
    files, problems = collect(project.content, project.site.content, project.kinds)
    found = list(problems)
    documents: dict[ContentFile, Document | None] = {}
    for file in files:
        documents[file], problems = read_document(file.path, project.content, file.name)
        found += problems
    located: list[Located] = []
    copied = copies(documents, ledger.places if ledger else ())
    found += copied.values()
    for file, document in documents.items():
        if document and file not in copied:
            entries, problems = structure(document, file.kind, file.entry_id)
            found += problems
            located += entries
    return documents, located, found


def _redirects(project: Project, read_document: Reader) -> tuple[Moved, tuple[Diagnostic, ...]]:
    path = project.content / REDIRECTS
    if not path.exists():
        return ((), ()), ()
    document, problems = read_document(path, project.content, f"{project.site.content}/{REDIRECTS}")
    if document is None:
        return ((), ()), problems
    found, more = redirects(document, project.kinds)
    return found, problems + more


def _promised_pages(ledger: Ledger | None, moved: Iterable[Redirect]) -> Container[str]:
    """The addresses of pages that should be there: those that were published and do not lead elsewhere now."""
    return (ledger.places.keys() if ledger else frozenset()) - {redirect.address for redirect in moved}


class _Everything(Container[str]):
    def __contains__(self, _: object) -> bool:
        return True


def _broken(documents: dict[ContentFile, Document | None]) -> Container[str]:
    """The ids that files announce. If a file of many entries cannot be read, they may be any."""
    ids: set[str] = set()
    for file, document in documents.items():
        if file.entry_id:
            ids.add(file.entry_id)
        elif document is None:
            return _Everything()
        else:
            ids.update(document.data if isinstance(document.data, dict) else ())
    return ids
