"""A line that becomes something else than it looks like: part of an item or quotation, or code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from generator.checks._rule import Others, TextRule
from generator.checks._running_text import Passage
from generator.config.settings import SiteConfig
from generator.diagnostics.diagnostic import MOST_PER_CODE, Code, Diagnostic, Severity, Topic
from generator.model.values import Prose
from generator.prose.arranged import unclear_lines

CODE = Code("unclear-indent", Severity.ERROR, Topic.TEXTS)

MADE_OF_IT = {
    "item": (
        "this line would continue the item above it",
        "put an empty line before it; if it belongs to the item, indent it by two spaces",
    ),
    "quote": (
        "this line would continue the quotation above it",
        "put an empty line before it; if it belongs to the quotation, write `> ` before it",
    ),
    "between": (
        "this item would be in one list with the items one space to the left",
        "put it in the same column as these, or indent it by two spaces for a list within the item",
    ),
    "code": (
        "this line would be shown as code, because four spaces precede it",
        "remove the spaces; put code between two lines with three backticks",
    ),
}
"""For what becomes of a line what is wrong, and what to write instead."""


def check(texts: Iterable[Passage], _others: Others, _site: SiteConfig) -> Iterator[Diagnostic]:
    for passage in texts:
        if isinstance(passage.text, Prose) and "\n" in passage.text:
            for at, made in islice(unclear_lines(passage.text), MOST_PER_CODE):
                message, hint = MADE_OF_IT[made]
                yield Diagnostic(CODE, message, passage.place(at, _end_of_line(passage.text, at)), hint)


def _end_of_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)


RULE = TextRule(
    CODE,
    check,
    explanation="""
what: >-
  A line follows the item of a list or a quotation directly, without being indented or marked; or it is indented by four
  spaces or more, outside of a list; or it is an item indented by one space more than the others of its list.
why: The page would show it as a part of the item or quotation, as code, or as an item of the outer list.
example:
  content/practices/slow-down.yml: |
    do: |-
      Two things help:
      - say it back
      - wait
      Then leave the small talk to them.
message: this line would continue the item above it
repair: >-
  Put an empty line between a list and what follows it. Indent what belongs to an item by two spaces. Put code between
  two lines with three backticks.
repaired:
  content/practices/slow-down.yml: |
    do: |-
      Two things help:
      - say it back
      - wait

      Then leave the small talk to them.
""",
)
