"""Decks for a projector, as PPTX. Nothing but this package imports python-pptx."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from math import ceil
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from generator.office.archive import EPOCH, reproducible
from generator.office.looks import OfficeLooks
from generator.office.slides import Deck, Slide

WIDTH, HEIGHT = 13.333, 7.5
"""The size of a slide in inches: 16 to 9."""

TEXT, LETTERS, LINES = 24, 68, 11
"""The size of text in points, and the letters of a line and the lines of a slide with it."""

TITLE, TITLE_LETTERS = 36, 44
SMALL_TITLE = 24
"""The size of a title that takes more than two lines."""

LONGEST_TITLE = 160
_NUMBERED = re.compile(r"\d+\. ")
COVER, CONTENT = 0, 1
"""The layouts that are used, by their numbers."""


def made(deck: Deck, looks: OfficeLooks) -> bytes:
    """The PPTX of a deck. The same deck always gives the same bytes. What is too long for a slide takes several."""
    show = Presentation()
    _widen(show)
    cover = show.slides.add_slide(show.slide_layouts[COVER])
    _title(cover, deck.title, looks)
    _fill(cover.placeholders[1], (deck.about,), looks)
    for slide in (part for whole in deck.slides for part in _parts(whole)):
        page = show.slides.add_slide(show.slide_layouts[CONTENT])
        _title(page, slide.title, looks)
        _fill(page.placeholders[1], slide.lines, looks)
        page.notes_slide.notes_text_frame.text = slide.notes
    for page in show.slides if looks.notice or looks.footer else ():
        _foot(page, " · ".join(words for words in (looks.notice, looks.footer) if words), looks)
    about = show.core_properties
    about.title, about.author, about.last_modified_by = deck.title[:255], looks.author[:255], looks.author[:255]
    about.language, about.created, about.modified, about.revision = looks.language, EPOCH, EPOCH, 1
    written = BytesIO()
    show.save(written)
    return reproducible(written.getvalue())


def _parts(slide: Slide) -> Iterator[Slide]:
    """A slide, or several with the same title if its lines do not fit on one."""
    pieces = [piece for line in slide.lines for piece in _pieces(line)]
    first, taken, room = True, list[str](), 0
    for piece in [*pieces, None]:
        needed = 0 if piece is None else ceil(len(piece) / LETTERS)
        if (taken and (piece is None or room + needed > LINES)) or (piece is None and first):
            yield replace(slide, lines=tuple(taken), notes=slide.notes if first else "")
            first, taken, room = False, [], 0
        if piece is not None:
            taken.append(piece)
            room += needed


def _pieces(line: str) -> Iterator[str]:
    """A paragraph in pieces that fit on a slide each, parted between words, and in words only where they are longer."""
    most, taken = LETTERS * (LINES - 1), ""
    for word in line.split():
        for at in range(0, len(word), LETTERS):
            part = word[at : at + LETTERS]
            if taken and len(taken) + 1 + len(part) > most:
                yield taken
                taken = ""
            taken = f"{taken} {part}" if taken and not at else taken + part
    if taken:
        yield taken


PLACES = {COVER: ((2.2, 1.6), (4.0, 1.8)), CONTENT: ((0.45, 1.25), (1.85, 4.9))}
"""Where the title and the text of each layout begin, and how high they are, in inches from the top."""

SIDE = 0.7
"""What is free on both sides, in inches."""


def _widen(show: Any) -> None:
    """A wide slide, with titles and texts as wide as it: the layouts of the library are for a narrow one."""
    show.slide_width, show.slide_height = Inches(WIDTH), Inches(HEIGHT)
    for layout, places in PLACES.items():
        shown = {shape.placeholder_format.idx: shape for shape in show.slide_layouts[layout].placeholders}
        for index, (top, height) in enumerate(places):
            shape = shown[index]
            shape.left, shape.width = Inches(SIDE), Inches(WIDTH - 2 * SIDE)
            shape.top, shape.height = Inches(top), Inches(height)


def _title(page: Any, title: str, looks: OfficeLooks) -> None:
    shown = title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1]}…"
    frame = page.shapes.title.text_frame
    frame.word_wrap = True
    frame.text = shown
    size = TITLE if len(shown) <= 2 * TITLE_LETTERS and max(map(len, shown.split()), default=0) <= 36 else SMALL_TITLE
    _set(frame.paragraphs[0], looks.heading_font, size, looks.brand)


def _fill(place: Any, lines: Sequence[str], looks: OfficeLooks) -> None:
    frame = place.text_frame
    frame.word_wrap = True
    for at, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if not at else frame.add_paragraph()
        paragraph.text = line
        if _NUMBERED.match(line):
            etree.SubElement(paragraph._p.get_or_add_pPr(), qn("a:buNone"))
        _set(paragraph, looks.text_font, TEXT, looks.ink)


def _foot(page: Any, words: str, looks: OfficeLooks) -> None:
    box = page.shapes.add_textbox(Inches(0.6), Inches(HEIGHT - 0.55), Inches(WIDTH - 1.2), Inches(0.4))
    box.text_frame.word_wrap = True
    box.text_frame.text = words
    _set(box.text_frame.paragraphs[0], looks.text_font, 12, looks.ink)


def _set(paragraph: Any, font: str, size: float, colour: str) -> None:
    for run in paragraph.runs:
        run.font.name, run.font.size = font, Pt(size)
        colour_of: Any = RGBColor
        run.font.color.rgb = colour_of.from_string(colour.removeprefix("#").upper())
