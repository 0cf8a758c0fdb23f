"""The blocks that a worksheet is made of: each module of this package with a `BLOCK` is a type of block.

Each block, row, column, option and box has an id of its own: what people write is kept under it, and a field of
a PDF is named by it. The template of a type is the component `block-<type>` of the theme.
"""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Annotated, TypeAlias, Union

from pydantic import Field

from generator.kinds.worksheet_blocks.block import Block


def _found() -> Iterator[type[Block]]:
    for module in iter_modules(__path__):
        block = getattr(import_module(f"{__name__}.{module.name}"), "BLOCK", None)
        if block:
            yield block


BLOCKS: tuple[type[Block], ...] = tuple(sorted(_found(), key=lambda block: block.order))
"""Every type of block."""

if TYPE_CHECKING:
    AnyBlock: TypeAlias = Block
else:
    AnyBlock = Annotated[Union[BLOCKS], Field(discriminator="type")]  # noqa: UP007 (the members are known at run time only)
