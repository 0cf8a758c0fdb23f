"""Assessments: questionnaires that score themselves and lead on to what helps, on screen and on paper."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal, TypeAlias

from pydantic import BeforeValidator, Field

from generator.kinds.scoring_methods import HELP as METHODS_HELP
from generator.kinds.scoring_methods import MethodName
from generator.model.entry import Entry, Link, Part
from generator.model.kind import Kind
from generator.model.relation import ANY, EVERYWHERE, Relation
from generator.model.values import Id, Line, Minutes, Number, Prose, Ref, Text, Whole, YesNo

Direction: TypeAlias = Literal["high-is-good", "high-is-bad"]

RECOMMENDS = Relation.built_in("recommends", ANY)
ASKS_ABOUT = Relation.built_in("asks_about", ("tell", "belief-pair"))


class Advice(Link):
    """An entry to go to."""

    why: Line
    """What the reader gains by following it, in one sentence."""


class Asked(Part):
    """One question."""

    id: Id
    """A short name, unique in this assessment, that never changes: answers are kept under it."""
    text: Line
    """What one answers to. Of a pair of beliefs: what both are about."""
    help: Line | None = None
    """How to read it, or an example."""
    scale: Text | None = None
    """The scale of this item, if it is not that of the assessment."""
    dimension: Text | None = None
    """The dimension it belongs to."""
    weight: Number = 1.0
    """How much it counts, where the scoring is `weighted`."""
    about: Annotated[Ref | None, ASKS_ABOUT] = None
    """The tell or the pair of beliefs that it asks about. A pair is shown with both of its sides."""
    recommends: Annotated[tuple[Advice, ...], RECOMMENDS] = ()
    """Where to go if the answer lies in the worse half of the scale; the best first. What is only counted has none."""


class Verdict(Part):
    """What a result is called, what it means, and where it leads."""

    id: Id
    """A short name, unique among the bands and fields of this assessment."""
    title: Text
    """What it is called."""
    meaning: Prose
    """What it says, and what it asks for."""
    recommends: Annotated[tuple[Advice, ...], RECOMMENDS, Field(min_length=1)]
    """Where to go from here; the best first."""


class ScoreBand(Verdict):
    """A range of a score."""

    at_least: Number
    """The lowest score in it."""
    at_most: Number
    """The highest score in it. The next band begins one step above: at 5 after 4, or at 1.5 after 1.49."""


class Scoring(Part):
    """How answers become a score."""

    method: Annotated[MethodName, Field(description=METHODS_HELP)]
    formula: Text | None = None
    """Arithmetic over ids of items or dimensions, with `_` in place of `-`."""
    decimals: Annotated[Whole, Field(ge=0, le=3)] | None = None
    """To how many decimals the score is given; else 0, for means and weights 1, for formulas 2."""
    direction: Direction = "high-is-good"
    """Whether a high score is good."""
    unit: Text | None = None
    """What stands behind the number, such as `questions per comment`."""
    bands: tuple[ScoreBand, ...] = ()
    """What the score means, from the lowest band to the highest."""


class Dimension(Scoring):
    """Items that are scored together."""

    id: Id
    """A short name, unique in this assessment, that never changes."""
    title: Text
    """What it is called."""
    meaning: Line | None = None
    """What it looks at."""
    optional: YesNo = False
    """Whether it may be left out; it is then no part of the total."""
    recommends: Annotated[tuple[Advice, ...], RECOMMENDS] = ()
    """Where to go if this is the weakest dimension and lies in the worse half."""


class KnockOut(Part):
    """An answer that settles the result whatever the others are."""

    item: Text
    """The id of the item."""
    up_to: Whole
    """Answers up to this one count."""
    band: Text
    """The id of the band that the result then falls into."""
    why: Line
    """Why this answer settles it."""


class Quarter(Verdict):
    """One of the four fields of two dimensions."""

    across: Literal["low", "high"]
    """On which side of the split the first dimension lies."""
    up: Literal["low", "high"]
    """On which side of the split the second dimension lies."""


class FourFields(Part):
    """Two dimensions that are looked at together, in four fields."""

    across: Text
    """The id of the dimension that runs from left to right."""
    up: Text
    """The id of the dimension that runs upwards."""
    split: Number
    """From this score on a dimension counts as high."""
    fields: Annotated[tuple[Quarter, ...], Field(min_length=4, max_length=4)]
    """The four fields."""


class EditionChange(Part):
    """What changed with a new edition, for people whose answers are older."""

    edition: Annotated[Whole, Field(ge=2)]
    """The edition it came with."""
    what: Line
    """What changed, as told to somebody whose answers are older."""
    renamed: dict[str, Id] = Field(default_factory=dict)
    """Items that got another id: the old id and the new one. Answers move along."""
    removed: tuple[Id, ...] = ()
    """Items that are no longer asked."""


class Basis(Part):
    """Where a part of the assessment comes from. A bare word stands for `of`."""

    of: Literal["source", "assembled", "own"]
    """`source`: it stands in a source; `assembled`: put together from several places; `own`: the playbook's own."""
    note: Line | None = None
    """What is to be said about it."""


def _bare_word(value: object) -> object:
    return {"of": value} if isinstance(value, str) else value


BasisOrWord = Annotated[Basis, BeforeValidator(_bare_word)]


class Bases(Part):
    """Which parts are the source's and which the playbook's own."""

    items: BasisOrWord
    """The questions."""
    scale: BasisOrWord
    """The answers one can choose."""
    scoring: BasisOrWord
    """How the score is worked out."""
    bands: BasisOrWord
    """What the score is said to mean."""


class Assessment(Entry):
    group: Literal["relation", "talk", "work", "house"]
    """The shelf it stands on."""
    edition: Annotated[Whole, Field(ge=1)]
    """Raised by one whenever items are added, removed or mean something else; the reason stands under `changes`."""
    changes: tuple[EditionChange, ...] = ()
    """What changed with each edition after the first."""
    minutes: Minutes
    """The time needed to answer, in minutes."""
    subject: Text
    """Whom or what the answers are about: `your organisation`, `one relationship`."""
    intro: Prose
    """What it is for, and how to answer."""
    scale: Text
    """The scale of the items, by its name under `scales:` in the configuration."""
    items: Annotated[tuple[Asked, ...], Field(min_length=2)]
    """The questions."""
    dimensions: tuple[Dimension, ...] = ()
    """Groups of items that are scored by themselves."""
    total: Scoring | None = None
    """How all items together, or all dimensions, are scored."""
    knock_outs: tuple[KnockOut, ...] = ()
    """Answers that settle the result whatever the others are."""
    fields: FourFields | None = None
    """Four fields that two dimensions span, in place of a total."""
    basis: Bases
    """Which parts are the source's and which our own."""
    afterwards: Prose | None = None
    """What to do with the result."""

    def scale_of(self, item: Asked) -> str:
        """The name of the scale that an item is answered on."""
        return item.scale or self.scale

    def dimension_of(self, item: Asked) -> Dimension | None:
        return next((d for d in self.dimensions if d.id == item.dimension), None)

    def counts_in_total(self, item: Asked) -> bool:
        """Whether an item is part of the total."""
        dimension = self.dimension_of(item)
        return not (dimension and dimension.optional)

    def verdicts(self) -> Iterator[Verdict]:
        """The bands of the total and of the dimensions, and the fields."""
        for one in (*([self.total] if self.total else ()), *self.dimensions):
            yield from one.bands
        yield from self.fields.fields if self.fields else ()

    def parts(self) -> Iterator[tuple[Dimension | None, tuple[Asked, ...]]]:
        """The items in groups: those without a dimension, then each dimension with its own."""
        for dimension in (None, *self.dimensions):
            items = tuple(item for item in self.items if self.dimension_of(item) is dimension)
            if items:
                yield dimension, items


KIND = Kind.built_in(
    "assessment",
    "assessments",
    Assessment,
    order=80,
    relations=EVERYWHERE,
    group_of=lambda entry: entry.group if isinstance(entry, Assessment) else "",
)
