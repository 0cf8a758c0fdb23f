"""Assessments: questionnaires that calculate their score and recommend pages, on screen and on paper."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from generator.kinds.assessment_parts import IN_ITEMS, Bases, EditionChange, WorkedAnswers
from generator.kinds.scoring_methods import HELP as METHODS_HELP
from generator.kinds.scoring_methods import MethodName
from generator.model import facets
from generator.model.entry import DoneAlone, Link, Part
from generator.model.kind import Kind
from generator.model.relation import ANY, EVERYWHERE, Relation
from generator.model.values import Among, Configured, Id, Line, Looks, Minutes, Number, Prose, Ref, Text, Whole, YesNo

Direction: TypeAlias = Literal["high-is-good", "high-is-bad"]

RECOMMENDS = Relation.built_in("recommends", ANY)
ASKS_ABOUT = Relation.built_in("asks_about", ANY)


IN_DIMENSIONS = Among(("dimensions.*.id",))
"""The id of a dimension."""

IN_SCALES = Configured("scales")


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
    scale: Annotated[Text, IN_SCALES] | None = None
    """The scale of this item, if it is not that of the assessment."""
    dimension: Annotated[Text, IN_DIMENSIONS] | None = None
    """The group of questions that it is scored with: its answer counts in the score of that group."""
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
    of: tuple[Annotated[Text, IN_DIMENSIONS], ...] = ()
    """The ids of the dimensions that it is scored from, in place of items: their mean, their sum, or a formula."""
    formula: Annotated[Text, Looks("formula"), Among(("items.*.id", "dimensions.*.id"))] | None = None
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
    weight: Number = 1.0
    """How much it counts in a score `of` dimensions that is `weighted`."""
    optional: YesNo = False
    """Whether it may be left unanswered; it is then not part of the total."""
    recommends: Annotated[tuple[Advice, ...], RECOMMENDS] = ()
    """The entries recommended if this is the weakest dimension and in the worse half."""


QuestionsOf: TypeAlias = tuple[Dimension | None, tuple[Asked, ...]]
"""A dimension and items of it; None stands for items without one."""


class KnockOut(Part):
    """An answer that decides the result, independent of the others."""

    item: Annotated[Text, IN_ITEMS]
    """The id of the item."""
    up_to: Number
    """Answers up to this one count."""
    band: Annotated[Text, Among(("total.bands.*.id",))]
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

    across: Annotated[Text, IN_DIMENSIONS]
    """The id of the horizontal dimension."""
    up: Annotated[Text, IN_DIMENSIONS]
    """The id of the vertical dimension."""
    split: Number
    """The lowest score at which a dimension counts as high."""
    fields: Annotated[tuple[Quarter, ...], Field(min_length=4, max_length=4)]
    """The four fields."""


class Assessment(DoneAlone):
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
    scale: Annotated[Text, IN_SCALES]
    """The scale of the items, by its name in `content/scales.yml`, or under `scales:` in the configuration."""
    per_page: Annotated[Whole, Field(ge=1, le=100)] | None = None
    """The most questions on a page of the form, which readers then turn. Those of a dimension stay together as far as
    they fit. Without it, all questions are on one page."""
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

    def above(self, dimension: Dimension) -> tuple[Dimension, ...]:
        """The dimensions that a dimension is part of, the outermost first: those that are scored `of` it."""
        found = [dimension]
        while above := next((d for d in self.dimensions if found[0].id in d.of and d not in found), None):
            found.insert(0, above)
        return tuple(found[:-1])

    def outline(self) -> Iterator[tuple[int, Dimension]]:
        """The dimensions in the order in which results show them, each followed by its parts, with their depths."""
        for dimension in self.dimensions:
            if not self.above(dimension):
                yield from self._outlined(dimension, 0)

    def _outlined(self, dimension: Dimension, depth: int) -> Iterator[tuple[int, Dimension]]:
        yield depth, dimension
        for one in self.dimensions:
            if self.above(one)[-1:] == (dimension,):
                yield from self._outlined(one, depth + 1)

    def items_of(self, scoring: Scoring) -> tuple[Asked, ...]:
        """The items that a score counts, its own or those of the dimensions that it is scored from, in their order."""
        if scoring is self.total and not scoring.of:
            return tuple(item for item in self.items if self._counts_in_total(item))
        within = self.within(scoring)
        return tuple(item for item in self.items if item.dimension in within)

    def within(self, scoring: Scoring) -> frozenset[str]:
        """The ids of a dimension and of those that it is scored from, however deep, also where they go in a circle."""
        found = {scoring.id} if isinstance(scoring, Dimension) else set()
        names = list(scoring.of)
        while names:
            name = names.pop()
            if name not in found:
                found.add(name)
                names += [inner for one in self.dimensions if one.id == name for inner in one.of]
        return frozenset(found)

    def _counts_in_total(self, item: Asked) -> bool:
        dimension = self.dimension_of(item)
        return not (dimension and any(one.optional for one in (dimension, *self.above(dimension))))

    def verdicts(self) -> Iterator[Verdict]:
        """The bands of the total and of the dimensions, and the fields."""
        for one in (*([self.total] if self.total else ()), *self.dimensions):
            yield from one.bands
        yield from self.fields.fields if self.fields else ()

    def pages(self) -> tuple[tuple[QuestionsOf, ...], ...]:
        """The items in pages of the form: the groups on each. A group that is too long is divided evenly."""
        most = self.per_page or len(self.items)
        pages: list[list[QuestionsOf]] = [[]]
        for dimension, items in self.parts():
            pieces = ceil(len(items) / most)
            for at in range(pieces):
                piece = items[len(items) * at // pieces : len(items) * (at + 1) // pieces]
                if sum(len(others) for _, others in pages[-1]) + len(piece) > most:
                    pages.append([])
                pages[-1].append((dimension, piece))
        return tuple(map(tuple, pages))

    def parts(self) -> Iterator[QuestionsOf]:
        """The items in groups: those without a dimension, then each dimension with its own."""
        known = {dimension.id for dimension in self.dimensions}
        for dimension in (None, *self.dimensions):
            name = dimension.id if dimension else None
            items = tuple(item for item in self.items if (item.dimension if item.dimension in known else None) == name)
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
    facets=(*facets.NAMES, facets.PEOPLE.name),
    relations=EVERYWHERE,
    group_field="group",
)
