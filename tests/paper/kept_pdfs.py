"""PDFs of sheets, kept from one run of the tests to the next by everything that decides them.

The PDF of a document is decided by the document, which contains its styles, by the packages in `PACKAGES`, by the
libraries and fonts, and by nothing else of the generator; so most changes leave most PDFs as they are.
`make clean` removes them.
"""

from __future__ import annotations

import sys
from functools import cache
from hashlib import sha256

from generator.caching.kept import Kept
from generator.caching.program import GENERATOR, hashed
from generator.paper import pdf, pdf_cache
from tests.conftest import ROOT, made_once

PACKAGES = ("caching", "diagnostics", "paper", "system", "typefaces")
"""The packages of the generator that take part when a document becomes a PDF; a test compares them with the imports."""

KEPT = Kept(ROOT / ".cache" / "tests-pdf")
MOST = 1500
"""About so many PDFs are kept: those of a few versions of every sheet that is tried."""


def kept_pdf(html: str) -> bytes:
    """The PDF of a document, made if no run has made it before."""
    key = sha256(f"{_decided()}\n{html}".encode()).hexdigest()
    if (content := KEPT.get(key)) is not None:
        return content
    content, _ = made_once(f"PDF {key}", lambda _: pdf.make(html))
    _tidied()
    KEPT.put(key, content)
    return content


@cache
def _decided() -> str:
    """A hash of what decides every PDF besides its document."""
    code = " ".join(hashed(GENERATOR / package, tuple(sys.path)) for package in PACKAGES)
    return sha256(f"{code} {pdf_cache.system()} {pdf_cache.fonts()}".encode()).hexdigest()


@cache
def _tidied() -> None:
    KEPT.keep_newest(MOST)
