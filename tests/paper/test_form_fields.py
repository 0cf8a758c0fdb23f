"""Fields of PDFs: answers to one question exclude each other, wherever pages end, names tell fields apart, and every
viewer can draw them again."""

from __future__ import annotations

import re
import subprocess
from io import BytesIO
from typing import Any

from PIL import Image
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
    assert [list(one["/AP"]["/N"]) for one in answers] == [
        ["/0", "/Off"],
        ["/1", "/Off"],
        ["/2", "/Off"],
        ["/3", "/Off"],
    ]
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


def test_viewers_can_draw_ticks_again() -> None:
    """Some draw all fields again when they save: with the typeface and the sign that the field names."""
    found, (tick, one) = fields(
        '<input type="checkbox" name="sheet 1 seen" title="Seen">'
        '<input type="radio" name="sheet 1 one" value="yes" title="One: yes" data-question="One">'
    )
    form = found.trailer["/Root"]["/AcroForm"]
    assert "/NeedAppearances" not in form
    assert form["/DR"]["/Font"]["/ZaDb"]["/BaseFont"] == "/ZapfDingbats"
    for field, sign in ((tick, "8"), (one["/Kids"][0].get_object(), "l")):
        assert field["/DA"] == "/ZaDb 0 Tf 0 g"
        assert field["/MK"] == {"/CA": sign}
        assert field["/AP"]["/N"]["/Off"].get_data() == b""


def test_what_is_typed_fits_except_in_large_print_where_it_keeps_its_size() -> None:
    _, found = fields(
        '<p><input name="sheet 1 one" title="One"></p>'
        '<textarea name="sheet 1 two" title="Two" maxlength="4000"></textarea>'
        '<p><input name="sheet 1 three" title="Three" data-large="yes" style="font-size: 18pt"></p>'
    )
    sizes = {field["/TU"]: re.fullmatch(r"/\S+ ([\d.]+) Tf 0 g", field["/DA"]) for field in found}
    assert {name: size and size[1] for name, size in sizes.items()} == {"One": "0", "Two": "0", "Three": "18"}
    assert [field.get("/MaxLen") for field in found if field["/TU"] == "Two"] == [4000]


def test_rules_do_not_strike_through_what_is_typed() -> None:
    _, found = fields(
        '<textarea name="sheet 1 one" title="One" data-ruled="yes"></textarea>'
        '<textarea name="sheet 1 two" title="Two"></textarea>'
    )
    assert {field["/TU"]: field.get("/MK") for field in found} == {"One": {"/BG": [1]}, "Two": None}


def test_a_field_leads_back_to_the_page() -> None:
    _, found = fields('<input name="a-sheet 1 rows one" data-key="a-sheet 1 3 rows.one" title="One">')
    assert [(field["/T"], field["/TM"]) for field in found] == [("a-sheet 1 rows one", "a-sheet 1 3 rows.one")]


RULED = (
    '<div style="position: relative; height: 16mm; width: 40mm">'
    '<i style="display: block; height: 8mm; border-bottom: 1mm solid"></i>'
    '<textarea name="sheet 1 one" title="One" data-ruled="yes"'
    ' style="position: absolute; top: 0; width: 100%; height: 100%; border: 0"></textarea></div>'
)


def test_rules_for_pens_are_seen_below_a_field_that_is_empty() -> None:
    """Viewers that find no look of a field draw its background."""
    content = pdf.make(PAGE.format(RULED))
    done = subprocess.run(["pdftoppm", "-r", "72", "-gray", "-"], input=content, capture_output=True, check=True)
    drawn = Image.open(BytesIO(done.stdout))
    middle = drawn.crop((60, 0, 70, drawn.height))
    assert middle.getextrema()[0] < 128
