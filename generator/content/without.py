"""An entry as it is published where some of the entries that it refers to are not.

Links to these are left out, and mentions in its texts become plain words. What cannot be without the reference, such as
a step that consists of it, is left out as well. If the entry itself cannot, it is not published either.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from pydantic import ValidationError

from generator.content.expanding import Expander, expander_of
from generator.content.graph import mentions
from generator.content.located import Located
from generator.diagnostics.place import Route, Span
from generator.model.entry import Entry, Link
from generator.model.values import Line


class Loss(StrEnum):
    """What is lost with a reference."""

    WORDS = "words"
    """Words in a text are no link."""
    LINK = "link"
    """The reference is left out."""
    ITEM = "item"
    """The part of the entry that contains the reference is left out."""
    ENTRY = "entry"
    """The entry cannot be without it."""


@dataclass(frozen=True, slots=True)
class Lost:
    """A reference to an entry that is not published, and where the id of that stands."""

    target: str
    loss: Loss
    place: Span


def without(located: Located, hidden: Mapping[str, str]) -> tuple[Located | None, tuple[Lost, ...]]:
    """The entry without references to those that are `hidden`, and what it loses; None if it cannot be without them.

    `hidden` maps ids to titles, which stand for mentions without words of their own.
    """
    found = [*_hidden_in(located, hidden)]
    if not found:
        return located, ()
    data, entry, lost = deepcopy(_data(located)), None, list[Lost]()
    names = expander_of(located.document, lambda text: in_words(text, hidden))
    for route, target, _ in found:
        if target is None:
            _replace(data, route, lambda text: in_words(text, hidden))
    # From the last to the first: what is removed from a list moves only what stands behind it.
    for route, target, place in reversed(found):
        if target is None:
            lost += [Lost(name, Loss.WORDS, at) for name, at in _mentions(located, route, hidden)]
            continue
        data, entry, loss = _removed(located, data, route, names)
        lost.append(Lost(target, loss, place))
    entry = entry or _valid(located, data, names)
    if entry is None or any(one.loss is Loss.ENTRY for one in lost):
        return None, tuple(lost)
    lacks = sorted({one.target: hidden[one.target] for one in lost}.items())
    return replace(located, entry=entry, lacks=repr(lacks)), tuple(lost)


def in_words(text: str, hidden: Mapping[str, str]) -> str:
    """The text with the words or the titles in place of mentions of entries that are `hidden`."""
    pieces, at = list[str](), 0
    for mention in mentions(text):
        if mention[1] in hidden:
            pieces += [text[at : mention.start()], mention[2] or hidden[mention[1]]]
            at = mention.end()
    return "".join((*pieces, text[at:]))


def _hidden_in(located: Located, hidden: Container[str]) -> Iterator[tuple[Route, str | None, Span]]:
    """The route of each reference to a hidden entry, its target and its place; of texts with mentions no target."""
    for route, value, _ in located.leaves:
        match value:
            case Line():
                if any(mention[1] in hidden for mention in mentions(value)):
                    yield route, None, located.place
            case Link() if value.to in hidden:
                yield route, str(value.to), located.span((*route, "to"))
            case str() if value in hidden:
                yield route, str(value), located.span(route)


def _mentions(located: Located, route: Route, hidden: Container[str]) -> Iterator[tuple[str, Span]]:
    text = next(leaf.value for leaf in located.leaves if leaf.route == route and isinstance(leaf.value, Line))
    assert isinstance(text, Line)
    for mention in mentions(text):
        if mention[1] in hidden:
            yield mention[1], located.place_in(route, text, mention.start(1), mention.end(1))


def _data(located: Located) -> Any:
    data: Any = located.document.data
    for part in located.prefix:
        data = data[part]
    return data


def _removed(located: Located, data: Any, route: Route, names: Expander | None) -> tuple[Any, Entry | None, Loss]:
    """The data without the reference at `route`, or without the innermost item of a list that contains it.

    With the entry that it makes, if nothing else is wrong with it.
    """
    items = [at for at, part in enumerate(route[:-1]) if isinstance(part, int)]
    for end, loss in ((len(route), Loss.LINK), *((at + 1, Loss.ITEM) for at in items[-1:])):
        less = deepcopy(data)
        _remove(less, route[:end])
        if entry := _valid(located, less, names):
            return less, entry, loss
    return data, None, Loss.ENTRY


def _remove(data: Any, route: Route) -> None:
    """Remove the value at `route`, and a list that is then empty."""
    *above, last = _written(data, route)
    holder = data
    for part in above:
        holder = holder[part]
    del holder[last]
    if above and holder == []:
        _remove(data, tuple(above))


def _replace(data: Any, route: Route, change: Callable[[str], str]) -> None:
    *above, last = _written(data, route)
    for part in above:
        data = data[part]
    data[last] = change(data[last])


def _written(data: Any, route: Route) -> Route:
    """The route as far as it is written: a part with one field may be written as the value of that field."""
    found: Any = data
    for at, part in enumerate(route):
        if not isinstance(found, dict | list):
            return route[:at]
        found = found[part]  # type: ignore[index]
    return route


def _valid(located: Located, data: Any, names: Expander | None) -> Entry | None:
    try:
        return located.kind.model.model_validate(data, context=names)
    except ValidationError:
        return None
