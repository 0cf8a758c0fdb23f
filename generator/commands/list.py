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


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", nargs="?", metavar="KIND", help="a kind, such as practice; without one, all")
    parser.add_argument("--moment", metavar="ID", help="only entries for this moment, or offered by it")
    parser.add_argument("--audience", metavar="ID", help="only entries for this audience")
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
    moment = _known(graph, arguments.moment, "moment")
    audience = _known(graph, arguments.audience, "audience")
    orphaned = {entry.id for entry in orphans(graph)} if arguments.orphaned else set()
    offered = {edge.target for edge in graph.out(moment, "offers")} if moment else set()
    for located in graph.entries.values():
        entry = located.entry
        fits = (
            (not kind or located.kind is kind)
            and (not moment or moment in entry.moments or located.id in offered)
            and (not audience or audience in entry.audience)
            and (not arguments.orphaned or located.id in orphaned)
        )
        if fits:
            yield located


def _known(graph: Graph, entry_id: str | None, kind: str) -> str | None:
    known = [entry.id for entry in graph.of_kind(kind)]
    if entry_id and entry_id not in known:
        hint = did_you_mean(entry_id, known)
        raise usage(f"no {kind} is called `{entry_id}`" + (f"; {hint}" if hint else ""))
    return entry_id
