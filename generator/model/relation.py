"""Relations: typed links between entries, declared on one side and labelled on both."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, Self, TypeAlias

from generator.language.language import english
from generator.language.words import Words

ANY: tuple[str, ...] = ()

InversePlace: TypeAlias = Literal["before", "after", "list"]
"""Where the page of a target shows the links that lead to it: in a section before those of the page or after them, or
in the closed list of all links at its end."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A typed link, declared on one side; the other side shows it under `inverse`.

    `to` names the kinds it may lead to; `ANY` (empty) admits all. A relation whose `inverse` is its own
    `label` is symmetric: it reads the same from both sides. `inverse_place` is where the other side shows it.
    """

    name: str
    to: tuple[str, ...]
    label: str
    inverse: str
    inverse_place: InversePlace = "list"

    @classmethod
    def built_in(cls, name: str, to: tuple[str, ...]) -> Self:
        """A relation that the generator declares, with its English words."""
        words = english().words.relations[name]
        return cls(name, to, words.label, words.inverse)

    @property
    def symmetric(self) -> bool:
        return self.label == self.inverse

    def spoken(self, words: Words) -> Self:
        """The relation in the words of a language. One that a playbook declares is in its language already."""
        in_english, ours = english().words.relations, words.relations
        if self.name not in in_english or self != self.built_in(self.name, self.to):
            return self
        return replace(self, label=ours[self.name].label, inverse=ours[self.name].inverse)


NEXT = Relation.built_in("next", ANY)
"""What to read or do after this."""

TOOLS = (
    "conversation",
    "checklist",
    "worksheet",
    "role-play",
    "session-plan",
    "assessment",
    "calculator",
    "text-check",
)

USE = Relation.built_in("use", TOOLS)
"""The tools with which one does it."""

CONTRASTS = Relation.built_in("contrasts", ANY)
"""Something that pulls the other way, or is easily mistaken for it."""

GOES_WITH = Relation.built_in("goes_with", ("practice", "lesson", "conversation"))
"""Something that makes it stronger."""

EVERYWHERE = (NEXT, USE, CONTRASTS)
"""The relations that entries of every kind may declare."""

OUTSIDE_LINKS = frozenset({"moments", "audience", "cites", "mentions"})
"""The names of relations that every entry can have outside `links`: in its facets, its sources and its texts.

Their other side is a long list, or none. So pages show them apart from other connections, and no reader comes to an
entry by what it declares of them.
"""
