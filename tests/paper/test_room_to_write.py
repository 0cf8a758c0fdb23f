"""Sheets as a pen finds them: each line, row and box is high enough, little of a page stays unused, and the type is of
few sizes. All is measured on the drawn pages."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from statistics import fmean

import pytest

from generator.kinds.worksheet import Worksheet
from generator.paper.fitting import SMALLEST
from generator.paper.sheets import Printable, printables
from generator.paper.sizes import A4, LETTER, Paper
from tests.conftest import every_case
from tests.paper.ink import pen_rooms, unused
from tests.paper.real import POINTS, Printed, graph, printed, project
from tests.paper.sampled_sheets import paper_of

LEAST = {"participant": 8.0, "large": 11.0}
"""The heights of what one writes in with a pen, in millimetres."""

WITH_LINES = {"worksheet", "checklist"}
"""The kinds whose sheets have lines to write on. A self-check has boxes to tick, and its scoring on another page."""

MOST_UNUSED = 25.0
"""The height of a page that stays unused on average, in millimetres."""

FOOT = {"participant": 15.0, "large": 18.0}
FOOT_IN_LANDSCAPE = 11.0
"""The heights of the margins at the foot of a page, in millimetres."""

MOST_SIZES = 2
"""On a page, beside headings and the foot."""

MOST_ON_A_PAGE = 50.0
"""The height that stays unused on any page of a worksheet, in millimetres: with more, it has lines for notes."""

SHEETS = [one for one in printables(graph()) if one.variant in LEAST and one.located.kind.name != "session-plan"]


TRIED = [one for one in SHEETS if paper_of(one) or (every_case() and one.variant == "large")]
"""Those that other tests look at, too: a sample has all that makes a sheet another one."""


def _paper(printable: Printable) -> Paper:
    return paper_of(printable) or (A4, LETTER)[SHEETS.index(printable) % 2]


def _name(printable: Printable) -> str:
    return f"{printable.id}-{printable.variant}"


def _foot(found: Printed, page: int, printable: Printable) -> float:
    """The height of the margin at the foot of a page, or of its words if they reach higher, as a long title does."""
    box = found.reader.pages[page].mediabox
    words = [word for word in found.words if word.page == page]
    begins = [*project().site.name.split(), "·"]
    tops = [w.top for n, w in enumerate(words) if [one.text for one in words[n : n + len(begins)]] == begins]
    margin = FOOT_IN_LANDSCAPE if box.width > box.height else FOOT[printable.variant]
    return max(margin, (float(box.height) - max(tops)) / POINTS) if tops else margin


@pytest.mark.sampled
@pytest.mark.parametrize("printable", TRIED, ids=_name)
def test_a_pen_has_room(printable: Printable) -> None:
    found, least = printed(printable, _paper(printable)), LEAST[printable.variant]
    low = [(height, field.label) for height, field in pen_rooms(found) if round(height, 2) < least]
    assert low == []


@pytest.mark.sampled
@pytest.mark.parametrize("printable", TRIED, ids=_name)
def test_beside_headings_and_the_foot_type_has_few_sizes(printable: Printable) -> None:
    found = printed(printable, _paper(printable))
    for page in range(len(found.reader.pages)):
        sizes = set(_sizes(found, page, _foot(found, page, printable)))
        assert len(sizes) <= MOST_SIZES, (page + 1, sizes)
        assert min(sizes, default=SMALLEST) >= SMALLEST


def _sizes(found: Printed, page: int, foot: float) -> Iterator[float]:
    """The sizes of the words above the foot that are not in the typeface of headings, in points.

    Signs of notes and of provenance are no words.
    """
    words = [run for run in found.runs[page] if any(map(str.isalpha, run.text))]
    return (round(run.size, 1) for run in words if "Display" not in run.typeface and run.up > foot * POINTS)


@pytest.mark.sampled
@pytest.mark.parametrize("variant", LEAST)
@pytest.mark.rehearsal
def test_little_of_the_pages_that_are_written_on_is_unused(variant: str) -> None:
    heights = {
        (printable.id, page): unused(printed(printable, _paper(printable)), page, foot)
        for printable in TRIED
        if printable.variant == variant and printable.located.kind.name in WITH_LINES
        for page, foot in _written_on(printable)
    }
    most = sorted(heights, key=lambda place: -heights[place])[:9]
    assert fmean(heights.values()) < MOST_UNUSED, [(place, round(heights[place])) for place in most]
    of_worksheets = {place: height for place, height in heights.items() if place[0] in _WORKSHEETS}
    assert {place: round(height) for place, height in of_worksheets.items() if height > MOST_ON_A_PAGE} == {}


_WORKSHEETS = {printable.id for printable in SHEETS if isinstance(printable.located.entry, Worksheet)}


def _written_on(printable: Printable) -> Iterator[tuple[int, float]]:
    """The pages of a sheet that have a place to write in, and the heights of their feet."""
    found = printed(printable, _paper(printable))
    for page, _ in groupby(sorted(field.page for field in found.fields if field.kind == "/Tx")):
        yield page, _foot(found, page, printable)
