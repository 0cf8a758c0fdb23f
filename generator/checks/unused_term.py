"""A term that the playbook explains and never uses."""

from __future__ import annotations

from collections.abc import Iterator

from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity
from generator.kinds.term import Term


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    doubtful = [e for e in graph.looked_at if e.kind.name == "term" and not graph.into(e.id)]
    if not doubtful or not graph.complete:
        return
    from generator.prose import terms  # it brings Markdown along, which takes a while

    used = terms.uses(graph, terms.finder(graph), terms.finder(graph, [e.id for e in doubtful]))
    for located in doubtful:
        entry = located.entry
        if not isinstance(entry, Term) or located.id in used:
            continue
        forms = ", ".join(f"`{form}`" for form in entry.forms or (entry.title,))
        yield Diagnostic(
            Code.UNUSED_TERM,
            f"no entry uses the term `{located.id}`; looked for {forms}",
            located.key_span(("forms",)) if entry.forms else located.span(("title",)),
            "add the form in which the text uses it to `forms:`, or remove the term",
            severity=Severity.WARNING,
        )
