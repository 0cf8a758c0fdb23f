"""A list in a text after `>-`, which makes one line of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks._rule import Rule
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.diagnostics.place import Route, Span, span_at
from generator.model.values import Prose
from generator.reading.document import Document

CODE = Code("folded-list", Severity.ERROR, Topic.TEXTS)

# YAML folds the lines that start where the first one does. What is indented further keeps its line.
BLOCK = re.compile(r">[-+]?(?: .*)?\n(?: *\n)*(?P<margin> *)")
LINE = re.compile(r"^(?P<margin> *+)(?P<words>.*)$", re.MULTILINE)
SIGN = re.compile(r"(?P<sign>[-*+]|(?P<number>[0-9]{1,2})[.)]) +\S")
FOLDED_SIGN = re.compile(rf"\s{SIGN.pattern}")
"""What such an item has become in the text. Where a text stands in its file is known only after parsing it again."""


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        for leaf in located.leaves:
            if not isinstance(leaf.value, Prose) or not FOLDED_SIGN.search(leaf.value.written):
                continue
            place = _folded(located.document, (*located.prefix, *leaf.route))
            if place:
                hint = "write `|-` instead of `>-`, and leave an empty line before the list"
                yield Diagnostic(CODE, "this list would become one line", place, hint)


def _folded(document: Document, route: Route) -> Span | None:
    """The position of the first item of a list that is folded into the line above."""
    extent = document.extents.get(route)
    block = BLOCK.match(document.text, *extent) if extent else None
    if not extent or not block:
        return None
    in_line, counts = False, False
    for line in LINE.finditer(document.text, block.start("margin"), extent[1]):
        was_in_line, in_line = in_line, line["margin"] == block["margin"]
        sign = SIGN.match(line["words"]) if in_line else None
        # A step or a year with a full stop may start a line of running text: numbers are a list from 1 on.
        counts = counts or bool(sign and sign["number"] == "1")
        if sign and was_in_line and (counts or not sign["number"]):
            return span_at(document.file, document.text, line.start("words"), len(sign["sign"]))
    return None


RULE = Rule(
    CODE,
    check,
    explanation="""
what: A text after `>-` contains a list whose items directly follow another line.
why: After `>-` only an empty line ends a line. The page would show the whole list as one item, or as running text.
example:
  content/practices/slow-down.yml: |
    do: >-
      Three things help:

      - say it back
      - write it down
      - wait
message: this list would become one line
repair: Write `|-` instead of `>-`, which keeps line breaks. Leave an empty line before the list.
repaired:
  content/practices/slow-down.yml: |
    do: |-
      Three things help:

      - say it back
      - write it down
      - wait
""",
)
