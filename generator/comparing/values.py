"""The differences between two values of the content, field by field.

References are left out: they are edges of the graph, and compared as links.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum, auto
from typing import Any, TypeAlias

from pydantic import BaseModel

from generator.model.entry import Link
from generator.model.values import Ref

Where: TypeAlias = tuple[str | int, ...]
"""The way to a value: names of fields, names of parts, and the numbers of parts that have none, counted from 1."""


class Happened(Enum):
    """What has become of a value."""

    CHANGED = auto()
    """It is another one. Before or now there may be none."""
    ADDED = auto()
    """It is new in the list or under the name to which the way leads."""
    REMOVED = auto()
    """It is gone from there."""
    MOVED = auto()
    """It stands elsewhere in the list."""
    REORDERED = auto()
    """Several stand elsewhere in the list."""
    RENAMED = auto()
    """It has another id, or another name in formulas; the rest is the same."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What has become of the value at a place. `places` are those in the list before and now, if it was moved.

    `before` is the former name of what was renamed.
    """

    where: Where
    happened: Happened
    before: Any = None
    now: Any = None
    places: tuple[int, int] = (0, 0)


def changes(before: BaseModel, now: BaseModel, fields: Collection[str] | None = None) -> Iterator[Difference]:
    """What differs between two values of one model, in the order of its fields; in some of them or in all.

    The model may have had other fields before.
    """
    return _of_parts(before, now, (), fields)


def _of_parts(before: BaseModel, now: BaseModel, where: Where, fields: Collection[str] | None) -> Iterator[Difference]:
    if before is now:
        return
    for name in dict.fromkeys([*type(now).model_fields, *type(before).model_fields]):
        if fields is None or name in fields:
            yield from _changes(_value(before, name, now), _value(now, name, before), (*where, name))


def _value(part: BaseModel, name: str, other: BaseModel) -> object:
    """The value of a field; what it would be by itself if only the `other` has such a field."""
    if name in type(part).model_fields:
        return getattr(part, name)
    field = type(other).model_fields[name]
    return None if field.is_required() else field.get_default(call_default_factory=True)


def _changes(before: object, now: object, where: Where) -> Iterator[Difference]:
    # Only the written form of a text tells its marks of provenance.
    if (before == now and repr(before) == repr(now)) or (_are_references(before) and _are_references(now)):
        return
    match before, now:
        case BaseModel(), BaseModel() if type(before).__qualname__ == type(now).__qualname__:
            yield from _of_parts(before, now, where, None)
        case Mapping(), Mapping():
            yield from _of_names(before, now, where)
        case tuple(), tuple():
            yield from _of_lists(before, now, where)
        case _:
            yield Difference(where, Happened.CHANGED, _or_none(before), _or_none(now))


def _are_references(value: object) -> bool:
    """Whether the value consists of references alone. Nothing at all may be a list of none."""
    if isinstance(value, Mapping):
        return all(_are_references(one) for one in value.values())
    if isinstance(value, tuple):
        return all(_are_references(one) for one in value)
    return isinstance(value, Link | Ref) or value is None


def _or_none(value: object) -> object:
    return None if value == () or value == {} or value == "" else value


def _of_names(before: Mapping[str, object], now: Mapping[str, object], where: Where) -> Iterator[Difference]:
    """Values under names that somebody has given them."""
    for name in dict.fromkeys([*now, *before]):
        if name not in now:
            yield Difference(where, Happened.REMOVED, before={name: before[name]})
        elif name not in before:
            yield Difference(where, Happened.ADDED, now={name: now[name]})
        else:
            yield from _changes(before[name], now[name], (*where, str(name)))
    yield from _of_order(before, now, where)


def _of_lists(before: tuple[object, ...], now: tuple[object, ...], where: Where) -> Iterator[Difference]:
    named = [_by_name(before), _by_name(now)]
    if named[0] is not None and named[1] is not None:
        yield from _of_named_parts(named[0], named[1], where)
        return
    was, has = ({repr(one): one for one in values} for values in (before, now))
    if was.keys() == has.keys() and len(before) == len(now):
        yield from _of_order(was, has, where)
    else:
        yield from _of_places(before, now, where)


def _by_name(values: Iterable[object]) -> dict[str, object] | None:
    """Parts by their unique id or name; None if they have none."""
    found: dict[str, object] = {}
    for value in values:
        name = getattr(value, "id", None) or getattr(value, "name", None)
        if not isinstance(name, str) or name in found:
            return None
        found[name] = value
    return found


def _of_named_parts(before: Mapping[str, object], now: Mapping[str, object], where: Where) -> Iterator[Difference]:
    gone = {name: part for name, part in before.items() if name not in now}
    for name, part in now.items():
        if name in before:
            yield from _changes(before[name], part, (*where, name))
        elif former := next((one for one in gone if _but_for_name(gone[one]) == _but_for_name(part)), None):
            del gone[former]
            yield Difference((*where, name), Happened.RENAMED, before=former, now=name)
        else:
            yield Difference(where, Happened.ADDED, now=part)
    yield from (Difference(where, Happened.REMOVED, before=part) for part in gone.values())
    yield from _of_order(before, now, where)


def _but_for_name(part: object) -> object:
    """What a part says, without the id or name by which it is known."""
    if not isinstance(part, BaseModel):
        return part
    name = "id" if getattr(part, "id", None) else "name"
    return type(part), [repr(getattr(part, field)) for field in type(part).model_fields if field != name]


def _of_order(before: Mapping[Any, object], now: Mapping[Any, object], where: Where) -> Iterator[Difference]:
    """What was moved among the values that are in both."""
    was, has = [name for name in before if name in now], [name for name in now if name in before]
    if was == has:
        return
    moved = [name for name in has if [one for one in was if one != name] == [one for one in has if one != name]]
    if moved:
        places = [*before].index(moved[0]) + 1, [*now].index(moved[0]) + 1
        yield Difference(where, Happened.MOVED, now=now[moved[0]], places=places)
    else:
        yield Difference(where, Happened.REORDERED)


def _of_places(before: Sequence[object], now: Sequence[object], where: Where) -> Iterator[Difference]:
    """Parts without a name: those that are alike stay or were moved, the others are compared one by one."""
    was, has = [repr(one) for one in before], [repr(one) for one in now]
    codes = SequenceMatcher(None, was, has, autojunk=False).get_opcodes()
    blocks = [([*range(a, b)], [*range(c, d)]) for what, a, b, c, d in codes if what != "equal"]
    moved = dict[int, int]()
    for at in (at for gone, _ in blocks for at in gone):
        there = (to for _, new in blocks for to in new if has[to] == was[at] and to not in moved.values())
        if (to := next(there, None)) is not None:
            moved[at] = to
    for gone, new in blocks:
        gone = [at for at in gone if at not in moved]
        new = [to for to in new if to not in moved.values()]
        for at, to in zip(gone, new, strict=False):
            yield from _changes(before[at], now[to], (*where, to + 1))
        yield from (Difference(where, Happened.REMOVED, before=before[at]) for at in gone[len(new) :])
        yield from (Difference(where, Happened.ADDED, now=now[to]) for to in new[len(gone) :])
    for at, to in moved.items():
        yield Difference(where, Happened.MOVED, now=now[to], places=(at + 1, to + 1))
