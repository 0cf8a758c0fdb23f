"""The pages of the last build of the same process, and which of them are still right."""

from __future__ import annotations

import operator
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Self

from generator.content.graph import Graph
from generator.site.answers import OF_ENTRY, Answers, Question
from generator.site.page import Page
from generator.stages.earlier import Leftover, MadePage
from generator.stages.make_pages import LatePage


@dataclass(slots=True)
class Remembered:
    """The pages by their addresses and everything that they asked of the playbook with this graph.

    Questions about an entry alone are by its id: they need no answer as long as the entry is the same object. So are
    those about references from it and to it, as long as each of these is.
    """

    key: str = ""
    pages: Mapping[str, MadePage] = field(default_factory=dict)
    graph: Graph | None = None
    by_entry: dict[str, dict[Question, str]] = field(default_factory=dict)
    references: dict[str, dict[Question, str]] = field(default_factory=dict)
    others: dict[Question, str] = field(default_factory=dict)
    _compared: tuple[Answers, frozenset[Question]] | None = None
    """The answers with which these were compared last, and the questions that they answer in another way."""

    @classmethod
    def of(cls, leftover: Leftover, graph: Graph) -> Self:
        """What a build of a playbook with this graph has left, as far as it is made."""
        made_pages = (made for made in leftover.pages if not isinstance(made, LatePage) or made.is_made)
        # A page alone: one that is made late also holds all of the playbook from which it was made.
        pages = [made.new if isinstance(made, LatePage) else made for made in made_pages]
        found = cls(leftover.key, {made.page.url: made for made in pages}, graph)
        asked: dict[Question, str] = {}
        for made in pages:
            asked.update(made.answers)
        for question, answer in asked.items():
            what, _, of = question.partition(":")
            if what in OF_ENTRY:
                group = found.by_entry.setdefault(of.partition(":")[0], {})
            else:
                group = found.references.setdefault(of, {}) if what in REFERENCES else found.others
            group[question] = answer
        return found

    def still_right(self, urls: Mapping[str, str], answers: Answers) -> Mapping[str, MadePage]:
        """Those of the pages at `urls`, each with what it is given today, that would come out the same."""
        if self._compared is None or self._compared[0] is not answers:
            self._compared = answers, frozenset(self._different(answers))
        _, changed = self._compared
        found = ((url, given, self.pages[url]) for url, given in urls.items() if url in self.pages)
        # Few answers change, and a page has asked for many.
        return {
            url: made
            for url, given, made in found
            if made.given == given and not any(map(made.answers.__contains__, changed))
        }

    def _different(self, answers: Answers) -> Iterator[Question]:
        """The questions that these answers answer in another way."""
        if self.graph is None:
            return
        was, today = self.graph, answers.graph
        entries = [of for i, of in self.by_entry.items() if was.entries.get(i) is not today.entries.get(i)]
        linked = [self.references.get(i, {}) for i in _linked_anew(was, today)]
        for part in (self.others, *linked, *entries):
            yield from (question for question, answer in part.items() if answers[question] != answer)

    def unchanged(self, _pages: Iterable[Page], _around: str, _others: Iterable[str]) -> Mapping[str, str]:
        """No file: this process has written none."""
        return {}


REFERENCES = frozenset(("out", "into"))
"""Questions about the references of an entry."""


def _linked_anew(was: Graph, today: Graph) -> Collection[str]:
    """The ids of the entries with other references than before, from them or to them. It may be more than these."""
    if [*was.entries] != [*today.entries]:
        return was.entries.keys() | today.entries.keys()  # references to an entry are in the order of all entries
    found = set[str]()
    for entry_id, now in today.outgoing.items():
        before = was.outgoing.get(entry_id, ())
        if before is not now and not (len(before) == len(now) and all(map(operator.is_, before, now))):
            found |= {entry_id, *(edge.target for edge in (*before, *now))}
    return found
