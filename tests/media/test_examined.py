"""Whether a file may be what its name says, from how it begins."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from generator.media.examined import LONGEST_BEGINNING, begins_rightly
from generator.media.formats import RASTER


@pytest.mark.parametrize("ending", sorted(RASTER))
def test_a_picture_begins_as_its_ending_says(ending: str) -> None:
    drawn = BytesIO()
    Image.new("RGB", (4, 4)).save(drawn, RASTER[ending])
    beginning = drawn.getvalue()[:LONGEST_BEGINNING]

    assert begins_rightly(beginning, ending)
    assert not begins_rightly(beginning, "pdf")
    assert not begins_rightly(b"No pictu", ending)


@pytest.mark.parametrize("ending", ["svg", "pdf", "docx", "txt"])
def test_an_empty_file_is_nothing(ending: str) -> None:
    assert not begins_rightly(b"", ending)


@pytest.mark.parametrize(("beginning", "ending"), [(b"%PDF-1.7", "pdf"), (b"PK\x03\x04", "docx"), (b"<svg", "svg")])
def test_other_files_begin_as_their_endings_say(beginning: bytes, ending: str) -> None:
    assert begins_rightly(beginning, ending)
