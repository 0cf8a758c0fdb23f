"""A published entry that cannot be without a draft."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks._left_out import left_out
from generator.checks._rule import Rule
from generator.checks.link_to_draft import titles_of_drafts
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.content.without import Loss
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic

CODE = Code("needs-a-draft", Severity.ERROR, Topic.LINKS)


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    hidden, places = titles_of_drafts(graph), graph.known
    for located in graph.looked_at if hidden else ():
        for lost in left_out(located, hidden) if located.id not in hidden else ():
            if lost.loss is Loss.ENTRY:
                yield Diagnostic(
                    CODE,
                    f"`{located.id}` cannot be published without `{lost.target}`, which is a draft",
                    lost.place,
                    f"publish `{lost.target}`, or write `draft: true` here as well",
                    related=((places[lost.target].place, "the draft"),),
                )


RULE = Rule(
    CODE,
    check,
    explanation="""
what: An entry that is no draft refers to a draft in a field that it must have.
why: A build leaves out drafts and the references to them. Without this one, the entry would not be whole.
example:
  content/worksheets/meeting-sheet.yml: |
    draft: true
  content/bingo/note-bingo.yml: |
    title: Note bingo
    summary: A card to tick while you listen.
    minutes: 1
    sheet: meeting-sheet
    purpose: Whoever wants a full row has to listen.
    rules: [Tick what you hear.]
    seeds: The number brings the same card back.
    spoils: Asking leading questions.
    origin: own
message: "`note-bingo` cannot be published without `meeting-sheet`, which is a draft"
repair: Publish both together. Until then, make both of them drafts.
repaired:
  content/worksheets/meeting-sheet.yml: |
    draft: true
  content/bingo/note-bingo.yml: |
    title: Note bingo
    summary: A card to tick while you listen.
    minutes: 1
    sheet: meeting-sheet
    purpose: Whoever wants a full row has to listen.
    rules: [Tick what you hear.]
    seeds: The number brings the same card back.
    spoils: Asking leading questions.
    origin: own
    draft: true
""",
)
