"""The pages of the last build of the same process, and which of them are still right."""

from __future__ import annotations

import operator
from collections.abc import Iterable, Mapping
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

    Questions about an entry alone are by its id: they need no answer as long as the entry is the same object. Nor do
    those about references, as long as each of these is.
    """

    key: str = ""
    pages: Mapping[str, MadePage] = field(default_factory=dict)
    graph: Graph | None = None
    by_entry: dict[str, dict[Question, str]] = field(default_factory=dict)
    references: dict[Question, str] = field(default_factory=dict)
    others: dict[Question, str] = field(default_factory=dict)

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
                group = found.references if what in REFERENCES else found.others
            group[question] = answer
        return found

    def still_right(self, urls: Mapping[str, str], answers: Answers) -> Mapping[str, MadePage]:
        """Those of the pages at `urls`, each with what it is given today, that would come out the same."""
        if self.graph is None:
            return {}
        was, today = self.graph, answers.graph
        references = {one: answer for one, answer in self.references.items() if not _is_settled(one, was, today)}
        entries = (of for i, of in self.by_entry.items() if was.entries.get(i) is not today.entries.get(i))
        asked = [self.others, references, *entries]
        changed = {question for part in asked for question, answer in part.items() if answers[question] != answer}
        found = ((url, given, self.pages[url]) for url, given in urls.items() if url in self.pages)
        return {url: made for url, given, made in found if made.given == given and changed.isdisjoint(made.answers)}

    def unchanged(self, _pages: Iterable[Page], _around: str, _others: Iterable[str]) -> Mapping[str, str]:
        """No file: this process has written none."""
        return {}


REFERENCES = frozenset(("out", "into"))
"""Questions about the references of an entry."""


def _is_settled(question: Question, was: Graph, today: Graph) -> bool:
    """Whether a question is about references that are the same objects in both graphs."""
    what, _, entry_id = question.partition(":")
    before, now = (graph.out(entry_id) if what == "out" else graph.into(entry_id) for graph in (was, today))
    return len(before) == len(now) and all(map(operator.is_, before, now))
