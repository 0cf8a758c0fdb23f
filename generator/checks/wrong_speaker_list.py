"""A speaker of a dialogue who says nothing, or whose id another one has."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks._rule import Rule
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.content.located import Located
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.kinds.dialogue import Dialogue

CODE = Code("wrong-speaker-list", Severity.ERROR, Topic.EDITORIAL)


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        if isinstance(located.entry, Dialogue):
            yield from _problems(located, located.entry)


def _problems(located: Located, entry: Dialogue) -> Iterator[Diagnostic]:
    speaking = {line.by for line in entry.lines}
    first: dict[str, int] = {}
    for index, speaker in enumerate(entry.speakers):
        place = located.span(("speakers", index, "id"))
        other = first.setdefault(speaker.id, index)
        if other != index:
            related = ((located.span(("speakers", other, "id")), "first one here"),)
            message = f"another speaker already has the id `{speaker.id}`"
            yield Diagnostic(CODE, message, place, "give each speaker an id of their own", related)
        elif speaker.id not in speaking:
            message = f"{speaker.name} has no line"
            yield Diagnostic(CODE, message, place, "give them a line, or remove them from `speakers`")


RULE = Rule(
    CODE,
    check,
    explanation="""
what: A speaker has no line, or two speakers have one id.
why: >-
  Readers choose whom they play. Somebody without a line has nothing to play, and of two with one id only one is found.
example:
  content/dialogues/early-pitch.yml: |
    speakers:
      - {id: nora, name: Nora Quist, role: sells brakes}
      - {id: karl, name: Karl Oberbauer, role: hires out bicycles}
      - {id: emil, name: Emil Fenn, role: repairs bicycles}
message: Emil Fenn has no line
repair: Give them a line, or remove them.
repaired:
  content/dialogues/early-pitch.yml: |
    speakers:
      - {id: nora, name: Nora Quist, role: sells brakes}
      - {id: karl, name: Karl Oberbauer, role: hires out bicycles}
""",
)
