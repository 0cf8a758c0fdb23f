"""docs/kinds.md: every kind with its fields and relations, as its model says."""

from __future__ import annotations

from collections.abc import Iterator

from generator import shape
from generator.entry import EVERYWHERE, Entry, Part
from generator.faults import listed
from generator.kind import Kind, Relation
from generator.kinds import BY_NAME, KINDS
from generator.shape import Field, Shape, Sort, is_link

PLAIN = {
    Sort.TEXT: "text",
    Sort.LINE: "one paragraph",
    Sort.PROSE: "paragraphs and lists",
    Sort.ID: "an id",
    Sort.WHOLE: "whole number",
    Sort.NUMBER: "number",
    Sort.YES_NO: "`true` or `false`",
}

INTRODUCTION = """\
# Kinds of entries

<!-- Made by `make generate` from the models in generator/kinds/. Changes belong there. -->

What an entry of each kind consists of. An entry lies in a file of its own, named by its id, in the folder of its kind;
or, in kinds whose entries are a few lines, under its id in one file for all.

- *Text* is plain and stands on one line.
- *One paragraph* may hold `[[id]]`, `[[id|words]]`, *emphasis* and links. *Paragraphs and lists* may hold several,
  and lists.
- A field in **bold** must be there. The others may be left out.

## What every entry has
"""


def kinds_md() -> str:
    """The text of docs/kinds.md."""
    return "\n".join(_lines()).rstrip("\n") + "\n"


def _lines() -> Iterator[str]:
    yield INTRODUCTION
    told: set[type[Part]] = set()
    yield from _table(shape.fields(Entry))
    yield from _parts(shape.fields(Entry), told)
    yield from _relations("Relations of every kind", EVERYWHERE)
    for kind in KINDS:
        yield from _kind(kind)


def _kind(kind: Kind) -> Iterator[str]:
    yield from (f"## {kind.label}", "", kind.about, "")
    yield f"`content/{kind.plural}/<id>.yml`, or in `content/{kind.plural}.yml` under its id."
    yield ""
    fields = tuple(f for f in shape.fields(kind.model) if f not in shape.fields(Entry))
    yield from _table(fields)
    yield from _parts(fields, {part for field in shape.fields(Entry) for part in _parts_in(field.shape)})
    own = tuple(relation for relation in kind.relations if relation not in EVERYWHERE)
    if own:
        yield from _relations("Relations of its own", own)


def _table(fields: tuple[Field, ...]) -> Iterator[str]:
    yield from ("| Field | Takes | What it is for |", "| --- | --- | --- |")
    for field in fields:
        name = f"**`{field.name}`**" if field.required else f"`{field.name}`"
        yield f"| {name} | {_cell(_takes(field.shape))} | {_cell(field.purpose)} |"
    yield ""


def _parts(fields: tuple[Field, ...], told: set[type[Part]]) -> Iterator[str]:
    """The parts that the fields consist of, and the parts of those."""
    for field in fields:
        for part in _parts_in(field.shape):
            if part in told:
                continue
            told.add(part)
            inner = shape.fields(part)
            bare = shape.bare_field(part)
            said = " ".join((part.__doc__ or "").split())
            yield from (f"`{_spoken(part)}`: {said}", "")
            if bare and f"`{bare}`" not in said and "bare" not in said:
                yield from (f"A bare text stands for its `{bare}`.", "")
            yield from _table(inner)
            yield from _parts(inner, told)


def _parts_in(of: Shape) -> tuple[type[Part], ...]:
    return of.parts or (_parts_in(of.item) if of.item else ())


def _takes(of: Shape) -> str:
    match of.sort:
        case Sort.CHOICE:
            return listed(of.choices, last=" or ")
        case Sort.REF:
            return f"id of {_targets(of.relation)}"
        case Sort.LIST | Sort.NAMED if of.item:
            held = _takes(of.item)
            least = f", at least {of.least:.0f}" if of.least else ""
            return f"{'list' if of.sort is Sort.LIST else 'by name'}: {held}{least}"
        case Sort.PART if is_link(of) and of.relation:
            return f"`{_spoken(of.parts[0])}` to {_targets(of.relation)}"
        case Sort.PART:
            return f"`{_spoken(of.parts[0])}`"
        case Sort.ONE_OF:
            return listed(map(_spoken, of.parts), last=" or ")
        case sort:
            return PLAIN[sort]


def _targets(relation: Relation | None) -> str:
    names = relation.to if relation else ()
    return " or ".join(f"[{BY_NAME[name].label.lower()}](#{_anchor(name)})" for name in names) or "any entry"


def _anchor(kind: str) -> str:
    return BY_NAME[kind].label.lower().replace(" ", "-")


def _spoken(part: type[Part]) -> str:
    """`two columns` for TwoColumns."""
    return "".join(f" {c.lower()}" if c.isupper() else c for c in part.__name__).strip()


def _relations(heading: str, relations: tuple[Relation, ...]) -> Iterator[str]:
    yield from (f"{heading}, under `links`:", "")
    yield from ("| Relation | Leads to | Shown as | Shown there as |", "| --- | --- | --- | --- |")
    for relation in relations:
        yield f"| `{relation.name}` | {_targets(relation)} | {relation.label} | {relation.inverse} |"
    yield ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
