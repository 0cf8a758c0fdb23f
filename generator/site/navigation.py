"""The navigation of a site: the groups of the configuration, without kinds that have no entries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model import addresses
from generator.site.page import NavGroup, NavItem
from generator.site.page_context import SiteContext
from generator.site.pictures import cures


def navigation(shared: SiteContext) -> tuple[NavGroup, ...]:
    """The groups that have items."""
    groups = (NavGroup(group.title, tuple(_items(shared, group.kinds))) for group in shared.site.nav)
    return tuple(group for group in groups if group.items)


def _items(shared: SiteContext, plurals: Iterable[str]) -> Iterator[NavItem]:
    for plural in plurals:
        kind = shared.graph.kinds.by_plural[plural]
        if kind.name in shared.order:
            yield NavItem(plural, kind.label_plural, addresses.index(plural))
        if kind.name == "tell" and cures.has_cures(shared):
            yield NavItem("matrix", shared.language.words.matrix.name, cures.URL)
