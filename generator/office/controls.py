"""Content controls of DOCX: boxes to tick, and places to write in. `title` says what each belongs to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
EMPTY, TICKED = "2610", "2612"
"""The signs of boxes, as code points in hexadecimal."""

LONGEST = 64
"""The maximum length of a title or a name, in characters; Word refuses more."""


def element(name: str, **values: object) -> Any:
    """An element of WordprocessingML with attributes of that namespace."""
    made = OxmlElement(f"w:{name}")
    for key, value in values.items():
        made.set(qn(f"w:{key}"), str(value))
    return made


def tick(number: int, title: str, *, ticked: bool = False) -> Any:
    """A box to tick, in a line. `number` tells it from the other controls of the document."""
    box = etree.SubElement(properties := _properties(number, title), f"{{{W14}}}checkbox", nsmap={"w14": W14})
    etree.SubElement(box, f"{{{W14}}}checked").set(f"{{{W14}}}val", "1" if ticked else "0")
    for state, sign in (("checkedState", TICKED), ("uncheckedState", EMPTY)):
        found = etree.SubElement(box, f"{{{W14}}}{state}")
        found.set(f"{{{W14}}}val", sign)
        found.set(f"{{{W14}}}font", "MS Gothic")
    run, look = element("r"), element("rPr")
    look.append(element("rFonts", ascii="MS Gothic", hAnsi="MS Gothic", eastAsia="MS Gothic"))
    run.extend([look, text(chr(int(TICKED if ticked else EMPTY, 16)))])
    return _control(properties, [run])


def blank(number: int, title: str, letters: int) -> Any:
    """A blank in a line, as long as so many letters, to be replaced by what one types."""
    properties = _properties(number, title)
    properties.extend([element("showingPlcHdr"), element("text")])
    run = element("r")
    run.append(text("_" * letters))
    return _control(properties, [run])


def lines(number: int, title: str, paragraphs: Iterable[Any]) -> Any:
    """Paragraphs to write in."""
    return _control(_properties(number, title), paragraphs)


def text(words: str) -> Any:
    """The text of a run."""
    made = element("t")
    made.text = words
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def _properties(number: int, title: str) -> Any:
    properties = element("sdtPr")
    if title:
        properties.append(element("alias", val=title[:LONGEST]))
    properties.append(element("id", val=number))
    return properties


def _control(properties: Any, content: Iterable[Any]) -> Any:
    control, inner = element("sdt"), element("sdtContent")
    inner.extend(content)
    control.extend([properties, inner])
    return control
