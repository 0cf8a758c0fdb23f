"""What the fitted parts of a document take on its pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from generator.paper.boxes import Box, attribute, has_class, is_line, lower_edge
from generator.paper.fitting import SAFETY, Extent, Limits


def extents(document: Any, limits: Sequence[Limits]) -> list[Extent]:
    """What each fitted part of a document takes."""
    parts = [e for e in document._html.etree_element.iter() if e.get("data-fit")]
    place = {part: at for at, part in enumerate(parts)}
    found = [_Measured(limit) for limit in limits]
    for page in document.pages:
        for box in page._page_box.descendants():
            if box.element in place and box.element_tag == box.element.tag:
                found[place[box.element]].add(box, page._page_box)
    return [measured.extent() for measured in found]


class _Measured:
    """What is known of a fitted part while its pages are looked at."""

    def __init__(self, limits: Limits) -> None:
        self.cards = limits.of_cards
        self.pages = 0
        self.used = self.pens = self.room = 0.0
        self.faces: dict[Any, tuple[float, float]] = {}  # the height of the text of each face, and the room for it

    def add(self, part: Box, page: Box) -> None:
        self.pages += 1
        self.room = page.height
        if self.cards:
            for box in part.descendants():
                if has_class(box, "face") or has_class(box, "deck-face"):
                    text, room = _face(box, page)
                    if before := self.faces.get(box.element):
                        text = max(before[0] + text, room + SAFETY)  # margins are lost where a page ends
                    self.faces[box.element] = (text, room)
        else:
            self.used += lower_edge(part) - page.content_box_y()
            self.pens += _covered(_written_on(part))

    def extent(self) -> Extent:
        if self.cards:
            text, room = max(self.faces.values(), key=lambda face: face[0] / face[1], default=(0.0, 1.0))
            return Extent(self.pages, text, 0.0, room)
        return Extent(self.pages, self.used - self.pens, self.pens, self.room)


def _face(face: Box, page: Box) -> tuple[float, float]:
    """The height of the text of a face, and the room for it: the face has a height of its own, or that of its page."""
    room = page.height if face.style["height"] == "auto" else face.height
    return max(_ends_of_lines(face), default=face.content_box_y()) - face.content_box_y(), room


def _written_on(part: Box) -> Iterator[tuple[float, float]]:
    """From where to where each field reaches, without its words."""
    for box in part.descendants():
        field = box if attribute(box, "data-lines") or attribute(box, "data-lift") else None
        if attribute(box, "data-fill") is not None and box.children:
            field = box.children[-1]
        if field:
            yield field.position_y, field.position_y + field.margin_height()


def _covered(spans: Iterator[tuple[float, float]]) -> float:
    """How much of the height spans cover that may lie beside each other."""
    covered, reached = 0.0, float("-inf")
    for top, bottom in sorted(spans):
        covered += max(0.0, bottom - max(top, reached))
        reached = max(reached, bottom)
    return covered


def _ends_of_lines(box: Box) -> Iterator[float]:
    return (line.position_y + line.height for line in box.descendants() if is_line(line))
