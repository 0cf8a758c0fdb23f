"""`own` that marks a field which does not exist, so that the page marks nothing."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks._rule import Rule
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.diagnostics.suggest import did_you_mean

CODE = Code("unknown-own-field", Severity.ERROR, Topic.EDITORIAL)


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        fields = type(located.entry).model_fields
        for index, name in enumerate(located.entry.own):
            if name in fields:
                continue
            label = located.kind.noun
            yield Diagnostic(
                CODE,
                f"`own` names `{name}`, but a {label} has no such field",
                located.span(("own", index)),
                did_you_mean(name, fields) or f"use a field of this {label}, such as `summary`",
            )


RULE = Rule(
    CODE,
    check,
    explanation="""
what: "`own` names something that is no field of this kind of entry."
why: >-
  The page marks the sections whose fields are listed under `own`. A wrong name marks nothing, so the page
  attributes our words to the source.
example:
  content/practices/slow-down.yml: |
    own: [step]
message: "`own` names `step`, but a practice has no such field"
repair: Write the name of the field as in the entry.
repaired:
  content/practices/slow-down.yml: |
    own: [steps]
""",
)
