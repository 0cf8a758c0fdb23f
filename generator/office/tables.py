"""Tables of a DOCX: those of a sheet, boxes in a grid, and cards to cut out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain
from typing import Any, Protocol

from docx.enum.table import WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm

from generator.office.controls import element
from generator.office.inline import Letters, OfficeLine, classes
from generator.office.looks import TABLE, style_id

GRID = "Table Grid"
PADDING = 2.2
"""What the two sides of a cell take of its width, in millimetres."""

TINT = "F1EFEA"
"""The colour behind the heads of columns."""

SIDES = 60
"""The space beside the text of a cell, in twentieths of a point."""

WRITING_ROW = 8.0
"""The least height of a row that one writes in, in millimetres."""

MOST_COLUMNS = 63
"""Word takes no more."""

_WIDTH = re.compile(r"width: *([0-9.]+)%")
_SPAN = re.compile(r"span (\d+)")
_COLUMNS = re.compile(r"repeat\((\d+)")
_PLACE = re.compile(r"left: *([0-9.]+)mm; top: *([0-9.]+)mm; width: *([0-9.]+)mm; height: *([0-9.]+)mm")


class Body(Protocol):
    """What is written into: a document, or the cell of a table."""

    @property
    def place(self) -> Any:
        """What has paragraphs and tables in python-docx."""

    @property
    def room(self) -> float:
        """Its width in millimetres."""

    def within(self, place: Any, room: float) -> Body:
        """What is written into a cell of so many millimetres."""

    def line(self, style: str) -> OfficeLine:
        """A new paragraph to be filled."""

    def add(self, node: Any, *, letters: Letters) -> None:
        """Add what is within an element."""


def table(flow: Body, node: Any) -> None:
    """A table with its widths, its head on every page and rows that stay together."""
    rows = [row for row in node.iter("tr") if next(row.iterancestors("table")) is node]
    cells = [[cell for cell in row if cell.tag in ("td", "th")] for row in rows]
    columns = min(max((sum(map(_span, row)) for row in cells), default=0), MOST_COLUMNS)
    if not columns:
        return
    widths = _widths(node, columns, flow.room)
    made = _made(flow, len(rows), widths)
    for row, source, found in zip(made.rows, rows, cells, strict=True):
        if source.getparent().tag == "thead":
            row._tr.get_or_add_trPr().append(element("tblHeader"))
        if source.get("data-grow") or source.xpath("descendant::*[contains(@class, 'write')]"):
            row.height, row.height_rule = Mm(WRITING_ROW), WD_ROW_HEIGHT_RULE.AT_LEAST
        at = 0
        for cell in found[:columns]:
            end = min(at + _span(cell), columns) - 1
            place = row.cells[at] if at == end else row.cells[at].merge(row.cells[end])
            _fill(flow, place, cell, sum(widths[at : end + 1]))
            at = end + 1
            if at >= columns:
                break
    _after(flow)


def canvas(flow: Body, node: Any) -> None:
    """Boxes in a grid, of which some are as wide as several columns."""
    boxes = [box for box in node if isinstance(box.tag, str)]
    columns = _number(_COLUMNS, node) or 2
    rows: list[list[tuple[Any, int]]] = [[]]
    for box in boxes:
        wide = min(_number(_SPAN, box) or 1, columns)
        if sum(span for _, span in rows[-1]) + wide > columns:
            rows.append([])
        rows[-1].append((box, wide))
    widths = [flow.room / columns] * columns
    made = _made(flow, len(rows), widths)
    for row, found in zip(made.rows, rows, strict=True):
        at = 0
        for box, wide in found:
            place = row.cells[at] if wide == 1 else row.cells[at].merge(row.cells[at + wide - 1])
            _fill(flow, place, box, sum(widths[at : at + wide]))
            at += wide
    _after(flow)


def cards(flow: Body, node: Any) -> None:
    """A page of cards to cut out, each a cell of its size. On backs the columns are in the order of the paper."""
    for title in node.iterchildren("h1"):
        flow.line("Heading 2").add([title.text_content()])
    found = [(face, list(map(float, match.groups()))) for face in node.iterchildren("div") if (match := _placed(face))]
    lefts = sorted({place[0] for _, place in found})
    tops = sorted({place[1] for _, place in found})
    if not found:
        return
    wide, high = found[0][1][2:]
    made = _made(flow, len(tops), [min(wide, flow.room / len(lefts))] * len(lefts))
    made.alignment = WD_TABLE_ALIGNMENT.CENTER
    for row in made.rows:
        row.height, row.height_rule = Mm(high), WD_ROW_HEIGHT_RULE.AT_LEAST
    for face, (left, top, *_) in found:
        _fill(flow, made.cell(tops.index(top), lefts.index(left)), face, wide)
    _after(flow)


def _made(flow: Body, rows: int, widths: Sequence[float]) -> Any:
    """An empty table whose columns keep these widths, in millimetres."""
    made = flow.place.add_table(rows, len(widths))
    made._tbl.tblStyle_val = style_id(GRID)
    made.autofit = False
    sides = element("tblCellMar")
    sides.extend([element("left", w=SIDES, type="dxa"), element("right", w=SIDES, type="dxa")])
    made._tbl.tblPr.insert_element_before(sides, "w:tblLook")
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Mm(width)
    for row in made.rows:
        row._tr.get_or_add_trPr().append(element("cantSplit"))
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
    return made


def _fill(flow: Body, place: Any, source: Any, width: float) -> None:
    inner = flow.within(place, max(width - PADDING, 1.0))
    head = source.tag == "th" and source.getparent().getparent().tag == "thead"
    inner.add(source, letters=Letters(bold=head))
    if head:
        place._tc.get_or_add_tcPr().append(element("shd", val="clear", color="auto", fill=TINT))
    blocks = [one for one in place._tc if one.tag != qn("w:tcPr")]
    if len(blocks) > 1:
        place._tc.remove(blocks[0])  # a cell begins with an empty paragraph
    if place._tc[-1].tag == qn("w:tbl") or place._tc[-1].tag == qn("w:sdt"):
        place.add_paragraph()._p.style = style_id(TABLE)
    if "center" in classes(source):
        for paragraph in place.paragraphs:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _after(flow: Body) -> None:
    """Two tables that follow each other would become one."""
    flow.place.add_paragraph()._p.style = style_id(TABLE)


def _widths(node: Any, columns: int, room: float) -> list[float]:
    shares = [_number(_WIDTH, column) for column in chain(*(group.iter("col") for group in node.iter("colgroup")))]
    shares = (shares + [0.0] * columns)[:columns]
    rest = max(100 - sum(shares), 0) / max(shares.count(0), 1)
    whole = [share or rest for share in shares]
    return [room * share / (sum(whole) or 1) for share in whole]


def _span(cell: Any) -> int:
    written = cell.get("colspan") or "1"
    return max(int(written), 1) if written.isdecimal() else 1


def _number(pattern: re.Pattern[str], node: Any) -> Any:
    found = pattern.search(node.get("style") or "")
    return (float(found[1]) if "." in found[1] else int(found[1])) if found else 0


def _placed(face: Any) -> re.Match[str] | None:
    return _PLACE.search(face.get("style") or "") if "face" in classes(face) else None
