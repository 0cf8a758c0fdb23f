"""A note in the margin of a dialogue that does not say whether the line is good, a slip or a recovery."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks._rule import Rule
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.kinds.dialogue import Dialogue

CODE = Code("note-without-turn", Severity.ERROR, Topic.EDITORIAL)


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        if not isinstance(located.entry, Dialogue):
            continue
        for index, line in enumerate(located.entry.lines):
            if line.note and not line.turn:
                yield Diagnostic(
                    CODE,
                    "the note is not shown, because its line has no `turn`",
                    located.span(("lines", index, "note")),
                    "add `turn: good`, `turn: slip` or `turn: recovery`, or remove the note",
                )


RULE = Rule(
    CODE,
    check,
    explanation="""
what: A line of a dialogue has a `note` and no `turn`.
why: The margin begins with the word for the turn, and the note says why. Without a turn nothing is shown there.
example:
  content/dialogues/early-pitch.yml: |
    lines:
      - {by: karl, says: We have brakes.}
      - {by: nora, says: What cost you the most time?, note: One question.}
message: the note is not shown, because its line has no `turn`
repair: Say whether the line is good, a slip or a recovery.
repaired:
  content/dialogues/early-pitch.yml: |
    lines:
      - {by: karl, says: We have brakes.}
      - {by: nora, says: What cost you the most time?, turn: good, note: One question.}
""",
)
