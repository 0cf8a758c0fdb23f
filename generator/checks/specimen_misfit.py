"""A specimen with something that its worksheet has no place for."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks._rule import Rule
from generator.checks._specimens import specimens
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic

CODE = Code("specimen-misfit", Severity.ERROR, Topic.WORKSHEETS)


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located, reading in specimens(graph):
        for found in reading.mismatches:
            route = ("specimen", "blocks", *found.route)
            # The name of a row that is wrong stands as a key, what is ticked in a list as a value.
            by_key = found.at_name and isinstance(route[-1], str)
            place = located.key_span(route) if by_key else located.span(route)
            yield Diagnostic(CODE, found.what, place, found.hint)


RULE = Rule(
    CODE,
    check,
    explanation="""
what: >-
  A specimen names a block, row or option that its worksheet does not have, or contains a value that cannot be chosen
  there.
why: It would be printed nowhere, and readers would learn from a sheet that does not exist.
example:
  content/worksheets/meeting-sheet.yml: |
    specimen:
      by: Ann, before her second visit
      blocks:
        qestion: Who decides about the machines on the evening shift?
message: this sheet has no block `qestion`
repair: Write the ids as under `blocks`. A choice is one of the words under `choices`, a tick is `true`.
repaired:
  content/worksheets/meeting-sheet.yml: |
    specimen:
      by: Ann, before her second visit
      blocks:
        question: Who decides about the machines on the evening shift?
""",
)
