"""What the search knows of a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class SearchSection:
    """A section of a page: its anchor, its heading, the headings within it, and the words of its text.

    These are divided by spaces. They are found when the page is made, so that not each build takes all texts apart.
    """

    anchor: str
    heading: str
    subheadings: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Record:
    """A page as it is searched. `kind` names a kind of entry, or says what else the page is."""

    url: str
    kind: str
    title: str
    summary: str
    keywords: tuple[str, ...] = ()
    asked_as: tuple[str, ...] = ()
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The values of each facet, by its name."""
    passages: tuple[SearchSection, ...] = ()
