"""Links that carry sessions, and texts that are none."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Sequence
from datetime import date

from hypothesis import strategies as st

from generator.model.values import is_id
from generator.sessions.chosen import ChosenBlock, SessionChoice
from generator.sessions.papers import PAPERS, in_order, is_name
from generator.sessions.session import Collation, Setting

IDS = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True).filter(is_id)
TITLES = st.text(st.characters(min_codepoint=32, max_codepoint=0x1FFF, exclude_characters="\x7f"), max_size=60)

NAMES = TITLES.map(lambda text: " ".join(text.split())).filter(is_name)

DAMAGED = (
    "",
    "12 540 240 room sheet",
    "0 540 240 room sheet -\n",
    "501 540 240 room sheet -\n",
    "12 1440 240 room sheet -\n",
    "12 540 1441 room sheet -\n",
    "12 540 240 hall sheet -\n",
    "12 540 240 room sheet A\n",
    "12 540 240 room sheet -\n.open:10",
    "12 540 240 room sheet -\nopen",
    "12 540 240 room sheet -\nopen:0",
    "12 540 240 room sheet -\nopen:601",
    "12 540 240 room sheet -\na:1  b:1",
    "12 540 240 room sheet -\n__proto__:1",
    "12 540 240 room sheet -\n" + " ".join(["a:1"] * 61),
    "12 540 240 room sheet -\na:1\n" + "x" * 121,
    "12 540 240 room sheet -\na:1\nb\n",
    "12 540 240 room sheet -\na:1\nb\n " + "c",
    "12 540 240 room sheet -\na:1\nb\n" + "c" * 101,
    "12 540 240 room sheet -\na:1\nb" + "\nc" * 501,
    "12 540 240 room sheet - tent\n",
    "12 540 240 room sheet - tents,\n",
    "12 540 240 room sheet - - 2026-02-29\n",
    "12 540 240 room sheet - - 0999-01-01\n",
    "12 540 240 room sheet - 2026-03-01\n",
)
"""Texts that carry no session, though their checksum is right."""


def link_of(text: str, name: str = "session1") -> str:
    """A link whose checksum is right, whatever it carries."""
    payload = base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")
    return f"{name}.{payload}.{zlib.crc32(payload.encode()):08x}"


def choices_of(entries: Sequence[str], parts: Sequence[str]) -> st.SearchStrategy[SessionChoice]:
    """Choices of these entries and these parts of plans."""
    return choices(st.sampled_from(entries), st.sampled_from(parts))


@st.composite
def choices(draw: st.DrawFn, ids: st.SearchStrategy[str] = IDS, parts: st.SearchStrategy[str] = IDS) -> SessionChoice:
    plan = draw(st.just("") | ids)
    blocks = st.builds(
        lambda of, part, minutes, drop: ChosenBlock(of, part if of else "", minutes, drop),
        st.just("") | st.just(plan) | ids,
        st.just("") | parts,
        st.integers(1, 600),
        st.booleans(),
    )
    found = tuple(draw(st.lists(blocks, max_size=20)))
    people, start, minutes = draw(st.integers(1, 500)), draw(st.integers(0, 1439)), draw(st.integers(0, 1440))
    setting: Setting = draw(st.sampled_from(("room", "video")))
    collation: Collation = draw(st.sampled_from(("sheet", "person")))
    papers = in_order(draw(st.sets(st.sampled_from(PAPERS))))
    day = draw(st.just("") | st.dates(min_value=date(1000, 1, 1)).map(str))
    names = tuple(draw(st.lists(NAMES, max_size=5)))
    return SessionChoice(draw(TITLES), plan, people, setting, start, minutes, collation, found, papers, day, names)
