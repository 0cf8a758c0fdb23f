"""A link to something that no page should open."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.addresses import addresses
from generator.config import SiteConfig
from generator.diagnostics import Code, Diagnostic
from generator.graph import Graph

SCHEMES = frozenset({"http", "https", "mailto"})


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.entries.values():
        for address in addresses(located):
            if not address.scheme or address.scheme in SCHEMES:
                continue
            yield Diagnostic(
                Code.UNSAFE_LINK,
                f"`{address.scheme}:` is no address that the playbook links to",
                address.place,
                "link to an address that starts with `https://`, `http://` or `mailto:`",
            )
