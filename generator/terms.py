"""Where terms are used: in running text, by the forms that each term declares."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from generator.entry import Line, leaves
from generator.graph import MENTION, Graph
from generator.kinds.term import Term
from generator.prose import TermFinder


def finder(graph: Graph) -> TermFinder:
    """Finds the terms of a playbook."""
    forms: dict[str, str] = {}
    for located in graph.of_kind("term"):
        entry = located.entry
        assert isinstance(entry, Term)
        for form in entry.forms or (entry.title,):
            forms.setdefault(form.lower(), located.id)
    return TermFinder(forms)


def uses(graph: Graph, terms: TermFinder) -> Mapping[str, tuple[str, ...]]:
    """For each term the ids of the entries in whose text it is used, other than terms."""
    found: dict[str, list[str]] = defaultdict(list)
    for located in graph.entries.values():
        if located.kind.name == "term":
            continue
        texts = (MENTION.sub(" ", leaf.value) for leaf in leaves(located.entry) if isinstance(leaf.value, Line))
        for term in terms.found_in(texts):
            found[term].append(located.id)
    return {term: tuple(ids) for term, ids in found.items()}
