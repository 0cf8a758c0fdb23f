"""A dialogue that does not say which conversation, practice or lesson it plays out."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks._asked import Requirement
from generator.checks._references import links_place
from generator.checks._rule import Rule
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.kinds.dialogue import SHOWS
from generator.model.kind import Kind

CODE = Code("dialogue-shows-nothing", Severity.WARNING, Topic.EDITORIAL)


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        if located.kind.name == "dialogue" and not graph.out(located.id, SHOWS.name):
            yield Diagnostic(
                CODE,
                f"the dialogue `{located.id}` does not say what it plays out",
                links_place(located, SHOWS.name),
                "add under `links:` and `shows:` the id of a conversation, practice or lesson, with a `why:`",
                about=("links", SHOWS.name),
            )


def asked(kind: Kind, _site: SiteConfig) -> Iterator[Requirement]:
    if kind.name == "dialogue":
        yield Requirement(("links", SHOWS.name), "shows", required=True)


RULE = Rule(
    CODE,
    check,
    asked=asked,
    explanation="""
what: A dialogue names no conversation, practice or lesson under `shows`.
why: Whoever has read the scene wants to do it themselves, and whoever reads the guide wants to hear how it sounds.
example:
  content/dialogues/early-pitch.yml: |
    links:
      next:
        - to: slow-down
          why: The habit that would have helped her.
message: the dialogue `early-pitch` does not say what it plays out
repair: Name it under `links` and `shows`, with the reason.
repaired:
  content/dialogues/early-pitch.yml: |
    links:
      shows:
        - to: slow-down
          why: The habit that would have helped her.
""",
)
