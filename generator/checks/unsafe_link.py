"""A link to something that no page should open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.checks._addresses import addresses
from generator.checks._running_text import Passage
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic

SCHEMES = frozenset({"http", "https", "mailto"})


def check(texts: Iterable[Passage], _graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for address in addresses(texts):
        if not address.scheme or address.scheme in SCHEMES:
            continue
        yield Diagnostic(
            Code.UNSAFE_LINK,
            f"`{address.scheme}:` is no address that the playbook links to",
            address.place,
            "link to an address that starts with `https://`, `http://` or `mailto:`",
        )
