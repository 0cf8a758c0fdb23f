"""What every block of a worksheet has, and how blocks take words from other entries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar, Literal, NamedTuple, Protocol, TypeAlias

from pydantic import Field

from generator.diagnostics.place import Route
from generator.kinds.checklist import Checklist
from generator.kinds.worksheet_blocks.fields import SheetField
from generator.model.entry import Entry, Part
from generator.model.relation import ANY, Relation
from generator.model.values import Id, Line, Ref, Text, Whole, YesNo

FILLED_FROM = Relation.built_in("filled_from", ANY)
ITEMS_OF = Relation.built_in("items_of", ("checklist",))

Shown: TypeAlias = Literal["title", "summary", "left", "right", "sign", "ask"]
"""The field of an entry that a sheet prints."""

Share: TypeAlias = Annotated[Whole, Field(ge=1, le=20)]
"""How wide something is beside its neighbours."""

Height: TypeAlias = Annotated[Whole, Field(ge=1, le=40)]
"""A height on paper, in lines."""


class Found(Protocol):
    """Something with an entry."""

    @property
    def entry(self) -> Entry: ...


class Lack(NamedTuple):
    """What a block that prints nothing lacks, such as `table has no rows`, what to do about it, and in which field."""

    what: str
    hint: str
    field: str


class Ids(NamedTuple):
    """The ids of one list in a block, each with its place in the block. They have to differ."""

    list: str
    ids: tuple[tuple[str, Route], ...]


class Block(Part):
    """A part of a sheet, with its heading.

    `order` is the position of the type among the types of blocks in documentation, the lowest first. `levels` are the
    words for what the ids in the paths of its fields name, such as a row and a column.
    """

    order: ClassVar[int]
    levels: ClassVar[tuple[str, ...]] = ()

    id: Id
    """A permanent short name, unique on this sheet: answers are stored under it."""
    label: Text
    """Its heading: a question, or what to write here."""
    hint: Line | None = None
    """A short help text, printed below the label."""
    new_page: YesNo = False
    """`true` if it starts a page of paper."""

    @property
    def lack(self) -> Lack | None:
        """What is missing if it would print its heading and nothing else."""
        return None

    @property
    def listed(self) -> tuple[Ref, ...]:
        """The ids of the entries of which it prints fields. They are listed under `entries`."""
        return ()

    @property
    def printed_fields(self) -> tuple[Shown, ...]:
        """The fields that it prints of each of these entries."""
        return ()

    @property
    def differs(self) -> bool:
        """Whether each copy of it is another."""
        return False

    @property
    def cut_out(self) -> bool:
        """Whether it is printed on pages of its own, on both sides, to be cut out."""
        return False

    @property
    def ticks_one(self) -> bool:
        """Whether only one of its fields may be ticked."""
        return False

    def fields(self, letters: int, entries: Mapping[str, Found]) -> Iterator[SheetField]:
        """Where something is filled in, on a sheet with so many letters in a line. By default nowhere."""
        yield from ()

    def ids(self) -> Iterator[Ids]:
        """The ids that things in it have, list by list."""
        for name in type(self).model_fields:
            value = getattr(self, name)
            if isinstance(value, tuple):
                found = ((str(getattr(item, "id")), (name, at, "id")) for at, item in enumerate(value) if _has_id(item))  # noqa: B009
                yield Ids(name, tuple(found))


def _has_id(item: object) -> bool:
    return isinstance(item, Part) and "id" in type(item).model_fields


def items_of(checklist: str | None, entries: Mapping[str, Found]) -> Iterator[tuple[str, str]]:
    """The items of a checklist: the id and the text of each."""
    found = entries[checklist].entry if checklist else None
    if isinstance(found, Checklist):
        yield from ((item.id, item.text) for group in found.groups for item in group.items)


def groups_of(checklist: str | None, entries: Mapping[str, Found]) -> Iterator[tuple[str, str]]:
    """The groups of a checklist: an id and the title of each. That of the first item is permanent, so it serves."""
    found = entries[checklist].entry if checklist else None
    if isinstance(found, Checklist):
        yield from ((group.items[0].id, group.title) for group in found.groups)
