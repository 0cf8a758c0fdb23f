"""A note to oneself that was left in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from generator.checks._rule import Others, TextRule
from generator.checks._running_text import Passage
from generator.config.settings import SiteConfig
from generator.content.located import Located
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.model.needed import is_needed, purpose_at
from generator.model.values import Line

CODE = Code("unfinished-text", Severity.WARNING, Topic.EDITORIAL)

ANY = re.compile(r"TODO|FIXME|TB[DC]|XXX|\?\?\?|lorem ipsum")
LONGEST_NOTHING = 12
MARK = re.compile(rf"(?<!\w)(?:{ANY.pattern})(?!\w)", re.ASCII)


NOTHING = frozenset(["none", "nil", "n/a", "na", "-", "--", "?", "…", "nothing", "keine", "nichts", "leer"])
"""What people type as a whole text where they have nothing to say."""


def check(texts: Iterable[Passage], _others: Others, _site: SiteConfig) -> Iterator[Diagnostic]:
    # Nearly every text contains none of the marks, which is quick to test: blanks make no new ones.
    for passage in texts:
        if len(passage.text) <= LONGEST_NOTHING and _says_nothing(passage):
            message = f"`{passage.text.strip()}` says nothing, and the page shows it as a text"
            yield Diagnostic(CODE, message, passage.place(0, len(passage.text)), _instead(passage))
            continue
        if not ANY.search(passage.text):
            continue
        for found in MARK.finditer(passage.own_words):
            yield Diagnostic(
                CODE,
                f"`{found[0]}` marks an unfinished text",
                passage.place(*found.span()),
                "finish the text, or delete the sentence",
            )


def _instead(passage: Passage) -> str:
    """What to do about a text that says nothing: it can be deleted only where nothing requires it."""
    owner, route = passage.owner, passage.route
    if not isinstance(owner, Located):
        return "write a text, or delete it with its heading" if len(route) > 1 else "write a text"
    data: Any = owner.document.data
    for step in owner.prefix:
        data = data[step]
    if is_needed(owner.kind.model, route, data):
        said = purpose_at(owner.kind.model, route)
        return "write a text" + (f" ({said})" if said else "")
    return f"write a text, or delete this {'item' if isinstance(route[-1], int) else 'field'}"


def _says_nothing(passage: Passage) -> bool:
    # Labels and titles may consist of such a word, as an answer does.
    return isinstance(passage.text, Line) and passage.text.strip(" .").casefold() in NOTHING


RULE = TextRule(
    CODE,
    check,
    explanation="""
what: A note such as TODO or ??? was left in a text; or a text consists of a word such as `none`.
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
