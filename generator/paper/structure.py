"""The structure of a PDF as PDF/UA wants it: a list holds items, an item holds a label and a body, and no level of
headings is left out. WeasyPrint writes what the HTML has, where an item may also hold paragraphs or headings."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

import pydyf

IN_ITEM = {"/Lbl", "/LBody"}
GROUPING = {"/Div", "/NonStruct"}
"""Elements that mean nothing by themselves."""

HEADINGS = {f"/H{level}": level for level in range(1, 7)}


def put_structure_right(pdf: Any) -> None:
    """Correct lists and headings in the structure of a PDF that WeasyPrint has made."""
    found = list(_elements(pdf, _at(pdf, _at(pdf, pdf.catalog["StructTreeRoot"])["K"][0])))
    for element in found:
        if element["S"] == "/L":
            _hold_items(pdf, element)
        elif element["S"] == "/LI":
            _hold_bodies(pdf, element)
    _leave_out_no_level(element for element in found if element["S"] in HEADINGS)


def _elements(pdf: Any, root: Any) -> Iterator[Any]:
    """An element and all below it, in reading order."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        yield element
        waiting += [_at(pdf, kid) for kid in reversed(element["K"]) if _is_element(pdf, kid)]


def _hold_items(pdf: Any, items: Any) -> None:
    """Groups of items in a list, as in a list of names with what belongs to each, are left out: the items stay."""
    kids: list[Any] = []
    waiting = list(reversed(items["K"]))
    while waiting:
        kid = waiting.pop()
        if not _is_element(pdf, kid):
            kids.append(kid)
        elif (element := _at(pdf, kid))["S"] in GROUPING:
            waiting += reversed(element["K"])
        else:
            element["P"] = items.reference
            kids.append(kid)
    items["K"] = pydyf.Array(kids)


def _hold_bodies(pdf: Any, item: Any) -> None:
    """What stands in an item beside its label and its body gets into a body."""
    kids: list[Any] = []
    for is_right, found in groupby(item["K"], lambda kid: _is_element(pdf, kid) and _at(pdf, kid)["S"] in IN_ITEM):
        run = list(found)
        kids += run if is_right else [_body(pdf, item, run)]
    item["K"] = pydyf.Array(kids)


def _body(pdf: Any, item: Any, kids: list[Any]) -> bytes:
    """A body of an item with these."""
    body = pydyf.Dictionary(
        {"Type": "/StructElem", "S": "/LBody", "K": pydyf.Array(kids), "Pg": item["Pg"], "P": item.reference}
    )
    pdf.add_object(body)
    for kid in kids:
        if _is_element(pdf, kid):
            _at(pdf, kid)["P"] = body.reference
    return bytes(body.reference)


def _leave_out_no_level(headings: Iterator[Any]) -> None:
    """A heading is at most one level below the one before it."""
    before = 0
    for heading in headings:
        before = min(HEADINGS[heading["S"]], before + 1)
        heading["S"] = f"/H{before}"


def _is_element(pdf: Any, kid: Any) -> bool:
    return isinstance(kid, bytes) and "S" in _at(pdf, kid)


def _at(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]
