"""Links that carry a session: what goes in comes out, and what was changed on its way is refused."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from generator.sessions.chosen import (
    ChosenBlock,
    LinkFault,
    SessionChoice,
    from_fragment,
    from_text,
    to_fragment,
)
from tests.conftest import some_of
from tests.sessions.links import DAMAGED, choices, link_of

CHOICE = SessionChoice(
    "", "half-day", 12, "room", 540, 240, "sheet",
    (ChosenBlock("half-day", "open", 10, drop=False), ChosenBlock("", "", 15, drop=True),
     ChosenBlock("other", "end", 5, drop=False), ChosenBlock("a-sheet", "", 20, drop=True)),
)  # fmt: skip
TEXT = "12 540 240 room sheet half-day\n.open:10 -:15? other.end:5 a-sheet:20?"


@settings(max_examples=some_of(30))
@given(choices())
def test_there_and_back(choice: SessionChoice) -> None:
    assert from_fragment(to_fragment(choice)) == choice


@pytest.mark.parametrize("text", DAMAGED)
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
