"""Make PDF files with WeasyPrint, and fit each sheet on its pages.

WeasyPrint needs the system library Pango. Without it a site has no
PDFs; `missing` says so.
"""

from __future__ import annotations

import logging
import os
import re
import warnings
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from generator.paper.fitting import Extent, Limits, best_size, limits_in, next_size, with_sizes
from generator.paper.joining import Piece
from generator.paper.laid_out import PLACE, extents, fill_pages, number_pages
from generator.paper.pieces import OPTIONS, taken_apart
from generator.paper.typefaces import font_faces

HOW_TO_INSTALL = "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
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
    return _bytes(fitted(html)[1])


def write(html: str) -> bytes:
    """The PDF of a document whose sheets have their sizes of type."""
    return _bytes(laid_out(html))


def piece(html: str) -> Piece:
    """The PDF of a document in parts, to be joined with others."""
    return taken_apart(_numbered(fitted(html)[1]))


def _bytes(document: Any) -> bytes:
    return bytes(_numbered(document).write_pdf(**OPTIONS))


def _numbered(document: Any) -> Any:
    """The document with the number of its pages in their feet, and with links and fields where their boxes are now."""
    os.environ["SOURCE_DATE_EPOCH"] = "0"  # fonts hold the time at which they were cut down
    number_pages(document.pages)
    return document.copy([type(page)(page._page_box) for page in document.pages])


def fitted(html: str) -> tuple[list[float], Any]:
    """The size of type of each sheet, and the document laid out with them."""
    limits = limits_in(html)
    tried: list[dict[float, Extent]] = [{} for _ in limits]
    documents: dict[tuple[float, ...], Any] = {}
    sizes = _next(limits, tried)
    while tuple(sizes) not in documents:
        document = documents[tuple(sizes)] = laid_out(with_sizes(html, sizes))
        for found, size, extent in zip(tried, sizes, extents(document, limits), strict=True):
            found.setdefault(size, extent)
        sizes = _next(limits, tried)
    document = documents[tuple(sizes)]
    fill_pages(document.pages)
    return sizes, document


def _next(limits: Sequence[Limits], tried: Sequence[Mapping[float, Extent]]) -> list[float]:
    """The sizes to try next. Those of parts whose best size is known are that."""
    wanted = ((next_size(limit, found), found, limit) for limit, found in zip(limits, tried, strict=True))
    return [best_size(found, limit) if size is None else size for size, found, limit in wanted]


def laid_out(html: str) -> Any:
    # The faces come with the styles, so a system without fonts is no fault.
    warnings.filterwarnings("ignore", "No fonts configured")
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    style = _STYLE.search(html)
    assert style, "a document holds its styles"
    rest = html[: style.start()] + html[style.end() :]
    css = style[1].replace(PAGES, f"'{PLACE}'")
    # A configuration that several documents share changes their bytes.
    fonts = FontConfiguration()
    styles = [CSS(string=font_faces(), font_config=fonts), _stylesheet(css)]
    return HTML(string=rest).render(stylesheets=styles, font_config=fonts, **OPTIONS)


_STYLE = re.compile("<style>(.*?)</style>", re.DOTALL)


@lru_cache(maxsize=8)
def _stylesheet(css: str) -> Any:
    """Styles are the same in document after document, and to read them takes a tenth of the time."""
    from weasyprint import CSS

    return CSS(string=css)
