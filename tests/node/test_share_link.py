"""Links that carry answers: what goes in comes out, and what was changed on its way is refused."""

from __future__ import annotations

import base64
import zlib
from datetime import datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.node.functions import OPEN, THERE_AND_BACK
from tests.node.process import Node

ids = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True)
codes = st.integers(-999, 999) | st.sampled_from((0.25, -0.5, 0.001, 12.125))


@st.composite
def shared(draw: st.DrawFn) -> dict[str, Any]:
    moment = draw(st.datetimes(min_value=datetime(2000, 1, 1)))
    return {
        "assessment": draw(ids),
        "edition": draw(st.integers(1, 9999)),
        "at": moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "answers": draw(st.dictionaries(ids, codes, max_size=30)),
    }


def link_of(payload: str, version: str = "v1") -> str:
    """A link whose checksum is right, whatever it carries."""
    words = base64.urlsafe_b64encode(payload.encode()).decode().rstrip("=")
    return f"{version}.{words}.{zlib.crc32(words.encode()):08x}"


def test_a_link_looks_like_this(node: Node) -> None:
    answers = {
        "assessment": "shop-check",
        "edition": 3,
        "at": "2026-01-02T03:04:05Z",
        "answers": {"safe": 2, "dark": 0},
    }
    ((link, _),) = node.run(THERE_AND_BACK, [answers])
    assert link == link_of("shop-check 3 2026-01-02T03:04:05Z safe=2 dark=0")


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(shared(), min_size=20, max_size=20))
def test_what_goes_in_comes_out_and_no_change_of_one_character_passes(node: Node, batch: list[dict[str, Any]]) -> None:
    found = node.run(THERE_AND_BACK, batch)
    assert [back for _, back in found] == batch
    assert all(len(link) <= 8192 for link, _ in found)
    mutated = [
        link[:at] + ("A" if link[at] != "A" else "B") + link[at + 1 :]
        for link, _ in found
        for at in (3, len(link) // 2, -1 % len(link))
    ]
    assert set(node.run(OPEN, mutated)) == {"damaged"}


@pytest.mark.parametrize(
    ("link", "reason"),
    [
        ("", "damaged"),
        ("v1", "damaged"),
        ("v1..", "damaged"),
        ("v1.AAAA.00000000", "damaged"),
        ("v2.AAAA.00000000", "newer"),
        ("v1." + "A" * 8192, "too-long"),
        (link_of(""), "damaged"),
        (link_of("shop-check"), "damaged"),
        (link_of("shop-check 0 2026-01-02T03:04:05Z a=1"), "damaged"),
        (link_of("shop-check 1 yesterday a=1"), "damaged"),
        (link_of("shop-check 1 2026-13-45T03:04:05Z a=1"), "damaged"),
        (link_of("shop-check 1 2026-01-02T03:04:05Z a=1 a=2"), "damaged"),
        (link_of("shop-check 1 2026-01-02T03:04:05Z a=<b>"), "damaged"),
        (link_of("shop-check 1 2026-01-02T03:04:05Z __proto__=1"), "damaged"),
        (link_of("shop-check 1 2026-01-02T03:04:05Z a=1e9"), "damaged"),
        (link_of("../../etc 1 2026-01-02T03:04:05Z a=1"), "damaged"),
        (link_of("shop-check 1 2026-01-02T03:04:05Z " + " ".join(f"a{n}=1" for n in range(501))), "damaged"),
    ],
)
def test_a_link_that_cannot_be_right_is_refused_with_its_reason(node: Node, link: str, reason: str) -> None:
    assert node.run(OPEN, [link]) == [reason]


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.text() | st.text(alphabet="v1.=-_ABCab09 ").map(lambda text: "v1." + text), min_size=30, max_size=30)
)
def test_any_text_is_answers_or_is_refused(node: Node, batch: list[str]) -> None:
    assert all(one in ("damaged", "newer", "too-long") for one in node.run(OPEN, batch))


MAKE = """async (load, batch) => {
  const { toLink, fromLink } = await load("share-link/share-link.js");
  const { LinkFault } = await load("share-link/packed.js");
  return batch.map((ids) => {
    const answers = new Map(ids.map((id) => [id, 1]));
    try {
      const at = "2026-01-02T03:04:05Z";
      return fromLink(toLink({ assessment: "shop-check", edition: 1, at, answers })).answers.size;
    } catch (fault) {
      if (!(fault instanceof LinkFault)) throw fault;
      return fault.reason;
    }
  });
}"""


def test_a_link_that_is_made_can_be_opened(node: Node) -> None:
    """Long ids, and many questions: what would not fit is refused when the link is made."""
    short = [f"q{number}" for number in range(501)]
    long = [f"{number}-".ljust(64, "x") for number in range(120)]
    sizes = node.run(MAKE, [short[:201], short[:500], short, long[:90], long])
    assert sizes == [201, 500, "too-long", 90, "too-long"]
