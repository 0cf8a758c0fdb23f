"""The boxes of pages that WeasyPrint has laid out: what they are, where they end, and what is drawn anew.

Boxes are read and moved through names that are not part of the public interface of WeasyPrint, whose major version is
therefore pinned. All lengths are pixels of CSS; places are measured from the upper edge of the paper.
"""

from __future__ import annotations

from typing import Any, TypeAlias

Box: TypeAlias = Any
"""A box of WeasyPrint."""

PIXELS = 96 / 25.4
"""Pixels in a millimetre."""


def millimetres(box: Box, name: str) -> float:
    return float(attribute(box, name) or 0) * PIXELS


def attribute(box: Box, name: str) -> str | None:
    """An attribute of the element of a box, but of no box that WeasyPrint made around it or in it."""
    if box.element is None or box.element_tag != box.element.tag or type(box.style).__name__ == "AnonymousStyle":
        return None
    return box.element.get(name)  # type: ignore[no-any-return]


def has_class(box: Box, name: str) -> bool:
    classes = box.element.get("class", "").split() if box.element is not None else ()
    return name in classes and box.element_tag == box.element.tag


def is_line(box: Box) -> bool:
    return type(box).__name__ == "LineBox"


def is_cell(box: Box) -> bool:
    return type(box).__name__ == "TableCellBox"


def is_replaced(box: Box) -> bool:
    return type(box).__name__.endswith("ReplacedBox")


def is_placed(box: Box) -> bool:
    """Whether a box has a position of its own, outside of the flow."""
    return type(box).__name__ == "AbsolutePlaceholder"


def paint_again(box: Box, page: Box) -> None:
    """Backgrounds of what has moved are worked out anew."""
    from weasyprint.layout.background import layout_box_backgrounds

    for part in box.descendants() if is_line(box) else (box,):
        if background := getattr(part, "background", None):
            given = zip(part.style["background_image"], background.layers, strict=False)
            pictures = iter([layer.image for (sort, _), layer in given if sort == "url"])
            layout_box_backgrounds(page, part, lambda pictures=pictures, **_: next(pictures), layout_children=False)


def lower_edge(box: Box) -> float:
    """Where the lowest part of the content of a box ends, without what takes the rest of a page."""
    if is_line(box) or not box.children or _has_lower_edge(box):
        return float(box.border_box_y() + box.border_height()) if not is_line(box) else box.position_y + box.height
    in_flow = (child for child in box.children if not is_placed(child) and not attribute(child, "data-rest"))
    below = [lower_edge(child) for child in in_flow]
    return max(below, default=box.position_y)


def _has_lower_edge(box: Box) -> bool:
    return is_cell(box) or box.border_bottom_width > 0 or box.style["height"] != "auto"


def write_again(box: Box, text: str) -> None:
    """Give a box another text, on one line. What stands at the end of its line stays there."""
    from weasyprint.text.line_break import split_first_line

    before = box.width
    box.text = text
    box.pango_layout, _, _, box.width, _, _ = split_first_line(text, box.style, None, None, 0)
    share = {"right": 1.0, "end": 1.0, "center": 0.5}.get(box.style["text_align_all"], 0.0)
    box.translate((before - box.width) * share)
