"""How documents for office programs look: sizes, typefaces and colours, and their named styles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from generator.office.controls import element

NORMAL = "Normal"
HINT, KIND, LINE, NOTICE, SAYS, TABLE = "Hint", "Sheet kind", "Writing line", "Notice", "Said aloud", "Table text"
"""The styles of paragraphs besides those that every program knows."""
CODE = "Code"
"""The style of letters in code."""


@dataclass(frozen=True, slots=True)
class OfficeLooks:
    """What all documents of a playbook share. Colours are `#rrggbb`, sizes in millimetres and points."""

    language: str = "en"
    rtl: bool = False
    author: str = ""
    text_font: str = "Calibri"
    heading_font: str = "Georgia"
    code_font: str = "Consolas"
    ink: str = "#14181f"
    brand: str = "#14181f"
    notice: str = ""
    footer: str = ""
    logo: bytes = b""
    """A picture that is no SVG; empty if there is none."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paper of a document, upright, in millimetres, and the size of its text in points."""

    width: float
    height: float
    text: float = 10.5


AFTER_BIDI = ("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl")
"""What comes after the direction of a paragraph: programs want its properties in one order."""

MARGIN = 18.0
"""Around a sheet, in millimetres."""


def style_document(document: Any, looks: OfficeLooks, sheet: Sheet) -> None:
    """Give the named styles of a document their looks."""
    styles = document.styles
    normal = styles["Normal"]
    _font(normal, looks.text_font, sheet.text, looks.ink)
    normal.paragraph_format.space_after = Pt(4)
    normal.paragraph_format.space_before = Pt(0)
    language = element("lang", val=looks.language, eastAsia=looks.language, bidi=looks.language)
    normal.element.get_or_add_rPr().append(language)
    if looks.rtl:
        normal.element.get_or_add_pPr().insert_element_before(element("bidi"), *AFTER_BIDI)
    for level, scale in ((1, 2.0), (2, 1.25), (3, 1.05), (4, 1.0)):
        heading = styles[f"Heading {level}"]
        _font(heading, looks.heading_font, round(sheet.text * scale * 2) / 2, looks.brand if level == 1 else looks.ink)
        heading.paragraph_format.space_before = Pt(0 if level == 1 else 8)
        heading.paragraph_format.space_after = Pt(2)
    small = max(9.0, sheet.text * 0.9)
    for name in (HINT, KIND, LINE, NOTICE, SAYS, TABLE):
        size = sheet.text if name in (LINE, SAYS) else small
        _font(_added(styles, name), looks.text_font, size, looks.ink)
    styles[NOTICE].font.bold = True
    styles[SAYS].font.italic = True
    styles[SAYS].paragraph_format.left_indent = Mm(4)
    styles[TABLE].paragraph_format.space_after = Pt(1)
    _rule_below(styles[LINE])
    code = styles.add_style(CODE, WD_STYLE_TYPE.CHARACTER)
    code.quick_style = True
    _font(code, looks.code_font, small, looks.ink)


def style_id(name: str) -> str:
    """The id of a style. To let the library look for it in all styles takes two thirds of the time of a document."""
    return name.replace(" ", "")


def _added(styles: Any, name: str) -> Any:
    style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = styles["Normal"]
    style.quick_style = True
    return style


def _font(style: Any, name: str, size: float, colour: str) -> None:
    font = style.font
    font.name, font.size, font.color.rgb = name, Pt(size), RGBColor.from_string(colour.lstrip("#").upper())
    fonts = style.element.rPr.rFonts
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), name)


def _rule_below(style: Any) -> None:
    """A rule that one writes on, 8 mm below the one above."""
    spacing = style.paragraph_format
    spacing.space_after, spacing.line_spacing = Pt(0), Mm(8)
    borders = element("pBdr")
    # Without one between, paragraphs with the same borders have only the last.
    for side in ("bottom", "between"):
        borders.append(element(side, val="single", sz=4, space=0, color="8A8A8A"))
    style.element.get_or_add_pPr().insert_element_before(borders, "w:bidi", *AFTER_BIDI)
