"""A link to something that no page should open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.checks._addresses import addresses
from generator.checks._rule import Others, TextRule
from generator.checks._running_text import Passage
from generator.config.settings import SiteConfig
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic

CODE = Code("unsafe-link", Severity.ERROR, Topic.TEXTS)

SCHEMES = frozenset({"http", "https", "mailto"})


def check(texts: Iterable[Passage], _others: Others, _site: SiteConfig) -> Iterator[Diagnostic]:
    for address in addresses(texts):
        if not address.scheme or address.scheme in SCHEMES:
            continue
        yield Diagnostic(
            CODE,
            f"`{address.scheme}:` is not allowed as the start of an address",
            address.place,
            "link to an address that starts with `https://`, `http://` or `mailto:`",
        )


RULE = TextRule(
    CODE,
    check,
    explanation="""
what: A link leads to something other than a web page or a mail address.
why: >-
  Such links can run a program on the reader's computer, or lead to a file that only you have. The page would drop the
  address.
example:
  content/practices/slow-down.yml: |
    do: Fill in [the form](file:///home/me/form.pdf).
message: "`file:` is not allowed as the start of an address"
repair: Link to an address that starts with `https://`, `http://` or `mailto:`.
repaired:
  content/practices/slow-down.yml: |
    do: Fill in [the form](https://example.org/form.pdf).
""",
)
