"""What is read, filled in or played at a place in a plan."""

from __future__ import annotations

from generator.model.entry import Link
from generator.model.values import YesNo


class Use(Link):
    """A link to what is read, filled in or played there, and the reason. A plain id is a link without reason."""

    in_part: YesNo = False
    """`true` if only a part of it is used, so that it takes less time than it says; the text says which part."""
