"""Signs that look like others are told as what they are."""

from __future__ import annotations

import pytest

from generator.reading.document import parse
from tests.hostile.cases import TIDY

SPACE = "replace it with an ordinary space"
HYPHEN = "type a hyphen and a space instead: `- `"
NO_BREAK = "this is a no-break space, which only looks like a space"


def told(old: str, new: str) -> list[tuple[int, int, str, str | None]]:
    assert old in TIDY
    _, problems = parse(TIDY.replace(old, new, 1), "f.yml")
    return [(p.span.line, p.span.column, p.message, p.hint) for p in problems]


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "message"),
    [
        ("  - ex", "\u00a0 - ex", 5, 1, NO_BREAK),
        ("  - ex", "  -\u00a0ex", 5, 4, NO_BREAK),
        ("title: X", "title:\u00a0X", 1, 7, NO_BREAK),
        ("    - to: rep", "    - to:\u00a0rep", 14, 10, NO_BREAK),
        ("  And more", "\u00a0\u00a0And more", 9, 1, NO_BREAK),
        ("  - ex", "  -\u2003ex", 5, 4, "this is an em space, which only looks like a space"),
    ],
)
def test_a_space_that_is_none_is_told_where_a_space_counts(
    old: str, new: str, line: int, column: int, message: str
) -> None:
    assert told(old, new) == [(line, column, message, SPACE)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("An x.", "An\u00a0x."),
        ("  And more.", "  note:\u00a0more"),
        ("  And more.", "  \u00a0And more."),
        ("title: X", "title: X\u00a0Y"),
        ("title: X", "title: \u00a0X"),
        ("title: X", '"title": "X\n  note:\u00a0Y"'),
        ("meaning: >-\n  An x.", '"meaning": >-\n  \u00a0An x.'),
    ],
)
def test_within_a_text_it_may_stand(old: str, new: str) -> None:
    assert told(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "sign"),
    [
        ("  - ex", "  – ex", 5, 3, "a dash, `–`"),
        ("  - letter", "  — letter", 6, 3, "a long dash, `—`"),
        ("  - letter", "  •\tletter", 6, 3, "a bullet, `•`"),
        ("    - to: rep", "    · to: rep", 14, 5, "a dot, `·`"),
        ("    - to: slow", "    * to: slow", 12, 5, "an asterisk, `*`"),
    ],
)
def test_an_item_without_a_hyphen_is_told_its_sign(old: str, new: str, line: int, column: int, sign: str) -> None:
    assert told(old, new) == [(line, column, f"this list item starts with {sign}, instead of a hyphen", HYPHEN)]


@pytest.mark.parametrize("line", ["  – and more", "  * And more", "  • And more"])
def test_a_text_may_start_a_line_with_any_sign(line: str) -> None:
    assert told("  And more.", line) == []


def test_each_item_of_a_list_is_told() -> None:
    message = "this list item starts with a bullet, `•`, instead of a hyphen"

    assert told("  - ex\n  - letter", "  • ex\n  • letter") == [(5, 3, message, HYPHEN), (6, 3, message, HYPHEN)]


def test_a_text_in_a_list_may_hold_what_a_list_may_not() -> None:
    assert told("  - ex", "  - >-\n    • ex\n    –\u00a0why") == []
