"""Every sheet as a PDF: opens, has the right size, is tagged and labelled, can be filled in, and nothing overflows."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from typing import Any
from unicodedata import normalize

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import BooleanObject

from generator.kinds.assessment import Assessment
from generator.kinds.worksheet import Worksheet
from generator.kinds.worksheet_blocks.table import TableBlock
from generator.model.entry import Entry
from generator.paper.fitting import SMALLEST
from generator.paper.sheets import Printable
from generator.paper.sizes import A4, LETTER, PAPERS, Paper
from generator.prose.typography import plain
from tests.paper.pdf_structure import structure_faults
from tests.paper.real import POINTS, Field, Printed, graph, keeps_within_the_edges, printed, project
from tests.paper.sampled_sheets import SAMPLE
from tests.sampling import first_of

MOST_FILLED = 12
"""About so many fields of a sheet are filled in."""


def _name(case: tuple[Printable, Paper]) -> str:
    printable, paper = case
    return f"{printable.id}-{printable.variant}-{paper.name}"


@pytest.mark.sampled
@pytest.mark.parametrize("case", SAMPLE, ids=_name)
def test_is_as_it_should_be(case: tuple[Printable, Paper]) -> None:
    printable, paper = case
    check(printed(printable, paper), printable, paper)


def check(found: Printed, printable: Printable, paper: Paper) -> None:
    """All that is promised of a sheet."""
    upright = (round(paper.width * POINTS, 2), round(paper.height * POINTS, 2))
    assert found.sizes <= {upright, upright[::-1]}
    assert str(plain(printable.located.entry.title)).split()[0] in str((found.reader.metadata or {})["/Title"])
    root = found.reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] == BooleanObject(True)
    assert (root["/Lang"], root["/ViewerPreferences"]["/DisplayDocTitle"]) == ("en-GB", True)
    _fields_have_names_of_their_own(found)
    assert found.untagged == []
    assert structure_faults(found.reader) == []
    assert min(found.type_sizes) >= SMALLEST
    _fill_in(found)
    _nothing_overflows(found)
    entry = printable.located.entry
    _heads_of_columns_are_whole(found, entry)
    if isinstance(entry, Worksheet) and printable.variant in ("participant", "specimen"):
        # Fonts may join letters, such as f and l.
        cards = [word for word in found.words if normalize("NFKC", word.text) == "flipped"]
        assert cards or len(found.reader.pages) == entry.pages


def _fields_have_names_of_their_own(found: Printed) -> None:
    """Each has a name without periods, which PDF reserves, and a description that no other has: words with spaces."""
    fields = found.fields
    names = [(field.name, field.state) for field in fields]
    assert len(names) == len(set(names))
    assert not [field for field in fields if "." in field.name or not field.label.strip()]
    labels = [field.label for field in fields]
    assert [label for label in labels if labels.count(label) > 1] == []
    assert not [field for field in fields if field.group and not field.label.startswith(field.group)]
    assert [str(one.get_object()["/T"]) for one in form_of(found)] == list(dict.fromkeys(name for name, _ in names))


def form_of(found: Printed) -> list[Any]:
    """The fields of the form of a document."""
    return list(found.reader.trailer["/Root"].get("/AcroForm", {}).get("/Fields", ()))


def _heads_of_columns_are_whole(found: Printed, entry: Entry) -> None:
    """A narrow column breaks lines between words, never within them."""
    heads = {word for title in _heads(entry) for word in str(plain(title).unescape()).split()}
    assert heads - {word.text for word in found.words} == set()
    # A part below the other: what stands beside it is a word of its own.
    broken = {one.text + below.text for one, below in pairwise(found.words) if below.centre[1] > one.bottom}
    assert heads & broken == set()


def _heads(entry: Entry) -> Iterator[str]:
    """The titles of the columns of a worksheet; the answers of a self-check without their numbers."""
    if isinstance(entry, Worksheet):
        yield from (column.title for block in entry.blocks if isinstance(block, TableBlock) for column in block.columns)
    if isinstance(entry, Assessment):
        for name in {entry.scale, *map(entry.scale_of, entry.items)}:
            for option in project().site.scales[name].options:
                yield option.label.removeprefix(f"{option.code},").strip()


def _fill_in(found: Printed) -> None:
    step = max(1, len(found.fields) // MOST_FILLED)
    values = {f.key: f.state or f"écrit {at}" for at, f in enumerate(found.fields[::step])}
    if not values:
        return
    writer = PdfWriter(clone_from=found.reader)
    for page in writer.pages:
        if "/Annots" in page:
            writer.update_page_form_field_values(page, values, auto_regenerate=False)
    target = BytesIO()
    writer.write(target)
    again = PdfReader(target).get_fields() or {}
    assert {name: str(again[name].value) for name in values} == values


def _nothing_overflows(found: Printed) -> None:
    keeps_within_the_edges(found)
    for one, other in pairwise(found.words):
        assert one.page != other.page or not one.holds(*other.centre), (one, other)
    for word in found.words:
        assert not [field for field in found.fields if field.page == word.page and _covers(field, *word.centre)], word


def _covers(field: Field, x: float, y: float) -> bool:
    return field.left < x < field.right and field.top < y < field.bottom


FOOT = 11.0
"""The size of what large print has at the foot of a page and along the edge of cards, in points, at most."""


OF_ALL_SORTS = ("connection-bingo-sheet", "simulation-6-sheet", "squid-eye-check", "apology")
LARGE = [
    *(case for case in SAMPLE if case[0].variant == "large"),
    *((Printable(graph().entries[entry_id], "large"), LETTER) for entry_id in first_of(OF_ALL_SORTS, 0)),
]


@pytest.mark.sampled
@pytest.mark.parametrize("case", LARGE, ids=_name)
def test_large_print_is_large_everywhere(case: tuple[Printable, Paper]) -> None:
    sizes = printed(*case).type_sizes
    assert {size for size in sizes if FOOT < size < 14} == set()
    assert max(sizes) == 26


def test_both_sizes_of_paper_are_tried() -> None:
    assert {paper.name for _, paper in SAMPLE} == set(PAPERS)


@pytest.mark.parametrize("paper", [A4, LETTER], ids=lambda paper: paper.name)
def test_large_print_takes_no_page_for_a_single_line(paper: Paper) -> None:
    found = printed(Printable(graph().entries["tell-hunt-sheet"], "large"), paper)
    assert len(found.texts) == 2
    assert min(found.type_sizes) >= FOOT
