"""Which pages there are, and how each is made: bodies from templates, index pages, the theme's own files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from functools import partial

from generator.content.changes_file import Change
from generator.content.graph import Graph
from generator.content.hand_page import HandPage
from generator.language.words import Words
from generator.model import addresses
from generator.model.kind import Kind
from generator.prose.attached import found as file_at
from generator.prose.typography import plain
from generator.site import life
from generator.site.heading_ids import HeadingIds
from generator.site.navigation import has_planner, navigation
from generator.site.page import Page, Section, Site
from generator.site.page_context import PageContext
from generator.site.pictures import cures
from generator.site.site_context import SiteContext
from generator.site.stylesheets import ALL, PRINTED

DECLARED = "pages/declared.html.j2"
"""The template of kinds that the configuration declares, unless the theme has one of their own. It also shows the
fields that a playbook adds to built-in kinds, after their own sections."""

INDEX_LEVELS, TABLE = "pages/index-levels.html.j2", "table"
"""The template of the index page of a kind with a table, and the id of the section with it."""

INVERSE = "pages/inverse.html.j2"
"""The template of the sections with links that lead to an entry."""


@dataclass(frozen=True, slots=True)
class PageJob:
    """A page to be made. `given` is what it is made from besides the context, as a text that two builds compare."""

    url: str
    kind: str
    """As in `Page`."""
    make: Callable[[SiteContext], Page]
    given: str = ""
    entry_id: str = ""
    """The entry of the page, if it is the page of one."""


def without_pages(
    shared: SiteContext, hand_pages: Iterable[HandPage] = (), *, worker: bool = False, news: bool = False
) -> Site:
    """The site of a playbook with the styles and scripts of the theme, without pages. Its navigation names them.

    `news` says that there is a page of changes.
    """
    site, assets = shared.site, shared.assets()
    return Site(
        name=site.name,
        tagline=site.tagline,
        url=site.url,
        language=shared.language,
        pages=(),
        nav=navigation(shared, hand_pages, worker=worker, news=news),
        worker=worker,
        redirects=redirects_of(shared.graph),
        files=tuple(file.address for file in shared.graph.files.values()),
        former_files=tuple(old for file in shared.graph.files.values() for old in file.former),
        artifacts=assets.release.files,
        stylesheets=(assets.release.path(ALL),),
        printed=assets.release.path(PRINTED),
        scripts=assets.scripts.everywhere,
        footer=site.footer,
        notice=site.notice,
        paper=assets.paper,
        edit_url=site.edit_url,
        frames=tuple(dict.fromkeys(host.origin for host in site.video_hosts)),
        logo=file_at(shared.graph.files, site.logo),
        logo_on_dark=file_at(shared.graph.files, site.logo_on_dark),
        favicon=file_at(shared.graph.files, site.favicon),
    )


def redirects_of(graph: Graph) -> dict[str, str]:
    """Every address that has moved, with the one that it has now."""
    owners = {alias: graph.entries[owner] for alias, owner in sorted(graph.aliases.items())}
    renamed = {addresses.entry(owner.kind.plural, alias): owner.url for alias, owner in owners.items()}
    return renamed | dict(sorted(graph.moved.items()))


def page_jobs(shared: SiteContext, hand_pages: Iterable[HandPage], changes: Sequence[Change] = ()) -> Iterator[PageJob]:
    """Every page but the home page. None needs another, so they may be made in any order.

    `changes` are those that readers are told of, the newest first.
    """
    for kind in shared.graph.kinds:
        if kind.name in shared.order:
            yield PageJob(addresses.index(kind.plural), "index", partial(_index, kind=kind))
    for located in shared.graph.entries.values():
        yield PageJob(located.url, located.kind.name, partial(_entry, entry_id=located.id), entry_id=located.id)
    for written in hand_pages:
        given = repr((written.file, written.text, shared.site.asked_as.get(written.slug)))
        yield PageJob(addresses.page(written.slug), "page", partial(_written, written=written), given)
    if cures.has_cures(shared):
        yield PageJob(cures.URL, "matrix", _matrix)
    if changes:
        yield PageJob(addresses.CHANGES, "changes", partial(_changes, changes=changes), repr(changes))
    yield from _plain_pages(shared)


def _plain_pages(shared: SiteContext) -> Iterator[PageJob]:
    """The pages of tools, and those that say what is missing."""
    order, words = shared.order, shared.language.words
    yield _plain_page(addresses.BROWSE, words.browse, "browse", "browse")
    yield _plain_page(addresses.SEARCH, words.search, "search", "search")
    yield _plain_page(addresses.PLAN, words.own_plan, "plan", "plan")
    if has_planner(shared):
        yield _plain_page(addresses.SESSION, words.session, "plan-a-session", "plan-a-session")
    if "assessment" in order:
        yield _plain_page(addresses.TEAM, words.team, "team", "team")
    if shared.has_packs:
        yield _plain_page(addresses.PRINT, words.print_pack, "print", "print")
    if life.is_reviewed(shared.graph.entries.values(), shared.site):
        yield _plain_page(addresses.NEEDS_A_LOOK, words.needs_a_look, "", "needs-a-look")
    yield _plain_page(addresses.OFFLINE, words.offline, "offline", "offline")
    yield _plain_page(addresses.NOT_FOUND, words.not_found, "", "404")


def home_job(others: Sequence[Page]) -> PageJob:
    """The home page. It knows the others, so that none of its links leads nowhere."""
    written = [page for page in others if page.kind == "page"]
    there = frozenset(page.url for page in others)
    given = repr((sorted(there), [[getattr(page, field.name) for field in fields(Page)] for page in written]))
    return PageJob(addresses.HOME, "home", partial(_home, there=there, written=written), given)


def _plain_page(url: str, words: Words, area: str, kind: str) -> PageJob:
    given = {"title": words.title, "description": words.description, "asked_as": _asked_as(words)}
    return PageJob(url, kind, partial(_page, url=url, area=area, kind=kind, **given))


def _asked_as(words: Words) -> tuple[str, ...]:
    """What readers type who look for the page with these words. The language has it in one text, divided by `;`."""
    return tuple(text.strip() for text in words.asked_as.split(";")) if "asked_as" in words else ()


def _entry(shared: SiteContext, entry_id: str) -> Page:
    located = shared.graph.entries[entry_id]
    page, entry = PageContext(shared, located.url, located), located.entry
    own = page.own_sections(f"pages/{located.kind.name}.html.j2", DECLARED)
    before, after = (page.sections(INVERSE, place=place) for place in ("before", "after"))
    found = (*before, *own, *after, *page.sections("pages/entry-sections.html.j2"))
    sections = page.heading_ids.apart_from(found, page.places)
    body = page.body("pages/entry.html.j2", sections)
    styles = page.stylesheets((located.kind.name, "declared"), body)
    if located.kind.fields:
        styles += page.stylesheets(("declared",), body)
    if before or after:
        styles += page.stylesheets(("inverse",), body)
    return Page(
        located.url,
        plain(entry.title).unescape(),
        plain(entry.summary).unescape(),
        located.kind.plural,
        located.kind.name,
        body,
        sections,
        located.place,
        items=(*page.places, *page.heading_ids.given),
        stylesheets=tuple(dict.fromkeys(styles)),
    )


def _home(shared: SiteContext, there: frozenset[str], written: Sequence[Page]) -> Page:
    page = PageContext(shared, addresses.HOME)
    body = page.body("pages/home.html.j2", there=there, written=written)
    styles = page.stylesheets(("home",), body)
    return Page(addresses.HOME, shared.site.name, shared.site.tagline, "home", "home", body, stylesheets=styles)


def _index(shared: SiteContext, kind: Kind) -> Page:
    page = PageContext(shared, addresses.index(kind.plural))
    general = "index-levels" if kind.table else "index"
    sections = page.sections(f"pages/index-{kind.name}.html.j2", f"pages/{general}.html.j2", listed=kind)
    head = {"title": kind.label_plural, "lead": kind.about, "kind_name": kind.name, "listed": kind}
    body = page.body("pages/plain.html.j2", sections, **head)
    styles = page.stylesheets((f"index-{kind.name}", general), body)
    return Page(page.url, kind.label_plural, kind.about, kind.plural, "index", body, sections, stylesheets=styles)


def _page(
    shared: SiteContext, *, url: str, title: str, description: str, asked_as: tuple[str, ...], area: str, kind: str
) -> Page:
    page = PageContext(shared, url)
    sections = page.sections(f"pages/{kind}-sections.html.j2", "pages/no-sections.html.j2")
    body = page.body(f"pages/{kind}.html.j2", sections)
    styles = page.stylesheets((kind,), body)
    return Page(url, title, description, area, kind, body, sections, stylesheets=styles, asked_as=asked_as)


def _matrix(shared: SiteContext) -> Page:
    page, words = PageContext(shared, cures.URL), shared.language.words.matrix
    sections = page.sections("pages/matrix.html.j2")
    body = page.body("pages/plain.html.j2", sections, title=words.title, lead=words.about, kind_name="matrix")
    styles, asked_as = page.stylesheets(("matrix",), body), _asked_as(words)
    return Page(
        page.url, words.title, words.about, "matrix", "matrix", body, sections, stylesheets=styles, asked_as=asked_as
    )


def _changes(shared: SiteContext, changes: Sequence[Change]) -> Page:
    page, words = PageContext(shared, addresses.CHANGES), shared.language.words.changes
    body = page.body("pages/changes.html.j2", changes=changes)
    return Page(
        page.url,
        words.title,
        words.description,
        "changes",
        "changes",
        body,
        items=tuple(change.id for change in changes),
        stylesheets=page.stylesheets(("changes",), body),
        asked_as=_asked_as(words),
    )


def _written(shared: SiteContext, written: HandPage) -> Page:
    page = PageContext(
        shared, addresses.page(written.slug), heading_ids=HeadingIds.beside(part.anchor for part in written.sections)
    )
    sections = tuple(Section(s.anchor, s.heading, page.md(s.text)) for s in written.sections)
    body = page.body("pages/plain.html.j2", sections, title=written.title, lead=written.lead, kind_name="page")
    place, items = written.span(("title",)), tuple(page.heading_ids.given)
    styles = page.stylesheets(("plain",), body)
    return Page(
        page.url,
        written.title,
        written.lead,
        written.slug,
        "page",
        body,
        sections,
        place,
        items=items,
        stylesheets=styles,
        asked_as=shared.site.asked_as.get(written.slug, ()),
    )
