"""HTML in a text. The page shows it as it is typed, angle brackets and all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.running_text import passages
from generator.config import SiteConfig
from generator.diagnostics import Code, Diagnostic
from generator.graph import Graph

TAG = re.compile(r"<!--|</?([a-zA-Z][\w-]*)(?:\s[^<>]*)?/?>")

INSTEAD = {
    "b": "write `**words**`",
    "strong": "write `**words**`",
    "i": "write `*words*`",
    "em": "write `*words*`",
    "a": "write `[words](https://…)`, or `[[id|words]]` for an entry",
    "br": "start a new paragraph with a blank line",
    "p": "start a new paragraph with a blank line",
    "div": "start a new paragraph with a blank line",
    "ul": "start each line with `- `",
    "ol": "start each line with `1. `",
    "li": "start each line with `- `",
    "code": "write `` `words` ``",
    "blockquote": "start each line with `> `",
}
OTHERWISE = "leave it out; if the reader should see it, put it between backticks, as in `` `<tag>` ``"


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.entries.values():
        for passage in passages(located):
            for found in TAG.finditer(passage.words):
                tag = _shortened(passage.text[found.start() : found.end()])
                yield Diagnostic(
                    Code.RAW_HTML,
                    f"`{tag}` is HTML, which the page shows as it is typed",
                    passage.place(*found.span()),
                    INSTEAD.get((found[1] or "").lower(), OTHERWISE),
                )


def _shortened(tag: str) -> str:
    text = " ".join(tag.split())
    return text if len(text) <= 40 else text[:39] + "…"
