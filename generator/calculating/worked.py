"""What comes out of a calculator for certain numbers, ready for its page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from markupsafe import Markup, escape

from generator.calculating.plot import bars as bars_of
from generator.calculating.program import Given, Program, program_of
from generator.formulas.evaluating import evaluate, rounded
from generator.formulas.formula import MAX_DECIMALS
from generator.formulas.numerals import Format
from generator.formulas.tree import Tree
from generator.kinds.calculator import NUMERIC, Calculator, Example, Output, ResultBand
from generator.kinds.calculator_parts import Curves, ValueColumn
from generator.language.language import Language, english
from generator.model.once import once_per_entry

MOST_TICKS = 9

PLACE = re.compile(r"\{([a-z][a-z0-9_]*)(?:\|([^{}|]*)\|([^{}|]*))?\}")
"""`{name}` for a value, or `{name|one|many}` for the word that goes with it, in a sentence of a calculator."""

# What stands for a place until the sentence is HTML. Files that hold these characters are refused; an entity such as
# `&#57360;` can still make them, and is then removed.
_HELD = re.compile("\ue010([0-9]{1,5})\ue011")


@dataclass(frozen=True, slots=True)
class Worked:
    """What comes out of a calculator for certain numbers."""

    program: Program
    given: Given
    values: Mapping[str, float | None]
    language: Language = field(default_factory=english)
    """The language in which numbers and ranges are written."""

    @classmethod
    def of(cls, program: Program, given: Given | None = None) -> Worked:
        """With `given`, and for the rest with the initial values."""
        return cls(program, given or {}, program.values(given or {}))

    def spoken(self, language: Language) -> Worked:
        """The same, written in a language."""
        return replace(self, language=language)

    @property
    def result(self) -> Worked:
        """What may be shown outside of sentences: where a case replaces the results, only what was filled in."""
        if self.makes_sense:
            return self
        return replace(self, values={**self.values, **dict.fromkeys(o.name for o in self.program.entry.outputs)})

    def text(self, name: str) -> str:
        """A value as people read it; for an input of words, the words."""
        format_ = self.program.formats.get(name)
        if format_:
            return format_.text(self.values.get(name), self.language.numerals)
        return next((item.text or "" for item in self.program.entry.inputs if item.name == name), name)

    def plain(self, value: float) -> str:
        """A number of the calculator itself, such as the mark of an axis."""
        return Format().text(value, self.language.numerals)

    def ticks(self) -> tuple[float, ...]:
        """The marks of the axis from left to right: all of them if there is room."""
        curves = self.program.entry.curves
        assert curves is not None
        return curves.x.values if len(curves.x.values) <= MOST_TICKS else curves.x.values[::2]

    def range(self, output: Output, band: ResultBand) -> str:
        """The values that a band contains, in words."""
        most = MAX_DECIMALS if output.decimals is None else output.decimals
        low, high = (
            None if end is None else Format(sign=output.sign).text(rounded(end, most), self.language.numerals)
            for end in (band.at_least, band.at_most)
        )
        if low and high:
            return self.language.between(low, high)
        words = self.language.words.common
        return str(words.and_more(low=low) if low else words.and_less(high=high))

    def filled(self, text: str, md: Callable[[str], Markup]) -> Markup:
        """The HTML of a text with its values, marked so that a script can fill in others."""
        places: list[re.Match[str]] = []

        def hold(found: re.Match[str]) -> str:
            places.append(found)
            return f"\ue010{len(places) - 1}\ue011"

        def put_back(piece: str, *, in_tag: bool) -> str:
            def shown(held: re.Match[str]) -> str:
                if int(held[1]) >= len(places):
                    return ""
                name, one, many = places[int(held[1])].groups()
                return escape(self.text(name)) if in_tag else self._place(name, one, many)

            return _HELD.sub(shown, piece)

        pieces = re.split(r"(<[^<>]*>)", md(type(text)(PLACE.sub(hold, text))))
        return Markup("".join(put_back(piece, in_tag=bool(at % 2)) for at, piece in enumerate(pieces)))

    def _place(self, name: str, one: str | None, many: str | None) -> Markup:
        if one is None or many is None:
            return Markup('<span data-place="{}">{}</span>').format(name, self.text(name))
        word = one if self.text(name).lstrip("+\u2212") == "1" else many
        return Markup('<span data-place="{}" data-one="{}" data-many="{}">{}</span>').format(name, one, many, word)

    def says(self, text: str) -> bool:
        """Whether a sentence can be said: every value in it is there."""
        names = (found[1] for found in PLACE.finditer(text))
        return all(self.values.get(name) is not None for name in names if name in self.program.formats)

    def holds(self, at: int) -> bool:
        """Whether the case applies."""
        return bool(evaluate(self.program.trees["cases", at, "when"], self.values))

    @property
    def makes_sense(self) -> bool:
        """Whether the results are shown: no case replaces them."""
        return not any(case.instead and self.holds(at) for at, case in enumerate(self.program.entry.cases))

    def band(self, output: Output) -> int | None:
        return self.program.band(output, self.values[output.name])

    def heads(self, at: int) -> tuple[str, ...]:
        """The heads of the columns of a table, but for the first."""
        table = self.program.entry.tables[at]
        if table.across:
            return tuple(map(self.plain, table.across.values))
        return tuple(column.label for column in table.columns)

    def cells(self, at: int) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The rows of a table: what each is for, and its values."""
        table = self.program.entry.tables[at]
        for row in table.over.values:
            given = {table.over.name: row}
            if table.across:
                tree = self.program.trees["tables", at, "columns", 0, "formula"]
                cells = [
                    self._cell(tree, table.columns[0], given | {table.across.name: v}) for v in table.across.values
                ]
            else:
                trees = (self.program.trees["tables", at, "columns", n, "formula"] for n in range(len(table.columns)))
                cells = [self._cell(tree, column, given) for tree, column in zip(trees, table.columns, strict=True)]
            yield self.plain(row), tuple(cells)

    def curve_cells(self, curves: Curves) -> Iterator[tuple[str, tuple[str, ...]]]:
        for x in curves.x.values:
            trees = (self.program.trees["curves", "series", n, "formula"] for n in range(len(curves.series)))
            cells = (self._cell(tree, s, {curves.x.name: x}) for tree, s in zip(trees, curves.series, strict=True))
            yield self.plain(x), tuple(cells)

    def _cell(self, tree: Tree, column: ValueColumn, given: Given) -> str:
        return Format(column.decimals, column.sign).text(self._with(tree, given), self.language.numerals)

    def _with(self, tree: Tree, given: Given) -> float | None:
        return evaluate(tree, Worked.of(self.program, {**self.given, **given}).result.values)

    def path(self, at: int) -> str:
        """A curve as the commands of an SVG path."""
        curves = self.program.entry.curves
        assert curves is not None
        tree, name = self.program.trees["curves", "series", at, "formula"], curves.x.name
        return self.program.frame.path(lambda x: self._with(tree, {name: x}))

    def mark(self, at: int) -> str | None:
        """The position of a mark in the drawing, as an SVG transform, or None if it is outside."""
        trees = self.program.trees
        x, y = (evaluate(trees["curves", "marks", at, axis], self.values) for axis in ("x", "y"))
        frame = self.program.frame
        if x is None or y is None or not frame.shows(x, y):
            return None
        return f"translate({frame.x(x):g} {frame.y(y):g})"

    def bars(self) -> list[tuple[str, str, str]]:
        """Each bar: its value, its start and its width in percent."""
        bars = self.program.entry.bars
        assert bars is not None
        values = [
            evaluate(self.program.trees["bars", "bars", n, "formula"], self.values) for n in range(len(bars.bars))
        ]
        places = bars_of(values)
        formats = (Format(bar.decimals, bar.sign) for bar in bars.bars)
        texts = (format_.text(v, self.language.numerals) for format_, v in zip(formats, values, strict=True))
        return [(text, f"{start:g}", f"{width:g}") for text, (start, width) in zip(texts, places, strict=True)]


@once_per_entry
def at_first(entry: Calculator) -> Worked:
    """What comes out with the initial numbers."""
    return Worked.of(program_of(entry))


def filled_in(entry: Calculator, example: Example, language: Language) -> tuple[tuple[str, str], ...]:
    """The values of an example, in and out: what each is called, and the value as people read it."""
    program = program_of(entry)
    silent = {output.name for output in entry.outputs if not output.label}
    values = {name: value for name, value in {**example.values, **example.gives}.items() if name not in silent}
    shown = {name: program.formats[name].text(value, language.numerals) for name, value in values.items()}
    return tuple((program.label(name), text) for name, text in shown.items())


def can_be_tried(entry: Calculator, example: Example) -> bool:
    """Whether the example can be filled in: its values are numbers, and not counted in a text."""
    return {item.name for item in entry.inputs if item.type in NUMERIC} >= set(example.values)
