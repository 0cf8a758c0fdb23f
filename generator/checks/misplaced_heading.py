"""Headings in texts that cannot have one, or with an address that cannot be used."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from generator.checks._rule import Others, TextRule
from generator.checks._running_text import Passage
from generator.config.settings import SiteConfig
from generator.content.hand_page import HandPage
from generator.content.ids import suggested
from generator.diagnostics.diagnostic import MOST_PER_CODE, Code, Diagnostic, Severity, Topic
from generator.diagnostics.suggest import shortened
from generator.model.fences import fences, without
from generator.model.values import Prose, is_id
from generator.prose.blocks import WITH_ID

CODE = Code("misplaced-heading", Severity.ERROR, Topic.TEXTS)

_HEADING = re.compile(r"^(?P<signs>#{3,4}) +(?P<words>\S.*)$", re.MULTILINE)


def check(texts: Iterable[Passage], _others: Others, _site: SiteConfig) -> Iterator[Diagnostic]:
    taken: set[tuple[int, str]] = set()
    for passage in texts:
        if not isinstance(passage.text, Prose) or "### " not in passage.text:
            continue
        level_above = False
        for found in islice(_HEADING.finditer(without(passage.text, fences(passage.text))), MOST_PER_CODE):
            place = passage.place(*found.span())
            if len(passage.route) > 1 and not isinstance(passage.owner, HandPage):
                field = next(part for part in reversed(passage.route) if isinstance(part, str))
                message = f"`{field}` is a part of a section, in which there are no headings"
                yield Diagnostic(CODE, message, place, "write the words in bold: `**…**`")
                continue
            if found["signs"] == "####" and not level_above:
                message = "`####` is a heading below one with `###`, and there is none above it in this text"
                yield Diagnostic(CODE, message, place, f"write `### {shortened(found['words'])}`")
            level_above = level_above or found["signs"] == "###"
            if with_id := WITH_ID.fullmatch(found["words"]):
                yield from _of_id(passage, found, with_id, taken)


def _of_id(
    passage: Passage, found: re.Match[str], with_id: re.Match[str], taken: set[tuple[int, str]]
) -> Iterator[Diagnostic]:
    start = found.start("words") + with_id.start("id")
    written, place = with_id["id"], passage.place(start, start + len(with_id["id"]))
    if not is_id(written):
        yield Diagnostic(CODE, f"`{written}` is not a valid id", place, f"use {suggested(written)}")
        return
    if (id(passage.owner), written) in taken:
        message = f"two headings have the id `{written}`"
        yield Diagnostic(CODE, message, place, "give one of them another id")
    taken.add((id(passage.owner), written))


RULE = TextRule(
    CODE,
    check,
    explanation="""
what: >-
  A heading stands in a text that is not a section of its own, such as that of a card; a heading with `####` has none
  with `###` above it; or the id behind a heading is not valid, or taken.
why: Pages and paper need headings in order, and addresses that lead to one place.
example:
  content/practices/slow-down.yml: |
    do: |-
      ### Before the call {#Before}
      Leave the small talk to them.
message: "`Before` is not a valid id"
repair: >-
  Put headings into texts that are sections of the page. In others, write the words in bold. An id has lower-case
  letters, digits and hyphens.
repaired:
  content/practices/slow-down.yml: |
    do: |-
      ### Before the call {#before}
      Leave the small talk to them.
""",
)
