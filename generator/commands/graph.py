"""`playbook graph`: the references of one entry, or of the whole playbook."""

from __future__ import annotations

import argparse
import json

from generator.commands._calling import OK, add_config, project_of, usage
from generator.content.graph import Edge, Graph
from generator.editing.rename import unknown
from generator.model.facets import facets_named


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", nargs="?", metavar="ID", help="an entry: show the references from and to it")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print JSON")
    form.add_argument("--dot", action="store_true", help="print a graph for Graphviz")
    add_config(parser)


def run(arguments: argparse.Namespace) -> int:
    from generator.commands import _listing
    from generator.pipeline import read

    project = project_of(arguments)
    graph = read(project).graph
    if arguments.id and arguments.id not in graph.entries:
        raise usage(unknown(graph, arguments.id))
    if not arguments.json and not arguments.dot:
        print(_listing.around(graph, arguments.id) if arguments.id else _listing.counted(graph))
        return OK
    found = _edges(graph, arguments.id)
    ends = {end for edge in found for end in (edge.source, edge.target)} | {arguments.id}
    shown = [e for e in graph.entries.values() if e.id in ends or not arguments.id]
    entries = _listing.in_order(graph, shown)
    if arguments.dot:
        print(_listing.as_dot(entries, found))
    else:
        facets = facets_named(graph.kinds)
        data = {
            "entries": [_listing.entry_data(entry, project.site, facets) for entry in entries],
            "references": [_listing.edge_data(graph, edge) for edge in found],
        }
        print(json.dumps(data, indent=2, ensure_ascii=False))
    return OK


def _edges(graph: Graph, entry_id: str | None) -> list[Edge]:
    from generator.commands import _listing

    return [edge for edge in _listing.edges(graph) if entry_id in (None, edge.source, edge.target)]
