"""Make PDF files with WeasyPrint, and fit each sheet on its pages.

The only module that imports WeasyPrint, which needs the system library Pango. Without it a site has no
PDFs; `missing` says so.
"""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import Any

from generator.paper.fitting import FACES, FEWEST, Extent, Tried, best_step, next_step, wishes, with_steps

HOW_TO_INSTALL = "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-urw-base35"
PAGES = "counter(pages)"
"""The placeholder in the styles for the number of pages."""


@cache
def missing() -> str | None:
    """The message about what is missing for PDFs; None if nothing is missing."""
    try:
        import weasyprint  # noqa: F401
    except ImportError:
        return "PDFs need the package weasyprint: pip install weasyprint"
    except OSError:
        return f"PDFs need the system library Pango: {HOW_TO_INSTALL}"
    return None


def make(html: str) -> bytes:
    """The PDF of a document. The same document always gives the same bytes."""
    return _bytes(_settled(html)[1])


def write(html: str) -> bytes:
    """The PDF of a document whose sheets have their density."""
    return _bytes(_laid_out(html))


def settled(html: str) -> str:
    """The document with the most spacious density for each sheet that fits on its pages."""
    return with_steps(html, _settled(html)[0])


def _bytes(document: Any) -> bytes:
    os.environ["SOURCE_DATE_EPOCH"] = "0"  # fonts hold the time at which they were cut down
    return bytes(document.write_pdf(pdf_variant="pdf/ua-1", pdf_forms=True))


def _settled(html: str) -> tuple[list[int], Any]:
    """The density of each sheet, and the document laid out with them."""
    wanted = wishes(html)
    tried: list[Tried] = [{} for _ in wanted]
    laid_out: dict[tuple[int, ...], Any] = {}
    # To count the pages for the foot costs a second layout. As a rule there are as many as were wished for.
    guess = sum(int(wish) for wish in wanted if wish.isdecimal())
    while any(next_step(wish, found) is not None for wish, found in zip(wanted, tried, strict=True)):
        steps = [_step(wish, found) for wish, found in zip(wanted, tried, strict=True)]
        document = laid_out[tuple(steps)] = _laid_out(_with_pages(with_steps(html, steps), guess))
        for found, step, extent in zip(tried, steps, _extents(document, wanted), strict=True):
            found.setdefault(step, extent)
    best = [best_step(wish, found) for wish, found in zip(wanted, tried, strict=True)]
    document = laid_out.get(tuple(best)) or _laid_out(_with_pages(with_steps(html, best), guess))
    if PAGES in html and (pages := len(document.pages)) != guess:
        document = _laid_out(_with_pages(with_steps(html, best), pages))
    return best, document


def _step(wish: str, tried: Tried) -> int:
    """The density to try next, or that of a sheet whose best is known while others are still tried."""
    step = next_step(wish, tried)
    return best_step(wish, tried) if step is None else step


def _with_pages(html: str, number: int) -> str:
    return html.replace(PAGES, f"'{number}'")


def _extents(document: Any, wanted: Sequence[str]) -> list[Extent]:
    """What each fitted part of the document takes."""
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
        Extent(len(on), at not in spoilt if wish == FACES else wish == FEWEST or len(on) <= int(wish))
        for at, (wish, on) in enumerate(zip(wanted, pages, strict=True))
    ]


def _is_face(box: Any) -> bool:
    return box.element is not None and box.element.get("class") == "face" and box.element_tag == box.element.tag


def _overflows(face: Any) -> bool:
    """Whether the lines of a card's face reach below its edge."""
    return any(low > face.content_box_y() + face.height for low in _ends_of_lines(face))


def _ends_of_lines(box: Any) -> Iterable[float]:
    from weasyprint.formatting_structure.boxes import LineBox

    return (line.position_y + line.height for line in box.descendants() if isinstance(line, LineBox))


def _laid_out(html: str) -> Any:
    from weasyprint import HTML

    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    style = _STYLE.search(html)
    assert style, "a document holds its styles"
    rest = html[: style.start()] + html[style.end() :]
    return HTML(string=rest).render(stylesheets=[_stylesheet(style[1])], pdf_forms=True, pdf_variant="pdf/ua-1")


_STYLE = re.compile("<style>(.*?)</style>", re.DOTALL)


@lru_cache(maxsize=8)
def _stylesheet(css: str) -> Any:
    """Styles are the same in document after document, and to read them takes a tenth of the time."""
    from weasyprint import CSS

    return CSS(string=css)
