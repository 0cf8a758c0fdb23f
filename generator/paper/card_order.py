"""The reading order of cards: the front of a card, then its back. On paper they are on two pages."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, pairwise
from typing import Any


def put_backs_behind_fronts(document: Any, pdf: Any) -> None:
    """Move the back of each card behind its front in the structure of a PDF that WeasyPrint has made of a document."""
    pages = [_side(page) for page in document.pages]
    for number, (front, back) in enumerate(pairwise(pages)):
        if (front, back) == ("front", "back"):
            _interleave(pdf, _cards_of(pdf, number), _cards_of(pdf, number + 1))
        elif (front, back) == SHEET:
            _interleave_parts(pdf, number, number + 1)


SHEET = ("deck-sheet-front", "deck-sheet-back")
"""The types of the pages of a sheet with cards of a deck."""


def _interleave_parts(pdf: Any, front: int, back: int) -> None:
    """Put what is right below the document on the page of the backs behind what is there on that of the fronts."""
    document = _at(pdf, _at(pdf, pdf.catalog["StructTreeRoot"])["K"][0])
    of_page = [
        [kid.reference for kid in _kids(pdf, document) if kid["Pg"] == pdf.page_references[page]]
        for page in (front, back)
    ]
    fronts, backs = of_page
    at = document["K"].index(fronts[0])
    document["K"][at : at + len(fronts) + len(backs)] = chain.from_iterable(zip(fronts, backs, strict=True))


def _side(page: Any) -> str:
    """`front` or `back` for a page of cards, the type of a page of a deck, or nothing."""
    if (name := page._page_box.page_type.name).startswith("deck-"):
        return str(name)
    for box in page._page_box.descendants():
        classes = (box.element.get("class") or "").split() if box.element is not None else ()
        if "card-page" in classes:
            return next(name.removeprefix("card-page--") for name in classes if name.startswith("card-page--"))
    return ""


def _cards_of(pdf: Any, page: int) -> Any:
    """The structure element that holds the cards of a page."""
    document = _at(pdf, _at(pdf, pdf.catalog["StructTreeRoot"])["K"][0])
    waiting = [kid for kid in _kids(pdf, document) if kid["Pg"] == pdf.page_references[page]]
    while waiting:
        element = waiting.pop(0)
        if any(kid["S"] == "/Div" for kid in _kids(pdf, element)) and element["S"] == "/Div":
            return element
        waiting = [*_kids(pdf, element), *waiting]
    raise AssertionError("a page of cards holds cards")


def _interleave(pdf: Any, fronts: Any, backs: Any) -> None:
    """Put the cards of a page of backs behind their fronts."""
    faces = [kid for kid in _kids(pdf, backs) if kid["S"] == "/Div"]
    for front, back in zip([kid for kid in _kids(pdf, fronts) if kid["S"] == "/Div"], faces, strict=True):
        backs["K"].remove(back.reference)
        back["P"] = fronts.reference
        fronts["K"].insert(fronts["K"].index(front.reference) + 1, back.reference)


def _kids(pdf: Any, element: Any) -> Iterator[Any]:
    """The structure elements right below one."""
    for kid in element["K"]:
        if isinstance(kid, bytes) and "S" in (found := _at(pdf, kid)):
            yield found


def _at(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]
