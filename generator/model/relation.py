"""Relations: typed links between entries, declared on one side and labelled on both."""

from __future__ import annotations

from dataclasses import dataclass

ANY: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """A typed link, declared on one side; the other side shows it under `inverse`.

    `to` names the kinds it may lead to; `ANY` (empty) admits all. A relation whose `inverse` is its own
    `label` is symmetric: it reads the same from both sides.
    """

    name: str
    to: tuple[str, ...]
    label: str
    inverse: str

    @property
    def symmetric(self) -> bool:
        return self.label == self.inverse


NEXT = Relation("next", ANY, "Go on with", "Leads here")
"""What to read or do after this."""

USE = Relation(
    "use",
    ("conversation", "checklist", "worksheet", "assessment", "calculator"),
    "Put it to work",
    "Put to work in",
)
"""The tools with which one does it."""

CONTRASTS = Relation("contrasts", ANY, "In contrast to", "In contrast to")
"""Something that pulls the other way, or is easily mistaken for it."""

GOES_WITH = Relation("goes_with", ("practice", "lesson", "conversation"), "Goes well with", "Goes well with")
"""Something that makes it stronger."""

EVERYWHERE = (NEXT, USE, CONTRASTS)
"""The relations that entries of every kind may declare."""

OUTSIDE_LINKS = frozenset({"moments", "audience", "cites", "mentions"})
"""The names of relations that every entry can have outside `links`: in its facets, its sources and its texts.

Their other side is a long list, or none. So pages show them apart from other connections, and no reader comes to an
entry by what it declares of them.
"""
