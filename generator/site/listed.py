"""What templates are given of other entries and of kinds, to list them on a page."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.model.entry import Entry
from generator.model.kind import Kind


@dataclass(frozen=True, slots=True)
class ListedEntry:
    """An entry as it is listed on another page."""

    id: str
    """The id of the entry."""
    title: Markup
    """Its title."""
    kind: Kind
    """Its kind."""
    url: str
    """The address of its page, as seen from the page that lists it."""
    summary: Markup
    """Its summary."""
    why: Markup | None
    """Why one should follow the link, if the content says so."""
    entry: Entry
    """The entry itself, with the fields of its kind."""

    @property
    def letter(self) -> str:
        """The letter under which a glossary lists it."""
        first = self.entry.title[0].upper()
        return first if first.isalpha() else "#"


@dataclass(frozen=True, slots=True)
class EntryGroup:
    """Items under one label. `id` may serve as an anchor."""

    id: str
    """What may serve as an anchor; empty if there is none."""
    label: str
    """The text above the items."""
    items: tuple[ListedEntry, ...]
    """The entries of the group."""


@dataclass(frozen=True, slots=True)
class KindGroup:
    """Kinds under one heading of the navigation."""

    title: str
    """The heading; empty for kinds that are in no group."""
    about: str
    """What they have in common, in a sentence; it may be empty."""
    kinds: tuple[tuple[Kind, int], ...]
    """The kinds, each with the number of its entries."""


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """Linked entries under one label."""

    label: str
    """The text above them."""
    items: tuple[ListedEntry, ...]
    """The entries."""
    brief: bool
    """Whether titles alone are listed: nobody says why one should go from here to there."""
