"""The kerning of a face in its shortest form: fonts have it in many tables, which make a third of a small font."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

Pairs = Mapping[tuple[str, str], int]
"""How much nearer or farther the second of two glyphs is put, in units of the font."""

LEAST = 0.015
"""The smallest distance that is kept, as a part of the size of the type. Nobody sees less."""

_PAIRS = 2
"""The type of lookup that positions pairs, after the specification of OpenType (GPOS, lookup type 2)."""

_ADVANCE = 0x4
"""The format of values that are one distance along the line (the same, value format XAdvance)."""


def shorten_kerning(font: Any) -> None:
    """Put the kerning of each lookup into one table with classes of glyphs, without distances that are not seen.

    Args:
        font: A `TTFont`, which is changed. Lookups that do more than kern stay as they are.
    """
    from fontTools.otlLib.builder import buildPairPosClassesSubtable, buildValue

    least = LEAST * font["head"].unitsPerEm
    for lookup in _lookups(font):
        if any(not _only_kerns(table) for table in _tables(lookup)):
            continue
        kept = {pair: value for pair, value in kerning(lookup, font.getGlyphOrder()).items() if abs(value) >= least}
        classes = {names: (buildValue({"XAdvance": value}), None) for names, value in _in_classes(kept).items()}
        lookup.LookupType = _PAIRS
        lookup.SubTable = [buildPairPosClassesSubtable(classes, font.getReverseGlyphMap())]
        lookup.SubTableCount = 1


def kerning(lookup: Any, glyphs: list[str]) -> dict[tuple[str, str], int]:
    """The distances of all pairs of glyphs that a lookup moves. The first table that knows a pair decides."""
    found: dict[tuple[str, str], int] = {}
    for table in reversed(list(_tables(lookup))):
        found |= dict(_of_pairs(table) if table.Format == 1 else _of_classes(table, glyphs))
    return {pair: value for pair, value in found.items() if value}


def _lookups(font: Any) -> list[Any]:
    if "GPOS" not in font or not font["GPOS"].table.LookupList:
        return []
    return [one for one in font["GPOS"].table.LookupList.Lookup if all(_is_of_pairs(table) for table in _tables(one))]


def _tables(lookup: Any) -> Iterator[Any]:
    """The tables of a lookup, without what wraps them where they are far away in the file."""
    return (getattr(table, "ExtSubTable", table) for table in lookup.SubTable)


def _is_of_pairs(table: Any) -> bool:
    return type(table).__name__ == "PairPos"


def _only_kerns(table: Any) -> bool:
    return (table.ValueFormat1, table.ValueFormat2) == (_ADVANCE, 0)


def _of_pairs(table: Any) -> Iterator[tuple[tuple[str, str], int]]:
    for first, pairs in zip(table.Coverage.glyphs, table.PairSet, strict=True):
        for pair in pairs.PairValueRecord:
            yield (first, pair.SecondGlyph), pair.Value1.XAdvance


def _of_classes(table: Any, glyphs: list[str]) -> Iterator[tuple[tuple[str, str], int]]:
    for first in table.Coverage.glyphs:
        row = table.Class1Record[table.ClassDef1.classDefs.get(first, 0)].Class2Record
        for second in glyphs:
            yield (first, second), row[table.ClassDef2.classDefs.get(second, 0)].Value1.XAdvance


def _in_classes(pairs: Pairs) -> dict[tuple[tuple[str, ...], tuple[str, ...]], int]:
    """The distances between classes of glyphs: those are in one class that are moved alike."""
    firsts = _alike({(first, second): value for (first, second), value in pairs.items()})
    seconds = _alike({(second, first): value for (first, second), value in pairs.items()})
    distances = ((one, other, pairs.get((one[0], other[0]), 0)) for one in firsts for other in seconds)
    return {(one, other): value for one, other, value in distances if value}


def _alike(pairs: Pairs) -> list[tuple[str, ...]]:
    rows: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for (glyph, other), value in sorted(pairs.items()):
        rows[glyph][other] = value
    found: defaultdict[tuple[tuple[str, int], ...], list[str]] = defaultdict(list)
    for glyph, row in rows.items():
        found[tuple(row.items())].append(glyph)
    return [tuple(glyphs) for glyphs in found.values()]
