"""Two things on a sheet with one id: what is written in one would appear in the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.checks._rule import Rule
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.content.located import Located
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.diagnostics.place import Route, Span
from generator.kinds.worksheet import Worksheet

CODE = Code("repeated-field-id", Severity.ERROR, Topic.WORKSHEETS)

Named = tuple[str, Route]
"""An id and where it is."""


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        if isinstance(located.entry, Worksheet):
            blocks = [(block.id, ("blocks", at, "id")) for at, block in enumerate(located.entry.blocks)]
            yield from _repeated(located, "block of this sheet", blocks)
            for at, block in enumerate(located.entry.blocks):
                for name, ids in block.ids():
                    placed = ((item_id, ("blocks", at, *route)) for item_id, route in ids)
                    yield from _repeated(located, f"of the `{name}` of this block", placed)


def _repeated(located: Located, what: str, ids: Iterable[Named]) -> Iterator[Diagnostic]:
    first: dict[str, Span] = {}
    for found_id, route in ids:
        place = located.span(route)
        other = first.setdefault(found_id, place)
        if other is not place:
            yield Diagnostic(
                CODE,
                f"another {what} already has the id `{found_id}`",
                place,
                "give the newer of the two another id; what people have written is kept under the older one",
                related=((other, "first one here"),),
            )


RULE = Rule(
    CODE,
    check,
    explanation="""
what: Two blocks of a worksheet have the same id, or two rows, columns, boxes or options of one block.
why: >-
  Answers are stored under these ids, and the fields of the PDF have these names. Two fields with one id would share
  their content.
example:
  content/worksheets/meeting-sheet.yml: |
    blocks:
      - {type: lines, id: question, label: My question, lines: 2}
      - {type: lines, id: question, label: Their question, lines: 2}
message: another block of this sheet already has the id `question`
repair: Give the newer one another id. Keep the older one, because answers are stored under it.
repaired:
  content/worksheets/meeting-sheet.yml: |
    blocks:
      - {type: lines, id: question, label: My question, lines: 2}
      - {type: lines, id: their-question, label: Their question, lines: 2}
""",
)
