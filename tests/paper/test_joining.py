"""Joined PDFs: each copy has pages and structure of its own, and shares what is drawn with the others."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from generator.paper import pdf
from generator.paper.joining import JoinedPart, PdfPiece, joined, starts
from tests.conftest import some_of

PAGE = """<!doctype html><html lang="en"><head><title>{title}</title><style>@page {{ size: 100mm 120mm; }}
.next {{ break-before: page; }} h1 {{ bookmark-level: 1; }}</style></head><body>{body}</body></html>"""
FORM = """<h1 id="form">Form</h1><p>See <a href="part:table">the table</a>
and <a href="https://example.org/">a site</a>.</p>
<form><input name="sheet 1 name" data-key="sheet 1 2 name" title="7 0 R (1) 12-0-1">
<input type="checkbox" name="sheet 1 yes" title="Yes">
<input type="radio" name="sheet 1 one" value="a" title="One: a" data-question="One">
<input type="radio" name="sheet 1 one" value="b" title="One: b" data-question="One"></form>
<p class="next">the second page</p>"""
TABLE = """<h1 id="table">Table</h1><table><thead><tr><th scope="col">One</th><th scope="col">Two</th></tr></thead>
<tbody><tr><th scope="row">Row</th><td>cell</td></tr></tbody></table>"""


@cache
def form() -> PdfPiece:
    return pdf.piece(PAGE.format(title="A form", body=FORM))


@cache
def table() -> PdfPiece:
    return pdf.piece(PAGE.format(title="A table", body=TABLE))


@cache
def blank() -> PdfPiece:
    return pdf.piece(PAGE.format(title="Blank", body="<section></section>"))


def _read(*parts: JoinedPart) -> PdfReader:
    return PdfReader(BytesIO(joined(parts, blank())), strict=True)


def _elements(found: PdfReader) -> list[Any]:
    """All elements of the structure, in reading order; each is the child of what it names as its parent."""
    elements: list[Any] = []

    def walk(kid: Any, parent: Any) -> None:
        element = kid.get_object()
        if not isinstance(element, dict) or element.get("/Type") != "/StructElem":
            return
        assert element["/P"].get_object() == parent
        elements.append(element)
        kids = element.get("/K", [])
        for below in kids if isinstance(kids, list) else [kids]:
            walk(below, element)

    root = found.trailer["/Root"]["/StructTreeRoot"]
    for kid in root["/K"]:
        walk(kid, root)
    return elements


def test_each_page_and_each_annotation_leads_to_its_own_place_in_the_structure() -> None:
    found = _read(JoinedPart(form(), 3), JoinedPart(table(), 2))
    nums = found.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    parents = dict(zip(nums[::2], (value.get_object() for value in nums[1::2]), strict=True))
    assert sorted(parents) == list(range(len(parents)))
    places = []
    for page in found.pages:
        places.append(page["/StructParents"])
        marked = parents[page["/StructParents"]]
        assert {element.get_object()["/Pg"].get_object()["/StructParents"] for element in marked} == {
            page["/StructParents"]
        }
        for annotation in (a.get_object() for a in page.get("/Annots", [])):
            places.append(annotation["/StructParent"])
            element = parents[annotation["/StructParent"]]
            objects = [k.get_object().get("/Obj") for k in element["/K"] if isinstance(k.get_object(), dict)]
            assert annotation in [
                found.get_object(o) if o is None else o.get_object() for o in objects if o is not None
            ]
    assert sorted(places) == sorted(parents)
    kinds = [element["/S"] for element in _elements(found)]
    assert (kinds.count("/Document"), kinds.count("/H1"), kinds.count("/Table")) == (1, 5, 2)


def test_copies_share_what_is_drawn() -> None:
    found = _read(JoinedPart(form(), 4))
    assert len(found.pages) == 8
    assert len({page.raw_get("/Contents").idnum for page in found.pages}) == 2
    once, often = len(joined([JoinedPart(form(), 1)])), len(joined([JoinedPart(form(), 4)]))
    assert often < 1.5 * once


def test_the_fields_of_copies_have_names_of_their_own() -> None:
    found = _read(JoinedPart(form(), 3, numbered="sheet "))
    names = [f"sheet {copy} {name}" for copy in (1, 2, 3) for name in ("name", "yes", "one")]
    fields = [one.get_object() for one in found.trailer["/Root"]["/AcroForm"]["/Fields"]]
    assert [field["/T"] for field in fields] == names
    assert [field["/TM"] for field in fields if "/TM" in field] == [f"sheet {copy} 2 name" for copy in (1, 2, 3)]
    assert {field["/TU"] for field in fields} == {"7 0 R (1) 12-0-1", "Yes", "One"}
    of_copies = [[kid.idnum for kid in field["/Kids"]] for field in fields if "/Kids" in field]
    on_pages = [{one.idnum for one in found.pages[at]["/Annots"]} for at in (0, 2, 4)]
    assert all(set(kids) <= page for kids, page in zip(of_copies, on_pages, strict=True))
    fonts = found.trailer["/Root"]["/AcroForm"]["/DR"]["/Font"]
    used = [re.findall(r"(/\S+) [\d.]+ Tf", a.get_object().get("/DA", "")) for a in found.pages[4]["/Annots"]]
    assert set().union(*used) <= set(fonts)
    assert any(used)


def test_links_across_parts_lead_to_the_first_copy_of_what_they_name() -> None:
    found = _read(JoinedPart(form(), 2), JoinedPart(table(), 2))
    target = found.named_destinations["table"]
    assert found.get_destination_page_number(target) == 4
    first, second = (a.get_object() for a in found.pages[0]["/Annots"] if a.get_object()["/Subtype"] == "/Link")
    assert (first["/Dest"], first["/Contents"], "/A" in first) == ("table", "table", False)
    assert second["/A"]["/URI"] == "https://example.org/"


def test_the_ids_of_cells_differ_between_copies_and_cells_name_their_heads() -> None:
    tables = [e for e in _elements(_read(JoinedPart(form()), JoinedPart(table(), 2))) if e["/S"] in ("/TH", "/TD")]
    ids = [element["/ID"] for element in tables if "/ID" in element]
    assert len(ids) == len(set(ids)) == 6
    named = [set(element["/A"]["/Headers"]) for element in tables if element["/S"] == "/TD"]
    assert [len(heads) for heads in named] == [2, 2]
    assert set.union(*named) <= set(ids)


def test_bookmarks_are_those_of_first_copies_in_order() -> None:
    found = _read(JoinedPart(form(), 2), JoinedPart(table(), 2))
    pages = [(item.title, found.get_destination_page_number(item)) for item in found.outline]
    assert pages == [("Form", 0), ("Table", 4)]


def test_title_and_language_are_those_of_the_first_part() -> None:
    found = _read(JoinedPart(table()), JoinedPart(form()))
    assert (found.metadata or {})["/Title"] == "A table"
    root = found.trailer["/Root"]
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("en", True)
    assert b"pdfuaid:part" in root["/Metadata"].get_data()


def test_the_same_parts_give_the_same_bytes() -> None:
    assert joined([JoinedPart(form(), 2), JoinedPart(table())]) == joined([JoinedPart(form(), 2), JoinedPart(table())])


def _texts(found: PdfReader) -> list[str]:
    """The text of each page. Copies share what is drawn, so that is read once."""
    drawn = [page.raw_get("/Contents").idnum for page in found.pages]
    known = {number: page.extract_text().strip() for number, page in dict(zip(drawn, found.pages, strict=True)).items()}
    return [known[number] for number in drawn]


parts = st.lists(
    st.builds(JoinedPart, st.sampled_from([form, table]).map(lambda made: made()), st.integers(1, 4), st.booleans()),
    max_size=5,
)


@pytest.mark.slow
@pytest.mark.sampled
@settings(max_examples=some_of(100))
@given(parts)
def test_parts_start_where_it_is_said_and_on_new_sheets_where_it_is_asked_for(wanted: list[JoinedPart]) -> None:
    found = _read(JoinedPart(table()), *wanted)
    expected = starts(wanted, 1)
    texts = _texts(found)
    for part, page in zip(wanted, expected, strict=True):
        assert texts[page].startswith("Form" if part.piece is form() else "Table")
        assert not part.starts_leaf or page % 2 == 0
    assert sum(text.startswith(("Form", "Table")) for text in texts) == 1 + sum(part.copies for part in wanted)


@pytest.mark.parametrize("copies", [1, 2])
def test_a_copy_alone_is_as_it_was(copies: int) -> None:
    found = _read(JoinedPart(form(), copies))
    alone = PdfReader(BytesIO(pdf.make(PAGE.format(title="A form", body=FORM))))
    assert [page.extract_text() for page in found.pages] == [page.extract_text() for page in alone.pages] * copies
