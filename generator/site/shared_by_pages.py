"""What all pages are rendered from: the content, the templates, the assets, and what is looked up once for all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from jinja2 import Environment

from generator.caching.memory import FORGETFUL, Memory
from generator.config.settings import SiteConfig
from generator.config.theme import Theme
from generator.content.graph import Graph
from generator.content.hand_page import HandPage
from generator.content.located import Located
from generator.model import addresses
from generator.model.change import LastChange
from generator.model.facets import facets_of
from generator.prose.terms import finder, uses
from generator.prose.typography import plain
from generator.prose.writer import Target
from generator.site import levels, life, weekly
from generator.site.page import Download
from generator.site.pictures import cures
from generator.site.pictures.around import around
from generator.site.site_context import SiteContext
from generator.site.templates import site_id, templates_of
from generator.site.theme_assets import ThemeAssets, theme_assets_once


def shared_by_pages(
    graph: Graph,
    site: SiteConfig,
    theme: Theme,
    downloads: Mapping[str, Sequence[Download]] = MappingProxyType({}),
    hand_pages: Iterable[HandPage] = (),
    memory: Memory = FORGETFUL,
    version: str = "",
    changed: Mapping[str, LastChange] = MappingProxyType({}),
) -> SiteContext:
    """What all pages are rendered from. `downloads` holds the PDFs that the page of an entry links to, by its id.

    `memory` keeps the templates and assets for the same `version` of the theme. `changed` says when texts last
    changed.
    """
    kinds = graph.kinds
    accents = tuple(status.accent for status in site.statuses.values() if status.accent and status.shown)
    faces = site.fonts.faces
    key = ("assets", version, kinds, accents, faces)

    def make() -> ThemeAssets:
        return theme_assets_once(theme, version or theme.fingerprint(), kinds, accents, faces)

    assets = cache(lambda: memory.once(key, make))
    named = ("templates", version, id(kinds.language), site.url)
    templates, _ = memory.once(named, lambda: (_templates(theme, graph, site), kinds.language))
    terms = finder(graph, memory=memory)
    entries = graph.entries.values()
    order = graph.by_kind()
    return SiteContext(
        graph,
        site,
        templates,
        assets,
        targets={e.id: Target(e.entry.title, e.kind.name, e.url) for e in entries},
        terms=terms,
        term_uses=uses(graph, terms, memory=memory),
        order=order,
        beside=dict(_beside(map(_in_series, order.values()))),
        names={e.id: (plain(e.entry.title), plain(e.entry.summary)) for e in entries},
        downloads=downloads,
        exported=frozenset((*(e.url for e in entries), *(addresses.page(page.slug) for page in hand_pages))),
        changed=changed,
    )


def _templates(theme: Theme, graph: Graph, site: SiteConfig) -> Environment:
    templates = templates_of(theme, graph.kinds.language)
    templates.globals["facets"] = facets_of(graph.kinds)
    modules = {"cures": cures, "levels": levels, "life": life, "weekly": weekly}
    templates.globals |= {"around": around, "site_id": site_id(site.url), **modules}
    return templates


def _in_series(entries: tuple[Located, ...]) -> tuple[Located, ...]:
    """The entries of a kind in the order in which their pages lead from one to the next."""
    kind = entries[0].kind
    return tuple(sorted(entries, key=lambda e: kind.number_of(e.entry) or 0)) if kind.in_series else entries


def _beside(order: Iterable[Sequence[Located]]) -> Iterator[tuple[str, tuple[str | None, str | None]]]:
    for found in order:
        ids = [None, *(located.id for located in found), None]
        yield from ((str(ids[at]), (ids[at - 1], ids[at + 1])) for at in range(1, len(ids) - 1))
