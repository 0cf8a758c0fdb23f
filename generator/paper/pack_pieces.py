"""Lay out the parts of a pack, each once, and number the pages of each booklet together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.paper import pdf
from generator.paper.documents import Documents, on_the_back
from generator.paper.joining import JoinedPart, PdfPiece
from generator.paper.pack_documents import DocumentPart
from generator.reporting.steps import Progress


class PackPieces:
    """The pieces of a pack. What is the same in several booklets is made once."""

    def __init__(self, at: Documents, progress: Progress) -> None:
        self.words, self.duplex, self.progress = at.language.words.paper, at.duplex, progress
        self.fitted: dict[str, pdf.FittedPages] = {}
        """Documents that are laid out and not yet numbered."""
        self.sizes: dict[str, int] = {}
        self.made: dict[tuple[str, int, int], PdfPiece] = {}

    def all(self, parts: Sequence[DocumentPart]) -> Iterator[JoinedPart]:
        """The parts as they are joined."""
        totals: Counter[int] = Counter()
        facing = list(self._facing(parts)) if self.duplex else parts
        for part in facing:
            if part.booklet:
                totals[part.booklet] += self._pages(part)
        at: Counter[int] = Counter()
        for part in facing:
            again = part.html in self.sizes and part.html not in self.fitted
            booklet = part.booklet
            piece = self._piece(part, at[booklet] + 1, totals[booklet]) if booklet else self._piece(part, 1, 0)
            at[booklet] += len(piece.pages)
            name = self.words.booklet(number=booklet) if booklet else ""
            yield JoinedPart(piece, part.copies, part.starts_leaf, part.numbered, name, again)

    def _facing(self, parts: Sequence[DocumentPart]) -> Iterator[DocumentPart]:
        """The parts as they are laid out for both sides of the paper: what begins on the back of a sheet knows it."""
        pages = 0
        for part in parts:
            pages = 0 if part.starts_leaf else pages
            found = replace(part, html=on_the_back(part.html)) if pages % 2 else part
            pages += self._pages(found) * part.copies
            yield found

    def _piece(self, part: DocumentPart, first: int, total: int) -> PdfPiece:
        key = part.html, first, total
        if key not in self.made:
            self._pages(part)
            self.made[key] = pdf.numbered_from(self.fitted.pop(part.html), first, total)
        return self.made[key]

    def _pages(self, part: DocumentPart) -> int:
        """How many pages a document has. It is laid out if it is not, or if its pages have numbers already."""
        if part.html not in self.fitted:
            self.progress(f"Laying out {part.title}")
            self.fitted[part.html] = pdf.fitted_pages(part.html)
            self.sizes[part.html] = self.fitted[part.html].number
        return self.sizes[part.html]
