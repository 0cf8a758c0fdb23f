"""Lists, quotations or emphasis within each other, deeper than pages show them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.checks._rule import Others, TextRule
from generator.checks._running_text import Passage
from generator.config.settings import SiteConfig
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.model.values import Line, Prose
from generator.prose import blocks, inline
from generator.prose.tree_writer import MOST_NESTED

CODE = Code("nested-too-deep", Severity.ERROR, Topic.TEXTS)


def check(texts: Iterable[Passage], _others: Others, _site: SiteConfig) -> Iterator[Diagnostic]:
    for passage in texts:
        if isinstance(passage.text, Prose) and (at := blocks.nested_too_deeply(passage.text)) is not None:
            message = f"lists and quotations are nested more than {blocks.MOST_NESTED} levels deep here"
            hint = "write a list of one or two levels; put a backslash before a sign that starts no item, as in `\\-`"
            yield Diagnostic(CODE, message, passage.place(at, at + 1), hint)
        if isinstance(passage.text, Line) and (at := _emphasis(passage.text)) is not None:
            message = f"emphasis is nested more than {MOST_NESTED} levels deep here"
            hint = "close each `*` and `_` before the next; put a backslash before what is meant as a sign, as in `\\*`"
            yield Diagnostic(CODE, message, passage.place(at, at + 1), hint)


def _emphasis(text: str) -> int | None:
    """Where emphasis is nested too deeply in a text."""
    if sum(map(text.count, "*_~")) <= MOST_NESTED:
        return None
    ranges = blocks.paragraphs(text)
    found = ((start, inline.nested_too_deeply(text[start:end])) for start, end in ranges)
    return next((start + at for start, at in found if at is not None), None)


RULE = TextRule(
    CODE,
    check,
    explanation="""
what: Lists or quotations in a text lie more than twelve levels deep in each other, or parts in emphasis do.
why: >-
  Nobody means that: a line of hyphens or asterisks was taken for markup. The page would show only twelve levels, and
  the rest as it is typed.
example:
  content/practices/slow-down.yml: |
    do: "- - - - - - - - - - - - - Wait. Leave the small talk to them."
message: lists and quotations are nested more than 12 levels deep here
repair: >-
  Make it a list of one or two levels. If the signs are meant as signs, put a backslash before the first of them, or
  start the line with a word.
repaired:
  content/practices/slow-down.yml: |
    do: "- Wait. Leave the small talk to them."
""",
)
