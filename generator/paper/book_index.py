"""The index of the book: the titles of all entries, and the keywords that several of them share."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.content.located import Located

FEWEST, MOST = 2, 8
"""How many entries have a keyword that is in the index. One entry is found by its title; many help nobody to choose."""

SIGNS = "#"
"""The heading of what begins with no letter."""


@dataclass(frozen=True, slots=True)
class Headword:
    """A word of the index, and the ids of the entries it leads to, in the order of the book."""

    words: str
    ids: tuple[str, ...]


def index(entries: Iterable[Located]) -> tuple[tuple[str, tuple[Headword, ...]], ...]:
    """The headwords by their first letters. `entries` are all entries in the order of the book."""
    in_order = tuple(entries)
    titles: dict[str, str] = {}
    found: dict[str, list[str]] = {}
    for located in in_order:
        title = located.entry.title
        titles.setdefault(_folded(title), title)
        found.setdefault(_folded(title), []).append(located.id)
    for words, ids in _shared(in_order).items():
        if words in titles:
            found[words] += (one for one in ids if one not in found[words])
        elif FEWEST <= len(ids) <= MOST:
            titles[words], found[words] = words, list(ids)
    place = {located.id: at for at, located in enumerate(in_order)}
    headwords = {key: Headword(titles[key], tuple(sorted(ids, key=place.__getitem__))) for key, ids in found.items()}
    letters: dict[str, list[Headword]] = {}
    for key in sorted(headwords, key=lambda key: (_letter(key) != SIGNS, _sorted_by(key))):
        letters.setdefault(_letter(key), []).append(headwords[key])
    return tuple((letter, tuple(words)) for letter, words in letters.items())


def _shared(entries: Iterable[Located]) -> Mapping[str, list[str]]:
    """The ids of the entries with each keyword."""
    found: dict[str, list[str]] = {}
    for located in entries:
        for word in dict.fromkeys(map(str.casefold, located.entry.keywords)):
            found.setdefault(word, []).append(located.id)
    return found


def _folded(text: str) -> str:
    return str(text).casefold()


def _sorted_by(key: str) -> str:
    """The letters and digits of a text without accents, so that quotation marks do not decide its place."""
    plain = unicodedata.normalize("NFKD", key)
    return "".join(sign for sign in plain if sign.isalnum() or sign == " ").strip()


def _letter(key: str) -> str:
    first = _sorted_by(key)[:1].upper()
    return first if first.isalpha() else SIGNS
