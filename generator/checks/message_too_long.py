"""A finished message with more characters than its channel allows."""

from __future__ import annotations

from collections.abc import Iterator

from generator.calculating.counting import characters
from generator.checks._rule import Rule
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.kinds.message import Message

CODE = Code("message-too-long", Severity.ERROR, Topic.EDITORIAL)


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        entry = located.entry
        if not isinstance(entry, Message) or entry.limit is None:
            continue
        count = characters(entry.after.text)
        if count > entry.limit:
            yield Diagnostic(
                CODE,
                f"the finished message has {count} characters; its limit is {entry.limit}",
                located.span(("after", "text")),
                f"leave out {count - entry.limit} characters, or correct `limit`",
            )


RULE = Rule(
    CODE,
    check,
    explanation="""
what: "`after.text` has more characters than `limit` allows, counted as people see them, with spaces and line breaks."
why: The page says that the message fits. Whoever sends it would find out that it does not.
example:
  content/messages/visit-note.yml: |
    limit: 20
    after:
      text: See you on Friday at seven.
message: the finished message has 27 characters; its limit is 20
repair: Leave something out, or correct the limit.
repaired:
  content/messages/visit-note.yml: |
    limit: 20
    after:
      text: On Friday at seven.
""",
)
