"""Calculators: a few numbers in, a result in words out, and recommended pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from generator.kinds.calculator_parts import Bars, Curves, Decimals, Formula, Name, Phrase, ValueTable
from generator.model import facets
from generator.model.entry import DoneAlone, Link, Part
from generator.model.kind import Kind
from generator.model.relation import ANY, EVERYWHERE, Relation
from generator.model.values import Among, Line, Minutes, Number, Prose, Text, YesNo

RECOMMENDS = Relation.built_in("recommends", ANY)
"""An entry that a result recommends."""

MOST = 1_000_000_000

NUMERIC = frozenset({"number", "counter", "choice"})
"""The types of input that contain a number."""


IN_INPUTS = Among(("inputs.*.name",))
"""The name of an input."""


class InputOption(Part):
    """One value to choose."""

    value: Number
    """The number that formulas use."""
    label: Text
    """What the reader chooses."""


class Measure(Part):
    """A number taken from a text that the reader types."""

    name: Name
    """Its name in formulas."""
    label: Text
    """What is counted, for the reader."""
    counts: Literal["characters", "words", "marks", "phrases"]
    """`characters` as people see them; `words`; `marks`: each character of `of`; `phrases`: those of the list `of`."""
    of: Annotated[Text, Among(IN_INPUTS.routes, only=False)] | None = None
    """The marks to count, or the name of the input of type `list` that contains the phrases."""


class Input(Part):
    """Something to fill in."""

    name: Name
    """Its name in formulas."""
    label: Text
    """What the reader fills in."""
    symbol: Text | None = None
    """The short name in the drawn formula. Default: the label."""
    help: Line | None = None
    """A short description of the value."""
    type: Literal["number", "counter", "choice", "message", "list", "word"] = "number"
    """`counter`: a number with buttons to count by; `choice`: one of `options`; `message`: a text to measure;
    `list`: phrases to look for, one a line; `word`: one word for the sentences."""
    unit: Text | None = None
    """The unit, shown after the field."""
    min: Number = 0
    """The smallest number that makes sense."""
    max: Number = MOST
    """The largest number that makes sense."""
    step: Number = 1
    """The step of the arrows of the field."""
    default: Number | None = None
    """The initial number."""
    options: tuple[InputOption, ...] = ()
    """The values to choose from, for a `choice`."""
    text: Text | None = None
    """The initial text of a `message` or `word`."""
    phrases: tuple[Phrase, ...] = ()
    """The initial items of a `list`."""
    measures: tuple[Measure, ...] = ()
    """The numbers taken from a `message`."""


class ResultBand(Part):
    """A range of results and what it means."""

    at_least: Number | None = None
    """The smallest value of the band; without it, the band has no lower end."""
    at_most: Number | None = None
    """The largest value of the band; without it, the band has no upper end."""
    title: Text
    """The name of a result in this band."""
    meaning: Line
    """What it means for the reader."""
    recommends: Annotated[tuple[Link, ...], RECOMMENDS] = ()
    """The recommended entries, each with a reason."""


class Output(Part):
    """A result. Without a label it is only used by the formulas below it."""

    name: Name
    """Its name in formulas and sentences."""
    label: Text | None = None
    """What it is, for the reader."""
    symbol: Text | None = None
    """The short name in the drawn formula. Default: the label."""
    formula: Formula
    """The formula, with names from above."""
    unit: Text | None = None
    """The unit, shown after the value: `hours`, or `{left|hour|hours}` if it may be one."""
    decimals: Decimals = 0
    """Digits after the decimal point. A whole result is shown without."""
    sign: YesNo = False
    """Whether a plus sign is shown."""
    drawn: YesNo = False
    """Whether the formula is drawn."""
    says: Line | None = None
    """The result in a sentence. `{name}` is a value, `{name|one|many}` the word for its number."""
    bands: tuple[ResultBand, ...] = ()
    """What its values mean, from the lowest to the highest, without gap or overlap."""


class Case(Part):
    """A sentence shown if a condition is true."""

    when: Formula
    """The condition, such as `won > proposals`."""
    says: Line
    """The sentence, with `{name}` for values."""
    instead: YesNo = False
    """Whether it replaces the results, because they would make no sense."""


class Example(Part):
    """A worked example. The build calculates and compares it."""

    values: Annotated[dict[Annotated[str, IN_INPUTS], Number], Field(min_length=1)]
    """The inputs by name; the others have their initial values."""
    gives: Annotated[dict[Annotated[str, Among(("outputs.*.name",))], Number], Field(min_length=1)]
    """The results by name."""
    says: Prose
    """What to learn from it."""


class Whose(Part):
    """Whose a part of the calculator is."""

    part: Text
    """The part: the formula, the scale, the bands."""
    origin: Literal["source", "assembled", "own"]
    """As for entries."""
    note: Line
    """What the source gives, or why the playbook adds it."""


class Calculator(DoneAlone):
    @classmethod
    def names_of_its_own(cls, data: object) -> frozenset[str]:
        """The names of its values, which sentences show."""
        return frozenset(_names(data))

    minutes: Minutes
    """The time needed to fill it in and think about it, in minutes."""
    question: Line
    """The question that it answers."""
    inputs: Annotated[tuple[Input, ...], Field(min_length=1, max_length=10)]
    """What to fill in."""
    outputs: Annotated[tuple[Output, ...], Field(min_length=1, max_length=20)]
    """The results, each calculated from the values above it."""
    cases: tuple[Case, ...] = ()
    """Sentences for special numbers, or for numbers that make no sense."""
    in_words: Line
    """The formula in words."""
    curves: Curves | None = None
    """A drawing of curves."""
    bars: Bars | None = None
    """A drawing of bars."""
    tables: tuple[ValueTable, ...] = ()
    """Values to look up, on screen and on paper."""
    examples: Annotated[tuple[Example, ...], Field(min_length=1)]
    """Worked examples."""
    means: Prose
    """The thought behind it."""
    use: Prose
    """How and when to use it."""
    caution: Prose
    """Its limits."""
    whose: Annotated[tuple[Whose, ...], Field(min_length=1)]
    """Which part comes from a source, and which is the playbook's own."""


def _names(data: object) -> Iterator[str]:
    """What stands under `name` in the data of inputs, their measures and outputs, whether or not these are sound."""
    if not isinstance(data, dict):
        return
    if isinstance(name := data.get("name"), str):
        yield name
    for field in ("inputs", "measures", "outputs"):
        for item in found if isinstance(found := data.get(field), list) else ():
            yield from _names(item)


KIND = Kind.built_in(
    "calculator",
    "calculators",
    Calculator,
    order=50,
    icon="calculator",
    accent="indigo",
    search_weight=0.95,
    purpose="check",
    filled_in=True,
    facets=(*facets.NAMES, facets.PEOPLE.name),
    relations=EVERYWHERE,
)
