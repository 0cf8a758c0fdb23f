"""What can grow on a page grows into the room there is, and everything else stays in its place beside it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest

from generator.kinds.worksheet import Worksheet
from generator.paper import pdf
from generator.paper.boxes import PIXELS, lower_edge
from generator.paper.growing import fill_pages
from generator.paper.sheets import Printable
from generator.paper.sizes import PAPERS
from tests.paper.real import graph, real_desk
from tests.sampling import covering

PAGE = """<!doctype html><html lang="en"><head><title>Page</title><style>
@page {{ size: 100mm 120mm; margin: 10mm; }}
* {{ box-sizing: border-box; }} body {{ margin: 0; font-size: 10pt; line-height: 1.2; }}
table {{ width: 100%; border-collapse: collapse; }} td, th {{ border: 1px solid; padding: 0; vertical-align: top; }}
.middle {{ vertical-align: middle; background: #eee; }}
.write {{ position: relative; }} .write > i {{ display: block; height: 8mm; border-bottom: 1px solid; }}
.write > textarea {{ position: absolute; top: 0; left: 0; width: 100%; height: 100%; }}
textarea {{ border: 0; padding: 0; margin: 0; }}
.lift {{ height: 8mm; display: flex; align-items: flex-end; }}
</style></head><body>{}</body></html>"""
WRITE = '<div class="write"{}><i></i><i></i><textarea name="{}" title="Field"></textarea></div>'


def _page(body: str) -> Any:
    document = pdf.laid_out(PAGE.format(body))
    fill_pages(document.pages)
    return document.pages[0]._page_box


def _boxes(page: Any, tag: str) -> list[Any]:
    """The boxes of elements, without those that stand for lines, words and wrappers."""
    found = page.children[0].descendants(placeholders=True)
    return [box for box in found if box.element_tag == tag and type(box.style).__name__ == "ComputedStyle"]


def _mm(length: float) -> float:
    return round(length / PIXELS, 1)


def test_lines_grow_by_the_same_and_no_further_than_they_may() -> None:
    lines = _boxes(_page(WRITE.format(' data-lines="4"', "a")), "i")
    assert [_mm(line.border_height()) for line in lines] == [12, 12]
    assert _mm(lines[1].border_box_y() - lines[0].border_box_y()) == 12


def test_a_full_page_leaves_everything_as_it_was() -> None:
    rows = 12
    lines = _boxes(_page(WRITE.format(' data-lines="4"', "a") * (rows // 2)), "i")
    assert len(lines) == rows
    assert {_mm(line.border_height()) for line in lines} == {round(8 + (100 - 8 * rows) / rows, 1)}


def test_a_field_grows_with_its_lines() -> None:
    page = _page("<form>" + WRITE.format(' data-lines="4"', "a") + "</form>")
    field = _boxes(page, "textarea")[0]
    assert _mm(field.border_height()) == 24


def test_the_fields_of_a_row_fill_it_and_grow_with_it_and_what_stands_in_the_middle_stays_there() -> None:
    words, field = "<br>".join(["words"] * 6), WRITE.format("", "a")
    row = f'<tr data-grow="6"><th>{words}</th><td data-fill>{field}</td><td class="middle">tick</td></tr>'
    page = _page(f"<form><table><tbody>{row}</tbody></table><p>after</p></form>")
    before = (
        pdf.laid_out(PAGE.format(f"<form><table><tbody>{row}</tbody></table><p>after</p></form>")).pages[0]._page_box
    )
    cells, (old, *_) = _boxes(page, "td"), _boxes(before, "tr")
    (new,) = _boxes(page, "tr")
    assert _mm(new.height - old.height) == 6
    assert _mm(_boxes(page, "textarea")[0].border_height()) == pytest.approx(_mm(new.height), abs=0.4)
    middle = next(cell for cell in cells if cell.element.get("class") == "middle")
    (text,) = [box for box in middle.descendants() if type(box).__name__ == "TextBox"]
    assert text.position_y + text.margin_height() / 2 == pytest.approx(new.position_y + new.height / 2, abs=1)
    assert middle.background.layers[0].painting_area[3] == pytest.approx(middle.border_height())
    words = [box.position_y for box in _boxes(page, "th")[0].descendants() if type(box).__name__ == "LineBox"]
    old_words = [box.position_y for box in _boxes(before, "th")[0].descendants() if type(box).__name__ == "LineBox"]
    assert words == old_words
    after, old_after = (_boxes(at, "p")[0].position_y for at in (page, before))
    assert _mm(after - old_after) == 6


def test_words_at_the_foot_of_blanks_move_down_with_their_line() -> None:
    page = _page('<div class="lift" data-lift="3"><span>Name</span></div>')
    blank, word = (
        _boxes(page, "div")[0],
        next(b for b in page.children[0].descendants() if type(b).__name__ == "TextBox"),
    )
    assert _mm(blank.border_height()) == 11
    assert word.position_y + word.margin_height() == pytest.approx(blank.position_y + blank.margin_height(), abs=0.5)


def test_room_after_something_is_no_part_of_it_and_none_is_added_at_the_end() -> None:
    page = _page('<p data-gap="5">one</p><p data-gap="5">two</p>')
    one, two = _boxes(page, "p")
    assert one.border_height() == two.border_height()
    margin = max(one.margin_bottom, two.margin_top)
    assert _mm(two.border_box_y() - one.border_box_y() - one.border_height() - margin) == 5
    assert lower_edge(page.children[0]) == pytest.approx(two.border_box_y() + two.border_height())


WORKSHEETS = [located for located in graph().of_kind("worksheet") if isinstance(located.entry, Worksheet)]


def _features(case: tuple[Any, Any]) -> Iterator[object]:
    located, paper = case
    yield paper.name
    yield from ((type(block), block.type) for block in located.entry.blocks)


@pytest.mark.sampled
@pytest.mark.parametrize(("located", "paper"), covering(product(WORKSHEETS, PAPERS.values()), _features))
def test_on_a_sheet_nothing_is_lower_than_a_pen_needs(located: Any, paper: Any) -> None:
    document = pdf.fitted(real_desk().document(Printable(located, "participant"), paper))[1]
    for page in document.pages:
        for box in page._page_box.children[0].descendants():
            if box.element_tag in {"i", "textarea"} and box.element.get("class") != "mark":
                assert _mm(box.border_height()) >= (8 if box.element_tag == "textarea" else 6)
        inside = page._page_box.content_box_y() + page._page_box.height
        assert lower_edge(page._page_box.children[0]) <= inside + 0.1


REST = """<div class="rest" data-rest="40" style="position: relative; height: 0">
<p style="position: absolute; top: 0; margin: 0">Notes</p>
<form class="lines" data-line="8" style="position: absolute; top: 7mm; height: 0; width: 50mm">
<textarea name="notes" title="Notes" style="position: absolute; top: 0; width: 100%; height: 100%"></textarea></form>
</div>"""


def test_lines_take_the_rest_of_a_page_whole() -> None:
    page = _page(f'<div style="height: 30mm"></div>{REST}')
    (lines,) = _boxes(page, "form")
    assert (_mm(lines.position_y), _mm(lines.height)) == (10 + 30 + 7, 56)  # 63 mm are left, which is seven lines
    (field,) = _boxes(page, "textarea")
    assert (_mm(field.border_box_y()), _mm(field.border_height())) == (10 + 30 + 7, 56)


def test_where_little_is_left_there_are_no_lines() -> None:
    page = _page(f'<div style="height: 61mm"></div>{REST}')
    assert [box.element.get("class") for box in _boxes(page, "div")] == [None, "rest"]
    assert _boxes(page, "textarea") == []
    assert "Notes" not in [getattr(box, "text", "") for box in page.children[0].descendants()]


def test_a_rest_between_parts_is_taken_only_where_the_next_part_is_on_another_page() -> None:
    part = '<div style="height: {}mm; break-inside: avoid"></div>'
    document = pdf.laid_out(PAGE.format(part.format(30) + REST + part.format(80)))
    fill_pages(document.pages)
    first, second = (page._page_box for page in document.pages)
    (lines,) = _boxes(first, "form")
    assert _mm(lines.height) == 56
    assert _boxes(second, "form") == []
    assert _boxes(_page(part.format(10) + REST + part.format(30)), "form") == []


def test_what_grows_comes_before_the_rest() -> None:
    page = _page(WRITE.format(' data-lines="4"', "a") + REST)
    (lines,) = _boxes(page, "form")
    assert [_mm(line.border_height()) for line in _boxes(page, "i")] == [12, 12]
    assert _mm(lines.position_y) == 10 + 24 + 7
