"""The picture of a page's neighbourhood: which entries it shows, and under which relations."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from generator.model.relation import OUTSIDE_LINKS
from generator.site.page_context import PageContext
from generator.site.pictures.neighbourhood import FEWEST, Neighbour, chosen, draw


def around(page: PageContext) -> Markup:
    """The picture of the entry of `page` among its neighbours, or nothing where there are too few."""
    groups = {label: [_neighbour(page, end) for end in ends] for label, ends in _relations(page).items()}
    bundles = chosen(groups.items())
    if sum(len(bundle.members) for bundle in bundles) < FEWEST:
        return Markup()
    located = page.located
    assert located is not None
    return Markup(draw(_title(page, located.id), located.kind.name, bundles))


def _relations(page: PageContext) -> dict[str, list[str]]:
    """The neighbours by relation: what the entry refers to, then what refers to it; each once.

    Where these are few, mentions count as well.
    """
    located = page.located
    assert located is not None
    seen, found = {located.id}, dict[str, list[str]]()
    for edges in (_edges(page, located.id), _mentions(page, located.id)):
        if len(seen) > FEWEST + 1:
            break
        for label, end in edges:
            if end not in seen:
                seen.add(end)
                found.setdefault(label, []).append(end)
    return found


def _edges(page: PageContext, entry_id: str) -> Iterator[tuple[str, str]]:
    graph = page.shared.graph
    yield from ((e.relation.label, e.target) for e in graph.out(entry_id) if e.relation.name not in OUTSIDE_LINKS)
    yield from ((e.relation.inverse, e.source) for e in graph.into(entry_id) if e.relation.name not in OUTSIDE_LINKS)


def _mentions(page: PageContext, entry_id: str) -> Iterator[tuple[str, str]]:
    graph = page.shared.graph
    yield from ((e.relation.label, e.target) for e in graph.out(entry_id, "mentions"))
    yield from ((e.relation.inverse, e.source) for e in graph.into(entry_id, "mentions"))
    yield from ((page.words.entry.used_in, user) for user in page.shared.term_uses.get(entry_id, ()))


def _neighbour(page: PageContext, entry_id: str) -> Neighbour:
    found = page.shared.graph.entries[entry_id]
    return Neighbour(_title(page, entry_id), found.kind.name, page.href(found.url))


def _title(page: PageContext, entry_id: str) -> str:
    return page.shared.names[entry_id][0].unescape()
