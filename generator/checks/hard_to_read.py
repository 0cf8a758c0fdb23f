"""Instructions that one has to read twice. Words per sentence is what a writer can act on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.checks._rule import Option, Others, TextRule
from generator.checks._running_text import WORD, Passage
from generator.config.settings import SiteConfig
from generator.content.located import Located
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.diagnostics.place import Span
from generator.model.values import Line

CODE = Code("hard-to-read", Severity.WARNING, Topic.EDITORIAL)

MOST_WORDS = Option(CODE, "most_words", 32, 5, 200, "The most words of a sentence.")
MOST_WORDS_ON_AVERAGE = Option(
    CODE, "most_words_on_average", 20, 5, 200, "The most words that the sentences of an entry have on average."
)

KINDS = frozenset({"practice", "checklist"})
FIELDS = frozenset({"do", "why", "steps", "badly", "this_week", "not_when", "groups"})
"""The fields that are read in a hurry; `groups` contains a checklist's items."""

OPENING = 30
"""How many characters of a sentence are marked."""


def check(texts: Iterable[Passage], _others: Others, site: SiteConfig) -> Iterator[Diagnostic]:
    most, most_on_average = MOST_WORDS.of(site), MOST_WORDS_ON_AVERAGE.of(site)
    sentences = [
        (len(WORD.findall(sentence)), passage, start, sentence)
        for passage in texts
        if isinstance(passage.owner, Located) and passage.owner.kind.name in KINDS
        if passage.route[0] in FIELDS and isinstance(passage.text, Line)
        for start, sentence in passage.sentences()
    ]
    counts = [count for count, *_ in sentences if count]
    for count, passage, start, sentence in sentences:
        if count > most:
            message = f"this sentence has {count} words; more than {most} are hard to follow"
            yield _finding(message, _opening(passage, start, sentence), "split it into two sentences")
    average = sum(counts) / len(counts) if counts else 0
    if average > most_on_average:
        count, passage, start, sentence = max(sentences, key=lambda s: s[0])
        assert isinstance(passage.owner, Located), "only those of entries are counted"
        said = f"sentences in `{passage.owner.id}` have {average:.0f} words on average"
        message = f"{said}; at most {most_on_average} read well"
        yield _finding(message, _opening(passage, start, sentence), f"start with the longest, which has {count} words")


def _opening(passage: Passage, start: int, sentence: str) -> Span:
    return passage.place(start, start + min(len(sentence), OPENING))


def _finding(message: str, span: Span, hint: str) -> Diagnostic:
    return Diagnostic(CODE, message, span, hint)


RULE = TextRule(
    CODE,
    check,
    options=(MOST_WORDS, MOST_WORDS_ON_AVERAGE),
    explanation="""
what: >-
  In a practice or checklist a sentence has more than 32 words, or all of them together have more than 20 on average.
why: These pages are read standing up, between two meetings. Long sentences are read twice or not at all.
example:
  content/practices/slow-down.yml: |
    do: >-
      When you have asked your question, and they have begun to answer, and the answer is not the one that you had hoped
      for, wait a little longer than is comfortable, because what people say second is often the true thing.
message: this sentence has 41 words; more than 32 are hard to follow
repair: Make two of it. The best place is usually after "and" or before "because".
repaired:
  content/practices/slow-down.yml: |
    do: >-
      Ask your question. When the answer is not the one that you had hoped for, wait a little longer than is
      comfortable. What people say second is often the true thing.
""",
)
