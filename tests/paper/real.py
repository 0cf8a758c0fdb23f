"""The playbook of this repository, read once, and its PDFs looked into with poppler and pypdf."""

from __future__ import annotations

import html
import pickle
import re
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from io import BytesIO
from typing import TypeVar

from pypdf import PageObject, PdfReader
from pypdf.generic import DictionaryObject

from generator.config.project import Project
from generator.content.graph import Graph
from generator.paper.documents import Documents, documents_of
from generator.paper.sheets import Printable
from generator.paper.sizes import Paper
from tests import playbooks
from tests.conftest import made_once
from tests.paper.kept_pdfs import kept_pdf
from tests.playbooks import REAL_PLAYBOOK

POINTS = 72 / 25.4

T = TypeVar("T")


def project() -> Project:
    return playbooks.project(REAL_PLAYBOOK)


def graph() -> Graph:
    return playbooks.reading(REAL_PLAYBOOK).graph


@cache
def real_desk() -> Documents:
    return documents_of(graph(), project().site, project().theme)


def printed(printable: Printable, paper: Paper) -> Printed:
    """The PDF of a sheet, made once."""
    return Printed(kept_pdf(real_desk().document(printable, paper)))


@dataclass(frozen=True)
class Word:
    """A word on a page, with its place in points from the upper left corner."""

    page: int
    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def centre(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def holds(self, x: float, y: float) -> bool:
        return self.left < x < self.right and self.top < y < self.bottom


@dataclass(frozen=True)
class Field:
    """A field, or one answer of several, with its place in points from the upper left corner.

    `state`: the value that ticks or chooses it; empty if one writes in it. `group`: the question of an answer. `key`:
    the name for programs, which leads back to the page.
    """

    page: int
    name: str
    key: str
    label: str
    group: str
    kind: str
    state: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Run:
    """Letters that are drawn at once: their typeface, the height of their line above the lower edge, and their size.

    Both are in points.
    """

    text: str
    typeface: str
    up: float
    size: float


def read_once(read: Callable[[Printed], T]) -> cached_property[T]:
    """What is read of a PDF once in a run."""
    return cached_property(lambda found: found.once(read.__name__, lambda: read(found)))


class Printed:
    """A PDF."""

    def __init__(self, content: bytes) -> None:
        self.content = content

    def once(self, name: str, read: Callable[[], T]) -> T:
        """What is read of it, by the first process of a run that needs it, for all tests that look at the same PDF."""
        read_by_one, _ = made_once(f"{name} of {self._hash}", lambda _: pickle.dumps(read()))
        found: T = pickle.loads(read_by_one)
        return found

    @cached_property
    def _hash(self) -> str:
        return sha256(self.content).hexdigest()

    @cached_property
    def reader(self) -> PdfReader:
        return PdfReader(BytesIO(self.content))

    @cached_property
    def info(self) -> dict[str, str]:
        """What poppler says of the document."""
        lines = poppler("pdfinfo", self.content).splitlines()
        return {name.strip(): value.strip() for name, _, value in (line.partition(":") for line in lines)}

    @read_once
    def texts(self) -> list[str]:
        """The text of each page, as poppler reads it, each run of white space one space."""
        pages = poppler("pdftotext", self.content, "-").split("\f")[: len(self.reader.pages)]
        return [" ".join(page.split()) for page in pages]

    @property
    def sizes(self) -> set[tuple[float, float]]:
        """The sizes of the pages, in points."""
        return {(round(float(p.mediabox.width), 2), round(float(p.mediabox.height), 2)) for p in self.reader.pages}

    @property
    def type_sizes(self) -> set[float]:
        """The sizes of the letters, in points."""
        return {round(run.size, 1) for page in self.runs for run in page if run.text.strip()}

    @read_once
    def runs(self) -> list[list[Run]]:
        """What is written on each page, as pypdf reads it."""
        return [_runs(page) for page in self.reader.pages]

    @read_once
    def words(self) -> list[Word]:
        return list(self._words())

    def _words(self) -> Iterator[Word]:
        page = -1
        for line in poppler("pdftotext", self.content, "-bbox", "-").splitlines():
            if "<page " in line:
                page += 1
            found = re.search(r'xMin="(\S+)" yMin="(\S+)" xMax="(\S+)" yMax="(\S+)">(.*)</word>', line)
            if found:
                left, top, right, bottom = map(float, found.groups()[:4])
                yield Word(page, html.unescape(found[5]), left, top, right, bottom)

    @read_once
    def fields(self) -> list[Field]:
        return [field for at, page in enumerate(self.reader.pages) for field in _fields(at, page)]

    @property
    def untagged(self) -> list[str]:
        """Links and fields that stand outside of the structure of the document, where screen readers miss them."""
        annotations = [a.get_object() for page in self.reader.pages for a in page.get("/Annots", ())]
        return [str(a.get("/Contents", a.get("/TU"))) for a in annotations if "/StructParent" not in a]

    @property
    def bookmarks(self) -> list[tuple[str, int]]:
        """The bookmarks of the first level and the page of each, from 1."""
        outline = [item for item in self.reader.outline if not isinstance(item, list)]
        return [(str(item.title), (self.reader.get_destination_page_number(item) or 0) + 1) for item in outline]


def _runs(page: PageObject) -> list[Run]:
    found: list[Run] = []

    def take(
        text: str, cm: Sequence[float], tm: Sequence[float], font: Mapping[str, object] | None, size: float
    ) -> None:
        # pypdf gives the size as it is set before the page is scaled from pixels to points.
        found.append(Run(text, str((font or {}).get("/BaseFont", "")), tm[5] * cm[3] + cm[5], size * 0.75))

    page.extract_text(visitor_text=take)
    return found


def _fields(at: int, page: DictionaryObject) -> Iterator[Field]:
    height = float(page["/MediaBox"][3])
    for annotation in page.get("/Annots", ()):
        field = annotation.get_object()
        if field["/Subtype"] == "/Widget":
            x1, y1, x2, y2 = map(float, field["/Rect"])
            assert x1 < x2
            assert y1 < y2
            place = (x1, height - y2, x2, height - y1)
            # A choice is a part of its group, which has the name.
            group = field["/Parent"].get_object() if "/Parent" in field else field
            kind, label = str(field["/FT"]), str(field.get("/TU", ""))
            state = next(state for state in field["/AP"]["/N"] if state != "/Off") if kind == "/Btn" else ""
            yield Field(
                at,
                str(group["/T"]),
                str(group["/TM"]),
                label,
                str(group["/TU"]) if group != field else "",
                kind,
                state,
                *place,
            )


def poppler(program: str, content: bytes, *words: str) -> str:
    """What a program of poppler says of a PDF."""
    options, target = [w for w in words if w != "-"], [w for w in words if w == "-"]
    done = subprocess.run([program, *options, "-", *target], input=content, capture_output=True, check=True)
    # An empty page, such as that before cards, has "no word list".
    assert not done.stderr.replace(b"no word list\n", b""), done.stderr.decode()
    return done.stdout.decode()


EDGE = 4 * POINTS
"""No word is nearer to the edge of the paper."""


def keeps_within_the_edges(found: Printed) -> None:
    sizes = [(float(page.mediabox.width), float(page.mediabox.height)) for page in found.reader.pages]
    for word in found.words:
        width, height = sizes[word.page]
        assert word.left >= EDGE, word
        assert word.right <= width - EDGE, word
        assert word.top >= EDGE, word
        assert word.bottom <= height - EDGE, word
