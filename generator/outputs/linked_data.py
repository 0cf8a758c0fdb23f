"""Linked data (schema.org) about each page. It contains nothing that the page does not show."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.content.hierarchy import above
from generator.content.located import Located
from generator.kinds.conversation import Conversation
from generator.kinds.practice import Practice
from generator.kinds.quotation import Quotation
from generator.kinds.term import Term
from generator.model import addresses
from generator.model.entry import Entry, Step
from generator.outputs.markdown import has_markdown, markdown_path
from generator.outputs.terms_json import spoken
from generator.prose.typography import plain
from generator.site.page import Page

GLOSSARY = "terms/"
WITHOUT = frozenset(("404", "search", "browse"))
"""Kinds of pages without linked data."""

# Text in a script element is not unescaped; it must neither end the element nor open a comment.
_UNSAFE = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def described(page: Page, located: Located | None, graph: Graph, site: SiteConfig) -> Page:
    """The page, which may be that of an entry, with its linked data and the address of its Markdown, if it has any."""
    path = markdown_path(page.url) if has_markdown(page) else ""
    return replace(page, markdown=path, linked_data=linked_data(page, located, graph, site))


def linked_data(page: Page, located: Located | None, graph: Graph, site: SiteConfig) -> str:
    """The JSON-LD of a page, safe within a script element; empty where there is nothing to say."""
    if page.kind in WITHOUT:
        return ""
    about = {
        "@context": "https://schema.org",
        **dict(_about(page, located, graph, site)),
        "url": site.url + page.url,
        "inLanguage": site.language,
    }
    if page.url:
        about["isPartOf"] = {"@type": "WebSite", "name": site.name, "url": site.url}
    whole: Any = [about, _trail(page, located, graph, site)] if located else about
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)


def _about(page: Page, located: Located | None, graph: Graph, site: SiteConfig) -> Iterator[tuple[str, Any]]:
    title, description = page.title, page.description
    if located is None:
        kinds = {"home": "WebSite", "index": "CollectionPage", "matrix": "CollectionPage"}
        kind = "DefinedTermSet" if page.url == GLOSSARY else kinds.get(page.kind, "WebPage")
        yield from (("@type", kind), ("name", title), ("description", description))
        return
    match located.entry:
        case Term():
            yield from (("@type", "DefinedTerm"), ("name", title), ("description", description))
            yield "inDefinedTermSet", site.url + GLOSSARY
        case Quotation(quote=quote):
            yield from (("@type", "Quotation"), ("name", title), ("text", spoken(graph, quote)))
        case Practice() | Conversation():
            yield from (("@type", "HowTo"), ("name", title), ("description", description))
            yield from _how(located.entry, graph)
        case _ if _steps(located):
            yield from (("@type", "HowTo"), ("name", title), ("description", description))
            yield from _how(located.entry, graph)
            yield "step", [{"@type": "HowToStep", "text": spoken(graph, step.do)} for step in _steps(located)]
        case _:
            yield from (("@type", "Article"), ("headline", title), ("description", description))


def _steps(located: Located) -> tuple[Step, ...]:
    """The steps of an entry whose kind declares a field for them."""
    of_steps = (field.name for field in located.kind.fields if field.type == "steps")
    return tuple(step for name in of_steps for step in getattr(located.entry, name))


def _how(entry: Entry, graph: Graph) -> Iterator[tuple[str, Any]]:
    """The time and the steps of something to do."""
    if entry.minutes:
        yield "totalTime", f"PT{entry.minutes}M"
    match entry:
        case Practice(steps=steps):
            yield "step", [{"@type": "HowToStep", "text": spoken(graph, step.do)} for step in steps]
        case Conversation(steps=talk):
            yield (
                "step",
                [
                    {"@type": "HowToStep", "name": spoken(graph, step.title), "text": spoken(graph, step.purpose)}
                    for step in talk
                ],
            )


def _trail(page: Page, located: Located, graph: Graph, site: SiteConfig) -> Mapping[str, Any]:
    """The way from the home page to an entry, by the entries above it."""
    parents = above(graph, located.id)
    kind = (*parents, located)[0].kind
    between = ((plain(parent.entry.title).unescape(), parent.url) for parent in parents)
    index = (kind.label_plural, addresses.index(kind.plural))
    places = (site.name, ""), index, *between, (page.title, page.url)
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": at, "name": name, "item": site.url + url}
            for at, (name, url) in enumerate(places, 1)
        ],
    }
