"""A kind of entry and the relations it declares. Folder, address, template and help derive from it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from generator.model import facets
from generator.model.entry import Entry
from generator.model.relation import Relation
from generator.model.values import in_digits


def _by_title(entry: Entry) -> tuple[Any, ...]:
    return (entry.title.casefold(),)


def _no_badge(_entry: Entry) -> str:
    return ""


def _one_group(_entry: Entry) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class PageField:
    """A field of a declared kind as its page shows it.

    `type` is the word of the configuration: `text`, `prose`, `list`, `steps`, `choice`, `number` or `link`. `choices`
    maps the words of a choice to what is shown for them, `unit` stands behind a number, `many` tells a list of links
    from a single one.
    """

    name: str
    label: str
    type: str
    choices: Mapping[str, str] = field(default_factory=dict)
    unit: str = ""
    many: bool = False

    def shown(self, value: float) -> str:
        """A number as the page shows it."""
        return f"{in_digits(value)} {self.unit}".rstrip()


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """One kind of entry.

    `facets` names the fields by which readers narrow down its entries. `groups` gives the headings of the kind's index
    page in their order, keyed by what `group_of` returns; `sort_key` orders entries within a group; `badge` is what
    stands beside the kind at the head of a page. The site shows built-in kinds by their `order`, the lowest first.

    A kind that the configuration declares is `declared`; its pages show its `fields`. `icon` and `accent` name a
    picture and a colour of the theme.
    """

    name: str
    plural: str
    model: type[Entry]
    label: str
    label_plural: str
    about: str
    relations: tuple[Relation, ...] = ()
    facets: tuple[str, ...] = facets.NAMES
    groups: Mapping[str, str] = field(default_factory=lambda: {"": ""})
    group_of: Callable[[Entry], str] = _one_group
    sort_key: Callable[[Entry], tuple[Any, ...]] = _by_title
    badge: Callable[[Entry], str] = _no_badge
    order: int = 0
    declared: bool = False
    fields: tuple[PageField, ...] = ()
    icon: str = ""
    accent: str = ""

    def relation(self, name: str) -> Relation | None:
        return next((r for r in self.relations if r.name == name), None)


def _typed(word: str) -> str:
    return re.sub(r"[\s_-]+", "-", word.strip().lower())


@dataclass(frozen=True)
class Kinds:
    """The kinds of a playbook, in the order in which the site shows them."""

    all: tuple[Kind, ...]

    def __iter__(self) -> Iterator[Kind]:
        return iter(self.all)

    @cached_property
    def by_name(self) -> Mapping[str, Kind]:
        return {kind.name: kind for kind in self.all}

    @cached_property
    def by_plural(self) -> Mapping[str, Kind]:
        """The kinds by the names of their folders."""
        return {kind.plural: kind for kind in self.all}

    @cached_property
    def by_word(self) -> Mapping[str, Kind]:
        """The kinds by everything that one may type for them: what the site calls them, and their own names."""
        seen = {_typed(label): kind for kind in self.all for label in (kind.label, kind.label_plural)}
        return {**seen, **self.by_plural, **self.by_name}

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The kinds as the site calls them, such as `self-check`."""
        return tuple(_typed(kind.label) for kind in self.all)

    def called(self, word: str) -> Kind | None:
        """The kind that somebody means who types `tell`, `tells`, `self-check` or `Self checks`."""
        return self.by_word.get(_typed(word))
