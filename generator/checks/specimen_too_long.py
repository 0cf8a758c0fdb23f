"""A specimen with a text that does not fit into the room for it on paper."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks._rule import Rule
from generator.checks._specimens import specimens
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic

CODE = Code("specimen-too-long", Severity.WARNING, Topic.WORKSHEETS)


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located, reading in specimens(graph):
        for text in reading.too_long:
            there = "there is one" if text.room == 1 else f"there are {text.room}"
            place = located.span(("specimen", "blocks", *text.route))
            hint = "say it in fewer words, as somebody with a pen would"
            yield Diagnostic(CODE, f"this takes {text.lines} lines on paper, and {there}", place, hint)


RULE = Rule(
    CODE,
    check,
    explanation="""
what: A text of a specimen needs more lines than its worksheet has for it.
why: Nobody could have written it there with a pen. The printed specimen runs over.
example:
  content/worksheets/meeting-sheet.yml: |
    specimen:
      by: Ann, before her second visit
      blocks:
        question: >-
          Who decides about the machines on the evening shift, who is asked before, who hears about it only afterwards,
          and what would each of them like to be different by the summer?
message: this takes 3 lines on paper, and there are 2
repair: Say it in fewer words. People who fill in a sheet leave out whatever they know.
repaired:
  content/worksheets/meeting-sheet.yml: |
    specimen:
      by: Ann, before her second visit
      blocks:
        question: Who decides about the machines in the evening? Whom do they ask first?
""",
)
