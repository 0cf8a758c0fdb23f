"""What can grow on a page takes the room that the page leaves unused.

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

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from generator.paper.boxes import (
    Box,
    attribute,
    is_cell,
    is_line,
    is_placed,
    is_replaced,
    lower_edge,
    millimetres,
    paint_again,
)
from generator.paper.fitting import Growing, growth

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
    rest = [box for box in page.children[0].descendants() if attribute(box, "data-rest")]
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
    if left < millimetres(box, "data-rest"):
        box.children = ()
        return
    lines = box.children[-1]._box
    head = lines.position_y - box.position_y
    line = millimetres(lines, "data-line")
    lines.height = (left - head) // line * line
    box.height = head + lines.height
    for field in lines.children:
        if is_placed(field):
            field._box.height = lines.height
    paint_again(lines, page)


def _fields_fill_their_cell(box: Box) -> None:
    """A field takes all that is free below it in its cell or box."""
    if not box.children or attribute(box, "data-fill") is None:
        return
    last = box.children[-1]
    bottom = _inner_bottom(box)
    extra = bottom - (last.position_y + last.margin_height())
    if extra > 0:
        last.height += extra
        for child in last.children:
            if is_placed(child):
                child._box.height += extra


def _inner_bottom(box: Box) -> float:
    """Where the content of a box ends at most. The padding of a cell also holds what makes it as high as its row."""
    padding = box.style["padding_bottom"].value if is_cell(box) else box.padding_bottom
    return float(box.border_box_y() + box.border_height() - box.border_bottom_width - padding)


def _places(box: Box) -> Iterator[tuple[Growing, bool]]:
    """What can grow in a box, and whether it is a gap."""
    for child in box.children:
        if is_placed(child):
            continue
        yield from _places_of(child)
        if not is_line(child):
            yield from _places(child)


def _places_of(box: Box) -> Iterator[tuple[Growing, bool]]:
    most = millimetres(box, "data-grow")
    if most:
        yield Growing(_growing_end(box), most), False
    most = millimetres(box, "data-lines")
    for line in box.children if most else ():
        if not is_placed(line):
            yield Growing(line.border_box_y() + line.border_height() - line.border_bottom_width - INSIDE, most), False
    most = millimetres(box, "data-lift")
    if most:
        yield Growing(box.border_box_y() + INSIDE, most), False
    most = millimetres(box, "data-gap")
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
    if is_placed(box):
        box = box._box
    # Margins that collapse reach into each other, so the border counts.
    down = moved(box.position_y if is_line(box) else box.border_box_y())
    if is_line(box) or is_replaced(box):
        box.translate(0, down)
        paint_again(box, page)
        return
    higher = moved(box.border_box_y() + box.border_height()) - down
    box.position_y += down
    box.height += higher
    for child in box.all_children():
        _grow(child, moved, page)
    if is_cell(box) and higher and box.vertical_align in {"middle", "bottom"}:
        for child in box.children:
            child.translate(0, higher if box.vertical_align == "bottom" else higher / 2)
    paint_again(box, page)
