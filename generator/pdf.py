"""Make PDF files with WeasyPrint: fit each sheet on its pages, write, and keep what need not be made again.

The only module that knows WeasyPrint, which in turn needs Pango, a library of the system. Without it a site has no
PDFs; `missing` says so.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from functools import cache
from typing import Any

DENSITIES = 5
"""How many steps there are from a roomy sheet to a dense one. The steps are those of themes/…/print/css/tokens.css."""
READABLE = (1, 2, 3)
"""The steps for a sheet that fits with none."""

HOW_TO_INSTALL = "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-urw-base35"

_FITTED = re.compile(r'data-fit="(\w+)" data-density="(\d)"')


@cache
def missing() -> str | None:
    """What is missing for PDFs, as one says it to people; None if nothing is."""
    try:
        import weasyprint  # noqa: F401
    except ImportError:
        return "PDFs need the package weasyprint: pip install weasyprint"
    except OSError:
        return f"PDFs need Pango: {HOW_TO_INSTALL}"
    return None


def make(html: str) -> bytes:
    """The PDF of a document. The same document always gives the same bytes."""
    os.environ["SOURCE_DATE_EPOCH"] = "0"  # fonts hold the time at which they were cut down
    document: Any = _laid_out(settled(html))
    return bytes(document.write_pdf(pdf_variant="pdf/ua-1", pdf_forms=True))


def settled(html: str) -> str:
    """The document with the roomiest density for each sheet with which it fits on the pages it may take.

    A sheet that fits with none takes the one with which it needs the fewest pages and can still be read with ease.
    """
    wishes = [found[1] for found in _FITTED.finditer(html)]
    tried: list[list[_Extent]] = [[] for _ in wishes]
    # The number of pages in a foot costs a second layout, and matters nothing here.
    draft = html.replace("counter(pages)", "'9'")
    while any(not _is_final(found) for found in tried):
        steps = [_best(found) if _is_final(found) else len(found) for found in tried]
        for found, extent in zip(tried, _extents(_with_steps(draft, steps), wishes), strict=True):
            if not _is_final(found):
                found.append(extent)
    return _with_steps(html, [_best(found) for found in tried])


@dataclass(frozen=True, slots=True)
class _Extent:
    """What a sheet takes at some density."""

    pages: int
    fits: bool


def _is_final(tried: list[_Extent]) -> bool:
    return len(tried) == DENSITIES or bool(tried and tried[-1].fits)


def _best(tried: list[_Extent]) -> int:
    if tried[-1].fits:
        return len(tried) - 1
    return min(READABLE, key=lambda step: tried[step].pages)


def _with_steps(html: str, steps: list[int]) -> str:
    wanted = iter(steps)
    return _FITTED.sub(lambda found: f'data-fit="{found[1]}" data-density="{next(wanted)}"', html)


def _extents(html: str, wishes: list[str]) -> list[_Extent]:
    """What each fitted part of the document takes."""
    document = _laid_out(html)
    parts: list[Any] = [e for e in document._html.etree_element.iter() if e.get("data-fit")]
    place = {part: at for at, part in enumerate(parts)}
    pages: list[set[int]] = [set() for _ in parts]
    spoilt: set[int] = set()
    for number, page in enumerate(document.pages):
        part = -1
        for box in page._page_box.descendants():
            if box.element in place and box.element_tag == box.element.tag:
                part = place[box.element]
                pages[part].add(number)
            elif _is_face(box) and _overflows(box):
                spoilt.add(part)
    return [
        _Extent(len(on), at not in spoilt if wish == "faces" else len(on) <= int(wish))
        for at, (wish, on) in enumerate(zip(wishes, pages, strict=True))
    ]


def _is_face(box: Any) -> bool:
    return box.element is not None and box.element.get("class") == "face" and box.element_tag == box.element.tag


def _overflows(face: Any) -> bool:
    """Whether the lines of a card's face reach below its edge."""
    from weasyprint.formatting_structure.boxes import LineBox

    bottom = face.content_box_y() + face.height
    return any(isinstance(box, LineBox) and box.position_y + box.height > bottom for box in face.descendants())


def _laid_out(html: str) -> Any:
    from weasyprint import HTML

    return HTML(string=html).render(pdf_forms=True, pdf_variant="pdf/ua-1")
