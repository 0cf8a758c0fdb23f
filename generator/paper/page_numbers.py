"""The number of pages, which is written into their feet when it is known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from generator.paper.boxes import write_again

PLACE = "\N{FIGURE SPACE}"
"""Stands in the feet of pages for the number of pages while that is not known. It is as wide as a digit."""


def number_pages(pages: Sequence[Any], first: int, total: int) -> None:
    """Write the number of pages into their feet, and that of each page if the first is not page 1."""
    for number, page in enumerate(pages, first):
        for margin in page._page_box.children[1:]:
            for box in margin.descendants():
                text = getattr(box, "text", None) or ""
                if PLACE in text:
                    own, place, rest = text.partition(PLACE)
                    write_again(box, OWN_NUMBER.sub(str(number), own) + place.replace(PLACE, str(total)) + rest)


OWN_NUMBER = re.compile(r"(?<!\d)\d+(?=\D*$)")
"""The number of a page, before that of all pages."""
