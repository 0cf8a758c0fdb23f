"""A line under `asked_as` that adds nothing to the search."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity

LONGER = 4
"""Letters from which on a word tells something of what is asked for."""

FEWEST_WORDS = 2
"""A single longer word, such as `people`, proves nothing."""


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        entry = located.entry
        known = _longer_words(f"{entry.title} {entry.summary}")
        for index, asked in enumerate(entry.asked_as):
            words = _longer_words(asked)
            if len(words) < FEWEST_WORDS or not words <= known:
                continue
            yield Diagnostic(
                Code.ASKED_AS_REPEATS_TITLE,
                f"`{asked}` asks in words that stand in the title and summary already",
                located.span(("asked_as", index)),
                "put it as somebody would who has not read this page: with the words of the trouble, not of the cure",
                severity=Severity.WARNING,
            )


def _longer_words(text: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"\w+", text.casefold()) if len(word) >= LONGER)
