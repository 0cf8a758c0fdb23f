"""The pages of the last build of the same process, and which of them are still right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Self

from generator.content.located import Located
from generator.site.answers import OF_ENTRY, Answers, Question
from generator.site.page import Page
from generator.stages.earlier import Leftover, MadePage
from generator.stages.make_pages import LatePage


@dataclass(slots=True)
class Remembered:
    """The pages by their addresses and everything that they asked.

    Questions about an entry alone are by its id: they need no answer as long as the entry is the same object.
    """

    key: str = ""
    pages: Mapping[str, MadePage] = field(default_factory=dict)
    entries: Mapping[str, Located] = field(default_factory=dict)
    by_entry: dict[str, dict[Question, str]] = field(default_factory=dict)
    others: dict[Question, str] = field(default_factory=dict)

    @classmethod
    def of(cls, leftover: Leftover, entries: Mapping[str, Located]) -> Self:
        """What a build of a playbook with these entries has left, as far as it is made."""
        made_pages = (made for made in leftover.pages if not isinstance(made, LatePage) or made.is_made)
        # A page alone: one that is made late also holds all of the playbook from which it was made.
        pages = [made.new if isinstance(made, LatePage) else made for made in made_pages]
        found = cls(leftover.key, {made.page.url: made for made in pages}, entries)
        asked: dict[Question, str] = {}
        for made in pages:
            asked.update(made.answers)
        for question, answer in asked.items():
            what, _, of = question.partition(":")
            group = found.by_entry.setdefault(of.partition(":")[0], {}) if what in OF_ENTRY else found.others
            group[question] = answer
        return found

    def still_right(self, urls: Mapping[str, str], answers: Answers) -> Mapping[str, MadePage]:
        """Those of the pages at `urls`, each with what it is given today, that would come out the same."""
        today = answers.entries
        asked = [self.others, *(of for i, of in self.by_entry.items() if self.entries.get(i) is not today.get(i))]
        changed = {question for part in asked for question, answer in part.items() if answers[question] != answer}
        found = ((url, given, self.pages[url]) for url, given in urls.items() if url in self.pages)
        return {url: made for url, given, made in found if made.given == given and changed.isdisjoint(made.answers)}

    def unchanged(self, _pages: Iterable[Page], _around: str, _others: Iterable[str]) -> Mapping[str, str]:
        """No file: this process has written none."""
        return {}
