"""Checks of how a configuration arranges the entries of a kind: groups, order, the entry above, the table of all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.config.declaration_place import At, get, mapping, texts
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.suggest import did_you_mean, listed, shortened

GROUPS = ("to group by", "form groups", "in any group")
ROWS = ("for the rows", "form rows", "in any row")
COLUMNS = ("for the columns", "form columns", "in any column")
"""How messages about such a field end: what it is for, what it cannot do, where an entry without it would not be."""

SORTED = ("choice", "number", "text", "date", "yes-no")
"""The types of fields that can order entries."""

ALWAYS = ("title", "minutes")
"""The fields of every entry that can order entries."""


def arrangement_problems(kind: Mapping[str, Any], at: At) -> Iterator[Diagnostic]:
    """The problems of the arrangement of one kind."""
    yield from _dividing(kind, "groups_by", GROUPS, at)
    yield from _parent(kind, at)
    yield from _sorting(kind, at)
    table = get(kind, "table")
    if isinstance(table, dict):
        for name, ends in (("rows", ROWS), ("columns", COLUMNS), ("within", ROWS)):
            yield from _dividing({**table, "fields": get(kind, "fields")}, name, ends, at / "table")


def circles(declared: Mapping[str, Any], at: At) -> Iterator[Diagnostic]:
    """Diagnostics for kinds whose groups are entries that are grouped by these entries in turn."""
    plural_of = {name: str(get(kind, "plural") or name) for name, kind in declared.items()}
    leads = {plural_of[name]: _grouped_by(kind) for name, kind in declared.items()}
    for name in declared:
        way = _circle(plural_of[name], leads)
        if way:
            message = f"these groups would depend on themselves: {' → '.join(f'`{shortened(each)}`' for each in way)}"
            yield (at / name / "groups_by").value(message, "group one of them by a choice, or remove its `groups_by`")


def _grouped_by(kind: object) -> tuple[str, ...]:
    """The folders of the kinds whose entries are the groups of a kind."""
    field = mapping(kind, "fields").get(str(get(kind, "groups_by")))
    return tuple(plural for _, plural in texts(field, "to")) if get(field, "type") == "link" else ()


def _circle(start: str, leads: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The way from a kind back to itself, or nothing."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    while ways:
        way = ways.pop()
        for plural in leads.get(way[-1], ()):
            if plural == start:
                return (*way, start)
            if plural not in seen:
                seen.add(plural)
                ways.append((*way, plural))
    return ()


def _dividing(holder: Mapping[str, Any], at_name: str, ends: tuple[str, str, str], at: At) -> Iterator[Diagnostic]:
    """Problems of the field, named by the holder, whose values divide entries into groups, rows or columns."""
    name, fields = holder.get(at_name), mapping(holder, "fields")
    if not isinstance(name, str):
        return
    place, (purpose, cannot, nowhere) = at / at_name, ends
    fitting = [each for each, field in fields.items() if _divides(field)]
    if name not in fields:
        hint = did_you_mean(name, fitting) or _choose(fitting, at_name)
        yield place.value(f"there is no field `{shortened(name)}` {purpose}", hint)
    elif name not in fitting:
        message = f"`{name}` is neither a choice nor a link to one entry of a kind, so it cannot {cannot}"
        yield place.value(message, _choose(fitting, at_name))
    elif get(fields[name], "required") != "true":
        hint = f"add `required: true` to `{name}`"
        yield place.value(f"an entry without `{name}` would not be {nowhere}", hint)


def _divides(field: object) -> bool:
    is_one = get(field, "type") == "link" and get(field, "many") != "true" and bool(get(field, "to"))
    return is_one or get(field, "type") == "choice"


def _choose(fitting: list[str], setting: str) -> str:
    if not fitting:
        return f"declare a field with `type: choice`, or a `link` with `to`, or remove `{setting}`"
    return f"use a choice or a link: {listed(fitting, last=' or ')}"


def _parent(kind: Mapping[str, Any], at: At) -> Iterator[Diagnostic]:
    name, fields = kind.get("parent"), mapping(kind, "fields")
    if not isinstance(name, str):
        return
    links = [each for each, field in fields.items() if get(field, "type") == "link" and _divides(field)]
    use = f"use a link to one entry: {listed(links, last=' or ')}" if links else ""
    hint = use or "declare a field with `type: link` and `to`, or remove `parent`"
    if name not in fields:
        message = f"there is no field `{shortened(name)}` for the entry above"
        yield (at / "parent").value(message, did_you_mean(name, links) or hint)
    elif name not in links:
        yield (at / "parent").value(f"`{name}` is not a link to one entry of a kind", hint)


def _sorting(kind: Mapping[str, Any], at: At) -> Iterator[Diagnostic]:
    fields = mapping(kind, "fields")
    fitting = [*(each for each, field in fields.items() if get(field, "type") in SORTED), *ALWAYS]
    for index, name in texts(kind, "sort_by"):
        place, hint = at / "sort_by" / index, f"use {listed(fitting, last=' or ')}"
        if name not in fields and name not in ALWAYS:
            message = f"there is no field `{shortened(name)}` to sort by"
            yield place.value(message, did_you_mean(name, fitting) or hint)
        elif name not in fitting:
            yield place.value(f"entries cannot be sorted by `{name}`", hint)
