"""A word that the playbook does not use, unless it talks about it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.checks._rule import AllTextsRule
from generator.checks._running_text import Passage
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.content.located import Located
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.kinds.term import Term

CODE = Code("avoided-word", Severity.WARNING, Topic.EDITORIAL)

SPOILT = frozenset({"dont_say"})
"""Fields that show how one should not speak."""

LOOKED_FOR = frozenset({"example", "lists"})
"""Fields of a text check with words that it looks for."""


@dataclass(frozen=True, slots=True)
class _Avoided:
    """What to write instead of a phrase, its first word, how to find it, and the ids of the entries about it."""

    instead: str
    opening: str
    pattern: re.Pattern[str]
    about_it: frozenset[str]


def check(texts: Iterable[Passage], graph: Graph, site: SiteConfig) -> Iterator[Diagnostic]:
    terms = _terms(graph)
    avoided = [_avoided(graph, terms, word, instead) for word, instead in site.avoided_words.items() if word.strip()]
    for passage in texts if avoided else ():
        if passage.route[0] not in SPOILT and not _is_name(passage) and not _is_looked_for(passage):
            yield from _found(passage, avoided)


def _is_looked_for(passage: Passage) -> bool:
    """Whether a text check has it as something to find."""
    owner = passage.owner
    return isinstance(owner, Located) and owner.kind.name == "text-check" and passage.route[0] in LOOKED_FOR


def _is_name(passage: Passage) -> bool:
    """Whether it is what a term is called."""
    return isinstance(passage.owner, Located) and passage.owner.kind.name == "term" and passage.route == ("title",)


def _found(passage: Passage, avoided: list[_Avoided]) -> Iterator[Diagnostic]:
    lower = passage.text.lower()
    # Nearly every text contains none of the words, which is quick to test.
    for one in (one for one in avoided if one.opening in lower):
        if isinstance(passage.owner, Located) and passage.owner.id in one.about_it:
            continue
        words = passage.own_words
        for found in one.pattern.finditer(words):
            # A word in *emphasis* of its own is talked about.
            if (
                found.start()
                and words.startswith(("*", "_"), found.start() - 1)
                and words.startswith(("*", "_"), found.end())
            ):
                continue
            yield Diagnostic(
                CODE,
                f"`{found[0]}` is a word that this playbook avoids",
                passage.place(*found.span()),
                f"write instead: {one.instead}; or put it in quotation marks if you talk about the word",
            )


def _avoided(graph: Graph, terms: Mapping[str, list[str]], phrase: str, instead: str) -> _Avoided:
    words = phrase.lower().split()
    pattern = r"\s+".join(map(re.escape, words))
    pattern = rf"(?<![\w-]){pattern}(?![\w-])"
    about_it = frozenset(_about(graph, terms.get(phrase.casefold(), ())))
    return _Avoided(instead, words[0], re.compile(pattern, re.IGNORECASE), about_it)


def _terms(graph: Graph) -> Mapping[str, list[str]]:
    """The ids of the terms by their forms."""
    found: dict[str, list[str]] = defaultdict(list)
    for located in graph.entries.values():
        if isinstance(entry := located.entry, Term):
            for form in {form.casefold() for form in (*entry.forms, entry.title)}:
                found[form].append(located.id)
    return found


def _about(graph: Graph, ids: Iterable[str]) -> Iterator[str]:
    """These terms, and the entries that one of them is linked with, in either direction."""
    for entry_id in ids:
        yield entry_id
        yield from (edge.source for edge in graph.into(entry_id))
        yield from (edge.target for edge in graph.out(entry_id, "used_in"))


RULE = AllTextsRule(
    CODE,
    check,
    explanation="""
what: The text uses a word that this playbook avoids.
why: >-
  Each of these words has a plainer one, which is listed in `site_config.yml` under `avoided_words:`. Quotations,
  search words, sentences under `dont_say`, pages about the word and pages that link to them are free to use it.
example:
  site_config.yml: |
    avoided_words:
      stakeholder: the person, or their role
  content/practices/slow-down.yml: |
    do: Ask every stakeholder, and wait. Leave the small talk to them.
message: "`stakeholder` is a word that this playbook avoids"
repair: Use the plainer word. If you talk about the word itself, put it in double quotation marks.
repaired:
  site_config.yml: |
    avoided_words:
      stakeholder: the person, or their role
  content/practices/slow-down.yml: |
    do: Ask each of them, and wait. Leave the small talk to them.
""",
)
