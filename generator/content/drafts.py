"""What is wrong with a draft stops no build, because a build leaves drafts out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.content.graph import Graph
from generator.content.located import Located
from generator.content.owners import owner_among
from generator.diagnostics.diagnostic import Diagnostic, Severity


def drafts_of(graph: Graph) -> Mapping[str, Located]:
    """All drafts by their ids, also those that do not fit their kind."""
    return {entry_id: located for entry_id, located in graph.known.items() if located.entry.draft}


IN_A_DRAFT = "a draft, so it stops no build"


def without_stopping(
    found: Iterable[Diagnostic], entries: Iterable[Located]
) -> tuple[tuple[Diagnostic, ...], frozenset[str]]:
    """The diagnostics, with errors in drafts as warnings, and the ids of these drafts.

    `entries` are all that there are, whether or not they fit their kinds.
    """
    entries = tuple(entries)
    files = {located.document.file for located in entries if located.entry.draft}
    if not files:
        return tuple(found), frozenset()
    owner_of = owner_among(located for located in entries if located.document.file in files)
    lenient, unsound = list[Diagnostic](), set[str]()
    for problem in found:
        owner = owner_of(problem.span) if problem.severity is Severity.ERROR else None
        if owner and owner.entry.draft:
            unsound.add(owner.id)
            place = owner.key_span(("draft",))
            problem = replace(problem, level=Severity.WARNING, related=(*problem.related, (place, IN_A_DRAFT)))
        lenient.append(problem)
    return tuple(lenient), frozenset(unsound)
