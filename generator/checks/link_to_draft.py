"""A published entry or page that refers to a draft, and is built without that reference."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.checks._left_out import left_out, mentioned_on_pages
from generator.checks._rule import AllTextsRule
from generator.checks._running_text import Passage
from generator.config.settings import SiteConfig
from generator.content.drafts import drafts_of
from generator.content.graph import Graph
from generator.content.without import Loss
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic

CODE = Code("link-to-draft", Severity.WARNING, Topic.LINKS)

LEFT_OUT = {
    Loss.WORDS: "so the published text has no link here",
    Loss.LINK: "so the published page is without this reference",
    Loss.ITEM: "so the published page is without this item of the list",
}


def titles_of_drafts(graph: Graph) -> dict[str, str]:
    """The titles of all drafts, by their ids."""
    return {entry_id: located.entry.title for entry_id, located in drafts_of(graph).items()}


def check(texts: Iterable[Passage], graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    hidden, places = titles_of_drafts(graph), graph.known
    published = (located for located in graph.looked_at if located.id not in hidden)
    found = (lost for located in published for lost in left_out(located, hidden))
    for lost in (*found, *mentioned_on_pages(texts, hidden)) if hidden else ():
        if lost.loss in LEFT_OUT:
            yield Diagnostic(
                CODE,
                f"`{lost.target}` is a draft, {LEFT_OUT[lost.loss]}",
                lost.place,
                "remove `draft: true` there when it is ready",
                related=((places[lost.target].place, "the draft"),),
            )


RULE = AllTextsRule(
    CODE,
    check,
    explanation="""
what: >-
  A published entry, or a page written by hand, refers to a draft. A build leaves out drafts, and what refers to them: a
  mention becomes plain words, a link goes, and an item of a list that cannot be without it goes, too.
why: Readers could not follow the link. It comes back by itself when the draft is published.
example:
  content/practices/be-here.yml: |
    title: Be here
    draft: true
  content/practices/slow-down.yml: |
    links:
      goes_with:
        - to: be-here
          why: What to do with the time.
        - to: mineral-rights
          why: The hour in which patience pays.
      use:
        - to: meeting-checklist
          why: Five lines to tick before you leave the house.
message: "`be-here` is a draft, so the published page is without this reference"
repair: Remove the line `draft` from the draft when it is ready, or remove the reference.
repaired:
  content/practices/be-here.yml: |
    title: Be here
    minutes: 5
""",
)
