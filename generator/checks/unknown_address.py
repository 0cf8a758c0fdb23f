"""A link in a text to a place within the site. Such places move; the ids of entries stay."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.checks.addresses import Address, addresses
from generator.checks.running_text import Passage
from generator.config import SiteConfig
from generator.diagnostics import Code, Diagnostic, nearest
from generator.graph import Graph


def check(texts: Iterable[Passage], graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for address in addresses(texts):
        if not address.scheme:
            yield Diagnostic(
                Code.UNKNOWN_ADDRESS,
                f"`{address.shown}` is no address to link to" if address.target else "the link has no address",
                address.place,
                _hint(address, graph),
            )


def _hint(address: Address, graph: Graph) -> str:
    target, words = address.target, address.words or "words"
    if "@" in target:
        return f"for a mail address write `[{words}](mailto:{target})`"
    if target.startswith(("www.", "//")):
        return f"write the whole address: `https://{target.lstrip('/')}`"
    name = target.split("#")[0].rstrip("/").rsplit("/", 1)[-1].removesuffix(".html").removesuffix(".yml")
    known = nearest(name, graph.entries) or "id"
    return f"to link to an entry write `[[{known}|{words}]]`; to another site, its whole address with `https://`"
