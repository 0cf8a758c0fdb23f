"""Words to read, with nothing to fill in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from generator.kinds.worksheet_blocks.block import FILLED_FROM, Block, Found, Lack, Shown
from generator.model.values import Prose, Ref


class TextBlock(Block):
    """Words to read, with nothing to fill in."""

    order: ClassVar[int] = 100

    type: Literal["text"]
    """`text`."""
    text: Prose | None = None
    """The words."""
    entries: Annotated[tuple[Ref, ...], FILLED_FROM] = ()
    """Ids of entries that are listed beneath."""
    shows: Shown = "title"
    """The field of each entry that is printed."""

    @property
    def lack(self) -> Lack | None:
        if self.text is not None or self.entries:
            return None
        return Lack("text has no words", "write them under `text`, or name entries under `entries`", "text")

    @property
    def listed(self) -> tuple[Ref, ...]:
        return self.entries

    @property
    def printed_fields(self) -> tuple[Shown, ...]:
        return (self.shows,)

    def printed_texts(self, entries: Mapping[str, Found]) -> tuple[tuple[str, str], ...]:
        """The id of each entry that it lists, and the words that it prints."""
        return tuple((ref, getattr(entries[ref].entry, self.shows)) for ref in self.entries)


BLOCK = TextBlock
