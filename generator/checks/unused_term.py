"""A term that the playbook explains and never uses."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks._rule import Rule
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.kinds.term import Term

CODE = Code("unused-term", Severity.WARNING, Topic.EDITORIAL)


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    doubtful = [e for e in graph.looked_at if e.kind.name == "term" and not graph.into(e.id)]
    if not doubtful or not graph.is_whole:
        return
    from generator.prose import terms  # it brings Markdown along, which takes a while

    used = terms.uses(graph, terms.finder(graph), terms.finder(graph, [e.id for e in doubtful]))
    for located in doubtful:
        entry = located.entry
        if not isinstance(entry, Term) or located.id in used:
            continue
        forms = ", ".join(f"`{form}`" for form in entry.forms or (entry.title,))
        yield Diagnostic(
            CODE,
            f"no entry uses the term `{located.id}`; looked for {forms}",
            located.key_span(("forms",)) if entry.forms else located.span(("title",)),
            "add the form in which the text uses it to `forms:`, or remove the term",
        )


RULE = Rule(
    CODE,
    check,
    explanation="""
what: No entry uses the term, and none links to it.
why: >-
  Terms are linked where a text uses them. One that is never used is explained to nobody, and often the text uses a
  form of it that is not listed.
example:
  content/terms/drill-bit.yml: |
    title: drill bit
    forms: [drill bit]
    meaning: What people buy when they want a hole.
  content/practices/slow-down.yml: |
    do: Ask what the small talk, the drill-bits and all that are for.
message: no entry uses the term `drill-bit`; looked for `drill bit`
repair: Add to `forms:` the form in which texts use it, use the term where it fits, or remove it.
repaired:
  content/terms/drill-bit.yml: |
    title: drill bit
    forms: [drill bit, drill bits, drill-bit, drill-bits]
    meaning: What people buy when they want a hole.
  content/practices/slow-down.yml: |
    do: Ask what the small talk, the drill-bits and all that are for.
""",
)
