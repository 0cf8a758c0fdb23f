"""The search index: made at build time, searched in the browser."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.language.words import Words
from generator.model import addresses
from generator.model.facets import FACETS
from generator.outputs._made import Made
from generator.outputs.search.index import INDEX_PATH, FacetRow, index_json
from generator.outputs.search.records import Record, SearchSection, records
from generator.site.page import Artifact, Page

__all__ = ["INDEX_PATH", "Record", "SearchSection", "index_json", "records", "search_index"]


def search_index(pages: Iterable[Page], graph: Graph, site: SiteConfig) -> Artifact:
    """The file in which the pages of a site are searched."""
    found = records(pages, graph)
    kinds = [
        (kind.name, kind.label, addresses.index(kind.plural), kind.label_plural)
        for kind in graph.kinds
        if graph.of_kind(kind.name)
    ]
    words = graph.kinds.language.words
    return index_json(found, [*kinds, *_other_kinds(words)], facet_rows(graph), site.synonyms, words)


def _other_kinds(words: Words) -> tuple[FacetRow, FacetRow]:
    """What pages are called that are no entries."""
    return ("page", words.search.page, "", words.search.pages), ("index", words.search.list, "", words.search.lists)


def facet_rows(graph: Graph) -> Mapping[str, list[FacetRow]]:
    """The values of each facet of entries, by its name."""
    return {f.name: [(key, label, url, label) for key, label, url in f.choices(graph)] for f in FACETS}


def outputs(made: Made) -> Iterator[Artifact]:
    yield search_index(made.pages, made.graph, made.site)
