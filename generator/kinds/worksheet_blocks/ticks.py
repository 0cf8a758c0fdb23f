"""Check lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar, Literal

from generator.kinds.worksheet_blocks.block import ITEMS_OF, Block, Found, Lack, items_of
from generator.kinds.worksheet_blocks.fields import SheetField, Tick, Writing
from generator.model.entry import Part
from generator.model.values import Id, Ref, Text, YesNo


class TickOption(Part):
    """Something to tick or choose."""

    id: Id
    """A permanent short name, unique in this block."""
    text: Text
    """The text beside the box."""
    blank: YesNo = False
    """`true` if it ends in a blank to write in: `park until ____`."""


class TicksBlock(Block):
    """A check list.

    A specimen has the list of the ids that are ticked; if words stand in the blank of an option, the words, or `true`,
    under each id instead.
    """

    order: ClassVar[int] = 40
    levels: ClassVar[tuple[str, ...]] = ("option",)

    type: Literal["ticks"]
    """`ticks`."""
    options: tuple[TickOption, ...] = ()
    """What can be ticked."""
    items_of: Annotated[Ref | None, ITEMS_OF] = None
    """The id of a checklist, each of whose items can be ticked."""
    one: YesNo = False
    """`true` if only one may be chosen."""

    @property
    def lack(self) -> Lack | None:
        if self.options or self.items_of:
            return None
        hint = "give it `options`, or name a checklist under `items_of`"
        return Lack("check list has nothing to tick", hint, "options")

    def printed_options(self, entries: Mapping[str, Found]) -> tuple[TickOption, ...]:
        """Everything that can be ticked."""
        items = items_of(self.items_of, entries)
        # Not validated again, which would make plain text of words with markup.
        return (*(TickOption.model_construct(id=item_id, text=text) for item_id, text in items), *self.options)

    @property
    def ticks_one(self) -> bool:
        return self.one

    def fields(self, letters: int, entries: Mapping[str, Found]) -> Iterator[SheetField]:
        for option in self.printed_options(entries):
            room = Writing(1, max(12, letters // 2 - len(option.text))) if option.blank else None
            yield SheetField((option.id,), Tick(room))


BLOCK = TicksBlock
