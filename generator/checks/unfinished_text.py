"""A note to oneself that was left in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.checks._rule import Others, TextRule
from generator.checks._running_text import Passage
from generator.config.settings import SiteConfig
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic

CODE = Code("unfinished-text", Severity.WARNING, Topic.EDITORIAL)

ANY = re.compile(r"TODO|FIXME|TB[DC]|XXX|\?\?\?|lorem ipsum")
MARK = re.compile(rf"(?<!\w)(?:{ANY.pattern})(?!\w)", re.ASCII)


def check(texts: Iterable[Passage], _others: Others, _site: SiteConfig) -> Iterator[Diagnostic]:
    # Nearly every text contains none of the marks, which is quick to test: blanks make no new ones.
    for passage in (passage for passage in texts if ANY.search(passage.text)):
        for found in MARK.finditer(passage.own_words):
            yield Diagnostic(
                CODE,
                f"`{found[0]}` marks an unfinished text",
                passage.place(*found.span()),
                "finish the text, or delete the sentence",
            )


RULE = TextRule(
    CODE,
    check,
    explanation="""
what: A note such as TODO or ??? was left in a text.
why: Readers would see it.
example:
  content/practices/slow-down.yml: |
    this_week: TODO find something small.
message: "`TODO` marks an unfinished text"
repair: Finish the text, or delete the sentence.
repaired:
  content/practices/slow-down.yml: |
    this_week: Ask a second question about the first thing they mention.
""",
)
