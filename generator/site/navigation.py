"""The navigation of a site: the groups of the configuration, without kinds that have no entries, and the tools."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.content.hand_page import HandPage
from generator.model import addresses
from generator.sessions.compiled import BLOCK_KINDS
from generator.site.page import NavGroup, NavItem
from generator.site.pictures import cures
from generator.site.site_context import SiteContext


def navigation(
    shared: SiteContext, hand_pages: Iterable[HandPage], *, worker: bool, news: bool
) -> tuple[NavGroup, ...]:
    """The groups that have items, and last the pages that belong to no kind.

    A `worker` keeps the site offline; `news` says that there is a page of changes.
    """
    groups = (NavGroup(group.title, tuple(_items(shared, group.kinds))) for group in shared.site.nav)
    tools = NavGroup(shared.language.words.frame.tools, tuple(_tools(shared, hand_pages, worker=worker, news=news)))
    return tuple(group for group in (*groups, tools) if group.items)


def has_planner(shared: SiteContext) -> bool:
    """Whether there is anything that a session can be planned from."""
    return any(kind in shared.order for kind in ("session-plan", *BLOCK_KINDS))


def _tools(shared: SiteContext, hand_pages: Iterable[HandPage], *, worker: bool, news: bool) -> Iterator[NavItem]:
    words = shared.language.words
    yield NavItem("plan", words.own_plan.title, addresses.PLAN)
    if has_planner(shared):
        yield NavItem("plan-a-session", words.session.title, addresses.SESSION)
    if "assessment" in shared.order:
        yield NavItem("team", words.team.title, addresses.TEAM)
    if shared.has_packs:
        yield NavItem("print", words.home.print, addresses.PRINT)
    yield NavItem("browse", words.home.browse, addresses.BROWSE)
    for written in hand_pages:
        yield NavItem(written.slug, written.title, addresses.page(written.slug))
    if news:
        yield NavItem("changes", words.changes.title, addresses.CHANGES)
    if worker:
        yield NavItem("offline", words.offline.footer, addresses.OFFLINE)


def _items(shared: SiteContext, plurals: Iterable[str]) -> Iterator[NavItem]:
    for plural in plurals:
        kind = shared.graph.kinds.by_plural[plural]
        if kind.name in shared.order:
            yield NavItem(plural, kind.label_plural, addresses.index(plural))
        if kind.name == "tell" and cures.has_cures(shared):
            yield NavItem("matrix", shared.language.words.matrix.name, cures.URL)
