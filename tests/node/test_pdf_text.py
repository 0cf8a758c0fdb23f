"""Text that a pack writes itself: what stays together on a page, what the structure says, and what a typeface lacks."""

from __future__ import annotations

import base64
from functools import cache
from io import BytesIO
from typing import Any

from pypdf import PdfReader

from generator.paper.documents import documents_of
from generator.paper.sizes import A4
from tests.node.process import Node
from tests.paper.kept_pdfs import kept_pdf
from tests.paper.pdf_structure import structure_faults
from tests.playbooks import EXAMPLE_PLAYBOOK, project, reading

WRITE = """async (load, [blank, blocks]) => {
  const { Joiner } = await load("pack-pdf/lazy/pdf-join.js");
  const { PdfPages } = await load("pack-pdf/lazy/pdf-page.js");
  const { PdfText } = await load("pack-pdf/lazy/pdf-text.js");
  const { PdfSource } = await load("pack-pdf/lazy/pdf-source.js");
  const source = await PdfSource.of(Uint8Array.from(atob(blank), (sign) => sign.charCodeAt(0)));
  const joiner = await Joiner.withFontOf(source);
  const pages = new PdfPages(joiner, source.size(0), "foot", false);
  new PdfText(pages).write(blocks);
  await pages.finished();
  const file = await (await joiner.file({ title: "Text", language: "en" })).arrayBuffer();
  return btoa([...new Uint8Array(file)].map((byte) => String.fromCharCode(byte)).join(""));
}"""

LACKING = """async (load, [blank, texts]) => {
  const { lackingIn, linesOf } = await load("pack-pdf/lazy/pdf-lines.js");
  const { PdfSource } = await load("pack-pdf/lazy/pdf-source.js");
  const source = await PdfSource.of(Uint8Array.from(atob(blank), (sign) => sign.charCodeAt(0)));
  const [, font] = await source.richestFont();
  const runs = texts.map((text) => ({ text, bold: false, italic: false, href: "" }));
  const words = (most) => linesOf(font, runs, 10, most).map((line) => line.map(({ text }) => text));
  return [lackingIn(font, runs), words(60), words(10_000)];
}"""


@cache
def _blank() -> str:
    at = project(EXAMPLE_PLAYBOOK)
    documents = documents_of(reading(EXAMPLE_PLAYBOOK).graph, at.site, at.theme)
    return base64.b64encode(kept_pdf(documents.blank_to_fill(A4))).decode()


def _written(node: Node, *blocks: dict[str, Any]) -> PdfReader:
    content = base64.b64decode(node.run(WRITE, [_blank(), blocks]))
    assert structure_faults(content) == []
    return PdfReader(BytesIO(content), strict=True)


def _run(text: str, **looks: Any) -> dict[str, Any]:
    return {"text": text, "bold": False, "italic": False, "href": ""} | looks


def _heading(text: str, level: int = 1) -> dict[str, Any]:
    return {"sort": "heading", "level": level, "runs": [_run(text)]}


def _paragraph(*texts: str | dict[str, Any]) -> dict[str, Any]:
    return {"sort": "paragraph", "runs": [_run(text) if isinstance(text, str) else text for text in texts]}


def _cell(*blocks: dict[str, Any], **about: Any) -> dict[str, Any]:
    return {"span": 1, "isHeading": False, "blocks": list(blocks)} | about


def _texts(found: PdfReader) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in found.pages]


def test_a_heading_stays_with_what_follows_and_no_line_stands_alone(node: Node) -> None:
    for lines in range(40, 60):
        rows = [_paragraph(f"row {row}") for row in range(lines)]
        words = " ".join(f"word{number}" for number in range(60))  # four lines
        found = _texts(
            _written(node, _heading("First"), *rows, _heading("Second", 2), _heading("Third", 3), _paragraph(words))
        )
        [page] = [text for text in found if "Second" in text]
        assert "Second Third word0" in page
        assert all(not number or number > 20 for number in (text.count("word") for text in found)), "a line has 15"


def test_a_label_stays_with_what_it_names(node: Node) -> None:
    for lines in range(40, 50):
        rows = [_paragraph(f"row {row}") for row in range(lines)]
        talk = (_paragraph(_run("Ines", bold=True)), _paragraph("I see."), _heading("Then", 2), _paragraph("5 minutes"))
        found = _texts(_written(node, _heading("First"), *rows, *talk, _paragraph("To begin.")))
        assert any("Ines I see." in text for text in found)
        assert any("Then 5 minutes To begin." in text for text in found)


def test_the_head_of_a_table_stands_on_each_page_and_is_content_once(node: Node) -> None:
    head = {
        "isHead": True,
        "cells": [_cell(_paragraph("Minute"), isHeading=True), _cell(_paragraph("What"), isHeading=True)],
    }
    long = _cell(*(_paragraph(f"line {number}") for number in range(100)))  # more than a page
    body = [{"isHead": False, "cells": [_cell(_paragraph(f"r{row}"), isHeading=True), _cell()]} for row in range(50)]
    rows = [head, {"isHead": False, "cells": [_cell(_paragraph("long"), isHeading=True), long]}, *body]
    found = _written(node, {"sort": "table", "caption": [_paragraph("About")], "shares": [0.2, 0.8], "rows": rows})
    texts = _texts(found)
    assert len(texts) > 3
    assert [text.count("Minute What") for text in texts] == [1] * len(texts)
    said = " ".join(texts)
    assert [said.count(f"line {number} ") for number in range(100)] == [1] * 100
    assert all(f"r{row} " in said for row in range(50))
    sorts = [element["/S"] for element in _elements(found)]
    assert (sorts.count("/TH"), sorts.count("/TD"), sorts.count("/Caption")) == (2 + 51, 51, 1)


def test_neither_the_first_nor_the_last_row_of_a_table_stands_alone(node: Node) -> None:
    for lines in range(36, 46):
        rows = [{"isHead": False, "cells": [_cell(_paragraph(f"r{row}"), isHeading=True)]} for row in range(5)]
        table = {"sort": "table", "caption": [], "shares": [1], "rows": rows}
        found = _texts(_written(node, *(_paragraph(f"line {line}") for line in range(lines)), table))
        assert {text.count("r") for text in found} <= {0, 2, 3, 5}


def _elements(found: PdfReader) -> list[Any]:
    def below(element: Any) -> list[Any]:
        kids = element.get("/K", [])
        all_kids = [
            kid.get_object() for kid in (kids if isinstance(kids, list) else [kids]) if not isinstance(kid, int)
        ]
        return [element, *(one for kid in all_kids if kid.get("/Type") == "/StructElem" for one in below(kid))]

    return below(found.trailer["/Root"]["/StructTreeRoot"]["/K"][0].get_object())


def test_lists_links_boxes_and_drawings_are_real_ones(node: Node) -> None:
    items = [
        [_paragraph("one")],
        [_paragraph("two"), {"sort": "list", "mark": "sign", "items": [[_paragraph("within")]]}],
    ]
    link = _run("a link of many words that goes on in another line " * 4, href="https://x.example/a?b&c")
    code = {"sort": "drawing", "label": "A code", "side": 3, "paths": [{"fill": "#000", "d": "M1 1h1v1h-1z"}]}
    found = _written(
        node,
        _heading("Title"),
        _heading("Far below", 4),
        {"sort": "list", "mark": "number", "items": items},
        _paragraph("See ", link, "."),
        _paragraph("☐ ticked ☒ not\nnext"),
        {"sort": "list", "mark": "none", "items": [[code, _paragraph("below it")]] * 7},
    )
    [text] = _texts(found)
    assert "1. one 2. two • within" in text
    assert text.count("below it") == 7
    sorts = [str(element["/S"])[1:] for element in _elements(found)]
    assert [sort for sort in sorts if sort.startswith("H")] == ["H1", "H2"]
    assert (sorts.count("Lbl"), sorts.count("LI"), sorts.count("Figure"), sorts.count("Link")) == (3, 3 + 7, 7, 1)
    notes = [note.get_object() for note in found.pages[0]["/Annots"]]
    assert len(notes) > 1, "each line of a link is one"
    assert {str(note["/A"]["/URI"]) for note in notes} == {"https://x.example/a?b&c"}
    drawn = found.pages[0].get_contents()
    assert drawn is not None
    assert [drawn.get_data().count(sign) for sign in (b"FEFF2610", b"FEFF2612")] == [1, 1]


def test_lines_are_filled_words_are_broken_where_they_must_and_characters_that_lack_are_named(node: Node) -> None:
    lacking, narrow, wide = node.run(
        LACKING, [_blank(), ["one tw", "o Donau\u00addampfschifffahrtsgesellschaft", " 李 ☐\nend"]]
    )
    assert lacking == ["李"]
    assert "".join(text for line in narrow for text in line) == "one two Donaudampfschifffahrtsgesellschaft 李 ☐end"
    assert [len(line) for line in wide] == [3, 1]
    assert narrow[0] == ["one tw", "o "]
