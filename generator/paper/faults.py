"""What is wrong with a document that is laid out and drawn: words nobody can read, fields nobody can fill in.

A fault names words or a field. `stages.printed` finds them in the entry, so that they become diagnostics.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from html import unescape
from typing import Any, TypeAlias

from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Code

Box: TypeAlias = Any
"""A box of WeasyPrint."""

BEYOND = 2.0
"""The pixels by which words may leave their box: letters such as f lean out of theirs."""

LEAST = 6.0
"""The least width and height of a field, in pixels."""


@dataclass(frozen=True, slots=True)
class PrintFault:
    """Something that is wrong on paper: its code, and what it is about.

    The words are those that leave their box or the paper, the sign that no font has, the name of a field that cannot be
    filled in, or a message of WeasyPrint.
    """

    code: Code
    words: str


Report: TypeAlias = Callable[[str, Sequence[PrintFault]], None]
"""Is told the faults of what was printed, with the id of its entry; with none if it may be any."""


class Findings:
    """Takes the faults that are reported. `all`: each with the id of its entry."""

    def __init__(self) -> None:
        self.all: list[tuple[str, PrintFault]] = []

    def add(self, entry_id: str, faults: Sequence[PrintFault]) -> None:
        self.all += [(entry_id, fault) for fault in faults]


def unreported(_entry_id: str, _faults: Sequence[PrintFault]) -> None:
    """Report nothing."""


_OF_A_SIGN = "U+%04X"
"""A part of WeasyPrint's warning about a sign that no font has. The sign is the first of its arguments."""
_NAME = re.compile(r'<(?:input|textarea)\b[^>]*? name="([^"]*)"')


class _Collector(logging.Handler):
    """Takes the warnings of WeasyPrint as faults."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.faults: list[PrintFault] = []

    def emit(self, record: logging.LogRecord) -> None:
        args = record.args if isinstance(record.args, tuple) else ()
        if _OF_A_SIGN in str(record.msg) and args:
            self.faults.append(PrintFault(codes.BLANK_ON_PAPER, str(args[0])))
        else:
            self.faults.append(PrintFault(codes.PAPER_PROBLEM, " ".join(record.getMessage().split())))


@contextmanager
def collected_warnings() -> Iterator[list[PrintFault]]:
    """What WeasyPrint warns of meanwhile, as faults. None of it reaches the terminal."""
    logger, collector = logging.getLogger("weasyprint"), _Collector()
    before = logger.level, logger.propagate
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    logger.addHandler(collector)
    try:
        yield collector.faults
    finally:
        logger.removeHandler(collector)
        logger.setLevel(before[0])
        logger.propagate = before[1]


def faults(html: str, document: Any, said: Iterable[PrintFault]) -> tuple[PrintFault, ...]:
    """Everything wrong with a document of WeasyPrint that was made from this HTML, in the order of codes and words."""
    found = {*said, *off_the_paper(document), *_of_fields(html, document)}
    return tuple(sorted(found, key=lambda fault: (fault.code.name, fault.words)))


def _of_fields(html: str, document: Any) -> Iterator[PrintFault]:
    """The fields of the HTML that have no place on a page, or none that one could hit."""
    placed = {
        box.element.get("name")
        for page in document.pages
        for form, inputs in page.forms.items()
        for box, place in inputs
        if form is not None and _is_within(page, *place)
    }
    needed = map(unescape, _NAME.findall(_without_rests(html)))
    yield from (PrintFault(codes.FIELD_WITHOUT_PLACE, name) for name in needed if name not in placed)


def _without_rests(html: str) -> str:
    """The HTML without the sections that take the room that is left on a page, if there is enough (see `growing`)."""
    first, *others = html.split(" data-rest=")
    return first + "".join(other.partition("</section>")[2] for other in others)


def _is_within(page: Any, left: float, top: float, right: float, bottom: float) -> bool:
    is_large = right - left >= LEAST and bottom - top >= LEAST
    return is_large and left >= 0 and top >= 0 and right <= page.width and bottom <= page.height


@dataclass(frozen=True, slots=True)
class _Room:
    """Where words may be: from the left to the right edge, and from the top to the bottom."""

    left: float
    right: float
    top: float
    bottom: float

    def narrowed(self, left: float, right: float) -> _Room:
        return _Room(max(self.left, left), min(self.right, right), self.top, self.bottom)

    def shortened(self, top: float, bottom: float) -> _Room:
        return _Room(self.left, self.right, max(self.top, top), min(self.bottom, bottom))

    def holds(self, text: Box) -> bool:
        return bool(
            text.position_x >= self.left - BEYOND
            and text.position_x + text.width <= self.right + BEYOND
            and text.position_y + text.height / 2 >= self.top
            and text.position_y + text.height / 2 <= self.bottom
        )


def off_the_paper(document: Any) -> Iterator[PrintFault]:
    """The words of a document that leave their box or the page."""
    for page in document.pages:
        box = page._page_box
        body, *margins = box.children
        area = _Room(
            box.content_box_x(),
            box.content_box_x() + box.width,
            box.content_box_y(),
            box.content_box_y() + box.height,
        )
        paper = _Room(0, page.width, 0, page.height)
        for text in (*_outside(body, area), *(one for margin in margins for one in _outside(margin, paper))):
            yield PrintFault(codes.OFF_THE_PAPER, " ".join(text.split()))


def _outside(box: Box, room: _Room) -> Iterator[str]:
    """The texts in a box that leave the room of their page, or that of the box that contains them."""
    box = getattr(box, "_box", box)  # a box that is positioned is in a placeholder
    kind = type(box).__name__
    if str(box.element_tag).endswith("::marker"):
        return  # it lies beside its item
    if kind == "TextBox":
        if box.text.strip() and not room.holds(box):
            yield box.text
        return
    if _has_edges(box, kind):
        left, top = box.border_box_x(), box.border_box_y()
        room = room.narrowed(left, left + box.border_width())
        if box.style["overflow"] == "hidden":
            room = room.shortened(top, top + box.border_height())
    for child in box.all_children() if hasattr(box, "all_children") else box.children:
        yield from _outside(child, room)


def _has_edges(box: Box, kind: str) -> bool:
    """Whether a box has a width of its own. Lines and what they contain are as wide as their words."""
    return kind not in {"LineBox", "InlineBox", "TableRowBox", "TableRowGroupBox", "TableBox"} and bool(box.children)
