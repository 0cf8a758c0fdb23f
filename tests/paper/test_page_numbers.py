"""The feet of pages say how many there are, once that is known."""

from __future__ import annotations

import pytest

from generator.paper import pdf
from generator.paper.boxes import PIXELS
from generator.paper.page_numbers import number_pages

PAGE = """<!doctype html><html lang="en"><head><title>Page</title><style>
@page {{ size: 100mm 120mm; margin: 10mm; @bottom-right {{ content: counter(page) "/" counter(pages); }} }}
body {{ margin: 0; font-size: 10pt; }}
</style></head><body>{}</body></html>"""


def test_the_feet_of_pages_say_how_many_there_are() -> None:
    document = pdf.laid_out(PAGE.format('<p>one</p><p style="break-before: page">two</p>' * 6))
    number_pages(document.pages, 1, 7)
    feet = [box for box in document.pages[3]._page_box.children[1].descendants() if type(box).__name__ == "TextBox"]
    assert "".join(box.text for box in feet) == "4/7"
    edge = document.pages[3]._page_box.width + 10 * PIXELS
    assert feet[-1].position_x + feet[-1].width == pytest.approx(edge, abs=0.5)
