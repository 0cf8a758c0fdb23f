"""Assessments: questionnaires that calculate their score and recommend pages, on screen and on paper."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal, TypeAlias

from pydantic import BeforeValidator, Field

from generator.kinds.scale import AnswerValue
from generator.kinds.scoring_methods import HELP as METHODS_HELP
from generator.kinds.scoring_methods import MethodName
from generator.model.entry import Entry, Link, Part
from generator.model.kind import Kind
from generator.model.relation import ANY, EVERYWHERE, Relation
from generator.model.values import Id, Line, Minutes, Number, Prose, Ref, Text, Whole, YesNo

Direction: TypeAlias = Literal["high-is-good", "high-is-bad"]

RECOMMENDS = Relation.built_in("recommends", ANY)
ASKS_ABOUT = Relation.built_in("asks_about", ANY)


class Advice(Link):
    """A recommended entry."""

    why: Line
    """What the reader gains by following it, in one sentence."""


class Asked(Part):
    """One question."""

    id: Id
    """A permanent short name, unique in this assessment: answers are stored under it."""
    text: Line
    """The question or statement. For a belief pair: the subject of both beliefs."""
    help: Line | None = None
    """How to read it, or an example."""
    criteria: tuple[Line, ...] = ()
    """What has to be true for a good answer, one sentence each: a list under the question."""
    scale: Text | None = None
    """The scale of this item, if it is not that of the assessment."""
    dimension: Text | None = None
    """The dimension it belongs to."""
    weight: Number = 1.0
    """How much it counts, where the scoring is `weighted`."""
    about: Annotated[Ref | None, ASKS_ABOUT] = None
    """The entry that it asks about, of any kind. A belief pair is shown with both of its sides."""
    recommends: Annotated[tuple[Advice, ...], RECOMMENDS] = ()
    """The entries recommended if the answer is in the worse half of the scale; the best first. It may be missing if the
    item is a count, or if its dimension recommends entries."""


class Verdict(Part):
    """The name and meaning of a result, and its recommended entries."""

    id: Id
    """A short name, unique among the bands and fields of this assessment."""
    title: Text
    """What it is called."""
    meaning: Prose
    """What it means, and what to do about it."""
    recommends: Annotated[tuple[Advice, ...], RECOMMENDS, Field(min_length=1)]
    """The recommended entries; the best first."""


class ScoreBand(Verdict):
    """A range of a score."""

    at_least: Number
    """The lowest score in it."""
    at_most: Number
    """The highest score in it. The next band starts one step above: at 5 after 4, or at 1.5 after 1.49."""


class Scoring(Part):
    """How answers become a score."""

    method: Annotated[MethodName, Field(description=METHODS_HELP)]
    formula: Text | None = None
    """Arithmetic over ids of items or dimensions, with `_` in place of `-`."""
    decimals: Annotated[Whole, Field(ge=0, le=3)] | None = None
    """The number of decimals of the score. Default: 0; 1 for means and weights; 2 for formulas."""
    direction: Direction = "high-is-good"
    """Whether a high score is good."""
    unit: Text | None = None
    """The text after the number, such as `questions per comment`."""
    bands: tuple[ScoreBand, ...] = ()
    """What the score means, from the lowest band to the highest."""


class Dimension(Scoring):
    """Items that are scored together."""

    id: Id
    """A permanent short name, unique in this assessment."""
    title: Text
    """What it is called."""
    meaning: Line | None = None
    """What it looks at."""
    optional: YesNo = False
    """Whether it may be left unanswered; it is then not part of the total."""
    recommends: Annotated[tuple[Advice, ...], RECOMMENDS] = ()
    """The entries recommended if this is the weakest dimension and in the worse half."""


class KnockOut(Part):
    """An answer that decides the result, independent of the others."""

    item: Text
    """The id of the item."""
    up_to: Number
    """Answers up to this one count."""
    band: Text
    """The id of the band that becomes the result."""
    why: Line
    """Why this answer decides the result."""


class Quarter(Verdict):
    """One of the four fields of two dimensions."""

    across: Literal["low", "high"]
    """Which side of the split the first dimension takes."""
    up: Literal["low", "high"]
    """Which side of the split the second dimension takes."""


class FourFields(Part):
    """Two dimensions combined in four fields."""

    across: Text
    """The id of the horizontal dimension."""
    up: Text
    """The id of the vertical dimension."""
    split: Number
    """The lowest score at which a dimension counts as high."""
    fields: Annotated[tuple[Quarter, ...], Field(min_length=4, max_length=4)]
    """The four fields."""


class EditionChange(Part):
    """What changed with a new edition, for people whose answers are older."""

    edition: Annotated[Whole, Field(ge=2)]
    """The edition it came with."""
    what: Line
    """What changed, for readers whose answers are older."""
    renamed: dict[str, Id] = Field(default_factory=dict)
    """Renamed items: the old id and the new one. Their answers are kept."""
    removed: tuple[Id, ...] = ()
    """Items that are no longer asked."""


class Basis(Part):
    """Where a part of the assessment comes from. A plain word is the value of `of`."""

    of: Literal["source", "assembled", "own"]
    """`source`: from a source; `assembled`: from several places; `own`: the playbook's own."""
    note: Line | None = None
    """A remark about it."""


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
    """How the score is calculated."""
    bands: BasisOrWord
    """What the score is said to mean."""


class WorkedAnswers(Part):
    """The answers of an invented team, to see what a result looks like and what becomes of it."""

    by: Line
    """Who answered, and when."""
    answers: dict[str, AnswerValue]
    """The value of each answer on its scale, by the id of the item. Those left out were not answered."""
    then: Prose
    """What the team did about the result."""


class Assessment(Entry):
    group: Literal["relation", "talk", "work", "house"]
    """The group in which it appears on the index page."""
    edition: Annotated[Whole, Field(ge=1, le=9999)]
    """Increased by one whenever items are added, removed or change their meaning; the reason is under `changes`."""
    changes: tuple[EditionChange, ...] = ()
    """What changed with each edition after the first."""
    minutes: Minutes
    """The time needed to answer, in minutes."""
    subject: Text
    """The subject of the answers: `your organisation`, `one relationship`."""
    intro: Prose
    """What it is for, and how to answer."""
    scale: Text
    """The scale of the items, by its name under `scales:` in the configuration."""
    items: Annotated[tuple[Asked, ...], Field(min_length=2, max_length=500)]
    """The questions."""
    dimensions: tuple[Dimension, ...] = ()
    """Groups of items with their own scores."""
    total: Scoring | None = None
    """How all items together, or all dimensions, are scored."""
    knock_outs: tuple[KnockOut, ...] = ()
    """Answers that decide the result, independent of the others."""
    fields: FourFields | None = None
    """Four fields of two dimensions, instead of a total."""
    basis: Bases
    """Which parts are the source's and which our own."""
    afterwards: Prose | None = None
    """What to do with the result."""
    worked: WorkedAnswers | None = None
    """Answers whose result the page shows, with what the team did about it."""

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
    icon="gauge",
    accent="magenta",
    search_weight=0.93,
    purpose="check",
    filled_in=True,
    relations=EVERYWHERE,
    group_of=lambda entry: entry.group if isinstance(entry, Assessment) else "",
)
