"""A worksheet that is to print a field which the entry it names does not have."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks._rule import Rule
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.content.located import Located
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.diagnostics.place import Route
from generator.kinds.worksheet import Worksheet
from generator.kinds.worksheet_blocks.block import Block

CODE = Code("nothing-to-show", Severity.ERROR, Topic.WORKSHEETS)


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        blocks = located.entry.blocks if isinstance(located.entry, Worksheet) else ()
        for at, block in enumerate(blocks):
            yield from _missing(graph, located, block, ("blocks", at))


def _missing(graph: Graph, located: Located, block: Block, route: Route) -> Iterator[Diagnostic]:
    for at, ref in enumerate(block.listed):
        found = graph.entries.get(ref)
        for field in block.printed_fields:
            if found and not hasattr(found.entry, field):
                message = f"`{ref}` is a {found.kind.name}, which has no `{field}`"
                hint = "name an entry that has it, or show another field"
                yield Diagnostic(CODE, message, located.span((*route, "entries", at)), hint)


RULE = Rule(
    CODE,
    check,
    explanation="""
what: A worksheet shows a field of an entry whose kind has no such field.
why: The place would stay empty, and nobody would know what belongs there.
example:
  content/worksheets/meeting-sheet.yml: |
    blocks:
      - type: text
        id: reminder
        label: Keep in mind
        entries: [slow-down]
        shows: left
message: "`slow-down` is a practice, which has no `left`"
repair: >-
  Show a field that the entry has, such as `title` or `summary`, or name an entry of another kind. `left` and `right`
  belong to belief pairs, `sign` and `ask` to tells.
repaired:
  content/worksheets/meeting-sheet.yml: |
    blocks:
      - type: text
        id: reminder
        label: Keep in mind
        entries: [slow-down]
        shows: summary
""",
)
