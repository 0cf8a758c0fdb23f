"""Two changes of one value, brought together: field by field, as far as they do not touch the same one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.diagnostics.place import Route
from generator.reading.composer import Data


@dataclass(frozen=True, slots=True)
class Conflict:
    """A value that both have changed, differently. None means that it is not there."""

    route: Route
    base: Data | None
    theirs: Data | None
    mine: Data | None


@dataclass(frozen=True, slots=True)
class Merged:
    """Both changes together; in conflicts, `value` has mine."""

    value: dict[str, Data]
    conflicts: tuple[Conflict, ...]


def merged(base: Mapping[str, Data], theirs: Mapping[str, Data], mine: Mapping[str, Data]) -> Merged:
    """What becomes of a value that was `base` when one has made `theirs` of it and another one `mine`.

    Fields, parts that both still have, and items with an `id` are brought together one by one. Any other list counts
    as one value: who adds an item, and who removes one, would have to see what the other has done.
    """
    conflicts: list[Conflict] = []
    return Merged(_fields(base, theirs, mine, (), conflicts), tuple(conflicts))


def _fields(
    base: Mapping[str, Data], theirs: Mapping[str, Data], mine: Mapping[str, Data], route: Route, found: list[Conflict]
) -> dict[str, Data]:
    made: dict[str, Data] = {}
    # Mine first, in my order; what only the others have follows.
    for name in dict.fromkeys([*mine, *theirs]):
        value = _value(base.get(name), theirs.get(name), mine.get(name), (*route, name), found)
        if value is not None:
            made[name] = value
    return made


def _value(
    base: Data | None, theirs: Data | None, mine: Data | None, route: Route, found: list[Conflict]
) -> Data | None:
    if theirs in (base, mine):
        return mine
    if mine == base:
        return theirs
    if isinstance(base, dict) and isinstance(theirs, dict) and isinstance(mine, dict):
        return _fields(base, theirs, mine, route, found)
    if isinstance(base, list) and isinstance(theirs, list) and isinstance(mine, list):
        ids = [_ids(items) for items in (base, theirs, mine)]
        if ids[0] is not None and ids[0] == ids[1] == ids[2]:
            parts = zip(base, theirs, mine, strict=True)
            return [_item(*items, (*route, at), found) for at, items in enumerate(parts)]
    found.append(Conflict(route, base, theirs, mine))
    return mine


def _item(base: Any, theirs: Any, mine: Any, route: Route, found: list[Conflict]) -> Data:
    return _fields(base, theirs, mine, route, found)


def _ids(items: Sequence[Data]) -> list[str] | None:
    """The ids or names of the items of a list; None if it does not consist of parts that all have one, each another."""
    found = list(_each_id(items))
    return found if len(found) == len(items) == len(set(found)) else None


def _each_id(items: Sequence[Data]) -> Iterator[str]:
    for item in items:
        key = (item.get("id") or item.get("name")) if isinstance(item, dict) else None
        if isinstance(key, str):
            yield key
