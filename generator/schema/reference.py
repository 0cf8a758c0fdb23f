"""docs/kinds.md: every kind with its fields and relations, as its model says."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

from generator.diagnostics.suggest import listed
from generator.model import shapes
from generator.model.entry import Entry, Part
from generator.model.kind import Kind, Kinds
from generator.model.relation import EVERYWHERE, Relation
from generator.model.shapes import Field, Shape, Sort, is_link

PLAIN = {
    Sort.TEXT: "text",
    Sort.LINE: "one paragraph",
    Sort.PROSE: "paragraphs and lists",
    Sort.VERBATIM: "text of several lines, shown as it is written",
    Sort.ID: "an id",
    Sort.WHOLE: "whole number",
    Sort.NUMBER: "number",
    Sort.YES_NO: "`true` or `false`",
    Sort.WRITTEN: "text, list, or both by id",
}

WIDTH = 88
_LINK = re.compile(r"\[([^\]]+)\]\((?!files/)[^)]*\)")

INTRODUCTION = """\
# Kinds of entries

<!-- Made by `make generate` from the models in generator/kinds/. Changes belong there. -->

What an entry of each kind consists of. An entry lies in a file of its own, named by its id, in the folder of its kind;
or, in kinds whose entries are a few lines, under its id in one file for all.

- *Text* is plain and stands on one line.
- *One paragraph* may hold `[[id]]`, `[[id|words]]`, *emphasis* and links. *Paragraphs and lists* may
  hold several, and [lists, tables, boxes, code and notes](writing.md#lists-tables-and-the-like).
- A field in **bold** must be there. The others may be left out.

A playbook may declare kinds of its own; see [adding-a-kind.md](adding-a-kind.md). `playbook explain KIND` tells of any.

## What every entry has
"""


def kinds_md(kinds: Kinds) -> str:
    """The text of docs/kinds.md."""
    return "\n".join(_lines(kinds)).rstrip("\n") + "\n"


def kind_text(kind: Kind, kinds: Kinds) -> str:
    """What an entry of a kind consists of, for somebody at a terminal."""
    own = tuple(field for field in shapes.fields(kind.model) if field not in shapes.fields(Entry))
    lines = [
        f"{kind.name}: {kind.about}",
        f"  content/{kind.plural}/<id>.yml",
        "",
        "Fields, besides what every entry has",
    ]
    for field in own:
        lines += _spelt(field, kinds, "  ")
        if any(declared.name == field.name and declared.parts for declared in kind.fields):
            inner = (part for model in _parts_in(field.shape) for part in shapes.fields(model))
            lines += [line for part in inner for line in _spelt(part, kinds, "      ")]
    lines += ["", "Relations, under `links`"]
    lines += [
        f"  {r.name}: {r.label}; leads to {_targets(r, kinds)}, shown there as {r.inverse}" for r in kind.relations
    ]
    return _LINK.sub(r"\1", "\n".join(lines))


def _spelt(field: Field, kinds: Kinds, indent: str) -> Iterator[str]:
    """What a field takes and what it is for, as lines for a terminal."""
    yield f"{indent}{field.name}{' (must be there)' if field.required else ''}: {_takes(field.shape, kinds)}"
    deeper = f"{indent}  "
    yield from textwrap.wrap(field.purpose, WIDTH, initial_indent=deeper, subsequent_indent=deeper)


def _lines(kinds: Kinds) -> Iterator[str]:
    yield INTRODUCTION
    listed_parts: set[type[Part]] = set()
    yield from _table(shapes.fields(Entry), kinds)
    yield from _parts(shapes.fields(Entry), listed_parts, kinds)
    yield from _relations("Relations of every kind", EVERYWHERE, kinds)
    for kind in kinds:
        yield from (f"## {kind.label}", "", *_kind(kind, kinds))


def _kind(kind: Kind, kinds: Kinds) -> Iterator[str]:
    yield from (kind.about, "")
    yield f"`content/{kind.plural}/<id>.yml`, or in `content/{kind.plural}.yml` under its id."
    yield ""
    fields = tuple(f for f in shapes.fields(kind.model) if f not in shapes.fields(Entry))
    yield from _table(fields, kinds)
    common = {part for field in shapes.fields(Entry) for part in _parts_in(field.shape)}
    yield from _parts(fields, common, kinds)
    everywhere = {relation.name for relation in EVERYWHERE}
    own = tuple(relation for relation in kind.relations if relation.name not in everywhere)
    if own:
        yield from _relations("Relations of its own", own, kinds)


def _table(fields: tuple[Field, ...], kinds: Kinds) -> Iterator[str]:
    if not fields:
        return
    yield from ("| Field | Takes | What it is for |", "| --- | --- | --- |")
    for field in fields:
        name = f"**`{field.name}`**" if field.required else f"`{field.name}`"
        yield f"| {name} | {_cell(_takes(field.shape, kinds))} | {_cell(field.purpose)} |"
    yield ""


def _parts(fields: tuple[Field, ...], listed_parts: set[type[Part]], kinds: Kinds) -> Iterator[str]:
    """The parts that the fields consist of, and the parts of those."""
    for field in fields:
        for part in _parts_in(field.shape):
            if part in listed_parts:
                continue
            listed_parts.add(part)
            inner = shapes.fields(part)
            bare = shapes.bare_field(part)
            said = " ".join((part.__doc__ or "").split())
            yield from (f"`{_spoken(part)}`: {said}", "")
            if bare and f"`{bare}`" not in said and "bare" not in said:
                yield from (f"A bare text stands for its `{bare}`.", "")
            yield from _table(inner, kinds)
            yield from _parts(inner, listed_parts, kinds)


def _parts_in(of: Shape) -> tuple[type[Part], ...]:
    return of.parts or (_parts_in(of.item) if of.item else ())


def _takes(of: Shape, kinds: Kinds) -> str:
    match of.sort:
        case Sort.CHOICE:
            return listed(of.choices, last=" or ")
        case Sort.REF:
            return f"id of {_targets(of.relation, kinds)}"
        case Sort.LIST | Sort.NAMED if of.item:
            held = _takes(of.item, kinds)
            least = f", at least {of.least:.0f}" if of.least else ""
            return f"{'list' if of.sort is Sort.LIST else 'by name'}: {held}{least}"
        case Sort.PART if is_link(of) and of.relation:
            return f"`{_spoken(of.parts[0])}` to {_targets(of.relation, kinds)}"
        case Sort.PART:
            return f"`{_spoken(of.parts[0])}`"
        case Sort.ONE_OF:
            return listed(map(_spoken, of.parts), last=" or ")
        case sort:
            return PLAIN[sort]


def _targets(relation: Relation | None, kinds: Kinds) -> str:
    names = relation.to if relation else ()
    return " or ".join(map(_linked, (kinds.by_name[name] for name in names))) or "any entry"


def _linked(kind: Kind) -> str:
    label = kind.noun
    return f"[{label}](#{label.replace(' ', '-')})"


def _spoken(part: type[Part]) -> str:
    """`two columns` for TwoColumns."""
    return "".join(f" {c.lower()}" if c.isupper() else c for c in part.__name__).strip()


def _relations(heading: str, relations: tuple[Relation, ...], kinds: Kinds) -> Iterator[str]:
    yield from (f"{heading}, under `links`:", "")
    yield from ("| Relation | Leads to | Shown as | Shown there as |", "| --- | --- | --- | --- |")
    for relation in relations:
        yield f"| `{relation.name}` | {_targets(relation, kinds)} | {relation.label} | {relation.inverse} |"
    yield ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
