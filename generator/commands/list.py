"""`playbook list`: the entries of a kind, for a moment, for an audience, or without links from other pages."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator

from generator.checks.orphan_entry import orphans
from generator.commands._calling import OK, add_config, project_of, usage
from generator.content.graph import Graph
from generator.content.located import Located
from generator.diagnostics.suggest import did_you_mean, listed
from generator.model.facets import FACETS, Facet


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", nargs="?", metavar="KIND", help="a kind, such as practice; without one, all")
    for facet in FACETS:
        offered = ", or offered by it" if facet.offered else ""
        parser.add_argument(f"--{facet.word}", metavar="ID", help=f"only entries for this {facet.word}{offered}")
    parser.add_argument(
        "--orphaned", action="store_true", help="only entries that no other page links to (the rule orphan-entry)"
    )
    parser.add_argument("--json", action="store_true", help="print JSON")
    add_config(parser)


def run(arguments: argparse.Namespace) -> int:
    from generator.commands import _listing
    from generator.pipeline import read

    graph = read(project_of(arguments)).graph
    found = _listing.in_order(graph, _wanted(graph, arguments))
    if arguments.json:
        print(json.dumps([_listing.entry_data(entry) for entry in found], indent=2, ensure_ascii=False))
    elif found:
        print(_listing.table(found))
    return OK


def _wanted(graph: Graph, arguments: argparse.Namespace) -> Iterator[Located]:
    kinds = graph.kinds
    kind = kinds.called(arguments.kind or "")
    if arguments.kind and not kind:
        hint = did_you_mean(arguments.kind, kinds.by_word) or f"known kinds: {listed(kinds.words)}"
        raise usage(f"no kind is called `{arguments.kind}`; {hint}")
    chosen = {facet: value for facet in FACETS if (value := getattr(arguments, facet.word))}
    offered = {facet: _offered(graph, facet, value) for facet, value in chosen.items()}
    orphaned = {entry.id for entry in orphans(graph)} if arguments.orphaned else set()
    for located in graph.entries.values():
        fits = (
            (not kind or located.kind is kind)
            and all(value in facet.values(located) or located.id in offered[facet] for facet, value in chosen.items())
            and (not arguments.orphaned or located.id in orphaned)
        )
        if fits:
            yield located


def _offered(graph: Graph, facet: Facet, value: str) -> set[str]:
    """The ids of the entries that the entry behind a value offers. A value that does not exist is an error."""
    known = [choice.key for choice in facet.choices(graph)]
    if value not in known:
        hint = did_you_mean(value, known)
        raise usage(f"no {facet.word} is called `{value}`" + (f"; {hint}" if hint else ""))
    return {edge.target for edge in graph.out(value, facet.offered)} if facet.offered else set()
