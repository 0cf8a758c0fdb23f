"""A picture in a text. The page would leave it out without a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.checks._addresses import addresses
from generator.checks._rule import TextRule
from generator.checks._running_text import Passage
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic

CODE = Code("picture-in-text", Severity.ERROR, Topic.EDITORIAL)


def check(texts: Iterable[Passage], _graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for address in addresses(texts, pictures=True):
        yield Diagnostic(
            CODE,
            f"the picture `{address.shown}` would not be shown",
            address.place,
            "say in words what it shows, or link to it: `[words](https://…)` without the `!`",
        )


RULE = TextRule(
    CODE,
    check,
    explanation="""
what: There is a picture in a text.
why: A text cannot contain pictures. The page would leave it out.
example:
  content/practices/slow-down.yml: |
    do: Sit as in ![the plan](plan.png), and wait. Leave the small talk to them.
message: the picture `plan.png` would not be shown
repair: Say in words what it shows, or link to a page that shows it.
repaired:
  content/practices/slow-down.yml: |
    do: Sit at the corner of the table, and wait. Leave the small talk to them.
""",
)
