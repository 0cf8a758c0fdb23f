"""DOCX files, made from the same HTML as PDFs. Nothing but this package imports python-docx."""

from __future__ import annotations

from io import BytesIO
from itertools import count
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm
from lxml import html as parser

from generator.office.archive import EPOCH, reproducible
from generator.office.blocks import OfficeBody
from generator.office.controls import element, text
from generator.office.inline import SPACES, classes, png_of
from generator.office.looks import MARGIN, NOTICE, OfficeLooks, Sheet, style_document

LOGO_HEIGHT = 10.0
"""The height of a logo at the head of pages, in millimetres."""


def made(html: str, looks: OfficeLooks, sheet: Sheet) -> bytes:
    """The DOCX of a paper document, on this size of paper. The same document always gives the same bytes."""
    source = parser.document_fromstring(html)
    document = Document()
    style_document(document, looks, sheet)
    _properties(document, source, looks)
    numbers, foot = count(1), ""
    for at, part in enumerate(_sheets(source)):
        landscape = "landscape" in classes(part)
        section = document.sections[0] if not at else document.add_section(WD_SECTION.NEW_PAGE)
        room = _page(section, sheet, looks, landscape=landscape)
        foot = _foot(part) or foot
        _margins(section, foot, looks)
        OfficeBody(document, numbers, room).add(part)
    written = BytesIO()
    document.save(written)
    return reproducible(written.getvalue())


def _sheets(source: Any) -> list[Any]:
    """The parts of a document that begin on a page of their own; the whole body if there are none."""
    found = source.xpath("//body//section[not(ancestor::section)]")
    return found or [source.body]


def _properties(document: Any, source: Any, looks: OfficeLooks) -> None:
    about = document.core_properties
    about.title = (source.findtext(".//title") or "")[:255]
    about.author = about.last_modified_by = looks.author[:255]
    about.language, about.comments, about.revision = looks.language, "", 1
    about.created = about.modified = EPOCH


def _page(section: Any, sheet: Sheet, looks: OfficeLooks, *, landscape: bool) -> float:
    """The page of a section; gives the width of its text in millimetres."""
    width, height = (sheet.height, sheet.width) if landscape else (sheet.width, sheet.height)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin = section.right_margin = Mm(MARGIN)
    section.top_margin, section.bottom_margin = Mm(MARGIN + (4 if looks.notice or looks.logo else 0)), Mm(MARGIN)
    section.header_distance = section.footer_distance = Mm(9)
    if looks.rtl:
        section._sectPr.insert_element_before(element("bidi"), "w:rtlGutter", "w:docGrid")
    return width - 2 * MARGIN


def _margins(section: Any, foot: str, looks: OfficeLooks) -> None:
    """What stands above and below each page: notice and logo, then name, title, address and the number of the page."""
    section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
    head = section.header.paragraphs[0]
    head.style = NOTICE
    head.add_run(looks.notice)
    if looks.logo:
        picture = section.header.add_paragraph()
        picture.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        picture.add_run().add_picture(BytesIO(png_of(looks.logo)), height=Mm(LOGO_HEIGHT))
    line = section.footer.paragraphs[0]
    line.style = "Hint"
    line.add_run(" · ".join(words for words in (foot, looks.footer) if words) + "  ·  ")
    _field(line, "PAGE")
    line.add_run(" / ")
    _field(line, "NUMPAGES")


def _foot(part: Any) -> str:
    """What stands at the foot of a part: name, title and address; empty if it says nothing of that."""
    return next((SPACES.sub(" ", one.text_content()).strip() for one in part.xpath(".//p[@class='foot']")), "")


def _field(paragraph: Any, name: str) -> None:
    """A field that programs compute: the number of the page, or that of all pages."""
    field, run = element("fldSimple", instr=name), element("r")
    run.append(text("1"))
    field.append(run)
    paragraph._p.append(field)
