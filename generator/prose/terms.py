"""Where terms are used: in running text, by the forms that each term declares."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Mapping
from functools import partial

from generator.caching.memory import FORGETFUL, Memory
from generator.content.graph import MENTION, Graph
from generator.content.located import Located
from generator.kinds.term import Term
from generator.model.values import Line
from generator.prose.blocks import without_code
from generator.prose.term_finder import TermFinder


def finder(graph: Graph, only: Container[str] | None = None, memory: Memory = FORGETFUL) -> TermFinder:
    """Finds the terms of a playbook, or only those with the ids `only`."""
    forms: dict[str, str] = {}
    for located in graph.of_kind("term"):
        if only is not None and located.id not in only:
            continue
        entry = located.entry
        assert isinstance(entry, Term)
        for form in entry.forms or (entry.title,):
            forms.setdefault(form.lower(), located.id)
    return memory.once(("terms", tuple(forms.items())), lambda: TermFinder(forms))


def uses(
    graph: Graph, terms: TermFinder, sought: TermFinder | None = None, memory: Memory = FORGETFUL
) -> Mapping[str, tuple[str, ...]]:
    """For each term the ids of the entries in whose text it is used, other than terms.

    `sought` finds the terms that one wants to know about; texts without them are passed over.
    """
    found: dict[str, list[str]] = defaultdict(list)
    for located in graph.entries.values():
        if located.kind.name == "term":
            continue
        key = ("terms", id(located), id(terms), id(sought))
        of_entry, *_ = memory.once(key, partial(_used_in, located, terms, sought))
        for term in of_entry:
            found[term].append(located.id)
    return {term: tuple(ids) for term, ids in found.items()}


def _used_in(
    located: Located, terms: TermFinder, sought: TermFinder | None
) -> tuple[frozenset[str], Located, TermFinder, TermFinder | None]:
    """The ids of the terms in the texts of an entry, with the values whose identity is the key of the result."""
    texts = (MENTION.sub(" ", without_code(leaf.value)) for leaf in located.leaves if isinstance(leaf.value, Line))
    found = terms.found_in(text for text in texts if sought is None or sought.found_in((text,)))
    return found, located, terms, sought
