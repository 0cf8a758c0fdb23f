"""The skeleton of an entry: its fields with their purposes, and `TODO` where a text is missing."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from generator.diagnostics.suggest import listed
from generator.model import shapes
from generator.model.entry import Entry
from generator.model.kind import Kind
from generator.model.shapes import Field, Shape, Sort, is_link, tag_of

TO_DO = "TODO"
"""The mark of a missing text, which `playbook check` reports."""

LEFT_OPEN = "…"
"""The placeholder of a text in an optional field."""

MOST_BESIDE = 150
"""Beside a choice, a purpose with more characters gives way to the names of what can be chosen."""

HOLDING = frozenset({Sort.LIST, Sort.NAMED, Sort.PART, Sort.ONE_OF})
"""Types whose values are on separate lines below the name."""

WIDTH = 96
QUOTED = "[]{}>|*&!%#`@,?:-'\""

LATER = frozenset({"aliases", "own", "ignore", "status", "reviewed", "review_by", "only_in", "hidden_from"})
"""Fields that new entries do not need."""


def skeleton(kind: Kind, given: Mapping[str, str]) -> str:
    """The fields of an entry of the kind as YAML, with the `given` values filled in."""
    return "\n".join(_lines(kind, {**kind.started_with, **given})) + "\n"


def to_ask_for(kind: Kind) -> tuple[Field, ...]:
    """The fields that must have a value at once: title, summary, and required choices."""
    needed = (field for field in shapes.fields(kind.model) if field.required)
    return tuple(f for f in needed if f.shape.sort is Sort.CHOICE or f.name in ("title", "summary"))


def in_order(model: type[BaseModel]) -> tuple[Field, ...]:
    """The fields in the order in which they are written. An entry has its title and summary first, then its own."""
    fields = shapes.fields(model)
    if not issubclass(model, Entry):
        return fields
    common = {field.name for field in shapes.fields(Entry)}
    own = [field for field in fields if field.name not in common]
    first = [field for field in fields if field.name in common]
    return (*first[:2], *own, *first[2:])


def _lines(kind: Kind, given: Mapping[str, str]) -> Iterator[str]:
    for field in in_order(kind.model):
        if field.name in LATER:
            continue
        if field.name == "links":
            yield from _links(kind)
        elif field.required and field.name in (kind.parent, kind.group_field) and is_link(field.shape):
            # Where an entry belongs needs no reason.
            yield from (*_comment(field.purpose), f"{field.name}: {TO_DO}")
        else:
            yield from _field(field, given.get(field.name))


def _field(field: Field, given: str | None) -> Iterator[str]:
    yield from _comment(field.purpose)
    if given is not None:
        yield f"{field.name}: {_given(field.shape, given)}"
    elif field.required:
        yield from _to_do(field.name, field.shape)
    elif field.shape.sort in HOLDING and _example(field.shape) == LEFT_OPEN:
        yield from (f"# {line}".replace(TO_DO, LEFT_OPEN) for line in _to_do(field.name, field.shape))
    else:
        yield f"# {field.name}: {_example(field.shape)}"


def _given(of: Shape, value: str) -> str:
    if of.sort is Sort.LIST:
        return f"[{', '.join(_scalar(item.strip()) for item in value.split(',') if item.strip())}]"
    return _scalar(value)


def _scalar(text: str) -> str:
    """The text as YAML on one line."""
    if text[:1] in QUOTED or text != text.strip() or ": " in text or " #" in text or text.endswith(":"):
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return text


def _comment(text: str) -> Iterator[str]:
    yield from textwrap.wrap(text, WIDTH, initial_indent="# ", subsequent_indent="# ", break_long_words=False)


def _example(of: Shape) -> str:
    """An example of an optional field, to be commented out."""
    match of.sort:
        case Sort.CHOICE:
            first, *others = of.choices
            return f"{first}  # or {listed(others, last=' or ')}".replace("`", "") if others else first
        case Sort.LIST if of.item and of.item.sort is Sort.REF:
            return "[some-id, other-id]"
        case Sort.LIST if of.item and of.item.sort is Sort.TEXT:
            return "[some words, other words]"
        case Sort.YES_NO:
            return "true"
    return LEFT_OPEN


def _to_do(name: str, of: Shape) -> Iterator[str]:
    """A required field, with `TODO` for missing texts."""
    match of.sort:
        case Sort.VERBATIM:
            yield from (f"{name}: |-", f"  {TO_DO}")
        case Sort.PROSE:
            yield from (f"{name}: >-", f"  {TO_DO}")
        case sort if sort in HOLDING:
            yield f"{name}:"
            yield from (f"  {line}" for line in _held(of))
        case _:
            yield f"{name}: {TO_DO}"


def _held(of: Shape) -> Iterator[str]:
    """The lines below a field with several values."""
    match of.sort:
        case Sort.LIST if of.item:
            for _ in range(max(1, int(of.least or 1))):
                first, *rest = _held(of.item)
                yield f"- {first}"
                yield from (f"  {line}" for line in rest)
        case Sort.NAMED if of.item:
            yield from _to_do(TO_DO, of.item)
        case Sort.PART | Sort.ONE_OF:
            yield from _part(of)
        case _:
            yield TO_DO


def _part(of: Shape) -> Iterator[str]:
    """The required fields of a part, each with its purpose."""
    part = min(of.parts, key=lambda each: sum(field.required for field in shapes.fields(each)))
    tag = tag_of(of.parts) if of.sort is Sort.ONE_OF else None
    for field in shapes.fields(part):
        if field.name == tag:
            yield f"{tag}: {field.shape.choices[0]}  # {listed(_tags(of, tag))}"
        elif field.required or (is_link(of) and field.name == "why"):
            head, *below = _to_do(field.name, field.shape)
            # After `>-` a comment would be text.
            beside = field.purpose
            if len(beside) > MOST_BESIDE and field.shape.choices:
                beside = listed(field.shape.choices, " or ")
            yield head if head.endswith("-") or not beside else f"{head}  # {beside}"
            yield from below


def _tags(of: Shape, tag: str) -> Iterator[str]:
    """The field that selects one of several models."""
    for part in of.parts:
        yield from next(field.shape.choices for field in shapes.fields(part) if field.name == tag)


def _links(kind: Kind) -> Iterator[str]:
    yield from _comment("Links to other entries, each with the reason to follow it. At least two; known relations:")
    for relation in kind.relations:
        to = ", ".join(relation.to) or "any entry"
        yield f"#   {relation.name}: {relation.label} ({to})"
    name = kind.relations[0].name
    yield from ("# links:", f"#   {name}:", "#     - to: some-id", "#       why: …")
