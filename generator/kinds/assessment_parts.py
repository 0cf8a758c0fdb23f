"""What assessments have besides questions and scores: what changed with editions, what is whose, worked answers."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from generator.kinds.scale import AnswerValue
from generator.model.entry import Part
from generator.model.values import Among, BeginsWith, Id, Line, Prose, Whole

IN_ITEMS = Among(("items.*.id",))
"""The id of a question."""


class EditionChange(Part):
    """What changed with a new edition, for people whose answers are older."""

    edition: Annotated[Whole, Field(ge=2), BeginsWith("edition")]
    """The edition it came with."""
    what: Line
    """What changed, for readers whose answers are older."""
    renamed: dict[str, Annotated[Id, IN_ITEMS]] = Field(default_factory=dict)
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
    answers: dict[Annotated[str, IN_ITEMS], AnswerValue]
    """The value of each answer on its scale, by the id of the item. Those left out were not answered."""
    then: Prose
    """What the team did about the result."""
