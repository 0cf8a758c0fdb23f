"""The differences between two values of the content, field by field, as text.

References are left out: they are edges of the graph, and compared as links.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from pydantic import BaseModel

from generator.comparing.notes import quoted, was_and_is
from generator.model.entry import Link
from generator.model.values import Line, Ref


@dataclass(frozen=True, slots=True)
class Difference:
    """A changed value: its place as text, and both values. None means that there is no value."""

    where: tuple[str, ...]
    before: str | None
    now: str | None

    @property
    def text(self) -> str:
        """The difference as files name it."""
        return self.said(self.where)

    def said(self, names: Iterable[str], value: Callable[[str], str] = str) -> str:
        """The difference with other names of its place, and its values in other words."""
        where = ", ".join(names)
        before, now = (None if one is None else value(one) for one in (self.before, self.now))
        match before, now:
            case None, str(now):
                return f"{where}: new: {quoted(now)}"
            case str(before), None:
                return f"{where}: gone: {quoted(before)}"
            case str(before), str(now) if before == now:  # the same in these words
                return f"{where}: {quoted(now)}, which leads elsewhere"
            case str(before), str(now):
                return f"{where}: {was_and_is(before, now)}"
        return f"{where}: in another order"


def changes(before: BaseModel, now: BaseModel, fields: Collection[str] | None = None) -> Iterator[Difference]:
    """What differs between two values of one model, in the order of its fields; in some of them or in all.

    The model may have had other fields before.
    """
    if before is now:
        return
    for name in dict.fromkeys([*type(now).model_fields, *type(before).model_fields]):
        if fields is None or name in fields:
            yield from _changes(_value(before, name, now), _value(now, name, before), (name.replace("_", " "),))


def _value(part: BaseModel, name: str, other: BaseModel) -> object:
    """The value of a field; what it would be by itself if only the `other` has such a field."""
    if name in type(part).model_fields:
        return getattr(part, name)
    field = type(other).model_fields[name]
    return None if field.is_required() else field.get_default(call_default_factory=True)


def _changes(before: object, now: object, where: tuple[str, ...]) -> Iterator[Difference]:
    # Only the written form of a text tells its marks of provenance.
    if (before == now and repr(before) == repr(now)) or (_are_references(before) and _are_references(now)):
        return
    match before, now:
        case BaseModel(), BaseModel() if type(before).__qualname__ == type(now).__qualname__:
            for change in changes(before, now):
                yield Difference((*where, *change.where), change.before, change.now)
        case Mapping(), Mapping():
            yield from _by_key(before, now, where)
        case tuple(), tuple():
            yield from _of_lists(before, now, where)
        case _:
            yield Difference(
                where, None if _is_nothing(before) else said(before), None if _is_nothing(now) else said(now)
            )


def _are_references(value: object) -> bool:
    """Whether the value consists of references alone. Nothing at all may be a list of none."""
    if isinstance(value, Mapping):
        return all(_are_references(one) for one in value.values())
    if isinstance(value, tuple):
        return all(_are_references(one) for one in value)
    return isinstance(value, Link | Ref) or value is None


def _is_nothing(value: object) -> bool:
    return value is None or value == () or value == {} or value == ""


def _of_lists(before: tuple[object, ...], now: tuple[object, ...], where: tuple[str, ...]) -> Iterator[Difference]:
    keyed = [_keyed(before), _keyed(now)]
    if keyed[0] is not None and keyed[1] is not None:
        yield from _by_key(keyed[0], keyed[1], where)
    elif all(isinstance(one, str | int | float) for one in (*before, *now)):
        gone, new = [said(o) for o in before if o not in now], [said(o) for o in now if o not in before]
        yield Difference(where, "; ".join(gone) or None, "; ".join(new) or None)
    else:
        yield from _by_place(before, now, where)


def _keyed(values: Iterable[object]) -> dict[str, object] | None:
    """Parts by their unique id or name; None if they have none."""
    found: dict[str, object] = {}
    for value in values:
        key = getattr(value, "id", None) or getattr(value, "name", None)
        if not isinstance(key, str) or key in found:
            return None
        found[key] = value
    return found


def _by_key(before: Mapping[str, object], now: Mapping[str, object], where: tuple[str, ...]) -> Iterator[Difference]:
    for key in dict.fromkeys([*now, *before]):
        at = (*where, str(key))
        if key not in now:
            yield Difference(at, said(before[key]), None)
        elif key not in before:
            yield Difference(at, None, said(now[key]))
        else:
            yield from _changes(before[key], now[key], at)
    if [key for key in before if key in now] != [key for key in now if key in before]:
        yield Difference(where, None, None)


def _by_place(before: tuple[object, ...], now: tuple[object, ...], where: tuple[str, ...]) -> Iterator[Difference]:
    """Parts without a name: those that are alike stay, the others are compared one by one. Counted from 1."""
    was, has = [repr(one) for one in before], [repr(one) for one in now]
    for what, a, b, c, d in SequenceMatcher(None, was, has, autojunk=False).get_opcodes():
        if what == "equal":
            continue
        both = min(b - a, d - c)
        for at in range(both):
            yield from _changes(before[a + at], now[c + at], (*where, str(c + at + 1)))
        yield from (Difference((*where, str(at + 1)), said(before[at]), None) for at in range(a + both, b))
        yield from (Difference((*where, str(at + 1)), None, said(now[at])) for at in range(c + both, d))


def said(value: object) -> str:
    """A short text of a value; of a part, its texts."""
    match value:
        case bool():
            return "yes" if value else "no"
        case float():
            return f"{value:g}"
        case None:
            return "nothing"
        case Line():
            return value.written
        case BaseModel():
            return next(_words(value), "") or type(value).__name__.lower()
        case Mapping():
            return "; ".join(f"{key}: {said(one)}" for key, one in value.items())
        case tuple():
            return "; ".join(said(one) for one in value)
    return str(value)


def _words(part: BaseModel) -> Iterator[str]:
    """The texts of a part, those that name it first. An id says less than any of them."""
    fields = {name: value for name in type(part).model_fields if isinstance(value := getattr(part, name), str)}
    order = ("title", "text", "label", "do", "what", "says")
    yield from (fields[name] for name in (*order, *(n for n in fields if n not in ("id", "name"))) if name in fields)
    yield from (fields[name] for name in ("name", "id") if name in fields)
