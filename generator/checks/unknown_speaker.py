"""A line of a dialogue by somebody who is no speaker of it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks._rule import Rule
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.diagnostics.suggest import did_you_mean, listed
from generator.kinds.dialogue import Dialogue

CODE = Code("unknown-speaker", Severity.ERROR, Topic.EDITORIAL)


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        entry = located.entry
        if not isinstance(entry, Dialogue):
            continue
        known = [speaker.id for speaker in entry.speakers]
        for index, line in enumerate(entry.lines):
            if line.by not in known:
                message = f"no speaker of this dialogue has the id `{line.by}`"
                hint = did_you_mean(line.by, known) or f"the speakers are {listed(known)}"
                yield Diagnostic(CODE, message, located.span(("lines", index, "by")), hint)


RULE = Rule(
    CODE,
    check,
    explanation="""
what: "`by` names somebody who is not listed under `speakers`."
why: The script shows the name of the speaker, and lets a reader play one of them.
example:
  content/dialogues/early-pitch.yml: |
    lines:
      - {by: karl, says: We have brakes.}
      - {by: nroa, says: What cost you the most time?}
message: no speaker of this dialogue has the id `nroa`
repair: Write the id of the speaker, or add the speaker.
repaired:
  content/dialogues/early-pitch.yml: |
    lines:
      - {by: karl, says: We have brakes.}
      - {by: nora, says: What cost you the most time?}
""",
)
