"""A marked part that says of its words what the entry says of the whole field."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks._rule import Rule
from generator.checks._running_text import Passage
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.content.located import Located
from generator.content.provenance import MarkedPart, marked_parts, of_field
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.diagnostics.place import Route
from generator.model.provenance import Of

CODE = Code("needless-mark", Severity.ERROR, Topic.EDITORIAL)


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        # One passage for all marks of a text: it finds out only once where each letter of it stands.
        passages: dict[Route, Passage] = {}
        for part in marked_parts(located):
            field = str(part.route[0])
            if part.mark.of is of_field(located.entry, field):
                passage = passages.setdefault(part.route, Passage(located, part.route, part.whole))
                yield _diagnostic(passage, located, part, field)


def _diagnostic(passage: Passage, located: Located, part: MarkedPart, field: str) -> Diagnostic:
    if part.mark.of is Of.SOURCE:
        message = f"`{field}` is not listed under `own:`, so all of it is the sources' already"
        hint = f"remove the mark, or list `{field}` under `own:` if the rest of it is ours"
    elif located.entry.origin == "own":
        message, hint = "all of this entry is ours already: it has `origin: own`", "remove the mark"
    else:
        message = f"all of `{field}` is ours already: it is listed under `own:`"
        hint = f"use one of the two: remove this mark, or take `{field}` out of `own:` and mark what is ours in it"
    return Diagnostic(CODE, message, passage.place(part.mark.start, part.mark.end), hint)


RULE = Rule(
    CODE,
    check,
    explanation="""
what: >-
  A part is marked `{own}` in a field that is listed under `own:`, or `{source}` in a field that is not. In an entry
  with `origin: own`, every field counts as listed.
why: A mark tells a part from the rest of its field. Here it says the same as the rest, so one of the two is wrong.
example:
  content/practices/slow-down.yml: |
    own: [why]
    why: People talk when they are not hurried. [That takes a room without a clock.]{own}
message: "all of `why` is ours already: it is listed under `own:`"
repair: Use one of the two.
repaired:
  content/practices/slow-down.yml: |
    why: People talk when they are not hurried. [That takes a room without a clock.]{own}
""",
)
