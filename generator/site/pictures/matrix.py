"""Matrices of two lists: which rows and columns share a mark, as a table and as a picture."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from generator.site.pictures.lettering import width

SHARED, MOST_COLUMNS = 2, 40
"""The minimum number of marked rows for a column, and the maximum number of columns. Other marks are named at the end
of the row, so a table grows with its rows and marks only: one of 3,000 rows and as many columns took 80 MB."""


@dataclass(frozen=True, slots=True)
class MarkRow:
    """A row: which of the table's columns it marks, and what else it marks."""

    id: str
    marked: frozenset[str]
    alone: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MarkTable:
    """A table small enough to read: columns that several rows mark, those with most marks first."""

    columns: tuple[str, ...]
    rows: tuple[MarkRow, ...]

    def all_of(self, row: MarkRow) -> tuple[str, ...]:
        """All that a row marks: what has a column, in the order of the columns, then the rest."""
        return (*(column for column in self.columns if column in row.marked), *row.alone)


@dataclass(frozen=True, slots=True)
class MatrixBand:
    """Some of the rows or columns, under one name. `kind` gives the colour, `url` leads to more."""

    label: str
    ids: tuple[str, ...]
    kind: str = ""
    url: str = ""


def tabulated(marks: Mapping[str, Sequence[str]]) -> MarkTable:
    """The table of rows and what each of them marks, in the order in which both are given."""
    counted = Counter(column for columns in marks.values() for column in dict.fromkeys(columns))
    # Counter keeps the order of first sight among equals.
    columns = tuple(column for column, count in counted.most_common(MOST_COLUMNS) if count >= SHARED)
    wide = frozenset(columns)
    rows = (
        MarkRow(row, wide.intersection(marked), tuple(c for c in dict.fromkeys(marked) if c not in wide))
        for row, marked in marks.items()
    )
    return MarkTable(columns, tuple(rows))


LINE, CELL, GAP = 1.7, 0.5, 0.5
"""In em: the name of a band, a row of cells, the space between bands."""
NAME, BAR = 1.5, 0.3
"""In em: the name of a band of columns with the bar below it, and the bar."""
NARROWEST = 20.0
"""The width of the picture on a screen of 320 pixels, in em of its lettering."""


@dataclass(frozen=True, slots=True)
class ColumnName:
    """What a column is called where somebody points at it, and where it leads."""

    title: str
    url: str


def draw(
    rows: Iterable[MatrixBand],
    columns: Sequence[MatrixBand],
    marks: Mapping[str, Sequence[str]],
    names: Mapping[str, ColumnName],
) -> str:
    """All rows and columns at a glance: the names of the bands of columns above them, then bands of rows below each
    other, each with its link. Every band says how many it contains, and every column its name to those who point at it.
    """
    places = {column: at for at, column in enumerate(c for band in columns for c in band.ids)}
    parts = list(_heads(columns, places))
    links: list[str] = []
    start = top = len(columns) * (NAME + BAR) + GAP
    edges = "".join(f"M{places[band.ids[0]]} 0V1" for band in columns[1:])
    for band in rows:
        height = len(band.ids) * CELL
        links.append(f'<a href="{escape(band.url)}"><text y="{_em(top + 1.15)}">{_counted(band)}</text></a>')
        parts.append(
            f'<svg y="{_em(top + LINE)}" height="{_em(height)}" viewBox="0 0 {len(places)} {len(band.ids)}" '
            f'preserveAspectRatio="none" aria-hidden="true"><rect width="100%" height="100%"/>'
            f'<path class="edges" transform="scale(1 {len(band.ids)})" d="{edges}"/>'
            f"{''.join(_dots(band, column, places, marks) for column in columns)}</svg>"
        )
        top += LINE + height + GAP
    # What lies on top is what a pointer meets: the links of the bands, then the columns.
    parts.append(_columns(places, names, start, top - GAP - start))
    return f'<svg class="glance" height="{_em(top - GAP)}">{"".join(parts + links)}</svg>'


def _columns(places: Mapping[str, int], names: Mapping[str, ColumnName], top: float, height: float) -> str:
    """A strip over each column that says its name and leads to it, for pointers alone: the tables have them as text."""
    strips = (
        f'<a href="{escape(names[column].url)}" tabindex="-1"><title>{escape(names[column].title)}</title>'
        f'<rect x="{at}" width="1" height="1"/></a>'
        for column, at in places.items()
    )
    return (
        f'<svg class="glance-columns" y="{_em(top)}" height="{_em(height)}" viewBox="0 0 {len(places)} 1" '
        f'preserveAspectRatio="none" aria-hidden="true">{"".join(strips)}</svg>'
    )


def _heads(columns: Sequence[MatrixBand], places: Mapping[str, int]) -> Iterator[str]:
    """Each band of columns with its name over a bar as wide as the band, on a line of its own: bands may be narrow."""
    for at, band in enumerate(columns):
        start, end = (100 * place / len(places) for place in (places[band.ids[0]], places[band.ids[-1]] + 1))
        top, name, wide = at * (NAME + BAR), _counted(band), end - start
        fits = start / 100 * NARROWEST + width(name) <= NARROWEST
        x, anchor = (start, "start") if fits else (end, "end")
        yield (
            f'<g data-kind="{band.kind}"><text x="{x:.1f}%" y="{_em(top + 1.15)}" text-anchor="{anchor}">{name}</text>'
            f'<rect class="band-bar" x="{start:.1f}%" y="{_em(top + NAME)}" width="{wide:.1f}%" height="{BAR}em"/></g>'
        )


def _counted(band: MatrixBand) -> str:
    return f"{escape(band.label)} ({len(band.ids)})"


def _dots(band: MatrixBand, column: MatrixBand, places: Mapping[str, int], marks: Mapping[str, Sequence[str]]) -> str:
    wanted = frozenset(column.ids)
    found = (
        (places[c], at) for at, row in enumerate(band.ids) for c in dict.fromkeys(marks.get(row, ())) if c in wanted
    )
    path = "".join(f"M{x} {y}h1v1h-1z" for x, y in sorted(found))
    return f'<path data-kind="{column.kind}" d="{path}"/>' if path else ""


def _em(length: float) -> str:
    return f"{round(length, 2):g}em"
