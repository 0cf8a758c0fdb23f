"""A list, a table or other lines of a text that YAML makes one line of: after `>-`, in quotes, or without any sign."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks._rule import Rule
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.diagnostics.place import Route, span_at
from generator.model.values import Prose
from generator.reading.document import Document

CODE = Code("folded-markup", Severity.ERROR, Topic.TEXTS)

# YAML folds the lines that start where the first one does. What is indented further keeps its line.
BLOCK = re.compile(r">[-+]?(?: .*)?\n(?: *\n)*(?P<margin> *)")
LINE = re.compile(r"^(?P<margin> *+)(?P<words>.*)$", re.MULTILINE)
SIGN = re.compile(
    r"(?P<list>[-*+]|(?P<number>[0-9]{1,2})[.)])(?= +\S)|(?P<heading>#{2,6})(?= +\S)"
    r"|(?P<quotation>>)(?= *\S)|(?P<table>\|)(?= )|(?P<code>`{3,})[^`]*$"
)
WHAT = {"list": "list", "heading": "heading", "quotation": "quotation", "table": "table", "code": "block of code"}
FOLDED_SIGN = re.compile(
    r"[-*+|0-9#`>](?<!\S.)(?:(?<=[-*+|]) +\S|(?<=[0-9])[0-9]?[.)] +\S|(?<=#)#{1,5} +\S|(?<=`)``|(?<=>) *\S)"
)
"""What such a line has become in the text. Where a text stands in its file is known only after parsing it again.

A pattern that begins with characters is sought much faster than one that begins with what stands before them.
"""


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        for leaf in located.leaves:
            if isinstance(leaf.value, Prose) and FOLDED_SIGN.search(leaf.value.written):
                yield from _folded(located.document, (*located.prefix, *leaf.route))


def _folded(document: Document, route: Route) -> Iterator[Diagnostic]:
    """The problem of a text, at the first line that is folded into another."""
    extent = document.extents.get(route)
    if not extent or document.text.startswith("|", extent[0]):
        return
    block = BLOCK.match(document.text, *extent)
    lines = list(LINE.finditer(document.text, block.start("margin") if block else extent[0], extent[1]))
    folds = [bool(line["words"]) and (not block or line["margin"] == block["margin"]) for line in lines]
    counts = False
    for index, line in enumerate(lines):
        sign = SIGN.match(line["words"]) if folds[index] else None
        if sign is None:
            continue
        # A step or a year with a full stop may start a line of running text: numbers are a list from 1 on.
        counts = counts or sign["number"] == "1"
        above = folds[index - 1] if index else not block
        below = index + 1 < len(lines) and folds[index + 1] and sign.lastgroup in ("heading", "code")
        if (above or below) and (counts or not sign["number"]):
            name = next(name for name in WHAT if sign[name])
            place = span_at(document.file, document.text, line.start("words"), len(sign[name]))
            hint = "write `|-` instead of `>-`" if block else "write the text after `|-`, on lines of its own"
            yield Diagnostic(CODE, f"this {WHAT[name]} would become one line with what is beside it", place, hint)
            return


RULE = Rule(
    CODE,
    check,
    explanation="""
what: >-
  A list, a table, a heading, a quotation or code stands in a text in which YAML does not keep the ends of lines: after
  `>-`, in quotes, or directly behind the name of the field.
why: There, only an empty line ends a line. The page would show the whole as running text.
example:
  content/practices/slow-down.yml: |
    do: >-
      Three things help:

      - say it back
      - write it down
      - wait
message: this list would become one line with what is beside it
repair: Write `|-` instead of `>-`, which keeps the ends of lines.
repaired:
  content/practices/slow-down.yml: |
    do: |-
      Three things help:

      - say it back
      - write it down
      - wait
""",
)
