"""Tensions: places where two good rules pull in different directions."""

from typing import Annotated

from pydantic import Field

from generator.model.entry import Entry, Part
from generator.model.kind import Kind
from generator.model.relation import ANY, EVERYWHERE, Relation
from generator.model.values import Line, Prose

BETWEEN = Relation.built_in("between", ANY)


class TensionSide(Part):
    """One side of a tension."""

    says: Line
    """What it says."""
    holds: Line
    """Where that is right."""


class Tension(Entry):
    sides: Annotated[tuple[TensionSide, ...], Field(min_length=2)]
    """The sides."""
    resolve: Prose
    """How to choose: always the playbook's own reading."""
    test: Line | None = None
    """A quick test for which side the moment asks for."""


KIND = Kind.built_in(
    "tension",
    "tensions",
    Tension,
    order=150,
    icon="scales",
    accent="ochre",
    search_weight=0.95,
    purpose="understand",
    relations=(BETWEEN, *EVERYWHERE),
)
