"""The formulas of a calculator as trees, and its values for given numbers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.calculating import counting
from generator.calculating.plot import Frame
from generator.diagnostics.place import Route
from generator.formulas.evaluating import evaluate, rounded
from generator.formulas.formula import FormulaError, parse
from generator.formulas.notation import Piece, pieces, spoken
from generator.formulas.numerals import Format
from generator.formulas.tree import Tree
from generator.kinds.calculator import NUMERIC, Calculator, Measure, Output
from generator.kinds.calculator_parts import ValueColumn
from generator.language.language import Language
from generator.model.once import once_per_entry

Given = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Program:
    """The formulas of a calculator by the route of the field that contains them, and those that cannot be read."""

    entry: Calculator
    trees: Mapping[Route, Tree]
    faults: tuple[tuple[Route, FormulaError], ...]
    formats: Mapping[str, Format]

    def values(self, given: Given) -> dict[str, float | None]:
        """Every value by its name: the given values, the initial values, and the results."""
        found = self._at_first() | dict(given)
        for at, output in enumerate(self.entry.outputs):
            found[output.name] = evaluate(self.trees["outputs", at, "formula"], found)
        return found

    def _at_first(self) -> dict[str, float | None]:
        found: dict[str, float | None] = {}
        phrases = {item.name: item.phrases for item in self.entry.inputs}
        for item in self.entry.inputs:
            if item.type in NUMERIC:
                found[item.name] = item.default
            for measure in item.measures:
                found[measure.name] = _measured(measure, item.text or "", phrases.get(measure.of or "", ()))
        return found

    def band(self, output: Output, value: float | None) -> int | None:
        """The place of the band that a value falls into."""
        if value is None:
            return None
        found = rounded(value, output.decimals)
        for at, band in enumerate(output.bands):
            if (band.at_least is None or found >= band.at_least) and (band.at_most is None or found <= band.at_most):
                return at
        return None

    def drawn(self, output: Output, language: Language) -> tuple[Piece, ...]:
        """A formula as it is drawn, with numbers and words as the language has them."""
        at = self.entry.outputs.index(output)
        return pieces(self.trees["outputs", at, "formula"], language)

    def label(self, name: str) -> str:
        """What a drawn formula calls a value."""
        for output in self.entry.outputs:
            if output.name == name:
                return output.symbol or output.label or name
        for item in self.entry.inputs:
            if item.name == name:
                return item.symbol or item.label
            for measure in item.measures:
                if measure.name == name:
                    return measure.label
        return name

    def spoken(self, output: Output, language: Language) -> str:
        """A drawn formula in one line."""
        return f"{spoken(self.drawn(output, language), self.label, language.words)} = {self.label(output.name)}"

    @property
    def frame(self) -> Frame:
        curves = self.entry.curves
        assert curves is not None
        return Frame(curves.x.values[0], curves.x.values[-1], curves.y[0], curves.y[-1])


@once_per_entry
def program_of(entry: Calculator) -> Program:
    """The formulas of a calculator as trees."""
    trees: dict[Route, Tree] = {}
    faults: list[tuple[Route, FormulaError]] = []
    for route, text, names in _formulas(entry):
        try:
            trees[route] = parse(text, names)
        except FormulaError as error:
            faults.append((route, error))
    formats = dict.fromkeys(numeric_names(entry), Format())
    formats |= {output.name: Format(output.decimals, output.sign) for output in entry.outputs}
    return Program(entry, trees, tuple(faults), formats)


def numeric_names(entry: Calculator) -> Iterator[str]:
    """What is filled in or counted in a text, by its name."""
    for item in entry.inputs:
        if item.type in NUMERIC:
            yield item.name
        yield from (measure.name for measure in item.measures)


def _formulas(entry: Calculator) -> Iterator[tuple[Route, str, Collection[str]]]:
    """Every formula: where it is, its text, and the names that it may use."""
    names = list(numeric_names(entry))
    for at, output in enumerate(entry.outputs):
        yield ("outputs", at, "formula"), output.formula, tuple(names)
        names.append(output.name)
    for at, case in enumerate(entry.cases):
        yield ("cases", at, "when"), case.when, names
    if entry.curves:
        yield from _columns(("curves", "series"), entry.curves.series, names)
        for at, mark in enumerate(entry.curves.marks):
            yield ("curves", "marks", at, "x"), mark.x, names
            yield ("curves", "marks", at, "y"), mark.y, names
    if entry.bars:
        yield from _columns(("bars", "bars"), entry.bars.bars, names)
    for at, table in enumerate(entry.tables):
        edges = [axis.name for axis in (table.over, table.across) if axis]
        yield from _columns(("tables", at, "columns"), table.columns, [*edges, *names])


def _columns(
    route: Route, columns: Iterable[ValueColumn], names: Collection[str]
) -> Iterator[tuple[Route, str, Collection[str]]]:
    for at, column in enumerate(columns):
        yield (*route, at, "formula"), column.formula, names


def _measured(measure: Measure, text: str, phrases: Iterable[str]) -> float:
    match measure.counts:
        case "characters":
            return counting.characters(text)
        case "words":
            return counting.words(text)
        case "marks":
            return counting.marks(text, measure.of or "")
        case "phrases":
            return len(counting.phrases(text, phrases))
