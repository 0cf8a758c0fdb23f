"""The ids of headings in the texts of a page, each of which leads to one place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from generator.site.page import Section


@dataclass(slots=True)
class HeadingIds:
    """Gives ids to the headings of one page, in their order."""

    given: list[str] = field(default_factory=list)
    """The ids of the headings so far."""
    wanted: dict[str, int] = field(default_factory=dict)
    """How often each id was wanted."""

    @classmethod
    def beside(cls, others: Iterable[str]) -> HeadingIds:
        """Ids that are none of `others`."""
        return cls(wanted=dict.fromkeys(others, 1))

    def give(self, wanted: str) -> str:
        """The id that is wanted, with a number behind it if it is taken."""
        place = wanted
        while place in self.wanted:
            self.wanted[wanted] += 1
            place = f"{wanted}-{self.wanted[wanted]}"
        self.wanted[place] = 1
        self.given.append(place)
        return place

    def apart_from(self, sections: tuple[Section, ...]) -> tuple[Section, ...]:
        """The sections, with other ids for headings in their texts that have the id of a section."""
        for taken in [part.id for part in sections if part.id in self.given]:
            self.given.remove(taken)
            before, after = f' id="{taken}">', f' id="{self.give(taken)}">'
            sections = tuple(replace(part, html=part.html.replace(before, after)) for part in sections)
        return sections
