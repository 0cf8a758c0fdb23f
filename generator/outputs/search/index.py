"""The index: one JSON file that the reader's browser loads when somebody searches for the first time.

Each page is a row of slots, numbered through the whole site: its title, its id, each way of asking for it, its
keywords, its summary, its headings, then its sections. A word's postings are the numbers of the slots it stands in.
They are written as a string in which each character's code is the distance from the number before, which UTF-8 makes
as short as a binary format would, which every server compresses, and which a browser reads without a library.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from generator.language.language import english
from generator.language.words import Words
from generator.model import addresses
from generator.model.facets import FACETS, Facet
from generator.outputs._record import Record
from generator.outputs.search.words import STOP_WORDS, stem
from generator.outputs.search.words import words as words_of
from generator.site.page import Artifact
from generator.site.release import DATA

INDEX_PATH = f"{DATA}search.json"

FacetRow: TypeAlias = tuple[str, str, str, str]
"""A value by which results can be narrowed: its key, what one such is called, its address, and what many are called."""

COMMON_HEADING = 5
"""A heading on so many pages is the template's and says nothing about a page."""

COMMON_WORD, AT_LEAST = 0.1, 40
"""A word in the sections of more than this share of the pages, and of more than so many, is left out of the sections:
it tells no page from another there and takes a sixth of the index. It still counts in titles, summaries and so on."""


def index_json(
    found: Sequence[Record],
    kinds: Iterable[FacetRow],
    facets: Mapping[str, Iterable[FacetRow]],
    synonyms: Iterable[Iterable[str]],
    words: Words | None = None,
    weights: Mapping[str, float] | None = None,
    *,
    of: Iterable[Facet] = FACETS,
    nearby: bool = False,
) -> Artifact:
    """The index of `found`. Its facets are the `kinds` and, by their names, the `facets` of entries.

    A page counts what the `weights` say of its kind, by default 1. `nearby`: there is a file of words near to pages.

    `of` are the facets by which entries are known. What those of all playbooks are called stands in the `words` of the
    interface, which are English if there are none.
    """
    labels = (words or english().words).facets
    rows = {"kinds": [*kinds], **{name: [*values] for name, values in facets.items()}}
    headings = [*dict.fromkeys((p.anchor, p.heading) for record in found for p in record.passages)]
    slots = _all_slots(found)
    vocabulary = sorted(set[str]().union(*slots))
    value = {
        "version": 1,
        "facets": [(facet.name, facet.word, facet.label or labels[facet.word]) for facet in of if facet.name in rows],
        **rows,
        "weights": [(weights or {}).get(key, 1) for key, *_ in rows["kinds"]],
        "headings": headings,
        "pages": _pages(found, rows, headings),
        "lengths": coded(min(len(slot), MAX_LENGTH) for slot in slots),
        "words": front_coded(vocabulary),
        "postings": " ".join(_gaps(where) for where in _postings(slots, vocabulary)),
        "synonyms": [[*group] for group in synonyms],
        **({"nearby": True} if nearby else {}),
    }
    return Artifact(INDEX_PATH, json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")


MAX_LENGTH = 1000


def _pages(
    found: Sequence[Record], rows: Mapping[str, Sequence[FacetRow]], headings: Sequence[tuple[str, str]]
) -> dict[str, Any]:
    """What is shown of the pages, by columns: similar values are adjacent, which compresses better."""
    number = {name: {key: i for i, (key, *_) in enumerate(values)} for name, values in rows.items()}
    place = {heading: i for i, heading in enumerate(headings)}
    return {
        "url": "\n".join(record.url for record in found),
        "title": "\n".join(record.title for record in found),
        "summary": "\n".join(record.summary for record in found),
        "kind": coded(number["kinds"][record.kind] for record in found),
        **{
            name: [coded(keys[key] for key in record.facets.get(name, ())) for record in found]
            for name, keys in number.items()
            if name != "kinds"
        },
        "asked": coded(len(record.asked_as) for record in found),
        "sections": [coded(place[p.anchor, p.heading] for p in record.passages) for record in found],
    }


def _all_slots(found: Sequence[Record]) -> list[list[str]]:
    """The words of each slot of the site."""
    same = dict[str, str]().setdefault  # one object for each word, however often it occurs
    texts = [[[same(word, word) for word in p.words.split()] for p in record.passages] for record in found]
    template, silent = _common_headings(found), STOP_WORDS | _common_words(texts)
    return [slot for record, read in zip(found, texts, strict=True) for slot in _slots(record, read, template, silent)]


def _common_headings(found: Iterable[Record]) -> frozenset[str]:
    pages = Counter(text for record in found for text in {p.heading for p in record.passages})
    return frozenset(text for text, count in pages.items() if count >= COMMON_HEADING)


def _common_words(texts: Sequence[Sequence[Sequence[str]]]) -> frozenset[str]:
    """The words that are left out of sections because forms of them occur in those of so many pages.

    `texts` are the words of the sections of each page.
    """
    of_pages = [set[str]().union(*of_page) for of_page in texts]
    forms = set[str]().union(*of_pages)
    stems = {word: stem(word) for word in forms}
    pages = Counter(key for of_page in of_pages for key in {stems[word] for word in of_page})
    most = max(AT_LEAST, COMMON_WORD * len(texts))
    return frozenset(word for word in forms if pages[stems[word]] > most)


def _slots(
    record: Record, texts: Iterable[Sequence[str]], template: frozenset[str], silent: frozenset[str]
) -> Iterator[list[str]]:
    """The words of each slot of a page. `texts` are those of its sections, of which the `silent` ones are left out."""
    yield words_of(record.title)
    yield words_of(addresses.parts(record.url).name)
    for phrase in record.asked_as:
        yield words_of(phrase)
    yield words_of(" ".join(record.keywords))
    yield words_of(record.summary)
    own = (h for p in record.passages for h in (p.heading, *p.subheadings) if h not in template)
    yield [word for heading in own for word in words_of(heading) if word not in STOP_WORDS]
    for text in texts:
        yield [word for word in text if word not in silent]


def _postings(slots: Sequence[Sequence[str]], vocabulary: Sequence[str]) -> Iterator[list[int]]:
    """The slots of each stem, in the order in which the sorted vocabulary first shows it."""
    stems = {word: stem(word) for word in vocabulary}
    where: dict[str, dict[int, None]] = {key: {} for key in stems.values()}
    for number, slot in enumerate(slots):
        for word in set(slot):
            where[stems[word]][number] = None
    yield from map(list, where.values())


def _gaps(numbers: Sequence[int]) -> str:
    return coded(after - before - 1 for before, after in zip([-1, *numbers], numbers, strict=False))


BASE, SURROGATES = 0x23, range(0xD800, 0xE000)


def coded(numbers: Iterable[int]) -> str:
    """Numbers as characters, small ones as short ones. The space and quotation mark stay free."""
    codes = (number + BASE for number in numbers)
    return "".join(chr(code if code < SURROGATES.start else code + len(SURROGATES)) for code in codes)


def front_coded(vocabulary: Iterable[str]) -> str:
    """Sorted words: a capital letter for how much each shares with the one before, then its rest.

    It is counted as scripts do: a letter beyond the first 65,536 counts twice.
    """
    pieces, before = [], ""
    for word in vocabulary:
        same = _shared(before, word)
        pieces.append(chr(65 + _units(same)) + word[len(same) :])
        before = word
    return "".join(pieces)


def _shared(one: str, other: str) -> str:
    """What two words have in common from the start, as far as a capital letter can say."""
    at = 0
    for letter, counterpart in zip(one, other, strict=False):
        if letter != counterpart or _units(other[: at + 1]) > MOST_SHARED:
            break
        at += 1
    return other[:at]


MOST_SHARED = 25


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
