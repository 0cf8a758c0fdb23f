"""The Atom feed of changes.

A feed contains dates, but a build must not depend on the clock. So people write the dates into `changes.yml`, beside
the configuration. Without that file there is no feed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from urllib.parse import urlsplit

from generator.config.settings import SiteConfig
from generator.content.changes_file import Change
from generator.content.graph import Graph
from generator.model.addresses import CHANGES, place
from generator.outputs._made import Made
from generator.prose.typography import plain
from generator.site.page import Artifact

FEED = "feed.xml"


def atom(changes: Iterable[Change], graph: Graph, site: SiteConfig) -> Artifact:
    """The feed of the changes, of which there is at least one, the newest first."""
    changes = tuple(changes)
    address = escape(site.url)
    lines = (
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{site.language}">',
        f"<title>{plain(site.name)}</title>",
        f"<subtitle>{plain(site.tagline)}</subtitle>",
        f"<id>{address}</id>",
        f'<link rel="self" type="application/atom+xml" href="{address}{FEED}"/>',
        f'<link rel="alternate" type="text/html" href="{address}"/>',
        f"<updated>{_moment(changes[0])}</updated>",
        # A feed must name an author. The playbook's name claims no more than is known.
        f"<author><name>{plain(site.name)}</name></author>",
        *(line for change in changes for line in _feed_entry(change, graph, site)),
        "</feed>",
    )
    return Artifact(FEED, ("\n".join(lines) + "\n").encode())


def _feed_entry(change: Change, graph: Graph, site: SiteConfig) -> Iterator[str]:
    entries = [graph.entries[entry_id] for entry_id in change.entries]
    address = escape(site.url)
    items = "".join(f'<li><a href="{address}{e.url}">{plain(e.entry.title)}</a></li>' for e in entries)
    html = f"<p>{plain(change.what)}</p>" + (f"<ul>{items}</ul>" if items else "")
    parts = urlsplit(site.url)
    yield "<entry>"
    yield f"<title>{plain(change.title)}</title>"
    yield f"<id>tag:{parts.hostname},{change.date}:{_xml(parts.path)}{change.id}</id>"
    yield f"<updated>{_moment(change)}</updated>"
    yield f'<link rel="alternate" type="text/html" href="{address}{place(CHANGES, change.id)}"/>'
    yield f'<content type="html">{_xml(html)}</content>'
    yield "</entry>"


def _moment(change: Change) -> str:
    return f"{change.date}T00:00:00Z"


def _xml(text: str) -> str:
    return escape(text, quote=False)


def outputs(made: Made) -> Iterator[Artifact]:
    if made.changes:
        yield atom(made.changes, made.graph, made.site)
