"""What is wrong in the structure of a PDF: the rules of PDF/UA-1 on headings, lists, tables, pictures and fields."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PdfReader

KIDS = {
    "/L": {"/L", "/LI", "/Caption"},
    "/LI": {"/Lbl", "/LBody"},
    "/Table": {"/THead", "/TBody", "/TFoot", "/TR", "/Caption"},
    "/THead": {"/TR"},
    "/TBody": {"/TR"},
    "/TFoot": {"/TR"},
    "/TR": {"/TH", "/TD"},
}
"""What an element may hold."""

PARENTS = {
    "/LI": {"/L"},
    "/LBody": {"/LI"},
    "/THead": {"/Table"},
    "/TBody": {"/Table"},
    "/TFoot": {"/Table"},
    "/TR": {"/Table", "/THead", "/TBody", "/TFoot"},
    "/TH": {"/TR"},
    "/TD": {"/TR"},
}
"""What an element may stand in."""


def structure_faults(pdf: bytes | PdfReader) -> list[str]:
    """What is wrong in the structure of a PDF; empty if nothing is."""
    root: Any = (pdf if isinstance(pdf, PdfReader) else PdfReader(BytesIO(pdf))).trailer["/Root"]
    return [*_faults(root["/StructTreeRoot"])]


def _faults(tree: Any) -> Iterator[str]:
    level = 0
    waiting: list[tuple[Any, str, bool]] = [(kid, "", True) for kid in reversed(_kids(tree))]
    while waiting:
        element, parent, is_right = waiting.pop()
        sort = str(element["/S"])
        kids = _kids(element)
        if not is_right:
            yield f"the parent of {sort} in {parent} is another one"
        if parent not in PARENTS.get(sort, {parent}):
            yield f"{sort} in {parent}"
        if sort in KIDS and any(kid is None for kid in kids):
            yield f"words in {sort}"
        found = [kid for kid in kids if kid is not None]
        yield from (f"{sort} holds {kid['/S']}" for kid in found if kid["/S"] not in KIDS.get(sort, {kid["/S"]}))
        if sort == "/Figure" and not element.get("/Alt"):
            yield "a picture without words"
        if sort == "/Form" and len(element["/K"]) != 1:
            yield "a field that does not stand alone"
        if sort[1:2] == "H" and sort[2:].isdecimal():
            now = int(sort[2:])
            if now > level + 1:
                yield f"{sort} after {f'/H{level}' if level else 'nothing'}"
            level = now
        own = element.indirect_reference
        waiting += [(kid, sort, kid.raw_get("/P") == own) for kid in reversed(found)]


def _kids(element: Any) -> list[Any]:
    """What is right below an element: elements, and None for words, links and fields."""
    kids = element.get("/K", [])
    found = [kid.get_object() for kid in (kids if isinstance(kids, list) else [kids])]
    return [kid if hasattr(kid, "get") and "/S" in kid else None for kid in found]
