"""Facets: what readers narrow down entries by, while browsing and searching.

A facet is declared here and nowhere else. The browse page, the search, `entries.json`, `playbook list` and the
configuration of kinds follow from `FACETS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from generator.language.language import Language
from generator.model.entry import Entry
from generator.model.page_field import PageField


class OfKind(Protocol):
    """What facets ask of the kind of an entry."""

    @property
    def name(self) -> str: ...
    @property
    def fields(self) -> tuple[PageField, ...]: ...
    @property
    def facets(self) -> tuple[str, ...]: ...
    @property
    def groups(self) -> Mapping[str, str]: ...
    @property
    def group_of(self) -> Callable[[Entry], str]: ...


class Placed(Protocol):
    """An entry with its id, its kind and its address."""

    @property
    def id(self) -> str: ...
    @property
    def entry(self) -> Entry: ...
    @property
    def kind(self) -> OfKind: ...
    @property
    def url(self) -> str: ...


class AllKinds(Protocol):
    """All kinds, and the language in which facets label values of their own."""

    @property
    def language(self) -> Language: ...
    def __iter__(self) -> Iterator[OfKind]: ...


class Catalogue(Protocol):
    """All entries, by their kinds."""

    @property
    def kinds(self) -> AllKinds: ...
    def of_kind(self, name: str) -> Sequence[Placed]: ...


class Choice(NamedTuple):
    """A value that readers can choose: its key, what they see, and the address of its page if it has one."""

    key: str
    label: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet that entries have if the `facets` of their kind name it.

    `name` is what data calls it: a field of `entries.json` and of the search index. `word` names one value of it, in
    addresses, options of commands and the words of the interface. `values` gives the keys of an entry, `choices` all
    that there are in the order in which readers see them.
    """

    name: str
    word: str
    values: Callable[[Placed], tuple[str, ...]]
    choices: Callable[[Catalogue], Iterable[Choice]]
    offered: str = ""
    """A relation by which the entry behind a value leads to more entries that it represents."""
    label: str = ""
    """What readers see above its values, if that is not among the words of the interface."""

    def shown(self, placed: Placed) -> tuple[str, ...]:
        """The values by which readers find an entry: none if its kind does without the facet."""
        return tuple(dict.fromkeys(self.values(placed))) if self.name in placed.kind.facets else ()


def _named_by(field: str, kind: str, *, offered: str = "") -> Facet:
    """A facet whose values are the entries of a kind. Other entries name them in a field."""

    def values(placed: Placed) -> tuple[str, ...]:
        return tuple(getattr(placed.entry, field))

    def choices(catalogue: Catalogue) -> Iterator[Choice]:
        yield from (Choice(found.id, found.entry.title, found.url) for found in catalogue.of_kind(kind))

    return Facet(field, kind, values, choices, offered)


FACETS = (_named_by("moments", "moment", offered="offers"), _named_by("audience", "audience"))
"""Every facet, in the order in which readers see them."""

NAMES = tuple(facet.name for facet in FACETS)


SIZES = ((1, 1), (2, 2), (3, 3), (4, 6), (7, 15), (16, None))
"""How many people there are, as readers choose it: the fewest and the most of each choice."""


def _size_key(low: int, high: int | None) -> str:
    return str(low) if low == high else f"{low}-{high or 'more'}"


def sizes_of(crowd: tuple[int, int | None] | None) -> tuple[str, ...]:
    """The choices in which there is a number of people between the fewest and the most of a crowd."""
    if not crowd:
        return ()
    fewest, most = crowd
    fit = ((low, high) for low, high in SIZES if (high is None or fewest <= high) and (most is None or low <= most))
    return tuple(_size_key(low, high) for low, high in fit)


def _sizes(placed: Placed) -> tuple[str, ...]:
    return sizes_of(placed.entry.crowd)


def _size_choices(catalogue: Catalogue) -> Iterator[Choice]:
    language = catalogue.kinds.language
    for low, high in SIZES:
        label = language.words.common.people_and_more(low=low) if high is None else language.people(low, high)
        yield Choice(_size_key(low, high), str(label))


PEOPLE = Facet("group_size", "people", _sizes, _size_choices)
"""How many people it takes, for kinds that say it."""


def facets_of(kinds: Iterable[OfKind]) -> tuple[Facet, ...]:
    """Every facet of entries of these kinds: those of all playbooks, the number of people if one of the kinds says it,
    and the fields that are declared as facets.
    """
    kinds = tuple(kinds)
    people = (PEOPLE,) if any(PEOPLE.name in kind.facets for kind in kinds) else ()
    return (*FACETS, *people, *(_of_field(kind, field) for kind in kinds for field in kind.fields if field.facet))


def facet_of_field(kind: str, field: str) -> str:
    """The name of the facet of a declared field. It can stand in attributes of HTML, and has no other meaning."""
    return f"{kind.replace('-', '_')}__{field}"


def _of_field(kind: OfKind, field: PageField) -> Facet:
    name = facet_of_field(kind.name, field.name)

    def values(placed: Placed) -> tuple[str, ...]:
        value = getattr(placed.entry, field.name)
        return () if value is None else (value,)

    def choices(_catalogue: Catalogue) -> Iterator[Choice]:
        yield from (Choice(key, label) for key, label in field.choices.items())

    return Facet(name, name, values, choices, label=field.label)
