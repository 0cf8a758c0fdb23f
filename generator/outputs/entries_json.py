"""The playbook as data, for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.config.settings import SiteConfig
from generator.content.graph import Edge, Graph
from generator.content.located import Located
from generator.content.provenance import MarkedPart, marked_parts
from generator.model.facets import Facet, facets_named
from generator.outputs._field_values import field_values
from generator.outputs._made import Made
from generator.outputs.terms_json import spoken
from generator.site.page import Artifact, LaterArtifact

ENTRIES = "api/entries.json"


def entries_json(graph: Graph, site: SiteConfig) -> Artifact:
    """Every entry with its address, links and backlinks, and the place in the content that it comes from."""
    entries = sorted(graph.entries.values(), key=lambda e: (e.kind.name, e.id))
    head = _json({"name": site.name, "url": site.url}).removesuffix(b"}")
    # One line for each entry: small, and a change of one entry shows as one changed line.
    facets = facets_named(graph.kinds)
    lines = (line for e in entries for line in (b",\n", _json(_entry(graph, site, facets, e))))
    next(lines, None)  # there is nothing before the first
    return Artifact(ENTRIES, b"".join((head, b', "entries": [\n', *lines, b"\n]}\n")))


def _json(value: Mapping[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def _entry(graph: Graph, site: SiteConfig, facets: Iterable[Facet], located: Located) -> dict[str, Any]:
    entry, place = located.entry, located.place
    return {
        "id": located.id,
        "kind": located.kind.name,
        "title": entry.title,
        "summary": entry.summary,
        "url": site.url + located.url,
        **{facet.name: list(facet.values(located)) for facet in facets},
        "minutes": entry.minutes,
        "fields": field_values(located.kind.fields, entry, site.url),
        "origin": entry.stated_origin,
        "own": list(entry.own),
        "parts": [_part(graph, part) for part in marked_parts(located)],
        "links": [_link(edge, "to", edge.target) for edge in graph.out(located.id)],
        "backlinks": [_link(edge, "from", edge.source) for edge in graph.into(located.id)],
        "source": {"file": place.file, "line": place.line},
    }


def _part(graph: Graph, part: MarkedPart) -> dict[str, Any]:
    """A part of a text for which something else is said than for its field: where it stands, and whose it is."""
    return {"at": list(part.route), "of": part.mark.of, "text": spoken(graph, part.text)}


def _link(edge: Edge, end: str, other: str) -> dict[str, Any]:
    label = edge.relation.label if end == "to" else edge.relation.inverse
    return {"relation": edge.relation.name, "label": label, end: other, "why": edge.why}


def outputs(made: Made) -> Iterator[Artifact]:
    yield LaterArtifact(ENTRIES, lambda: entries_json(made.graph, made.site).content)
