"""Sessions with all that can happen in one, for Python and for the scripts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from generator.kinds.copies import Copies
from generator.kinds.handouts import EACH_PERSON
from generator.sessions.papers import in_order
from generator.sessions.session import PlannedSession, SessionBlock, SessionUse, distinct

CASES: list[dict[str, Any]] = json.loads((Path(__file__).parent / "cases.json").read_text())
"""Sessions with their schedules, worked out by hand."""

RULES = st.none() | st.builds(
    lambda each, number: Copies.model_validate({"each": each, "number": number}),
    st.sampled_from(("person", "pair", "trio", "table", "room")),
    st.integers(1, 3),
)


@st.composite
def sessions(draw: st.DrawFn) -> PlannedSession:
    """Sessions whose sheets come from a few, so that some are used twice."""
    sheets = [
        SessionUse(f"sheet-{at}", "worksheet", f"Sheet {at}", draw(st.booleans()), draw(RULES)) for at in range(4)
    ]
    names = distinct(draw(st.lists(st.sampled_from(("open", "pause", "do")), max_size=9)))
    blocks = tuple(
        SessionBlock(
            name,
            "plan",
            name,
            name.upper(),
            draw(st.integers(1, 90)),
            draw(st.just(0) | st.integers(1, 60)),
            draw(st.booleans()),
            draw(st.booleans()),
            tuple(draw(st.lists(st.sampled_from(sheets), max_size=3))),
            draw(st.just(0) | st.integers(1, 90)),
        )
        for name in names
    )
    total = sum(block.minutes for block in blocks)
    minutes = draw(st.just(0) | st.integers(1, max(1, min(1440, total + 20))))
    people, start = draw(st.integers(1, 60)), draw(st.integers(0, 1439))
    form = draw(st.none() | st.sampled_from([*sheets, SessionUse("form", "worksheet", "Form", False, EACH_PERSON)]))
    papers = draw(st.sets(st.sampled_from(("tents", "attendance", "certificates"))))
    return PlannedSession(
        "A day",
        "",
        people,
        "room",
        start,
        minutes,
        draw(st.sampled_from(("sheet", "person"))),
        blocks,
        in_order([*papers, *(["feedback"] if form else [])]),
        form,
        draw(st.sampled_from(("", "2026-03-01"))),
        tuple(f"Person {at}" for at in range(draw(st.integers(0, 80)))),
    )
