"""The search index: made at build time, searched in the browser."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.language.words import Words
from generator.model import addresses
from generator.model.facets import facets_of
from generator.outputs._made import Made
from generator.outputs._record import Record, SearchSection
from generator.outputs.search.first import FIRST_PATH, first_index
from generator.outputs.search.index import INDEX_PATH, FacetRow, index_json
from generator.outputs.search.nearby import NEARBY_PATH, nearby_json
from generator.outputs.search.records import records
from generator.site.page import Artifact, LaterArtifact

__all__ = ["INDEX_PATH", "Record", "SearchSection", "index_json", "records", "search_index"]

LIST_WEIGHT = 0.75
"""What a page that lists others counts in a search, as the `search_weight` of a kind does."""


PAGE_WEIGHT = 1.2
"""What a page counts that is no entry, such as a tool: there are few, and their words are meant for them."""


def search_index(found: Sequence[Record], graph: Graph, site: SiteConfig, *, nearby: bool = False) -> Artifact:
    """The file in which the pages with these records are searched. It says whether there is one of `nearby` words."""
    kinds = [
        (kind.name, kind.label, addresses.index(kind.plural), kind.label_plural)
        for kind in graph.kinds
        if graph.of_kind(kind.name)
    ]
    words = graph.kinds.language.words
    weights = {kind.name: kind.search_weight for kind in graph.kinds} | {"index": LIST_WEIGHT, "page": PAGE_WEIGHT}
    return index_json(
        found,
        [*kinds, *_other_kinds(words)],
        facet_rows(graph),
        site.synonyms,
        words,
        weights,
        of=facets_of(graph.kinds),
        nearby=nearby,
    )


def _other_kinds(words: Words) -> tuple[FacetRow, FacetRow]:
    """What pages are called that are no entries."""
    return ("page", words.search.page, "", words.search.pages), ("index", words.search.list, "", words.search.lists)


def facet_rows(graph: Graph) -> Mapping[str, list[FacetRow]]:
    """The values of each facet of entries, by its name."""
    return {f.name: [(key, label, url, label) for key, label, url in f.choices(graph)] for f in facets_of(graph.kinds)}


def outputs(made: Made) -> Iterator[Artifact]:
    yield LaterArtifact(FIRST_PATH, lambda: _first(made).content)
    yield LaterArtifact(INDEX_PATH, lambda: _of_records(made).content)
    if made.nearby.words:
        yield LaterArtifact(NEARBY_PATH, lambda: _nearby(made).content)


def _first(made: Made) -> Artifact:
    site = made.site.model_copy(update={"synonyms": ()})
    return first_index(_records(made), lambda found: search_index(found, made.graph, site))


def _of_records(made: Made) -> Artifact:
    return search_index(_records(made), made.graph, made.site, nearby=bool(made.nearby.words))


def _nearby(made: Made) -> Artifact:
    urls = {located.id: located.url for located in made.graph.entries.values()}
    return nearby_json(made.nearby, urls, [record.url for record in _records(made)])


def _records(made: Made) -> tuple[Record, ...]:
    found = (one.record() for one in made.finished)
    return tuple(record for record in found if record)
