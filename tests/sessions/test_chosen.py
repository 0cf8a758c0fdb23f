"""Links that carry a session: what goes in comes out, and what was changed on its way is refused."""

from __future__ import annotations

import base64
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.values import is_id
from generator.sessions.chosen import (
    ChosenBlock,
    LinkFault,
    SessionChoice,
    from_fragment,
    from_text,
    to_fragment,
    to_text,
)
from generator.sessions.session import Collation, Setting

ids = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True).filter(is_id)
titles = st.text(st.characters(min_codepoint=32, max_codepoint=0x1FFF, exclude_characters="\x7f"), max_size=60)


@st.composite
def choices(draw: st.DrawFn) -> SessionChoice:
    plan = draw(st.just("") | ids)
    blocks = st.builds(
        lambda of, part, minutes, drop: ChosenBlock(of, part if of else "", minutes, drop),
        st.just("") | st.just(plan) | ids,
        st.just("") | ids,
        st.integers(1, 600),
        st.booleans(),
    )
    found = tuple(draw(st.lists(blocks, max_size=20)))
    people, start, minutes = draw(st.integers(1, 500)), draw(st.integers(0, 1439)), draw(st.integers(0, 1440))
    setting: Setting = draw(st.sampled_from(("room", "video")))
    collation: Collation = draw(st.sampled_from(("sheet", "person")))
    return SessionChoice(draw(titles), plan, people, setting, start, minutes, collation, found)


CHOICE = SessionChoice(
    "", "half-day", 12, "room", 540, 240, "sheet",
    (ChosenBlock("half-day", "open", 10, drop=False), ChosenBlock("", "", 15, drop=True),
     ChosenBlock("other", "end", 5, drop=False), ChosenBlock("a-sheet", "", 20, drop=True)),
)  # fmt: skip
TEXT = "12 540 240 room sheet half-day\n.open:10 -:15? other.end:5 a-sheet:20?"


def link_of(text: str, name: str = "session1") -> str:
    """A link whose checksum is right, whatever it carries."""
    payload = base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")
    return f"{name}.{payload}.{zlib.crc32(payload.encode()):08x}"


def test_a_link_looks_like_this() -> None:
    assert to_text(CHOICE) == TEXT
    assert to_fragment(CHOICE) == link_of(TEXT)
    assert from_fragment(link_of(TEXT + "\nOur own half day")).title == "Our own half day"


@settings(max_examples=30)
@given(choices())
def test_there_and_back(choice: SessionChoice) -> None:
    assert from_fragment(to_fragment(choice)) == choice


@pytest.mark.parametrize(
    "text",
    [
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
        "12 540 240 room sheet -\na:1\nb\nc",
    ],
)
def test_other_texts_are_damaged(text: str) -> None:
    with pytest.raises(LinkFault, match="damaged"):
        from_text(text)


@pytest.mark.parametrize(
    ("link", "reason"),
    [
        (link_of(TEXT)[:-1] + "z", "damaged"),
        (link_of(TEXT, "session2"), "newer"),
        (link_of(TEXT, "session0"), "damaged"),
        (link_of(TEXT, "plan1"), "damaged"),
        ("session1.AAA", "damaged"),
        ("x" * 8193, "too-long"),
    ],
)
def test_links_that_were_changed_are_refused(link: str, reason: str) -> None:
    with pytest.raises(LinkFault, match=reason):
        from_fragment(link)
