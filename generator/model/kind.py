"""A kind of entry and the relations it declares. Folder, address, template and help derive from it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Literal, Self, TypeAlias, get_args

from generator.language.language import Language, english
from generator.model import facets
from generator.model.entry import Entry, Link
from generator.model.page_field import PageField
from generator.model.relation import Relation

Purpose: TypeAlias = Literal["do", "understand", "check"]
"""What an entry is for as a next step: something to do, something to understand, something to check."""

PURPOSES: tuple[Purpose, ...] = get_args(Purpose)


def _by_title(entry: Entry) -> tuple[Any, ...]:
    return (entry.title.casefold(),)


def _no_number(_entry: Entry) -> int | None:
    return None


@dataclass(frozen=True, slots=True)
class LevelTable:
    """A table of all entries of a kind, by the names of the fields that give the rows and the columns of each.

    `within` gives the rows of a table that would have a single one, on the page of an entry that these belong to.
    """

    rows: str
    columns: str
    within: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """One kind of entry.

    `facets` names the fields by which readers narrow down its entries. `groups` gives the headings of the kind's index
    page in their order, keyed by what `group_of` returns; `sort_key` orders entries within a group. `number_of` gives
    the number of an entry in a series, and `numbered` says so at the head of its page, with `{number}` in it.
    A kind that is `in_series` counts through all groups; its pages lead to the entries before and after by number.
    The site shows built-in kinds by their `order`, the lowest first.

    `group_field` names the field whose value is the group; where more decides it, `group_by` does. If the groups are
    entries, `group_kinds` names their kinds, and the field holds a link to one of them.

    A kind that the configuration declares is `declared`; its pages show its `fields`. Built-in kinds have those that
    the playbook adds. `parent` names the field that links an entry to the one above it, `table` the fields that form
    the table of all. `icon` and `accent` name the sign and the colour by which readers tell it from others: a file
    under `icons/` of the theme, and an `--accent-…` of its tokens.

    `purpose` says what its entries are for as a next step after another entry; those of a kind without one are never a
    step. A kind is `filled_in` if readers enter something on its pages; the home page lists its entries.

    `in_english` is what one entry and several are called in English, where pages call them otherwise: messages are in
    English whatever the language of the playbook.

    `search_weight` is what a page of the kind counts in a search, from 0 to 1, beside pages that fit as well: less for
    kinds that lead to what one can do rather than say it.
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
    group_field: str = ""
    group_by: Callable[[Entry], str] | None = None
    group_kinds: tuple[str, ...] = ()
    sort_key: Callable[[Entry], tuple[Any, ...]] = _by_title
    number_of: Callable[[Entry], int | None] = _no_number
    numbered: str = ""
    in_series: bool = False
    order: int = 0
    declared: bool = False
    fields: tuple[PageField, ...] = ()
    parent: str = ""
    table: LevelTable | None = None
    icon: str = ""
    accent: str = ""
    purpose: Purpose | None = None
    search_weight: float = 1
    filled_in: bool = False
    in_english: tuple[str, str] = ("", "")

    @property
    def started_with(self) -> Mapping[str, str]:
        """What a new entry has before anybody writes in it. A source states no origin: it is where others come from."""
        return {} if self.name == "source" else {"origin": "own"}

    @classmethod
    def built_in(cls, name: str, plural: str, model: type[Entry], **more: Any) -> Self:
        """A kind that the generator brings along, with its English words. `more` are fields of a kind."""
        return cls(name, plural, model, "", "", "", **more).spoken(english())

    def spoken(self, language: Language) -> Self:
        """A built-in kind in the words of a language. The order of its groups is that of English."""
        words, keys = language.words.kinds[self.name], english().words.kinds[self.name]
        return replace(
            self,
            label=words.label,
            label_plural=words.label_plural,
            in_english=("", "") if language.is_english else (keys.label, keys.label_plural),
            about=words.about,
            groups={key: words.groups[key] for key in keys.groups} if "groups" in keys else self.groups,
            numbered=words.numbered.text if "numbered" in keys else "",
        )

    @property
    def noun(self) -> str:
        """What messages call an entry of the kind."""
        return (self.in_english[0] or self.label).lower()

    @property
    def nouns(self) -> str:
        """What messages call entries of the kind."""
        return (self.in_english[1] or self.label_plural).lower()

    @property
    def head_fields(self) -> tuple[PageField, ...]:
        """The declared fields that stand in the head of a page."""
        return tuple(one for one in self.fields if one.head)

    def group_of(self, entry: Entry) -> str:
        """The key of the group that an entry belongs to; empty for the only group."""
        if self.group_by:
            return self.group_by(entry)
        value = getattr(entry, self.group_field, "") if self.group_field else ""
        return str(value.to if isinstance(value, Link) else value)

    def badge(self, entry: Entry) -> str:
        """The text beside the kind at the top of a page: the place of the entry in a series."""
        number = self.number_of(entry)
        return self.numbered.replace("{number}", str(number)) if number else ""

    def relation(self, name: str) -> Relation | None:
        return next((r for r in self.relations if r.name == name), None)


def _typed(word: str) -> str:
    return re.sub(r"[\s_-]+", "-", word.strip().lower())


@dataclass(frozen=True)
class Kinds:
    """The kinds of a playbook, in the order in which the site shows them."""

    all: tuple[Kind, ...]
    language: Language = field(default_factory=english, hash=False)
    """The language in which they and their relations are called what they are called."""

    def __iter__(self) -> Iterator[Kind]:
        return iter(self.all)

    def spoken(self, language: Language) -> Self:
        """The kinds in the words of a language. Those that a playbook declares are in its language already."""
        if language.words == self.language.words:
            return replace(self, language=language)
        spoken = tuple(kind if kind.declared else kind.spoken(language) for kind in self.all)
        return replace(self, all=spoken, language=language)

    @cached_property
    def _relations(self) -> dict[Relation, Relation]:
        return {}

    def in_words(self, relation: Relation) -> Relation:
        """The relation as the playbook's language calls it."""
        if relation not in self._relations:
            self._relations[relation] = relation.spoken(self.language.words)
        return self._relations[relation]

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
