"""Entries that belong to others, as pages show them: links in sections of their own, and tables by level.

All templates can name this module. The tables are what `table:` of a kind asks for in the configuration: on its index
page, and on the pages of the entries above.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.content.hierarchy import below, children_of, parent_of
from generator.content.located import Located
from generator.model.entry import Link
from generator.model.kind import Kind
from generator.model.page_field import PageField
from generator.model.relation import InversePlace
from generator.prose.typography import plain
from generator.site.listed import ListedEntry
from generator.site.page_context import PageContext


@dataclass(frozen=True, slots=True)
class TableLabel:
    """What a row or a column is called, and the address of its page if it is an entry."""

    text: Markup
    url: str = ""


@dataclass(frozen=True, slots=True)
class LevelRow:
    """A row: what it is called, and the entries of each column."""

    label: TableLabel
    cells: tuple[tuple[ListedEntry, ...], ...]


@dataclass(frozen=True, slots=True)
class LevelBand:
    """Rows that belong to one entry, if they all are entries that belong to some."""

    label: TableLabel | None
    rows: tuple[LevelRow, ...]


@dataclass(frozen=True, slots=True)
class EntryTable:
    """Entries of one kind in rows and columns. `down` says what the rows are, `across` what the columns are."""

    kind: Kind
    down: str
    across: str
    columns: tuple[TableLabel, ...]
    bands: tuple[LevelBand, ...]


@dataclass(frozen=True, slots=True)
class InverseLinks:
    """Entries that link to an entry by one relation, or that are further below; as a table if their kind has one."""

    id: str
    label: str
    items: tuple[ListedEntry, ...]
    table: EntryTable | None


def inverse(page: PageContext, place: InversePlace) -> tuple[InverseLinks, ...]:
    """What the page of an entry shows in sections of this place: links to it, then entries further below it."""
    return (*_linked(page, place), *(_further_below(page) if place == "after" else ()))


def table(page: PageContext, kind: Kind) -> EntryTable | None:
    """The table of all entries of a kind; None if it has none."""
    return _table(page, kind, page.shared.order.get(kind.name, ())) if kind.table else None


def head(page: PageContext, kind: Kind, entry_id: str) -> ListedEntry | None:
    """The entry that a group of an index page stands for, if the groups of the kind are entries."""
    return page.item(entry_id) if kind.group_kinds else None


def _linked(page: PageContext, place: InversePlace) -> Iterator[InverseLinks]:
    graph, own = page.shared.graph, page.entry_id
    sources: dict[tuple[str, str, str], set[str]] = {}
    for edge in graph.into(own):
        if edge.relation.inverse_place == place:
            kind_name = graph.entries[edge.source].kind.name
            sources.setdefault((kind_name, edge.relation.name, edge.relation.inverse), set()).add(edge.source)
    for (kind_name, relation, label), ids in sources.items():
        kind = graph.kinds.by_name[kind_name]
        ordered = [one for one in page.shared.order.get(kind_name, ()) if one.id in ids]
        as_table = _table(page, kind, ordered, own) if relation == kind.parent else None
        items = () if as_table else tuple(page.item(one.id) for one in ordered)
        yield InverseLinks(f"{kind.plural}-by-{relation}".replace("_", "-"), label, items, as_table)


def _further_below(page: PageContext) -> Iterator[InverseLinks]:
    """The tables of the kinds of entries that belong to what belongs to the entry."""
    graph, own = page.shared.graph, page.entry_id
    direct = {child.id for child in children_of(graph, own)}
    found: dict[str, set[str]] = {}
    for one in below(graph, own):
        if one.id not in direct and one.kind.table:
            found.setdefault(one.kind.name, set()).add(one.id)
    for kind_name, ids in found.items():
        kind = graph.kinds.by_name[kind_name]
        ordered = [one for one in page.shared.order[kind_name] if one.id in ids]
        yield InverseLinks(f"{kind.plural}-below", kind.label_plural, (), _table(page, kind, ordered, own))


def _table(page: PageContext, kind: Kind, entries: Sequence[Located], under: str = "") -> EntryTable | None:
    """A table of some entries of a kind; `under` is the entry on whose page it stands."""
    made = kind.table
    if made is None or not entries:
        return None
    alone = made.within and {_key(one, made.rows) for one in entries} == {under}
    rows, across = _field(kind, made.within if alone else made.rows), _field(kind, made.columns)
    columns = _keys(page, across, entries)
    cells: dict[tuple[str, str], list[str]] = {}
    for one in entries:
        cells.setdefault((_key(one, rows.name), _key(one, across.name)), []).append(one.id)
    bands: dict[str | None, list[LevelRow]] = {}
    for key in _keys(page, rows, entries):
        found = tuple(tuple(map(page.item, cells.get((key, column), ()))) for column in columns)
        parent = parent_of(page.shared.graph, key) if rows.type == "link" else None
        bands.setdefault(parent, []).append(LevelRow(_label(page, rows, key), found))
    return EntryTable(
        kind,
        rows.label,
        across.label,
        tuple(_label(page, across, key) for key in columns),
        tuple(LevelBand(_band(page, parent, under), tuple(found)) for parent, found in bands.items()),
    )


def _band(page: PageContext, parent: str | None, under: str) -> TableLabel | None:
    """What stands above rows that belong to an entry, other than that of the page."""
    return _of_entry(page, parent) if parent and parent != under else None


def _field(kind: Kind, name: str) -> PageField:
    return next(one for one in kind.fields if one.name == name)


def _key(located: Located, field: str) -> str:
    value = getattr(located.entry, field)
    return str(value.to if isinstance(value, Link) else value)


def _keys(page: PageContext, field: PageField, entries: Iterable[Located]) -> tuple[str, ...]:
    """The values of a field in their order: all choices, or the entries that these entries link to."""
    if field.type != "link":
        return tuple(field.choices)
    used = dict.fromkeys(_key(one, field.name) for one in entries)
    kinds = dict.fromkeys(page.shared.graph.entries[key].kind.name for key in used)
    return tuple(one.id for name in kinds for one in page.shared.order[name] if one.id in used)


def _label(page: PageContext, field: PageField, key: str) -> TableLabel:
    return _of_entry(page, key) if field.type == "link" else TableLabel(plain(field.choices[key]))


def _of_entry(page: PageContext, entry_id: str) -> TableLabel:
    item = page.item(entry_id)
    return TableLabel(item.title, item.url)
