"""A calculator at work: its formulas as trees, and what comes out for given numbers.

`components/calculator/reckoning.js` does the same in the browser, from the data that `Program.data` gives.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from generator.entry import Route
from generator.formula import FormulaError, Tree, evaluate, parse, rounded
from generator.reckoning import counting, drawing
from generator.reckoning.notation import Piece, pieces, spoken
from generator.reckoning.numerals import Format

if TYPE_CHECKING:
    from generator.kinds.calculator import Axis, Calculator, Column, Curves, Output, Table

PLACE = re.compile(r"\{([a-z][a-z0-9_]*)(?:\|([^{}|]*)\|([^{}|]*))?\}")
"""`{name}` for a value, or `{name|one|many}` for the word that goes with it, in a sentence of a calculator."""

Given = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Program:
    """The formulas of a calculator by the route of the field that holds them, and those that cannot be read."""

    entry: Calculator
    trees: Mapping[Route, Tree]
    faults: tuple[tuple[Route, FormulaError], ...]
    formats: Mapping[str, Format]

    @classmethod
    def of(cls, entry: Calculator) -> Program:
        trees: dict[Route, Tree] = {}
        faults: list[tuple[Route, FormulaError]] = []
        for route, text, names in _formulas(entry):
            try:
                trees[route] = parse(text, names)
            except FormulaError as error:
                faults.append((route, error))
        formats = dict.fromkeys(numeric_names(entry), Format())
        formats |= {output.name: Format(output.decimals, output.sign) for output in entry.outputs}
        return cls(entry, trees, tuple(faults), formats)

    def values(self, given: Given) -> dict[str, float | None]:
        """Every value by its name: what is given, what stands there at first, and what comes out."""
        found = self._at_first() | dict(given)
        for at, output in enumerate(self.entry.outputs):
            found[output.name] = evaluate(self.trees["outputs", at, "formula"], found)
        return found

    def _at_first(self) -> dict[str, float | None]:
        found: dict[str, float | None] = {}
        lists = {item.name: item.phrases for item in self.entry.inputs}
        for item in self.entry.inputs:
            if item.type in ("number", "counter", "choice"):
                found[item.name] = item.default
            text = item.text or ""
            for measure in item.measures:
                found[measure.name] = {
                    "characters": lambda text=text: counting.characters(text),
                    "words": lambda text=text: counting.words(text),
                    "marks": lambda text=text, of=measure.of: counting.marks(text, of or ""),
                    "phrases": lambda text=text, of=measure.of: len(counting.phrases(text, lists.get(of or "", ()))),
                }[measure.counts]()
        return found

    def worked(self, given: Given | None = None) -> Worked:
        return Worked(self, given or {}, self.values(given or {}))

    def band(self, output: Output, value: float | None) -> int | None:
        """The place of the band that a value falls into."""
        if value is None:
            return None
        found = rounded(value, output.decimals)
        for at, band in enumerate(output.bands):
            if (band.at_least is None or found >= band.at_least) and (band.at_most is None or found <= band.at_most):
                return at
        return None

    def drawn(self, output: Output) -> tuple[Piece, ...]:
        at = self.entry.outputs.index(output)
        return pieces(self.trees["outputs", at, "formula"])

    def label(self, name: str) -> str:
        """What a drawn formula calls a value."""
        for item in (*self.entry.inputs, *self.entry.outputs):
            if item.name == name:
                return item.symbol or item.label or name
        measures = (measure for item in self.entry.inputs for measure in item.measures)
        return next((measure.label for measure in measures if measure.name == name), name)

    def spoken(self, output: Output) -> str:
        """A drawn formula in one line."""
        return f"{spoken(self.drawn(output), self.label)} = {self.label(output.name)}"

    @property
    def frame(self) -> drawing.Frame:
        curves = self.entry.curves
        assert curves is not None
        return drawing.Frame(curves.x.values[0], curves.x.values[-1], curves.y[0], curves.y[-1])

    @property
    def data(self) -> str:
        """All that the browser needs to work it out anew, as JSON."""
        return json.dumps(_data(self), ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Worked:
    """What comes out of a calculator for certain numbers."""

    program: Program
    given: Given
    values: Mapping[str, float | None]

    def text(self, name: str) -> str:
        """A value as people read it; for an input of words, the words."""
        format_ = self.program.formats.get(name)
        if format_:
            return format_.text(self.values.get(name))
        return next((item.text or "" for item in self.program.entry.inputs if item.name == name), name)

    def filled(self, text: str, md: Callable[[str], Markup]) -> Markup:
        """The HTML of a text with its values, marked so that a script can fill in others."""
        places: list[Markup] = []

        def hold(found: re.Match[str]) -> str:
            places.append(self._place(found[1], found[2], found[3]))
            return f"\ue010{len(places) - 1}\ue011"

        html = md(type(text)(PLACE.sub(hold, text)))
        return Markup(re.sub("\ue010(\\d+)\ue011", lambda held: str(places[int(held[1])]), html))

    def _place(self, name: str, one: str | None, many: str | None) -> Markup:
        if one is None or many is None:
            return Markup('<span data-place="{}">{}</span>').format(name, self.text(name))
        word = one if is_one(self.values.get(name), self.program.formats.get(name)) else many
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
        """Whether the results are shown: no case stands in their place."""
        return not any(case.instead and self.holds(at) for at, case in enumerate(self.program.entry.cases))

    def band(self, output: Output) -> int | None:
        return self.program.band(output, self.values[output.name])

    def cells(self, at: int) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The rows of a table: what each is for, and its values."""
        table = self.program.entry.tables[at]
        for row in table.over.values:
            given = {table.over.name: row}
            if table.across:
                tree = self.program.trees["tables", at, "columns", 0, "formula"]
                cells = [self._cell(tree, table.columns[0], given | {table.across.name: v}) for v in table.across.values]
            else:
                trees = (self.program.trees["tables", at, "columns", n, "formula"] for n in range(len(table.columns)))
                cells = [self._cell(tree, column, given) for tree, column in zip(trees, table.columns, strict=True)]
            yield Format().text(row), tuple(cells)

    def curve_cells(self, curves: Curves) -> Iterator[tuple[str, tuple[str, ...]]]:
        for x in curves.x.values:
            trees = (self.program.trees["curves", "series", n, "formula"] for n in range(len(curves.series)))
            cells = (self._cell(tree, s, {curves.x.name: x}) for tree, s in zip(trees, curves.series, strict=True))
            yield Format().text(x), tuple(cells)

    def _cell(self, tree: Tree, column: Column, given: Given) -> str:
        return Format(column.decimals, column.sign).text(self._with(tree, given))

    def _with(self, tree: Tree, given: Given) -> float | None:
        return evaluate(tree, self.program.values({**self.given, **given}))

    def path(self, at: int) -> str:
        """A curve as the commands of an SVG path."""
        curves = self.program.entry.curves
        assert curves is not None
        tree, name = self.program.trees["curves", "series", at, "formula"], curves.x.name
        return self.program.frame.path(lambda x: self._with(tree, {name: x}))

    def mark(self, at: int) -> tuple[float, float] | None:
        """Where a mark stands in the drawing, or None if it stands outside."""
        trees = self.program.trees
        x, y = (evaluate(trees["curves", "marks", at, axis], self.values) for axis in ("x", "y"))
        frame = self.program.frame
        return (frame.x(x), frame.y(y)) if x is not None and y is not None and frame.shows(x, y) else None

    def bars(self) -> list[tuple[str, float, float]]:
        """Each bar: its value, its start and its width in percent."""
        bars = self.program.entry.bars
        assert bars is not None
        values = [evaluate(self.program.trees["bars", "bars", n, "formula"], self.values) for n in range(len(bars.bars))]
        places = drawing.bars(values)
        texts = (Format(bar.decimals, bar.sign).text(v) for bar, v in zip(bars.bars, values, strict=True))
        return [(text, start, width) for text, (start, width) in zip(texts, places, strict=True)]
