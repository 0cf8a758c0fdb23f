"""Text in a line, from HTML into the runs of a paragraph."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import count
from typing import Any, TypeAlias

from docx.enum.text import WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm

from generator.office.controls import blank, element, tick
from generator.office.looks import CODE

Node: TypeAlias = "str | Any"
"""A text, or an element of lxml."""

SPACES = re.compile(r"[ \t\r\n\f]+")
PIXEL = 25.4 / 96
"""A pixel of CSS in millimetres."""

BLANK, LEAST_BLANK = 18, 4
"""The letters of a blank, and of one in the cell of a table."""


@dataclass(frozen=True, slots=True)
class Letters:
    """How letters are set. `kept`: with all spaces and line breaks, as they are written."""

    bold: bool = False
    italic: bool = False
    struck: bool = False
    raised: bool = False
    code: bool = False
    kept: bool = False
    link: str = ""


PLAIN = Letters()

_SET: Mapping[str, Any] = {
    "b": {"bold": True},
    "strong": {"bold": True},
    "i": {"italic": True},
    "em": {"italic": True},
    "cite": {"italic": True},
    "del": {"struck": True},
    "s": {"struck": True},
    "sup": {"raised": True},
    **{name: {"code": True} for name in ("code", "kbd", "samp")},
}


def classes(node: Any) -> frozenset[str]:
    """The classes of an element."""
    return frozenset((node.get("class") or "").split())


def children(node: Any) -> Iterator[Node]:
    """The texts and elements within an element, in their order."""
    if node.text:
        yield node.text
    for child in node:
        if isinstance(child.tag, str):
            yield child
        if child.tail:
            yield child.tail


def is_seen(nodes: Iterable[Node]) -> bool:
    """Whether any of these can be seen."""
    return any(
        node.strip() if isinstance(node, str) else node.text_content().strip() or node.xpath(_SEEN) for node in nodes
    )


_SEEN = "descendant-or-self::input | descendant-or-self::img | descendant-or-self::span[contains(@class, 'tick')]"


class OfficeLine:
    """A paragraph while it is filled. `numbers` tell the controls of a document from each other."""

    def __init__(self, paragraph: Any, numbers: count[int], room: float, blank: int = BLANK) -> None:
        self.paragraph, self.numbers, self.room, self.blank = paragraph, numbers, room, blank
        self._at_start = True

    def add(self, nodes: Iterable[Node], letters: Letters = PLAIN) -> None:
        """Add texts and elements."""
        for node in nodes:
            if isinstance(node, str):
                self._text(node, letters)
            else:
                self._element(node, letters)

    def _text(self, written: str, letters: Letters) -> None:
        words = written.removesuffix("\n") if letters.kept else SPACES.sub(" ", written)
        if self._at_start and not letters.kept:
            words = words.lstrip(" ")
        if not words:
            return
        self._at_start = words.endswith(" ")
        run = self.paragraph.add_run(words)
        run.bold, run.italic = letters.bold or None, letters.italic or None
        run.font.strike, run.font.superscript = letters.struck or None, letters.raised or None
        if letters.code:
            run._r.get_or_add_rPr().style = CODE
        if letters.link:
            link = element("hyperlink")
            link.set(qn("r:id"), self.paragraph.part.relate_to(letters.link, RELATIONSHIP_TYPE.HYPERLINK, True))
            run.underline = True
            link.append(run._r)
            self.paragraph._p.append(link)

    def _element(self, node: Any, letters: Letters) -> None:
        kind = classes(node)
        if node.tag == "br":
            self.paragraph.add_run().add_break(WD_BREAK.LINE)
            self._at_start = True
        elif "tick" in kind:
            self._tick(node)
        elif "line" in kind:
            self._blank(node, letters)
        elif node.tag == "img":
            self._picture(node)
        elif node.tag not in ("svg", "style", "script", "input", "textarea"):
            inner = replace(letters, **_SET.get(node.tag, {}))
            address = node.get("href") or ""
            leads = node.tag == "a" and address.startswith(("http://", "https://", "mailto:"))
            self.add(children(node), replace(inner, link=address) if leads else inner)

    def _tick(self, node: Any) -> None:
        ticked = bool(node.text_content().strip())
        title = next((field.get("title") or "" for field in node.iter("input")), "")
        self.paragraph._p.append(tick(next(self.numbers), title, ticked=ticked))
        self._at_start = False

    def _blank(self, node: Any, letters: Letters) -> None:
        if words := node.text_content().strip():
            self._text(f" {words}", replace(letters, italic=True))
            return
        title = next((field.get("title") or "" for field in node.iter("input")), "")
        self._text(" ", letters)
        self.paragraph._p.append(blank(next(self.numbers), title, self.blank))
        self._at_start = False

    def _picture(self, node: Any) -> None:
        """A picture that programs can show; of others, what they show in words."""
        content = _png(node.get("src") or "")
        if node.xpath("ancestor-or-self::*[contains(@class, 'qr')]"):
            return  # an address that one can click on stands beside it
        if content is None:
            self._text(node.get("alt") or "", Letters(italic=True))
            return
        wide = float(node.get("width") or 0) * PIXEL or self.room
        shape = self.paragraph.add_run().add_picture(BytesIO(content), width=Mm(min(wide, self.room)))
        shape._inline.docPr.set("descr", node.get("alt") or "")
        self._at_start = False


def _png(address: str) -> bytes | None:
    """The picture of a data address as PNG; None if it is a drawing, or none at all."""
    about, _, data = address.partition(",")
    return png_of(b64decode(data)) if about.startswith("data:image/") and "svg" not in about else None


def png_of(content: bytes) -> bytes:
    """A picture as PNG."""
    from PIL import Image

    made = BytesIO()
    with Image.open(BytesIO(content)) as image:
        image.convert("RGBA" if "A" in image.getbands() or "transparency" in image.info else "RGB").save(made, "PNG")
    return made.getvalue()
