import pytest

from generator.checks import unclear_indent
from generator.checks.unclear_indent import MADE_OF_IT
from tests.checks.small_playbook import report_of
from tests.checks.texts import FILE, said


def test_a_line_that_would_become_part_of_an_item_is_marked() -> None:
    assert report_of(unclear_indent.RULE, {FILE: "do: |-\n  Two things:\n  - ask\n  Then wait.\n"}) == (
        f"{FILE}:4:3: error[unclear-indent]: this line would continue the item above it\n"
        "   4 |   Then wait.\n"
        "     |   ^^^^^^^^^^\n"
        "   hint: put an empty line before it; if it belongs to the item, indent it by two spaces\n"
    )


def test_an_item_between_two_levels_of_a_list_is_marked() -> None:
    assert report_of(unclear_indent.RULE, {FILE: "do: |-\n  - ask\n    - a\n     - b\n"}) == (
        f"{FILE}:4:6: error[unclear-indent]: this item would be in one list with the items one space to the left\n"
        "   4 |      - b\n"
        "     |      ^^^\n"
        "   hint: put it in the same column as these, or indent it by two spaces for a list within the item\n"
    )


@pytest.mark.parametrize(
    ("text", "line", "column", "made"),
    [
        ("- a\n  - b\n  c", 3, 3, "item"),
        ("- a\n\n\nB.\n\n    c", 6, 5, "code"),
        ("> a\nb", 2, 1, "quote"),
        ("A.\n\n\tb", 3, 2, "code"),
        ("- x\n  - a\n   - b", 3, 4, "between"),
        ("- a\n - b\n- c", 2, 2, "between"),
        ("- x\n  - a\n - b", 3, 2, "between"),
        ("1. a\n - b", 2, 2, "between"),
    ],
)
def test_the_line_is_named(text: str, line: int, column: int, made: str) -> None:
    assert said(unclear_indent.RULE, text) == [(line, column, *MADE_OF_IT[made])]


@pytest.mark.parametrize(
    "text",
    [
        "- a\n  b\n- c\n\nThen.",
        "- a\n\n  b\n\n    c",
        "A\n  b\n    c",
        "```\n    a\n- b\nc\n```",
        "1. a\n   b\n2. c\n   - d\n     e",
        "- a\n  - b\n    - c\n  - d\n- e",
        "- a\n    - b\n  - c\n\n- d",
        "A:\n\n 9. a\n10. b\n11. c",
        "- a\n### b",
        "- a\n> b",
        "> a\n> b\n\nc",
    ],
)
def test_what_is_clear_is_left_alone(text: str) -> None:
    assert said(unclear_indent.RULE, text) == []


def test_the_faultless_entries_have_none() -> None:
    assert report_of(unclear_indent.RULE) == ""
