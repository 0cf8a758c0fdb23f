"""Print the book: its chapters are laid out by themselves, in any order, and joined.

References by page lead from each part into others, so the pages must be known before the parts are laid out for good.
They are assumed, found, and assumed again until both agree: after the first time that is one round.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Protocol, TypeVar

from generator.caching.kept import Kept
from generator.config.project import Project
from generator.content.graph import Graph
from generator.paper import pdf
from generator.paper.book import book, with_pages
from generator.paper.documents import documents_of
from generator.paper.faults import Report, unreported
from generator.paper.joining import JoinedPart, PdfPiece, joined
from generator.paper.sizes import Paper
from generator.reporting.steps import Progress

KEPT = ".cache/book"
"""The cache folder of the page numbers of the last book, beside the configuration."""

ROUNDS = 6
"""The most rounds. Numbers agree after two, unless the width of a number moves something to another page and back."""

PAGE = 5500
"""So many characters of HTML fill about a page. Of the first estimate only the number of digits counts."""

T = TypeVar("T")
R = TypeVar("R")


class Spread(Protocol):
    """Executes work, such as in several processes, and gives the results in the order of the items."""

    def __call__(self, work: Callable[[T], R], items: Sequence[T]) -> Iterator[R]: ...


@dataclass(frozen=True, slots=True)
class Numbering:
    """The page of each anchor, and the page on which each part starts, all from 1; the number of all pages."""

    pages: Mapping[str, int]
    starts: tuple[int, ...]
    total: int


def print_book(
    project: Project,
    graph: Graph,
    *,
    paper: Paper,
    progress: Progress,
    spread: Spread,
    report: Report = unreported,
) -> bytes:
    """The whole playbook as one PDF."""
    progress("Writing the book")
    parts = book(documents_of(graph, project.site, project.theme), project.theme, paper)
    kept, key = Kept(project.root / KEPT), paper.name
    assumed = _remembered(kept.get(key), len(parts))
    if assumed is None:
        progress("Counting the pages of the book")
        assumed = _found(list(_largest_first(spread, pdf.places, _jobs(parts, _estimated(parts)))))
    pieces = _agreed(parts, assumed, spread, progress)
    kept.put(key, json.dumps(asdict(_found([pdf.Places(len(p.pages), _anchors(p)) for p in pieces]))).encode())
    for piece in pieces:
        report("", piece.faults)
    progress("Joining the book")
    return joined([JoinedPart(piece) for piece in pieces])


def _agreed(parts: Sequence[str], assumed: Numbering, spread: Spread, progress: Progress) -> list[PdfPiece]:
    """The pieces of all parts with page numbers that are right."""
    made: dict[pdf.Numbered, PdfPiece] = {}
    for number in range(1, ROUNDS + 1):
        jobs = _jobs(parts, assumed)
        lacking = [job for job in jobs if job not in made]
        progress(f"Laying out the book, round {number}: {len(lacking)} of {len(jobs)} parts")
        made |= zip(lacking, _largest_first(spread, pdf.numbered_piece, lacking), strict=True)
        pieces = [made[job] for job in jobs]
        found = _found([pdf.Places(len(piece.pages), _anchors(piece)) for piece in pieces])
        if found == assumed:
            break
        assumed = found
    return pieces


def _jobs(parts: Sequence[str], numbering: Numbering) -> list[pdf.Numbered]:
    return [
        pdf.Numbered(with_pages(part, numbering.pages, start), start, numbering.total)
        for part, start in zip(parts, numbering.starts, strict=True)
    ]


def _largest_first(spread: Spread, work: Callable[[pdf.Numbered], R], jobs: Sequence[pdf.Numbered]) -> Iterable[R]:
    """The results in the order of the jobs. The largest begin first, so that all processes end at about one time."""
    order = sorted(range(len(jobs)), key=lambda at: -len(jobs[at].html))
    done = dict(zip(order, spread(work, [jobs[at] for at in order]), strict=True))
    return [done[at] for at in range(len(jobs))]


def _anchors(piece: PdfPiece) -> dict[str, int]:
    return {name: page for name, page, *_ in piece.anchors}


def _found(places: Sequence[pdf.Places]) -> Numbering:
    """The numbering that follows from the parts as they are laid out."""
    starts, pages, at = [], dict[str, int](), 1
    for part in places:
        starts.append(at)
        pages |= {name: at + page for name, page in part.anchors.items()}
        at += part.pages
    return Numbering(pages, tuple(starts), at - 1)


def _estimated(parts: Sequence[str]) -> Numbering:
    """About the numbering that parts of this length will have."""
    anchor = re.compile(r' id="([ekx]-[^"]+)"')
    return _found(
        [
            pdf.Places(len(part) // PAGE + 1, {found[1]: found.start() // PAGE for found in anchor.finditer(part)})
            for part in parts
        ]
    )


def _remembered(content: bytes | None, parts: int) -> Numbering | None:
    """The numbering of the last book with so many parts."""
    try:
        found: Any = json.loads(content or b"")
        pages = {str(name): int(page) for name, page in found["pages"].items()}
        starts = tuple(int(start) for start in found["starts"])
        return Numbering(pages, starts, int(found["total"])) if len(starts) == parts else None
    except (ValueError, TypeError, KeyError, AttributeError):  # there is none, or it is from another version
        return None
