"""What can be checked of an entry that does not fit its kind: the links, references and texts that are sound.

Without this, a missing title would hide a wrong link until the title is there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from generator.content.entries import entries_of
from generator.content.expanding import Expander, expander, with_places
from generator.content.located import Located
from generator.content.names import NO_NAMES, Definitions
from generator.diagnostics.place import Route
from generator.model.entry import Leaf, Link, Part, leaves_of_value
from generator.model.kind import Kind
from generator.model.relation import Relation
from generator.model.unions import tagged
from generator.model.values import Line, Ref
from generator.reading.composer import Data
from generator.reading.document import Document


@dataclass(frozen=True)
class Fragment(Located):
    """An entry that is left out of the graph.

    Of its `entry` nothing may be used but the title, whether it is a draft, and the `found` leaves.
    """

    found: tuple[Leaf, ...] = ()

    @cached_property
    def leaves(self) -> tuple[Leaf, ...]:
        return self.found


def fragments_in(
    document: Document,
    kind: Kind,
    entry_id: str | None,
    sound: Collection[Located],
    definitions: Definitions = NO_NAMES,
    *,
    misplaced: bool = False,
) -> tuple[Fragment, ...]:
    """The entries of a document that are not among its `sound` ones. `definitions` are what texts name in braces.

    Of a document that is `misplaced`, because it has entries of another kind, no links and texts are known.
    """
    prefixes = {located.prefix for located in sound}
    found = [(i, data, prefix) for i, data, prefix in entries_of(document, entry_id) if prefix not in prefixes]
    return tuple(_fragment(document, kind, *one, definitions, misplaced=misplaced) for one in found)


def _fragment(
    document: Document,
    kind: Kind,
    found_id: str,
    data: Data,
    prefix: Route,
    definitions: Definitions,
    *,
    misplaced: bool,
) -> Fragment:
    names, fields = expander(kind.model, data, definitions), data if isinstance(data, dict) else {}
    title = fields.get("title")
    name = title if isinstance(title, str) and title else found_id
    entry = kind.model.model_construct(title=name, summary="", draft=fields.get("draft") == "true")
    found = () if misplaced else tuple(leaves_in(kind.model, data, names=names))
    return Fragment(kind, found_id, entry, with_places(document, names), prefix, found=found)


def leaves_in(
    model: type[Part],
    data: object,
    route: Route = (),
    relation: Relation | None = None,
    names: Expander | None = None,
) -> Iterator[Leaf]:
    """Every text with markup, link and reference in the sound parts of the data for a `model`."""
    try:
        yield from leaves_of_value(model.model_validate(data, context=names), route, relation)
    except ValidationError:
        if not isinstance(data, Mapping):
            return
        if issubclass(model, Link) and isinstance(to := data.get("to"), str) and to.strip():
            yield Leaf(route, Link.model_construct(to=Ref(to)), relation)
        for name, info in model.model_fields.items():
            if name in data and not (issubclass(model, Link) and name == "to"):
                marked = next((mark for mark in info.metadata if isinstance(mark, Relation)), None)
                yield from _leaves_of(info.annotation, data[name], (*route, name), marked, names)


def _leaves_of(
    annotation: Any, value: Any, route: Route, relation: Relation | None, names: Expander | None
) -> Iterator[Leaf]:
    arguments = tuple(part for part in get_args(annotation) if part is not type(None))
    origin = get_origin(annotation)
    if origin is Annotated:
        marked = next((mark for mark in arguments[1:] if isinstance(mark, Relation)), relation)
        yield from _leaves_of(arguments[0], value, route, marked, names)
    elif origin in (tuple, dict) and arguments:
        inner = arguments[0] if origin is tuple else arguments[1]
        for key, item in _items(value, is_list=origin is tuple):
            yield from _leaves_of(inner, item, (*route, key), relation, names)
    elif origin in (Union, UnionType):
        models = tuple(part for part in arguments if isinstance(part, type) and issubclass(part, Part))
        by_tag = tagged(models) if models else {}
        words = value.values() if isinstance(value, Mapping) else ()
        meant = [by_tag[word] for word in words if isinstance(word, str) and word in by_tag]
        for part in (meant or arguments)[:1]:
            yield from _leaves_of(part, value, route, relation, names)
    elif isinstance(annotation, type) and issubclass(annotation, Part):
        yield from leaves_in(annotation, value, route, relation, names)
    elif isinstance(annotation, type) and issubclass(annotation, Line | Ref):
        try:
            yield Leaf(route, TypeAdapter(annotation).validate_python(value, context=names), relation)
        except ValidationError:
            return


def _items(value: object, *, is_list: bool) -> Iterator[tuple[str | int, object]]:
    if is_list and isinstance(value, list):
        yield from enumerate(value)
    elif not is_list and isinstance(value, Mapping):
        yield from value.items()
