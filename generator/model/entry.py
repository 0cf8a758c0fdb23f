"""What every entry has, and the types that its fields are made of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, Literal, NamedTuple, get_args

from pydantic import BaseModel, ConfigDict, Field, model_validator

from generator.diagnostics.place import Route
from generator.model.relation import Relation
from generator.model.values import Configured, Day, Id, Line, Minutes, Name, Ref, Text, YesNo


class Part(BaseModel):
    """A piece of an entry. Frozen; a field that is not declared is an error.

    How to validate it is worked out when the first one is read: most runs meet a few kinds only.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    @classmethod
    def names_of_its_own(cls, _data: object) -> frozenset[str]:
        """The names that mean something in braces in the texts of this data, besides variables and snippets."""
        return frozenset()


class Link(Part):
    """A link to another entry and the reason to follow it. A plain id is a link without reason."""

    to: Ref
    """The id of the target entry."""
    why: Line | None = None
    """What the reader gains by following it, in one sentence."""

    @model_validator(mode="before")
    @classmethod
    def _bare_id(cls, value: object) -> object:
        return {"to": value} if isinstance(value, str) else value


class Citation(Part):
    """A source, and the place in it."""

    source: Annotated[Ref, Relation.built_in("cites", ("source",))]
    """The id of a source."""
    where: Text
    """The place in the source: a section, a post, a chapter."""


class Step(Part):
    """One thing to do. A plain sentence is a step without detail."""

    do: Line
    """What to do, as an instruction."""
    detail: Line | None = None
    """How, or why in this way."""

    @model_validator(mode="before")
    @classmethod
    def _bare_sentence(cls, value: object) -> object:
        return {"do": value} if isinstance(value, str) else value


class Way(NamedTuple):
    """A way to use an entry: the fewest and the most people that it goes with, as in `Entry.crowd`, and the minutes
    that it takes with them."""

    crowd: tuple[int, int | None] | None
    minutes: int | None


class Entry(Part):
    """What every entry of every kind has."""

    title: Text
    """The title of the page."""
    summary: Text
    """What the reader gets, in one sentence of at most 160 characters."""
    moments: Annotated[tuple[Ref, ...], Relation.built_in("moments", ("moment",))] = ()
    """The moments in which this is useful."""
    audience: Annotated[tuple[Ref, ...], Relation.built_in("audience", ("audience",))] = ()
    """The people it is for."""
    minutes: Minutes | None = None
    """The time needed to use it, in minutes."""
    keywords: tuple[Text, ...] = ()
    """Words that people may search for and that are not in the title."""
    asked_as: tuple[Text, ...] = ()
    """How someone with the problem would put it, in words that the page does not use."""
    aliases: tuple[Id, ...] = ()
    """Earlier ids of this entry; their addresses redirect here."""
    origin: Literal["source", "assembled", "own"] = "source"
    """`source`: the substance is in the sources; `assembled`: put together from several places in them;
    `own`: the playbook's own."""
    own: tuple[Text, ...] = ()
    """The fields of this entry whose substance is the playbook's own addition."""
    note: Line | None = None
    """What the reader should know about its reliability: gaps, doubts, second-hand reports."""
    sources: tuple[Citation, ...] = ()
    """Its sources."""
    ignore: dict[str, Text] = Field(default_factory=dict)
    """Editorial rules that this entry breaks on purpose, each with the reason, such as
    `hard-to-read: The oath is quoted as it is spoken.`"""
    links: dict[str, tuple[Link, ...]] = Field(default_factory=dict)
    """Links to other entries, by relation."""

    draft: YesNo = False
    """Whether it is still being written: only `playbook serve` shows it."""
    owner: Annotated[Name, Configured("owners")] | None = None
    """Who looks after it: one of `owners` in the configuration."""
    status: Annotated[Name, Configured("statuses")] | None = None
    """How far it is: one of `statuses` in the configuration."""
    reviewed: Day | None = None
    """The day on which its owner last found it right, as in `2026-03-01`."""
    review_by: Day | None = None
    """The day by which it should be looked at again. Without it, `review_months` in the configuration decides."""

    only_in: tuple[Annotated[Name, Configured("sites")], ...] = ()
    """The sites that it is on, of `sites` in the configuration. Without the field, these choose."""
    hidden_from: tuple[Annotated[Name, Configured("sites")], ...] = ()
    """The sites that it is not on, of `sites` in the configuration."""

    @property
    def crowd(self) -> tuple[int, int | None] | None:
        """The fewest and the most people that it goes with; nothing if it does not say it, no most if it has none."""
        return None

    @property
    def ways(self) -> tuple[Way, ...]:
        """The ways to use it: several if it takes another time with a group than alone."""
        return (Way(self.crowd, self.minutes),)

    @property
    def stated_origin(self) -> str | None:
        """The `origin` as far as the entry states it: with the field, or with sources. Else nothing is known of it."""
        return self.origin if "origin" in self.model_fields_set or self.sources else None


class DoneAlone(Entry):
    """An entry of a kind that one person does alone, such as a checklist."""

    @property
    def crowd(self) -> tuple[int, int]:
        return 1, 1


class Leaf(NamedTuple):
    """A value of interest in an entry: text with markup, or a reference."""

    route: Route
    value: Line | Link | Ref
    relation: Relation | None


def leaves(part: Part) -> Iterator[Leaf]:
    """Every marked-up text, link and reference in `part`, in the order of the fields."""
    yield from _leaves_of_part(part, ())


def _leaves_of_part(part: Part, route: Route) -> Iterator[Leaf]:
    for name, relation in _fields_with_leaves(type(part)):
        value = getattr(part, name)
        if value:
            yield from leaves_of_value(value, (*route, name), relation)


@cache
def _fields_with_leaves(model: type[Part]) -> tuple[tuple[str, Relation | None], ...]:
    """The fields of `model` that can contain a leaf, each with its relation."""
    return tuple(
        (name, next((m for m in info.metadata if isinstance(m, Relation)), None))
        for name, info in model.model_fields.items()
        if _holds_leaves(info.annotation)
    )


def _holds_leaves(annotation: Any) -> bool:
    if isinstance(annotation, type) and not get_args(annotation):
        return issubclass(annotation, Line | Ref | Part)
    return any(_holds_leaves(part) for part in get_args(annotation))


def leaves_of_value(value: object, route: Route, relation: Relation | None) -> Iterator[Leaf]:
    """The same of the value of a field that has this route and this relation."""
    # To ask whether something is a model takes longest, so that comes last.
    match value:
        case Line() | Ref():
            yield Leaf(route, value, relation)
        case tuple():
            for index, item in enumerate(value):
                yield from leaves_of_value(item, (*route, index), relation)
        case dict():
            for key, item in value.items():
                yield from leaves_of_value(item, (*route, key), relation)
        case Link():
            yield Leaf(route, value, relation)
            if value.why:
                yield Leaf((*route, "why"), value.why, None)
        case Part():
            yield from _leaves_of_part(value, route)
