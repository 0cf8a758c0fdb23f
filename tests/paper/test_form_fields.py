"""Fields of PDFs: answers to one question exclude each other, wherever pages end, and names tell fields apart."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from pypdf import PdfReader, PdfWriter

from generator.paper import pdf
from generator.paper.form_fields import upright

ANSWERS = "".join(
    f'<p><input type="radio" name="sheet 1 one" value="{value}" title="Which? {value}" data-question="Which?">'
    for value in ("yes", "partly", "no", "never")
)
PAGE = (
    '<!doctype html><html lang="en"><head><title>A sheet</title><style>@page {{ size: 60mm 40mm; margin: 5mm }}'
    " p {{ height: 14mm; margin: 0 }} input {{ width: 4mm; height: 4mm }}</style></head>"
    "<body><form>{}</form></body></html>"
)


def fields(body: str) -> tuple[PdfReader, list[Any]]:
    found = PdfReader(BytesIO(pdf.make(PAGE.format(body))))
    return found, [one.get_object() for one in found.trailer["/Root"]["/AcroForm"]["/Fields"]]


def test_answers_to_one_question_are_one_field_also_across_pages() -> None:
    found, (group,) = fields(ANSWERS)
    assert len(found.pages) > 1
    answers = [one.get_object() for one in group["/Kids"]]
    assert [next(iter(one["/AP"]["/N"])) for one in answers] == ["/0", "/1", "/2", "/3"]
    assert list(group["/Opt"]) == ["yes", "partly", "no", "never"]
    assert (group["/T"], group["/TU"]) == ("sheet 1 one", "Which?")
    assert {one.raw_get("/Parent").idnum for one in answers} == {group.indirect_reference.idnum}
    assert not [one for one in answers if "/T" in one]


def test_choosing_one_answer_takes_back_the_other() -> None:
    writer = PdfWriter(clone_from=fields(ANSWERS)[0])
    for value in ("/0", "/1"):
        for page in writer.pages:
            writer.update_page_form_field_values(page, {"sheet 1 one": value}, auto_regenerate=False)
    target = BytesIO()
    writer.write(target)
    again = PdfReader(target)
    assert (again.get_fields() or {})["sheet 1 one"].value == "/1"
    (group,) = again.trailer["/Root"]["/AcroForm"]["/Fields"]
    assert [one.get_object()["/AS"] for one in group.get_object()["/Kids"]] == ["/Off", "/1", "/Off", "/Off"]


def test_descriptions_that_are_the_same_are_numbered() -> None:
    _, found = fields("".join(f'<p><input name="sheet 1 {name}" title="Name">' for name in ("one", "two", "three")))
    assert [field["/TU"] for field in found] == ["Name", "Name, 2", "Name, 3"]


def test_places_are_upright() -> None:
    assert upright(30.5, 80, 10, 20) == (10, 20, 30.5, 80)
    _, (field,) = fields('<p><input name="sheet 1 one" title="Name">')
    left, bottom, right, top = field["/Rect"]
    assert left < right
    assert bottom < top
