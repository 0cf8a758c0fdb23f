"""Which entry a place in a file belongs to."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable

from generator.content.located import Located
from generator.diagnostics.place import Span


def owner_among(entries: Iterable[Located]) -> Callable[[Span], Located | None]:
    """A function that returns the entry in whose lines a place is. `entries` must have all of its file."""
    by_file: dict[str, list[tuple[int, Located]]] = defaultdict(list)
    for located in entries:
        by_file[located.document.file].append((located.place.line, located))
    for found in by_file.values():
        found.sort(key=lambda one: one[0])

    def owner(place: Span) -> Located | None:
        found = by_file.get(place.file, [])
        before = bisect_right(found, place.line, key=lambda one: one[0])
        return found[before - 1][1] if before else None

    return owner
