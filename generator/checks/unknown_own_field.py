"""`own` that marks a field which does not exist, so that the page marks nothing."""

from __future__ import annotations

from collections.abc import Iterator

from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic
from generator.diagnostics.suggest import did_you_mean


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        fields = type(located.entry).model_fields
        for index, name in enumerate(located.entry.own):
            if name in fields:
                continue
            label = located.kind.label.lower()
            yield Diagnostic(
                Code.UNKNOWN_OWN_FIELD,
                f"`own` names `{name}`, but a {label} has no such field",
                located.span(("own", index)),
                did_you_mean(name, fields) or f"name a field of this {label}, such as `summary`",
            )
