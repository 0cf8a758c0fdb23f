"""American spelling in a British playbook, or British spelling in an American one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from generator.checks.running_text import Passage, passages
from generator.checks.spellings import AMERICAN_ONLY, BRITISH_ONLY, FAMILIES, SINGLE
from generator.config import SiteConfig
from generator.diagnostics import Code, Diagnostic, Severity
from generator.graph import Graph

LANGUAGES: Mapping[str, tuple[str, str]] = {"en-GB": ("British", "American"), "en-US": ("American", "British")}
"""For each language that this rule knows: how it spells, and how the other one does."""

_SENTENCE_START = re.compile(r"(?:^|[.!?:…][\"”’)]*\s|\n)[\s\"“‘(\[*_]*$")


def check(graph: Graph, site: SiteConfig) -> Iterator[Diagnostic]:
    if site.language not in LANGUAGES:
        return
    ours, other = LANGUAGES[site.language]
    spelt = _spelt_as(ours)
    pattern = _any_of(ours)
    for located in graph.entries.values():
        for passage in passages(located):
            words = passage.own_words
            for found in pattern.finditer(words):
                if _is_name(words, found):
                    continue
                yield _finding(passage, found, f"{other} spelling", _cased(spelt[found[0].lower()], found[0]))


def _finding(passage: Passage, found: re.Match[str], spelling: str, instead: str) -> Diagnostic:
    return Diagnostic(
        Code.MIXED_SPELLING,
        f"`{found[0]}` is {spelling}",
        passage.place(*found.span()),
        f"write `{instead}`",
        severity=Severity.WARNING,
    )


def _is_name(words: str, found: re.Match[str]) -> bool:
    """Whether the word has a capital letter that no start of a sentence accounts for, as in Rockefeller Center."""
    return found[0][0].isupper() and not _SENTENCE_START.search(words, 0, found.start())


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
        return dict(pairs) | AMERICAN_ONLY
    return {british: american for american, british in pairs} | BRITISH_ONLY


@cache
def _any_of(ours: str) -> re.Pattern[str]:
    # ASCII, lest the folding of case find letters that are not in the list.
    words = "|".join(sorted(_spelt_as(ours), key=lambda word: (-len(word), word)))
    return re.compile(rf"(?<![^\W_])(?<!computer )(?<!software )(?:{words})(?![^\W_])", re.IGNORECASE | re.ASCII)
