"""The fifth stage: make the site from content without errors."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace

from generator.caching.memory import FORGETFUL, Memory
from generator.caching.pieces_on_disk import PiecesOnDisk
from generator.caching.program import program
from generator.config.project import Project
from generator.content.snippets import Snippet
from generator.diagnostics.diagnostic import Diagnostic
from generator.outputs import files
from generator.outputs._made import Made
from generator.outputs.feed import FEED
from generator.outputs.typefaces import first, italic, paths
from generator.paper.downloads import downloads
from generator.parallel import Workers
from generator.permalinks.promises import old_anchors
from generator.prose.term_finder import TermFinder
from generator.site.page import Download, Page, Site
from generator.site.pages import home_job, page_jobs, redirects_of, without_pages
from generator.site.shared_by_pages import shared_by_pages
from generator.site.theme_assets import NOT_LOADED
from generator.stages.connect import Reading
from generator.stages.earlier import NOTHING, EarlierPage, Leftover, Pages
from generator.stages.history import history
from generator.stages.make_pages import Maker


@dataclass(frozen=True, slots=True)
class Built:
    """The site, and what is left for the next build."""

    site: Site
    leftover: Leftover
    diagnostics: tuple[Diagnostic, ...] = ()
    """What is to be said about what the build has read besides the content."""


def build(
    project: Project,
    reading: Reading,
    workers: Workers,
    *,
    pdfs: bool = False,
    archive: str = "",
    worker: bool = False,
    earlier: Callable[[str], Pages] = lambda _: NOTHING,
    memory: Memory = FORGETFUL,
    late: bool = False,
    disk: PiecesOnDisk | None = None,
) -> Built:
    """The site, whose pages link to PDFs if there will be `pdfs`, and to the `archive` with this path if there is one.

    `earlier` gives what an earlier build has left under a key: pages that would come out the same are used again. The
    others are made now, or also when they are asked for, if they may be `late`. With a `disk` their texts are not held
    in memory.
    """
    graph, config, changes = reading.graph, project.site, reading.changes.newest_first
    offered = {**(downloads(graph) if pdfs else {}), **({"": (Download("", "", archive),)} if archive else {})}
    theme = project.theme.fingerprint(memory)
    past = history(project, graph, memory)
    shared = shared_by_pages(graph, config, project.theme, offered, reading.pages, memory, theme, past.changes)
    framed = without_pages(shared, reading.pages, worker=worker, news=bool(changes))
    faces = config.fonts.faces
    site = replace(framed, feed=FEED if changes else "", fonts=first(faces), italic_fonts=italic(faces))
    key = decided_by(project, theme, shared.terms, reading.snippets)
    found, around = earlier(key), hashed(repr(site.around))
    maker = Maker(shared, shared.assets().scripts, old_anchors(graph, reading.old_places, site.redirects), late, disk)
    inner = maker.made(list(page_jobs(shared, reading.pages, changes)), found, workers)
    pages = (*maker.made([home_job([one.page for one in inner])], found, workers), *inner)
    made = Made(tuple(one.finished for one in pages), graph, config, changes, reading.nearby)
    # The paths of these files say what they contain.
    sizes = (file.path_of(size) for file in graph.files.values() for size in file.renditions)
    assets = (file.path for file in shared.assets().release.files)
    kept = [one.page for one in pages if isinstance(one, EarlierPage)]
    unchanged = found.unchanged(kept, around, (*paths(faces), *sizes, *assets))
    site = replace(site, pages=made.pages, artifacts=(*files(made), *site.artifacts), unchanged=unchanged)
    return Built(site, Leftover(key, theme, around, pages, lambda: maker.answers.sources), past.diagnostics)


def page_of(project: Project, reading: Reading, url: str, memory: Memory, theme: str) -> Page | None:
    """What one page says, by its address within the site; None if there is none. `theme` is the theme's fingerprint.

    It lacks links to PDFs, the time of its last change, and the styles and scripts with which browsers show it.
    """
    graph = reading.graph
    all_pages = shared_by_pages(graph, project.site, project.theme, {}, reading.pages, memory, theme)
    shared = replace(all_pages, assets=lambda: NOT_LOADED)
    jobs = page_jobs(shared, reading.pages, reading.changes.newest_first)
    job = next((job for job in jobs if job.url == url), None)
    if job is None:
        return None
    old = old_anchors(graph, reading.old_places, redirects_of(graph))
    return Maker(shared, NOT_LOADED.scripts, old).make(job).page


def decided_by(project: Project, theme: str, terms: TermFinder, snippets: tuple[Snippet, ...] = ()) -> str:
    """A hash of everything that decides all pages: program, theme, configuration, language, snippets, terms.

    Which rules apply decides what is reported, and no page.
    """
    values = (project.site.model_copy(update={"checks": {}}), project.language, sorted(terms.forms.items()), snippets)
    return hashed(f"{program()}\0{theme}\0{values!r}")


def hashed(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
