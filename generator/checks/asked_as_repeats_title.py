"""A line under `asked_as` that adds nothing to the search."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks._rule import Option, Rule
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic

CODE = Code("asked-as-repeats-title", Severity.WARNING, Topic.EDITORIAL)

LONGER = Option(CODE, "fewest_letters", 4, 1, 20, "The fewest letters of a word that says what is asked for.")
FEWEST_WORDS = Option(
    CODE, "fewest_words", 2, 1, 20, "The fewest such words of a question: one alone, such as `people`, proves nothing."
)


def check(graph: Graph, site: SiteConfig) -> Iterator[Diagnostic]:
    letters, fewest = LONGER.of(site), FEWEST_WORDS.of(site)
    for located in graph.looked_at:
        entry = located.entry
        known = _longer_words(f"{entry.title} {entry.summary}", letters)
        for index, asked in enumerate(entry.asked_as):
            words = _longer_words(asked, letters)
            if len(words) < fewest or not words <= known:
                continue
            yield Diagnostic(
                CODE,
                f"`{asked}` uses only words that are in the title or summary",
                located.span(("asked_as", index)),
                "write it as somebody would who has not read this page: name the problem, not the solution",
            )


def _longer_words(text: str, letters: int) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"\w+", text.casefold()) if len(word) >= letters)


RULE = Rule(
    CODE,
    check,
    options=(LONGER, FEWEST_WORDS),
    explanation="""
what: All the longer words of a line under `asked_as` are in the title or summary already.
why: The search looks at title and summary anyway. This line adds nothing to it.
example:
  content/practices/slow-down.yml: |
    title: Slow it down
    summary: Take the clock off the table, so that the client finds the topic.
    asked_as:
      - how do I take the clock off the table
      - they clam up as soon as I get to my point
message: "`how do I take the clock off the table` uses only words that are in the title or summary"
repair: Write what somebody who has not read this page would say, in words of the problem and not of the solution.
repaired:
  content/practices/slow-down.yml: |
    title: Slow it down
    summary: Take the clock off the table, so that the client finds the topic.
    asked_as:
      - I always run out of time before it gets interesting
      - they clam up as soon as I get to my point
""",
)
