"""The ids of headings in the texts of a page, each of which leads to one place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from generator.site.page import Section

OF_ALL_PAGES = ("search-field", "connections-list")
"""Ids that the frames of pages have."""


@dataclass(slots=True)
class HeadingIds:
    """Gives ids to the headings of one page, in their order."""

    given: list[str] = field(default_factory=list)
    """The ids of the headings so far."""
    wanted: dict[str, int] = field(default_factory=lambda: dict.fromkeys(OF_ALL_PAGES, 1))
    """How often each id was wanted."""

    @classmethod
    def beside(cls, others: Iterable[str]) -> HeadingIds:
        """Ids that are none of `others`."""
        return cls(wanted=dict.fromkeys((*OF_ALL_PAGES, *others), 1))

    def give(self, wanted: str) -> str:
        """The id that is wanted, with a number behind it if it is taken."""
        place = wanted
        while place in self.wanted:
            self.wanted[wanted] += 1
            place = f"{wanted}-{self.wanted[wanted]}"
        self.wanted[place] = 1
        self.given.append(place)
        return place

    def apart_from(self, sections: tuple[Section, ...], places: Iterable[str]) -> tuple[Section, ...]:
        """The sections, with other ids for headings in their texts that have that of a section or of another place."""
        others = dict.fromkeys((*(part.id for part in sections), *places))
        for taken in [one for one in others if one in self.given]:
            self.given.remove(taken)
            before, after = f' id="{taken}">', f' id="{self.give(taken)}">'
            sections = tuple(replace(part, html=part.html.replace(before, after)) for part in sections)
        return sections
