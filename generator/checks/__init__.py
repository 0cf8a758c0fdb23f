"""Editorial rules, one file each. A rule is a function from the graph and the configuration to diagnostics."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from generator.config import SiteConfig
from generator.diagnostics import Diagnostic
from generator.graph import Graph

Rule = Callable[[Graph, SiteConfig], Iterable[Diagnostic]]

RULES: tuple[Rule, ...] = ()
"""Every rule, in the order of its file's name."""


def check(graph: Graph, site: SiteConfig) -> Iterator[Diagnostic]:
    """What every rule finds."""
    for rule in RULES:
        yield from rule(graph, site)
