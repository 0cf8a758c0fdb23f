"""A word that a text check lists twice, or one that it can never find."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from generator.checks._rule import Rule
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.content.located import Located
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.diagnostics.place import Route
from generator.kinds.text_check import TextCheck

CODE = Code("word-listed-twice", Severity.ERROR, Topic.EDITORIAL)

_APART = re.compile(r"[\W_]+")


def check(graph: Graph, site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        if isinstance(located.entry, TextCheck):
            yield from _problems(located, _listed(located.entry))
            yield from _problems(located, _persons(located.entry))
            if located.entry.avoided:
                yield from _avoided(located, located.entry, site.avoided_words)


def compared(phrase: str) -> str:
    """A phrase as a text check compares it: its words in small letters, whatever stands between them."""
    return " ".join(_APART.split(unicodedata.normalize("NFKC", phrase).lower())).strip()


def _listed(entry: TextCheck) -> Iterator[tuple[str, Route]]:
    """Every phrase to look for, with its place."""
    for at, found in enumerate(entry.lists):
        for number, word in enumerate(found.words):
            for form, phrase in enumerate(word.find):
                yield phrase, ("lists", at, "words", number, "find", form)


def _persons(entry: TextCheck) -> Iterator[tuple[str, Route]]:
    if entry.persons:
        for field in ("writer", "reader"):
            for at, word in enumerate(getattr(entry.persons, field)):
                yield word, ("persons", field, at)


def _problems(located: Located, phrases: Iterable[tuple[str, Route]]) -> Iterator[Diagnostic]:
    first: dict[str, Route] = {}
    for phrase, route in phrases:
        words = compared(phrase)
        if not words:
            message, hint = f"`{phrase}` has no letters or digits, so it is never found", "list a word"
            yield Diagnostic(CODE, message, located.span(route), hint)
        elif first.setdefault(words, route) != route:
            related = ((located.span(first[words]), "first listed here"),)
            message, hint = f"`{phrase}` is listed twice", "delete one of the two: only the first one counts"
            yield Diagnostic(CODE, message, located.span(route), hint, related)


def _avoided(located: Located, entry: TextCheck, avoided: Iterable[str]) -> Iterator[Diagnostic]:
    known = {compared(word) for word in avoided}
    for phrase, route in _listed(entry):
        if compared(phrase) in known:
            hint = "delete it here: `avoided` already looks for it"
            yield Diagnostic(
                CODE,
                f"`{phrase}` is listed in `site_config.yml`, too, under `avoided_words`",
                located.span(route),
                hint,
            )


RULE = Rule(
    CODE,
    check,
    explanation="""
what: >-
  A text check lists a word twice, also with other capitals or hyphens, or one without letters. With `avoided`, the
  words of `avoided_words` in `site_config.yml` count as listed.
why: Only the first of two is found, so what stands beside the second is never shown.
example:
  content/text-checks/before-sending.yml: |
    lists:
      - id: hollow
        title: Words that say nothing
        why: They fill a sentence.
        see: slow-down
        words:
          - {find: [state of the art], instead: what is new about it}
          - {find: [brand-new, State-of-the-art], instead: since when there is one}
message: "`State-of-the-art` is listed twice"
repair: Delete one of the two.
repaired:
  content/text-checks/before-sending.yml: |
    lists:
      - id: hollow
        title: Words that say nothing
        why: They fill a sentence.
        see: slow-down
        words:
          - {find: [state of the art], instead: what is new about it}
          - {find: [brand-new], instead: since when there is one}
""",
)
