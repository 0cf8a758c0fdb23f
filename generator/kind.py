"""A kind of entry and the relations it declares. Folder, address, template and help derive from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator.entry import Entry

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


def _by_title(entry: Entry) -> tuple[Any, ...]:
    return (entry.title.casefold(),)


def _no_badge(_entry: Entry) -> str:
    return ""


def _one_group(_entry: Entry) -> str:
    return ""


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """One kind of entry.

    `groups` gives the headings of the kind's index page in their order, keyed by what `group_of` returns;
    `sort_key` orders entries within a group; `badge` is what stands beside the kind at the head of a page.
    """

    name: str
    plural: str
    model: type[Entry]
    label: str
    label_plural: str
    about: str
    relations: tuple[Relation, ...] = ()
    facets: tuple[str, ...] = ("moments", "audience")
    groups: Mapping[str, str] = field(default_factory=lambda: {"": ""})
    group_of: Callable[[Entry], str] = _one_group
    sort_key: Callable[[Entry], tuple[Any, ...]] = _by_title
    badge: Callable[[Entry], str] = _no_badge

    def relation(self, name: str) -> Relation | None:
        return next((r for r in self.relations if r.name == name), None)
