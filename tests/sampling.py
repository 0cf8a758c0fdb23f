"""Which cases of a large number `make test` tries. `make test-every` tries every one, and CI runs both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Literal, TypeVar, get_args, get_origin

from pydantic import BaseModel

from generator.model.entry import Entry
from tests.conftest import every_case
from tests.playbooks import REAL_PLAYBOOK, reading

T = TypeVar("T")


def first_of(cases: Iterable[T], number: int = 1) -> tuple[T, ...]:
    """The first of cases that go through the same code, such as sizes of paper, or all of them."""
    every = tuple(cases)
    return every if every_case() else every[:number]


def covering(found: Iterable[T], features: Callable[[T], Iterable[object]]) -> tuple[T, ...]:
    """A few of these that have every feature between them which any of them has, in their order.

    The next one is always the one that adds most; of equals, the first. Those to which later ones leave nothing that
    they alone have are left out at the end.
    """
    every = tuple(found)
    if every_case():
        return every
    having = [frozenset(features(one)) for one in every]
    lacking = set[object]().union(*having)
    chosen = set[int]()
    while lacking:
        best = max(range(len(every)), key=lambda at: len(having[at] & lacking))
        chosen.add(best)
        lacking -= having[best]
    for one in sorted(chosen, key=lambda at: len(having[at])):
        if having[one] <= set[object]().union(*(having[other] for other in chosen - {one})):
            chosen.remove(one)
    return tuple(every[at] for at in sorted(chosen))


def parts_of(entry: Entry) -> frozenset[str]:
    """The parts of which an entry is made, and its choices: all that decides which components its page has."""
    return frozenset(_parts(type(entry).__name__, entry, None))


def _parts(path: str, value: object, annotation: Any) -> Iterator[str]:
    if isinstance(value, BaseModel):
        yield path
        for name in value.model_fields_set:
            yield from _parts(f"{path}.{name}", getattr(value, name), type(value).model_fields[name].annotation)
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _parts(f"{path}[].{type(one).__name__}", one, None)
    elif isinstance(value, bool) or _is_choice(annotation):
        yield f"{path}: {value}"


def _is_choice(annotation: Any) -> bool:
    return get_origin(annotation) is Literal or any(map(_is_choice, get_args(annotation)))


def sampled(kind: str, features: Callable[[Any], Iterable[object]] = parts_of) -> tuple[str, ...]:
    """The ids of a few entries of the real playbook that have every feature between them which any of this kind has."""
    entries = [located for located in reading(REAL_PLAYBOOK).graph.entries.values() if located.kind.name == kind]
    return tuple(located.id for located in covering(entries, lambda located: features(located.entry)))
