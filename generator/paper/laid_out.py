"""The boxes of pages that WeasyPrint has laid out: what a part takes, what can grow, and letting it grow.

Boxes are read and moved through names that are not part of the public interface of WeasyPrint, whose major version is
therefore pinned. All lengths are pixels of CSS; places are measured from the upper edge of the paper.

What can grow is named by attributes in the HTML, with the most that it grows by, in millimetres:

- `data-grow`: a table row or a box. Room is added at its lower end; the fields in it grow with it.
- `data-lines`: ruled lines. Each grows.
- `data-lift`: blanks whose words stand at the bottom. Room is added at the top.
- `data-gap`: something that is followed by room.

`data-rest` names a box of no height between or behind parts. If it is the last on its page, it takes all that is left
then, in whole lines, if that is at least so many millimetres; otherwise it is left out. `data-line` of its last child
is the height of a line.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, TypeAlias

from generator.paper.fitting import SAFETY, Extent, Growing, Limits, growth

Box: TypeAlias = Any
"""A box of WeasyPrint."""

PIXELS = 96 / 25.4
"""Pixels in a millimetre."""

NEAR = 1.5
"""Places that are not further apart grow together: they stand beside each other."""

INSIDE = 0.05
"""How far inside an edge the place is where a box grows."""


@dataclass(frozen=True, slots=True)
class Moved:
    """How far each place of a page moves down, if what grows has grown."""

    places: tuple[float, ...]
    sums: tuple[float, ...]

    def __call__(self, place: float) -> float:
        return self.sums[bisect_left(self.places, place)]


def fill_pages(pages: Sequence[Any]) -> bool:
    """Let what can grow take the room that its page leaves unused. Returns whether anything has changed."""
    return any([_fill(page._page_box) for page in pages])


def _fill(page: Box) -> bool:
    for box in page.children[0].descendants(placeholders=True):
        _fields_fill_their_cell(box)
    found = list(_places(page.children[0]))
    within, between = ([place for place, is_gap in found if is_gap is gap] for gap in (False, True))
    places = sorted([*_together(within), *_together(between)], key=lambda place: place.at)
    bottom = lower_edge(page.children[0])
    end = page.content_box_y() + page.height - INSIDE
    # Room after the last part of a page would move nothing.
    places = [place for place in places if place.at < bottom]
    sums = tuple(accumulate(growth(end - bottom, places), initial=0.0))
    if sums[-1]:
        _grow(page.children[0], Moved(tuple(place.at for place in places), sums), page)
    rest = [box for box in page.children[0].descendants() if _attribute(box, "data-rest")]
    bottom = lower_edge(page.children[0])
    for box in rest:
        # Room is left only behind the last part of a page.
        _take_the_rest(box, end - box.position_y if box.position_y > bottom - NEAR else 0.0, page)
    return bool(sums[-1] or rest)


def _take_the_rest(box: Box, left: float, page: Box) -> None:
    """Make the last child of a box, and the field in it, as high as the room that is left, in whole lines; without
    room, leave all out.

    The children have places of their own, because words in a box without height would still begin a page.
    """
    if left < _millimetres(box, "data-rest"):
        box.children = ()
        return
    lines = box.children[-1]._box
    head = lines.position_y - box.position_y
    line = _millimetres(lines, "data-line")
    lines.height = (left - head) // line * line
    box.height = head + lines.height
    for field in lines.children:
        if _is_placed(field):
            field._box.height = lines.height
    paint_again(lines, page)


def _fields_fill_their_cell(box: Box) -> None:
    """A field takes all that is free below it in its cell or box."""
    if not box.children or _attribute(box, "data-fill") is None:
        return
    last = box.children[-1]
    bottom = _inner_bottom(box)
    extra = bottom - (last.position_y + last.margin_height())
    if extra > 0:
        last.height += extra
        for child in last.children:
            if _is_placed(child):
                child._box.height += extra


def _inner_bottom(box: Box) -> float:
    """Where the content of a box ends at most. The padding of a cell also holds what makes it as high as its row."""
    padding = box.style["padding_bottom"].value if _is_cell(box) else box.padding_bottom
    return float(box.border_box_y() + box.border_height() - box.border_bottom_width - padding)


def _places(box: Box) -> Iterator[tuple[Growing, bool]]:
    """What can grow in a box, and whether it is a gap."""
    for child in box.children:
        if _is_placed(child):
            continue
        yield from _places_of(child)
        if not _is_line(child):
            yield from _places(child)


def _places_of(box: Box) -> Iterator[tuple[Growing, bool]]:
    most = _millimetres(box, "data-grow")
    if most:
        yield Growing(_growing_end(box), most), False
    most = _millimetres(box, "data-lines")
    for line in box.children if most else ():
        if not _is_placed(line):
            yield Growing(line.border_box_y() + line.border_height() - line.border_bottom_width - INSIDE, most), False
    most = _millimetres(box, "data-lift")
    if most:
        yield Growing(box.border_box_y() + INSIDE, most), False
    most = _millimetres(box, "data-gap")
    if most:
        yield Growing(box.border_box_y() + box.border_height() + INSIDE, most), True


def _growing_end(box: Box) -> float:
    """The place in a box below its text and within its fields."""
    if type(box).__name__ == "TableRowBox":
        edge = max((cell.border_bottom_width for cell in box.children), default=0)
        return float(box.position_y + box.height - edge - INSIDE)
    return _inner_bottom(box) - INSIDE


def _together(places: Sequence[Growing]) -> list[Growing]:
    """The places in order; those beside each other are one."""
    found: list[Growing] = []
    for place in sorted(places, key=lambda place: place.at):
        if found and place.at - found[-1].at < NEAR:
            found[-1] = Growing(found[-1].at, max(found[-1].most, place.most))
        else:
            found.append(place)
    return found


def _grow(box: Box, moved: Moved, page: Box) -> None:
    """Move a box, and make it as much higher as what grows within it."""
    if _is_placed(box):
        box = box._box
    # Margins that collapse reach into each other, so the border counts.
    down = moved(box.position_y if _is_line(box) else box.border_box_y())
    if _is_line(box) or _is_replaced(box):
        box.translate(0, down)
        paint_again(box, page)
        return
    higher = moved(box.border_box_y() + box.border_height()) - down
    box.position_y += down
    box.height += higher
    for child in box.all_children():
        _grow(child, moved, page)
    if _is_cell(box) and higher and box.vertical_align in {"middle", "bottom"}:
        for child in box.children:
            child.translate(0, higher if box.vertical_align == "bottom" else higher / 2)
    paint_again(box, page)


def paint_again(box: Box, page: Box) -> None:
    """Backgrounds of what has moved are worked out anew."""
    from weasyprint.layout.background import layout_box_backgrounds

    for part in box.descendants() if _is_line(box) else (box,):
        if background := getattr(part, "background", None):
            given = zip(part.style["background_image"], background.layers, strict=False)
            pictures = iter([layer.image for (sort, _), layer in given if sort == "url"])
            layout_box_backgrounds(page, part, lambda pictures=pictures, **_: next(pictures), layout_children=False)


def lower_edge(box: Box) -> float:
    """Where the lowest part of the content of a box ends, without what takes the rest of a page."""
    if _is_line(box) or not box.children or _has_lower_edge(box):
        return float(box.border_box_y() + box.border_height()) if not _is_line(box) else box.position_y + box.height
    in_flow = (child for child in box.children if not _is_placed(child) and not _attribute(child, "data-rest"))
    below = [lower_edge(child) for child in in_flow]
    return max(below, default=box.position_y)


def _has_lower_edge(box: Box) -> bool:
    return _is_cell(box) or box.border_bottom_width > 0 or box.style["height"] != "auto"


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
                if _is(box, "face") or _is(box, "deck-face"):
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
        field = box if _attribute(box, "data-lines") or _attribute(box, "data-lift") else None
        if _attribute(box, "data-fill") is not None and box.children:
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
    return (line.position_y + line.height for line in box.descendants() if _is_line(line))


def _millimetres(box: Box, name: str) -> float:
    return float(_attribute(box, name) or 0) * PIXELS


def _attribute(box: Box, name: str) -> str | None:
    """An attribute of the element of a box, but of no box that WeasyPrint made around it or in it."""
    if box.element is None or box.element_tag != box.element.tag or type(box.style).__name__ == "AnonymousStyle":
        return None
    return box.element.get(name)  # type: ignore[no-any-return]


def _is(box: Box, name: str) -> bool:
    classes = box.element.get("class", "").split() if box.element is not None else ()
    return name in classes and box.element_tag == box.element.tag


def _is_line(box: Box) -> bool:
    return type(box).__name__ == "LineBox"


def _is_cell(box: Box) -> bool:
    return type(box).__name__ == "TableCellBox"


def _is_replaced(box: Box) -> bool:
    return type(box).__name__.endswith("ReplacedBox")


def _is_placed(box: Box) -> bool:
    """Whether a box has a position of its own, outside of the flow."""
    return type(box).__name__ == "AbsolutePlaceholder"


PLACE = "\N{FIGURE SPACE}"
"""Stands in the feet of pages for the number of pages while that is not known. It is as wide as a digit."""


def number_pages(pages: Sequence[Any], first: int, total: int) -> None:
    """Write the number of pages into their feet, and that of each page if the first is not page 1."""
    for number, page in enumerate(pages, first):
        for margin in page._page_box.children[1:]:
            for box in margin.descendants():
                text = getattr(box, "text", None) or ""
                if PLACE in text:
                    own, place, rest = text.partition(PLACE)
                    _write_again(box, OWN_NUMBER.sub(str(number), own) + place.replace(PLACE, str(total)) + rest)


OWN_NUMBER = re.compile(r"(?<!\d)\d+(?=\D*$)")
"""The number of a page, before that of all pages."""


def _write_again(box: Box, text: str) -> None:
    """Give a box another text, on one line. What stands at the end of its line stays there."""
    from weasyprint.text.line_break import split_first_line

    before = box.width
    box.text = text
    box.pango_layout, _, _, box.width, _, _ = split_first_line(text, box.style, None, None, 0)
    share = {"right": 1.0, "end": 1.0, "center": 0.5}.get(box.style["text_align_all"], 0.0)
    box.translate((before - box.width) * share)
