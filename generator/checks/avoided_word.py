"""A word that the playbook does not use, unless it talks about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks.running_text import Passage, passages
from generator.config import SiteConfig
from generator.diagnostics import Code, Diagnostic, Severity
from generator.graph import Graph
from generator.kinds.term import Term
from generator.structure import Located

SPOILT = frozenset({"dont_say"})
"""Fields that show how one should not speak."""


@dataclass(frozen=True, slots=True)
class _Avoided:
    """A word, what to write instead, and the ids of the entries that are about the word."""

    word: str
    instead: str
    pattern: re.Pattern[str]
    about_it: frozenset[str]


def check(graph: Graph, site: SiteConfig) -> Iterator[Diagnostic]:
    avoided = [_avoided(graph, word, instead) for word, instead in site.avoided_words.items() if word.strip()]
    for located in graph.entries.values():
        to_look_for = [a for a in avoided if located.id not in a.about_it]
        for passage in passages(located) if to_look_for else ():
            if passage.route[0] not in SPOILT and not (located.kind.name == "term" and passage.route == ("title",)):
                yield from _found(passage, to_look_for)


def _found(passage: Passage, avoided: list[_Avoided]) -> Iterator[Diagnostic]:
    words = passage.own_words
    for one in avoided:
        for found in one.pattern.finditer(words):
            # A word in *emphasis* of its own is talked about.
            if words[: found.start()].endswith(("*", "_")) and words[found.end() :].startswith(("*", "_")):
                continue
            yield Diagnostic(
                Code.AVOIDED_WORD,
                f"`{found[0]}` is a word that this playbook avoids",
                passage.place(*found.span()),
                f"write instead: {one.instead}; or put it in quotation marks if you talk about the word",
                severity=Severity.WARNING,
            )


def _avoided(graph: Graph, word: str, instead: str) -> _Avoided:
    pattern = r"\s+".join(map(re.escape, word.split()))
    return _Avoided(
        word, instead, re.compile(rf"(?<![\w-]){pattern}(?![\w-])", re.IGNORECASE), frozenset(_about(graph, word))
    )


def _about(graph: Graph, word: str) -> Iterator[str]:
    """The terms of which `word` is a form, and the entries that one of them is linked with, in either direction."""
    for located in graph.entries.values():
        if word.casefold() in _forms(located):
            yield located.id
            yield from (edge.source for edge in graph.into(located.id))
            yield from (edge.target for edge in graph.out(located.id, "used_in"))


def _forms(located: Located) -> frozenset[str]:
    entry = located.entry
    if not isinstance(entry, Term):
        return frozenset()
    return frozenset(form.casefold() for form in (*entry.forms, entry.title))
