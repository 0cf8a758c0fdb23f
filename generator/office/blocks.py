"""Blocks of HTML as the paragraphs, lists and tables of a DOCX.

There is one walk over a document: what a sheet says is said once, in the templates of paper.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import count
from types import MappingProxyType
from typing import Any

from docx.oxml.ns import qn

from generator.office import tables
from generator.office.controls import lines
from generator.office.inline import BLANK, LEAST_BLANK, PLAIN, Letters, Node, OfficeLine, children, classes, is_seen
from generator.office.looks import HINT, KIND, LINE, NORMAL, SAYS, TABLE, style_id

_BLOCKS = frozenset(
    (
        *("article", "aside", "blockquote", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption", "figure"),
        *("footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "legend", "li", "main", "nav", "ol"),
        *("p", "pre", "section", "summary", "table", "ul"),
    )
)
_HEADING = re.compile(r"h([1-6])")
_NOT_SHOWN = frozenset(("head-qr", "foot", "mark", "card-notice", "cover-qr", "rest--pens"))
"""Classes of what is only of use on the paper that it was made for."""

_STYLES = {
    "hint": HINT,
    "small": HINT,
    "head-kind": KIND,
    "head-lead": KIND,
    "head-facts": KIND,
    "plan-say": SAYS,
    "script-note": HINT,
}
DEEPEST = 3
"""Lists within lists have styles down to this level."""

REST = 3
"""So many lines to write on take the place of those that fill a page of paper."""


class OfficeBody:
    """What is written into a document, a cell of a table, or the like: `place` has paragraphs and tables.

    `room` is its width in millimetres; in `narrow` places blanks are short.
    """

    def __init__(self, place: Any, numbers: count[int], room: float, *, narrow: bool = False) -> None:
        self.place, self.numbers, self.room, self.narrow = place, numbers, room, narrow

    def add(self, node: Any, styles: Sequence[str] = (NORMAL,), letters: Letters = PLAIN, depth: int = 0) -> None:
        """Add what is within an element. The first paragraph has the first of the `styles`, the others the last."""
        pending: list[Node] = []
        left = list(styles)

        def flush() -> None:
            if is_seen(pending):
                self.line(left[0]).add(pending, letters)
                left[:] = left[1:] or left
            pending.clear()

        for child in children(node):
            if isinstance(child, str) or not _is_block(child):
                pending.append(child)
                continue
            flush()
            if self._is_text(child):
                self.line(_style_of(child, left[0])).add(children(child), letters)
                left[:] = left[1:] or left
            else:
                self._block(child, left, letters, depth)
        flush()

    def within(self, place: Any, room: float) -> OfficeBody:
        """What is written into a cell of so many millimetres."""
        return OfficeBody(place, self.numbers, room, narrow=True)

    def line(self, style: str) -> OfficeLine:
        """A new paragraph to be filled."""
        return OfficeLine(self._paragraph(style), self.numbers, self.room, LEAST_BLANK if self.narrow else BLANK)

    def _paragraph(self, style: str) -> Any:
        paragraph = self.place.add_paragraph()
        if (wanted := TABLE if self.narrow and style == NORMAL else style) != NORMAL:
            paragraph._p.style = style_id(wanted)
        return paragraph

    def _is_text(self, node: Any) -> bool:
        """Whether it is one paragraph with nothing but text in a line."""
        inner = not any(isinstance(one.tag, str) and _is_block(one) for one in node.iterdescendants())
        special = classes(node) & (_NOT_SHOWN | {"write", "written", "canvas", "card-page"})
        return node.tag in ("p", "div", "span", "summary", "figcaption") and inner and not special and is_seen([node])

    def _block(self, node: Any, left: list[str], letters: Letters, depth: int) -> None:
        kind = classes(node)
        if kind & _NOT_SHOWN or node.tag == "hr":
            return
        if heading := _HEADING.fullmatch(node.tag):
            self.line(f"Heading {min(int(heading[1]), 4)}").add(children(node))
        elif special := next((name for name in _SPECIAL if name in kind or name == node.tag), None):
            _SPECIAL[special](self, node)
        elif node.tag in ("ul", "ol"):
            self._list(node, letters, depth)
        elif node.tag in ("dl", "dt", "dd"):
            self.add(node, left, Letters(bold=True) if node.tag == "dt" else letters, depth)
        else:
            self.add(node, [_style_of(node, left[0]), *left[1:]], letters, depth)

    def _lines(self, node: Any) -> None:
        """Lines to write on, as one place to write in."""
        field = next(node.iter("textarea"), None)
        title = (field.get("title") or "") if field is not None else ""
        style = TABLE if "write--cell" in classes(node) else LINE
        number = REST if "rest-lines" in classes(node) else len(list(node.iter("i")))
        made = [self._paragraph(style)._p for _ in range(number)]
        before = made[0].getprevious()
        parent = made[0].getparent()
        control = lines(next(self.numbers), title, made)
        if before is None:
            parent.insert(0, control)
        else:
            before.addnext(control)

    def _written(self, node: Any) -> None:
        """What somebody wrote on a specimen."""
        self.line(NORMAL).add(children(node), Letters(italic=True))

    def _code(self, node: Any) -> None:
        self.line(NORMAL).add(children(node), Letters(kept=True))

    def _blanks(self, node: Any) -> None:
        """Several blanks in a row."""
        line = self.line(NORMAL)
        for at, part in enumerate(part for part in node if isinstance(part.tag, str)):
            line.add(["    "] if at else [])
            line.add(children(part))

    def _list(self, node: Any, letters: Letters, depth: int) -> None:
        ticks = "ticks" in classes(node)
        level = "" if depth == 0 else f" {min(depth, DEEPEST - 1) + 1}"
        style = NORMAL if ticks else f"List {'Number' if node.tag == 'ol' else 'Bullet'}{level}"
        number = self._restarted(style) if node.tag == "ol" and "script" not in classes(node) else None
        for item in node.iterchildren("li"):
            if "script" in classes(node):
                self.add(item, [NORMAL], Letters(bold="script-own" in classes(item)), depth)
                continue
            before = len(self.place.paragraphs)
            self.add(item, [style, HINT if ticks else f"List Continue{level}"], letters, depth + 1)
            if number is not None and len(self.place.paragraphs) > before:
                self.place.paragraphs[before]._p.get_or_add_pPr()._add_numPr()._add_numId().val = number

    def _restarted(self, style: str) -> int:
        """A numbering that begins with 1 again."""
        part = self.place.part
        usual = part.document.styles[style].element.pPr.numPr.numId.val
        numbering = part.numbering_part.element
        of = next(one for one in numbering.findall(qn("w:num")) if one.numId == usual)
        made = numbering.add_num(of.abstractNumId.val)
        made.add_lvlOverride(ilvl=0).add_startOverride(1)
        return int(made.numId)


_SPECIAL: Mapping[str, Callable[[OfficeBody, Any], None]] = MappingProxyType(
    {
        "write": OfficeBody._lines,
        "rest-lines": OfficeBody._lines,
        "written": OfficeBody._written,
        "blanks": OfficeBody._blanks,
        "pre": OfficeBody._code,
        "canvas": tables.canvas,
        "card-page": tables.cards,
        "table": tables.table,
    }
)
"""What has a form of its own, by its class or the name of its element."""


def _is_block(node: Any) -> bool:
    return node.tag in _BLOCKS or (node.tag == "span" and "hint" in classes(node))


def _style_of(node: Any, usual: str) -> str:
    return next((_STYLES[name] for name in sorted(classes(node)) if name in _STYLES), usual)
