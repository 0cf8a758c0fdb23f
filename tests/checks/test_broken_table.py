import pytest

from generator.checks import broken_table, folded_markup
from generator.prose.tables import MOST_COLUMNS
from tests.checks.small_playbook import report_of
from tests.checks.texts import FILE, said


def test_a_row_that_does_not_fit_is_marked() -> None:
    text = "do: |-\n  | a | b |\n  | - | - |\n  | 1 |\n"
    assert report_of(broken_table.RULE, {FILE: text}) == (
        f"{FILE}:4:3: error[broken-table]: this row has 1 cell, and the head of the table has 2 cells\n"
        "   4 |   | 1 |\n"
        "     |   ^^^^^\n"
        "   hint: divide it by `|` like the head; for a `|` that divides nothing, write `\\|`\n"
    )


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("| a | b |\n| 1 | 2 |", 1, "a line of dashes is missing below the head of this table"),
        ("A.\n|b", 2, "a line of dashes is missing below the head of this table"),
        ("> | a |\n> | - |\n> | 1 | 2 |", 3, "this row has 2 cells, and the head of the table has 1 cell"),
        ("| a |\n| - |\n\n| b |", 4, "a line of dashes is missing below the head of this table"),
        (
            "|" + " a |" * (MOST_COLUMNS + 1),
            1,
            f"the table has {MOST_COLUMNS + 1} columns; at most {MOST_COLUMNS} are shown",
        ),
    ],
)
def test_what_is_wrong_is_said(text: str, line: int, message: str) -> None:
    assert [found[::2] for found in said(broken_table.RULE, text)] == [(line, message)]


@pytest.mark.parametrize(
    "text",
    [
        "| a | b |\n| :-- | --: |\n| `x|y` | \\| |\n| [[slow-down|wait]] |  |",
        "|a|\n|-|\n|1|",
        "```\n| a | b |\n```",
        "A | b",
        "> | a | b\n> |---|---\n> | 1 | 2",
    ],
)
def test_what_fits_is_left_alone(text: str) -> None:
    assert said(broken_table.RULE, text) == []


def test_the_faultless_entries_have_none() -> None:
    assert report_of(broken_table.RULE) == ""


def test_a_table_that_yaml_has_made_one_line_of_is_told_once() -> None:
    folded = "do: >-\n  | a | b |\n  | - | - |\n  | 1 | 2 |\n"
    assert report_of(broken_table.RULE, {FILE: folded}) == ""
    assert "folded-markup" in report_of(folded_markup.RULE, {FILE: folded})
    assert "a line of dashes is missing" in report_of(broken_table.RULE, {FILE: "do: >-\n  | a | b |\n"})
