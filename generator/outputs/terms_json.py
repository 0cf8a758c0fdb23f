"""The meanings of terms as plain text, for the pop-up cards. Loaded when a reader first opens one.

Of a term that is the name of a kind, such as *tell*, the card leads to the list of that kind as well.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import escape, unescape

from generator.content.graph import Graph
from generator.kinds.term import Term
from generator.model import addresses
from generator.outputs._made import Made
from generator.prose.markdown import to_html
from generator.prose.typography import typeset
from generator.site.page import Artifact, LaterArtifact
from generator.site.release import DATA

PATH = f"{DATA}terms.json"


def meanings(graph: Graph) -> Artifact:
    """The title and the meaning of every term by its id, as plain text, and the list of the kind that it names."""
    found = {
        located.id: (
            spoken(graph, located.entry.title),
            spoken(graph, located.entry.meaning),
            *_list_named(graph, located.entry),
        )
        for located in graph.of_kind("term")
        if isinstance(located.entry, Term)
    }
    lines = ",\n".join(f"{json.dumps(key)}: {json.dumps(found[key], ensure_ascii=False)}" for key in sorted(found))
    return Artifact(PATH, f"{{\n{lines}\n}}\n".encode())


def _list_named(graph: Graph, term: Term) -> Iterator[tuple[str, str]]:
    """The address of the list of the kind that a term names, and what the link says."""
    kind = graph.kind_called(term.title)
    if kind:
        language = graph.kinds.language
        yield (
            addresses.index(kind.plural),
            language.words.common.all_of(kinds=language.in_sentence(kind.label_plural)),
        )


def spoken(graph: Graph, text: str) -> str:
    """A text of the content without its markup, with its typography."""

    def words(entry_id: str, shown: str | None) -> str:
        return escape(shown or graph.entries[entry_id].entry.title, quote=False)

    return unescape(re.sub(r"<[^<>]*>", "", typeset(to_html(text, words, blocks=False))))


def outputs(made: Made) -> Iterator[Artifact]:
    yield LaterArtifact(PATH, lambda: meanings(made.graph).content)
