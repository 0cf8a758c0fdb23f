"""Checks of the fields that a configuration declares for a kind."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from generator.config.declaration_place import At, get, id_hint, is_name, mapping, name_hint, unknown_targets
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.suggest import shortened, with_article
from generator.model.entry import Entry, Part
from generator.model.values import is_id

SECTIONS = frozenset(
    {"in_brief", "connections", "connections_list", "objections", "numbers", "more", "rests", "leads", "basis"}
)
"""Names of sections that every page has."""


_OF_ENTRIES = {"head": "stand in the head of the page", "facet": "narrow lists down"}
"""What fields of entries may be set to do, and others not."""


def field_problems(
    kind: Mapping[str, Any], known: Collection[str], at: At, model: type[Entry] = Entry, owner: str = "entry"
) -> Iterator[Diagnostic]:
    """The problems of the fields of a kind. `model` is what its entries have already; `owner` is what they are called.

    `known` are the folders of all kinds.
    """
    for name, field in mapping(kind, "fields").items():
        place = at / "fields" / name
        yield from _name(name, place, model, owner)
        yield from _contents(field, known, place)
        for held in ("fields", "columns"):
            for inner, part in mapping(field, held).items():
                yield from _name_of_part(inner, place / held / inner)
                yield from _contents(part, known, place / held / inner)
                for setting, cannot in _OF_ENTRIES.items():
                    if get(part, setting) == "true":
                        message = f"a field of a group or a table cannot {cannot}"
                        yield (place / held / inner / setting).key(message, "remove it")


def _contents(field: object, known: Collection[str], at: At) -> Iterator[Diagnostic]:
    yield from unknown_targets(field, known, at)
    yield from _range(field, at)
    for choice in mapping(field, "choices"):
        if not is_id(choice):
            yield (at / "choices" / choice).key(f"a choice cannot be called `{shortened(choice)}`", id_hint(choice))


def _name_of_part(name: str, at: At) -> Iterator[Diagnostic]:
    if not is_name(name):
        yield at.key(f"a field cannot be called `{shortened(name)}`", name_hint(name))
    elif hasattr(Part, name) or name.startswith("model_"):
        yield at.key(f"`{name}` is a reserved name", f"add a word, such as `our_{name}`")


def _name(name: str, at: At, model: type[Entry], owner: str) -> Iterator[Diagnostic]:
    if name in Entry.model_fields:
        yield at.key(f"every entry already has a field `{name}`", "remove it, or choose another name")
    elif name in model.model_fields:
        yield at.key(f"{with_article(owner)} already has a field `{name}`", "remove it, or choose another name")
    elif not is_name(name):
        yield at.key(f"a field cannot be called `{shortened(name)}`", name_hint(name))
    elif name in SECTIONS or hasattr(model, name) or name.startswith("model_"):
        message = f"`{name}` is a reserved name"
        yield at.key(message, f"add a word, such as `our_{name}`")


def _range(field: object, at: At) -> Iterator[Diagnostic]:
    least, most = (_number(get(field, bound)) for bound in ("at_least", "at_most"))
    if least is not None and most is not None and least > most:
        yield (at / "at_most").value("`at_least` is greater than `at_most`", "swap the two numbers")


def _number(text: object) -> float | None:
    return float(text) if isinstance(text, str) and re.fullmatch(r"-?[0-9]{1,12}(\.[0-9]{1,6})?", text) else None
