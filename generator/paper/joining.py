"""Join PDFs, some of them several times, into one: pages, structure, links, fields and bookmarks.

A `PdfPiece` is a PDF in parts. Copies of a piece share what is drawn on their pages, fonts and pictures; each has
pages, annotations and structure of its own. Objects are bytes in which references are renumbered.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from typing import Any, TypeAlias

import pydyf

from generator.paper.faults import PrintFault

Bookmark: TypeAlias = tuple[str, tuple[int, float, float], list[Any], str]
"""Its words, the page (from 0) and the place on it, the bookmarks below it, and `open` or `closed`."""


TOP = 1684
"""A place above every page, in points: viewers go to the top of the page."""


@dataclass(frozen=True, slots=True)
class PdfPiece:
    """A PDF in parts, with its own numbers of objects."""

    shared: Mapping[int, bytes]
    """What all copies share."""
    owned: Mapping[int, bytes]
    """What each copy has for itself: pages, annotations, structure."""
    streams: frozenset[int]
    """Those of the shared objects that are streams."""
    pages: tuple[int, ...]
    root: int
    """The object that holds the pages."""
    document: int
    """The structure element that holds all others."""
    top: tuple[int, ...]
    """The structure elements right below it."""
    parents: tuple[tuple[int, ...] | int, ...]
    """The structure elements of what is marked on each page, then that of each annotation."""
    fields: tuple[int, ...]
    fonts: int
    anchors: tuple[tuple[str, int, float, float], ...]
    """The name of each place that can be linked to, its page (from 0) and the place on it."""
    bookmarks: Sequence[Bookmark]
    catalog: Mapping[str, bytes]
    info: bytes
    metadata: bytes
    faults: tuple[PrintFault, ...] = ()
    """What is wrong with it."""


@dataclass(frozen=True, slots=True)
class JoinedPart:
    """A piece in so many copies. `starts_leaf`: each copy starts on a new sheet of paper."""

    piece: PdfPiece
    copies: int = 1
    starts_leaf: bool = False
    numbered: str = ""
    """The start of the names of its fields up to the number of the copy, if they are numbered."""
    booklet: str = ""
    """The bookmark of the booklet that it belongs to. Those of the part are below it."""
    again: bool = False
    """Whether links and bookmarks lead to an earlier part with the same piece."""


def starts(parts: Sequence[JoinedPart], before: int = 0) -> tuple[int, ...]:
    """The page, from 0, on which the first copy of each part starts, if so many pages come before the first."""
    found: list[int] = []
    at = before
    for part in parts:
        for copy in range(part.copies):
            at += at % 2 if part.starts_leaf else 0
            if copy == 0:
                found.append(at)
            at += len(part.piece.pages)
    return tuple(found)


def joined(parts: Sequence[JoinedPart], blank: PdfPiece | None = None) -> bytes:
    """One PDF, with title and language of its first part. `blank` is the page before a new sheet of paper."""
    joint = _Joint()
    for part in parts:
        for copy in range(1, part.copies + 1):
            if part.starts_leaf and len(joint.pages) % 2 and blank:
                joint.add(JoinedPart(blank), 1)
            joint.add(part, copy)
    return joint.written(parts[0].piece)


class _Joint:
    """The PDF while it is joined."""

    def __init__(self) -> None:
        self.pdf = pydyf.PDF()
        self.tree, self.document = _Raw(), _Raw()
        self.pdf.add_object(self.tree)
        self.pdf.add_object(self.document)
        self.pages: list[int] = []
        self.top: list[int] = []
        self.parents: list[bytes] = []
        self.fields: list[int] = []
        self.fonts: dict[bytes, bytes] = {}
        self.anchors: dict[str, bytes] = {}
        self.bookmarks: list[Bookmark] = []
        self.shared: dict[int, dict[int, int]] = {}
        self.booklet = ""

    def _add(self, content: bytes = b"", *, is_stream: bool = False) -> int:
        self.pdf.add_object(_Raw(content, is_stream))
        return len(self.pdf.objects) - 1

    def add(self, part: JoinedPart, copy: int) -> None:
        """Add a copy of a part, from 1."""
        piece = part.piece
        numbers = self._shared(piece) | {number: self._add() for number in piece.owned}
        renumbered = _Renumbered(numbers, len(self.parents))
        for number, content in piece.owned.items():
            if part.numbered:
                content = _of_copy(content, part.numbered, copy)
            self.pdf.objects[numbers[number]].content = renumbered(content)
        if part.booklet != self.booklet:
            self.booklet = part.booklet
            self.bookmarks += [(part.booklet, (len(self.pages), 0, TOP), [], "closed")] if part.booklet else []
        if copy == 1 and not part.again:
            self._add_places(piece, numbers)
        self.pages += [numbers[number] for number in piece.pages]
        self.top += [numbers[number] for number in piece.top]
        self.fields += [numbers[number] for number in piece.fields]
        for parents in piece.parents:
            one = isinstance(parents, int)
            refs = [_ref(numbers[parent]) for parent in ((parents,) if isinstance(parents, int) else parents)]
            self.parents.append(refs[0] if one else _array(*refs))

    def _shared(self, piece: PdfPiece) -> dict[int, int]:
        """The numbers of what copies share, which is added with the first one."""
        if id(piece) in self.shared:
            return self.shared[id(piece)]
        numbers = {number: self._add() for number in piece.shared}
        numbers |= {piece.root: self.pdf.pages.number, piece.document: self.document.number}
        renumbered = _Renumbered(numbers, 0)
        for number, content in piece.shared.items():
            # A stream is a dictionary, then what must not be touched.
            head, mark, rest = content.partition(b">>\nstream\n") if number in piece.streams else (content, b"", b"")
            made = self.pdf.objects[numbers[number]]
            made.content, made.is_stream = renumbered(head) + mark + rest, bool(mark)
        self.shared[id(piece)] = numbers
        if piece.fields:
            found = re.findall(rb"/(\S+) (\d+ 0 R)", self.pdf.objects[numbers[piece.fonts]].content)
            self.fonts = dict(found) | self.fonts
        return numbers

    def _add_places(self, piece: PdfPiece, numbers: Mapping[int, int]) -> None:
        """What links and bookmarks lead to."""
        for name, page, x, y in piece.anchors:
            target = [_ref(numbers[piece.pages[page]]), "/XYZ", x, y, 0]
            self.anchors.setdefault(name, pydyf.Array(target).data)
        level = self.bookmarks[-1][2] if self.booklet else self.bookmarks
        level += [_moved(bookmark, len(self.pages)) for bookmark in piece.bookmarks]

    def written(self, first: PdfPiece) -> bytes:
        """The bytes of the PDF."""
        pdf, catalog = self.pdf, self.pdf.catalog
        pdf.pages |= {"Kids": _array(*map(_ref, self.pages)), "Count": len(self.pages)}
        catalog |= {**first.catalog, "Metadata": _ref(self._add(first.metadata, is_stream=True))}
        self._write_structure()
        if self.anchors:
            pairs = [part for name, at in sorted(self.anchors.items()) for part in (pydyf.String(name), at)]
            catalog["Names"] = pydyf.Dictionary({"Dests": pydyf.Dictionary({"Names": pydyf.Array(pairs)})})
        if self.bookmarks:
            self._write_bookmarks(self.bookmarks, catalog, "Outlines")
        if self.fields:
            fonts = b"".join(b"/%s %s" % found for found in sorted(self.fonts.items()))
            form = b"<</Fields %s/DR <</Font <<%s>>>>>>"
            catalog["AcroForm"] = form % (_array(*map(_ref, self.fields)), fonts)
        pdf.info = _Raw(first.info)
        target = BytesIO()
        pdf.write(target, "1.7", compress=True)
        return target.getvalue()

    def _write_structure(self) -> None:
        pairs = (b"%d %s" % (number, parents) for number, parents in enumerate(self.parents))
        nums = _ref(self._add(b"<</Nums %s>>" % _array(*pairs)))
        self.tree.content = b"<</Type /StructTreeRoot/ParentTree %s/K [%s]>>" % (nums, self.document.reference)
        kids = _array(*map(_ref, self.top))
        self.document.content = b"<</Type /StructElem/S /Document/K %s/P %s>>" % (kids, self.tree.reference)
        self.pdf.catalog["StructTreeRoot"] = self.tree.reference

    def _write_bookmarks(self, bookmarks: Sequence[Bookmark], parent: Any, key: str) -> int:
        """Write bookmarks of one level with all below them; how many are open."""
        if key == "Outlines":
            root = pydyf.Dictionary()
            self.pdf.add_object(root)
            parent[key] = root.reference
            parent = root
        made, number = [], len(bookmarks)
        for label, (page, x, y), below, _ in bookmarks:
            target = pydyf.Array([_ref(self.pages[page]), "/XYZ", x, y, 0])
            one = pydyf.Dictionary({"Title": pydyf.String(label), "Dest": target, "Parent": parent.reference})
            self.pdf.add_object(one)
            number += self._write_bookmarks(below, one, "") if below else 0
            made.append(one)
        for one, other in pairwise(made):
            one["Next"], other["Prev"] = other.reference, one.reference
        parent |= {"First": made[0].reference, "Last": made[-1].reference, "Count": number}
        return number


class _Raw(pydyf.Object):  # type: ignore[misc]
    """An object whose bytes are known."""

    def __init__(self, content: bytes = b"", is_stream: bool = False) -> None:
        super().__init__()
        self.content, self.is_stream = content, is_stream

    @property
    def data(self) -> bytes:
        return self.content

    @property
    def compressible(self) -> bool:
        return not self.is_stream


class _Renumbered:
    """Renumbers what an object refers to: other objects, tables in the ids of cells, and places in the structure."""

    TOKEN = re.compile(
        rb"\((?P<table>\d+)(?P<cell>-\d+-\d+)\)"  # the id of a cell begins with the number of its table
        rb"|\((?:[^\\()]|\\.)*\)|<[0-9A-Fa-f]+>"  # other strings stay as they are
        rb"|/(?P<key>StructParents?) (?P<place>\d+)|(?P<object>\d+) 0 R",
        re.DOTALL,
    )
    ACROSS = re.compile(rb"/A <</Type /Action/S /URI/URI (\()part:((?:[^\\()]|\\.)*\))>>")

    def __init__(self, numbers: Mapping[int, int], places: int) -> None:
        self.numbers, self.places = numbers, places

    def __call__(self, content: bytes) -> bytes:
        if b"(part:" in content:
            content = self.ACROSS.sub(rb"/Dest \1\2", content).replace(b"/Contents (part:", b"/Contents (")
        # Only cells hold ids of cells; elsewhere the same characters are words.
        token = self._token_of_cell if b"/S /T" in content else self._token
        return self.TOKEN.sub(token, content)

    def _token_of_cell(self, found: re.Match[bytes]) -> bytes:
        if found["table"]:
            return b"(%d%s)" % (self.numbers[int(found["table"])], found["cell"])
        return self._token(found)

    def _token(self, found: re.Match[bytes]) -> bytes:
        if found["object"]:
            return _ref(self.numbers[int(found["object"])])
        if found["key"]:
            return b"/%s %d" % (found["key"], self.places + int(found["place"]))
        return found[0]


def _of_copy(content: bytes, start: str, copy: int) -> bytes:
    """An object in which the names of fields have the number of a copy."""
    for key in ("T", "TM"):
        content = content.replace(f"/{key} ({start}1 ".encode(), f"/{key} ({start}{copy} ".encode())
    return content


def _moved(bookmark: Bookmark, pages: int) -> Bookmark:
    label, (page, x, y), below, state = bookmark
    return label, (page + pages, x, y), [_moved(one, pages) for one in below], state


def _ref(number: int) -> bytes:
    return b"%d 0 R" % number


def _array(*parts: bytes) -> bytes:
    return b"[" + b" ".join(parts) + b"]"
