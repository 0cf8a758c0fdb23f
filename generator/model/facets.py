"""Facets: what readers narrow down entries by, while browsing and searching.

A kind has those that it names in its `facets`: of `FACETS`, which are for all kinds; `PEOPLE`, for those whose entries
say how many people they take; and fields of its own with fixed choices, by their names. The browse page, the search,
`entries.json` and `playbook list` follow from what the kinds name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple, Protocol

from generator.language.language import Language
from generator.model import shapes
from generator.model.entry import Entry, Way
from generator.model.page_field import PageField


class OfKind(Protocol):
    """What facets ask of the kind of an entry."""

    @property
    def name(self) -> str: ...
    @property
    def model(self) -> type[Entry]: ...
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
    of_entries: bool = False
    """Whether its values are entries, which other entries name."""
    of_field: bool = False
    """Whether it is a field of some kinds, named as the facet, that has fixed choices."""
    of_way: Callable[[Way], tuple[str, ...]] | None = None
    """The values of one of the ways to use an entry, if they differ between ways."""

    def shown(self, placed: Placed) -> tuple[str, ...]:
        """The values by which readers find an entry: none if its kind does without the facet."""
        return tuple(dict.fromkeys(self.values(placed))) if self.name in placed.kind.facets else ()


def _named_by(field: str, kind: str, *, offered: str = "") -> Facet:
    """A facet whose values are the entries of a kind. Other entries name them in a field."""

    def values(placed: Placed) -> tuple[str, ...]:
        return tuple(getattr(placed.entry, field))

    def choices(catalogue: Catalogue) -> Iterator[Choice]:
        yield from (Choice(found.id, found.entry.title, found.url) for found in catalogue.of_kind(kind))

    return Facet(field, kind, values, choices, offered, of_entries=True)


@cache
def _chosen_in(field: str) -> Facet:
    """A facet of the kinds that name a field of theirs with fixed choices. Its values are called as in forms.

    Other kinds may have a field of this name with other choices: those are no values of the facet.
    """

    def values(placed: Placed) -> tuple[str, ...]:
        value = getattr(placed.entry, field) if field in placed.kind.facets else None
        return (value,) if isinstance(value, str) else tuple(value or ())

    def choices(catalogue: Catalogue) -> Iterator[Choice]:
        words = catalogue.kinds.language.words.choice_of[field]
        kinds = (kind for kind in catalogue.kinds if field in kind.facets)
        for key in dict.fromkeys(key for kind in kinds for key in choices_of(kind, field)):
            yield Choice(key, str(words[key.replace("-", "_")]))

    return Facet(field, field, values, choices, of_field=True)


def choices_of(kind: OfKind, field: str) -> tuple[str, ...]:
    """The fixed choices of a field of a kind, or of the items of a list in it; none if it has no such field."""
    found = (one.shape for one in shapes.fields(kind.model) if one.name == field)
    return next(((shape.item or shape).choices for shape in found), ())


FACETS = (_named_by("moments", "moment", offered="offers"), _named_by("audience", "audience"))
"""The facets of all kinds, in the order in which readers see them."""

NAMES = tuple(facet.name for facet in FACETS)
"""What a kind has in its `facets` unless it says otherwise."""


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


def _sizes_of_way(way: Way) -> tuple[str, ...]:
    return sizes_of(way.crowd)


def _sizes(placed: Placed) -> tuple[str, ...]:
    return sizes_of(placed.entry.crowd)


def _size_choices(catalogue: Catalogue) -> Iterator[Choice]:
    language = catalogue.kinds.language
    for low, high in SIZES:
        label = language.words.common.people_and_more(low=low) if high is None else language.people(low, high)
        yield Choice(_size_key(low, high), str(label))


PEOPLE = Facet("group_size", "people", _sizes, _size_choices, of_way=_sizes_of_way)
"""How many people it takes, for kinds that say it."""


def facets_named(kinds: Iterable[OfKind]) -> tuple[Facet, ...]:
    """The facets of all kinds, and those that some of these kinds name, save declared fields."""
    kinds = tuple(kinds)
    declared = {facet_of_field(kind.name, field.name) for kind in kinds for field in kind.fields}
    names = [name for kind in kinds for name in kind.facets if name not in declared]
    people = (PEOPLE,) if PEOPLE.name in names else ()
    fields = dict.fromkeys(name for name in names if name not in {*NAMES, PEOPLE.name})
    return (*FACETS, *people, *map(_chosen_in, fields))


def facets_of(kinds: Iterable[OfKind]) -> tuple[Facet, ...]:
    """Every facet of entries of these kinds: those that the kinds name, and the fields that are declared as facets."""
    kinds = tuple(kinds)
    declared = (_of_field(kind, field) for kind in kinds for field in kind.fields if field.facet)
    return (*facets_named(kinds), *declared)


def chosen(placed: Placed, catalogue: Catalogue) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What an entry has of the facets that are fields of its kind: the word of each, and the labels of its values."""
    for facet in facets_named((placed.kind,)):
        had = facet.shown(placed) if facet.of_field else ()
        if had:
            yield facet.word, tuple(choice.label for choice in facet.choices(catalogue) if choice.key in had)


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
