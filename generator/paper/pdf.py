"""Make PDF files with WeasyPrint, and fit each sheet on its pages.

WeasyPrint needs the system library Pango. Without it a site has no
PDFs; `missing` says so.
"""

from __future__ import annotations

import atexit
import gc
import os
import re
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import count
from typing import Any

from generator.paper.deck_pages import arranged, imposed, is_deck
from generator.paper.faults import PrintFault, collected_warnings, faults, off_the_paper
from generator.paper.finishing import finish
from generator.paper.fitting import Extent, Fit, Limits, Wanted, best_size, limits_in, next_size, still_fits, with_sizes
from generator.paper.growing import fill_pages
from generator.paper.joining import PdfPiece
from generator.paper.measuring import extents
from generator.paper.page_numbers import PLACE, number_pages
from generator.paper.pieces import OPTIONS, taken_apart
from generator.paper.typefaces import faces_in, font_faces
from generator.system import scratch
from generator.typefaces.faces import FontFace

# The faces come with the styles, so a system without fonts is no fault.
warnings.filterwarnings("ignore", "No fonts configured")

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


@dataclass(frozen=True, slots=True)
class MadePdf:
    """A PDF, how its document was fitted, and what is wrong with it."""

    content: bytes
    fit: Fit
    faults: tuple[PrintFault, ...] = ()


def make(html: str) -> bytes:
    """The PDF of a document. The same document always gives the same bytes."""
    return made(Wanted(html)).content


def made(wanted: Wanted) -> MadePdf:
    """The PDF of a document, with one layout if it fits as before."""
    with collected_warnings() as said:
        fit, document = fitted(wanted.html, wanted.before)
        numbered = _numbered(document)
        printed = numbered.copy(imposed(numbered.pages)) if is_deck(numbered.pages) else numbered
        content = bytes(printed.write_pdf(finisher=finish, **OPTIONS))
    return MadePdf(content, fit, _faults(wanted.html, numbered, said))


def piece(html: str) -> PdfPiece:
    """The PDF of a document in parts, to be joined with others."""
    return numbered_from(fitted_pages(html))


@dataclass(frozen=True, slots=True)
class FittedPages:
    """A document that is fitted on its pages. They have no numbers yet, which can be written once."""

    html: str
    document: Any
    said: tuple[PrintFault, ...]

    @property
    def number(self) -> int:
        return len(self.document.pages)


def fitted_pages(html: str) -> FittedPages:
    """A document on its pages, to be numbered."""
    with collected_warnings() as said:
        document = fitted(html)[1]
    return FittedPages(html, document, tuple(said))


def numbered_from(pages: FittedPages, first: int = 1, total: int = 0) -> PdfPiece:
    """Pages in parts, to be joined with others. They are numbered from `first`, of `total` pages or of their own."""
    with collected_warnings() as said:
        said += pages.said
        return _piece(pages.html, _numbered(pages.document, first, total), said)


def faults_on(pages: FittedPages) -> tuple[PrintFault, ...]:
    """What is wrong with a document on its pages, of which no PDF is made."""
    return _faults(pages.html, _numbered(pages.document), pages.said)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A document whose pages are counted from `first`, of `total` pages."""

    html: str
    first: int
    total: int


@dataclass(frozen=True, slots=True)
class Places:
    """How many pages a document has, and on which page, from 0, each anchor is."""

    pages: int
    anchors: Mapping[str, int]


def numbered_piece(job: Numbered) -> PdfPiece:
    """The PDF of a document in parts, with the numbers of its pages in another."""
    with collected_warnings() as said:
        return _piece(job.html, _numbered(laid_out(job.html), job.first, job.total), said)


def _piece(html: str, document: Any, said: Sequence[PrintFault]) -> PdfPiece:
    found = taken_apart(document)
    return replace(found, faults=_faults(html, document, said))


def places(job: Numbered) -> Places:
    """What is on which page of a document."""
    with collected_warnings():
        document = laid_out(job.html)
    anchors = [(name, number) for number, page in enumerate(document.pages) for name in page.anchors]
    return Places(len(document.pages), dict(reversed(anchors)))


def _numbered(document: Any, first: int = 1, total: int = 0) -> Any:
    """The document with the number of its pages in their feet, and with links and fields where their boxes are now."""
    os.environ["SOURCE_DATE_EPOCH"] = "0"  # fonts hold the time at which they were cut down
    if is_deck(document.pages):
        return document.copy(arranged(document.pages))
    number_pages(document.pages, first, total or len(document.pages))
    return document.copy([type(page)(page._page_box) for page in document.pages])


def fitted(html: str, before: Fit | None = None) -> tuple[Fit, Any]:
    """How each part of a document fits, and the document laid out so. `before`: how it fitted before.

    Columns are as wide as their longest word. Where that is too wide for the paper, words are broken.
    """
    fit, document = _fitted(html, before)
    if next(off_the_paper(document), None) is None:
        return fit, document
    return _fitted(html.replace(_BODY, f"{_BODY}{TIGHT} ", 1))


_BODY, TIGHT = '<body class="', "tight"
"""Where the classes of a document stand, and that of one whose words are broken wherever they are too wide."""


def _fitted(html: str, before: Fit | None = None) -> tuple[Fit, Any]:
    limits = limits_in(html)
    if before and len(before.sizes) == len(limits):
        document = laid_out(with_sizes(html, before.sizes))
        found = extents(document, limits)
        if still_fits(limits, found, before):
            fill_pages(document.pages)
            return Fit(before.sizes, tuple(extent.pages for extent in found)), document
    tried: list[dict[float, Extent]] = [{} for _ in limits]
    documents: dict[tuple[float, ...], Any] = {}
    while (sizes := _next(limits, tried)) not in documents:
        document = documents[sizes] = laid_out(with_sizes(html, sizes))
        for known, size, extent in zip(tried, sizes, extents(document, limits), strict=True):
            known.setdefault(size, extent)
    document = documents[sizes]
    fill_pages(document.pages)
    return Fit(sizes, tuple(known[size].pages for known, size in zip(tried, sizes, strict=True))), document


def _next(limits: Sequence[Limits], tried: Sequence[Mapping[float, Extent]]) -> tuple[float, ...]:
    """The sizes to try next. Those of parts whose best size is known are that."""
    wanted = ((next_size(limit, known), known, limit) for limit, known in zip(limits, tried, strict=True))
    return tuple(best_size(known, limit) if size is None else size for size, known, limit in wanted)


def laid_out(html: str) -> Any:
    from weasyprint import HTML

    _collect_now_and_then()
    rest, css = _apart(html)
    faces, fonts, _ = _faces(faces_in(rest))
    # Only the heights of lines that one document has measured would change the bytes of the next.
    fonts.strut_layouts.clear()
    return HTML(string=rest).render(stylesheets=[faces, _stylesheet(css)[0]], font_config=fonts, **OPTIONS)


def _apart(html: str) -> tuple[str, str]:
    """A document without its styles, and these."""
    style = _STYLE.search(html)
    assert style, "a document holds its styles"
    return html[: style.start()] + html[style.end() :], style[1].replace(PAGES, f"'{PLACE}'")


def _faults(html: str, document: Any, said: Sequence[PrintFault]) -> tuple[PrintFault, ...]:
    """What is wrong with a document, with its styles, and with the typefaces."""
    return faults(html, document, (*said, *_stylesheet(_apart(html)[1])[1], *_faces(faces_in(html))[2]))


@cache
def _faces(faces: tuple[FontFace, ...]) -> tuple[Any, Any, tuple[PrintFault, ...]]:
    """These faces as a style sheet and as a configuration, and what is wrong with them.

    To load them for each document takes a seventh of the time.
    """
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    # It deletes its folder when it is deleted itself, which at the very end of a process is too late.
    atexit.register(_faces.cache_clear)
    with scratch.used_for_temporary_files(), collected_warnings() as said:
        return CSS(string=font_faces(faces), font_config=fonts), fonts, tuple(said)


LAYOUTS_OF_GARBAGE = 16
"""Where garbage collection is off, what so many layouts have left is collected."""

_layouts = count()


def _collect_now_and_then() -> None:
    """Collect, if nobody else does and enough has been laid out."""
    if gc.isenabled():
        return
    number = next(_layouts)
    if number % LAYOUTS_OF_GARBAGE == 0:
        gc.collect()
    if number == 0:
        gc.freeze()  # what is there before any document stays


_STYLE = re.compile("<style>(.*?)</style>", re.DOTALL)


@lru_cache(maxsize=16)
def _stylesheet(css: str) -> tuple[Any, tuple[PrintFault, ...]]:
    """A style sheet, and what is wrong with it.

    Styles are the same in document after document, and to read them takes a tenth of the time.
    """
    from weasyprint import CSS

    with collected_warnings() as said:
        return CSS(string=css), tuple(said)
