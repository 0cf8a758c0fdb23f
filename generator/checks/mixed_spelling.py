"""American spelling in a British playbook, or British spelling in an American one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from generator.checks._rule import Others, TextRule
from generator.checks._running_text import Passage
from generator.checks._spellings import AMERICAN_ONLY, BRITISH_ONLY, FAMILIES, SINGLE
from generator.config.settings import SiteConfig
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic

CODE = Code("mixed-spelling", Severity.WARNING, Topic.EDITORIAL)

LANGUAGES: Mapping[str, tuple[str, str]] = {"en-GB": ("British", "American"), "en-US": ("American", "British")}
"""For each language that this rule knows: how it spells, and how the other one does."""

_WORD = re.compile(r"(?<![^\W_])[a-zA-Z]+(?![^\W_])")
_SENTENCE_START = re.compile(r"(?:[.!?:…][\"”’)]*\s|\n)[\s\"“‘(\[*_]*\Z|\A[\s\"“‘(\[*_]*\Z")

BEFORE = 20
"""So many characters before a word tell whether it starts a sentence, and what sort of word stands before it."""


def check(texts: Iterable[Passage], _others: Others, site: SiteConfig) -> Iterator[Diagnostic]:
    if site.language not in LANGUAGES:
        return
    ours, other = LANGUAGES[site.language]
    spelt = _spelt_as(ours)
    for passage in texts:
        words = passage.own_words
        for found in _WORD.finditer(words):
            instead = spelt.get(found[0].lower())
            if instead and not _is_computing(words, found) and not _is_name(words, found):
                yield _finding(passage, found, f"{other} spelling", _cased(instead, found[0]))


def _finding(passage: Passage, found: re.Match[str], spelling: str, instead: str) -> Diagnostic:
    return Diagnostic(
        CODE,
        f"`{found[0]}` is {spelling}",
        passage.place(*found.span()),
        f"write `{instead}`",
    )


def _is_name(words: str, found: re.Match[str]) -> bool:
    """Whether the word has a capital letter that no start of a sentence accounts for, as in Rockefeller Center."""
    start = found.start()
    before = words[max(0, start - BEFORE) : start]
    return found[0][0].isupper() and not _SENTENCE_START.search(before if start <= BEFORE else f"a{before}")


def _is_computing(words: str, found: re.Match[str]) -> bool:
    """Whether the word is a term of computing, in which Britons write as Americans do."""
    before = words[max(0, found.start() - BEFORE) : found.start()]
    return before.rstrip().lower().endswith(("computer", "software"))


def _cased(word: str, like: str) -> str:
    return word.capitalize() if like[0].isupper() else word


@cache
def _spelt_as(ours: str) -> Mapping[str, str]:
    """Every word of the other spelling, with ours."""
    pairs = [
        (stem + american + tail, stem + british + tail)
        for american, british, stems, tails in FAMILIES
        for stem in stems.split()
        for tail in ("", *tails.split())
    ]
    pairs += SINGLE.items()
    if ours == "British":
        return {**dict(pairs), **AMERICAN_ONLY}
    return {**{british: american for american, british in pairs}, **BRITISH_ONLY}


RULE = TextRule(
    CODE,
    check,
    explanation="""
what: A word is in American spelling although the playbook is in British English, or the other way round.
why: >-
  Both are right, but not on the same page. `language:` in `site_config.yml` says which one it is. Search words,
  quotations and names with a capital letter are left alone.
example:
  content/practices/slow-down.yml: |
    do: Watch their behavior, and wait. Leave the small talk to them.
message: "`behavior` is American spelling"
repair: Write the word as the hint has it.
repaired:
  content/practices/slow-down.yml: |
    do: Watch their behaviour, and wait. Leave the small talk to them.
""",
)
