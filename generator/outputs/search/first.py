"""The part of the index that is loaded first, titles and search words: a result comes soon on a slow network.

It is an index like the whole one, with the same pages in the same order, which takes its place as soon as it is there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from generator.outputs._record import Record
from generator.site.page import Artifact
from generator.site.release import DATA

FIRST_PATH = f"{DATA}search-first.json"

MOST = 128_000
"""How many bytes it may have before compression. If there are more, it has the titles only."""


def first_index(found: Iterable[Record], index: Callable[[tuple[Record, ...]], Artifact]) -> Artifact:
    """The first part of the index of these records. `index` gives the file of an index."""
    brief = [replace(record, summary="", asked_as=(), facets={}, passages=()) for record in found]
    content = index(tuple(brief)).content
    if len(content) > MOST:
        content = index(tuple(replace(record, keywords=()) for record in brief)).content
    return Artifact(FIRST_PATH, content)
