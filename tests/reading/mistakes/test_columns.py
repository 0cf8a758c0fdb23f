"""What stands in the wrong column is told its right one. Whole messages of many more: `hostile/expected.txt`."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.field_names import field_names
from generator.diagnostics import codes
from generator.kinds import BUILT_IN
from generator.reading.document import parse
from tests.hostile.cases import INDENTATION, TIDY

FIELD_NAMES = partial(field_names, BUILT_IN)


def told(text: str) -> list[tuple[int, int, str, str | None]]:
    _, problems = parse(text, "f.yml", FIELD_NAMES)
    return [(p.span.line, p.span.column, p.message, p.hint) for p in problems]


def case(name: str) -> str:
    return TIDY.replace(*INDENTATION[name], 1)


OR_TEXT = "; or, if it continues a text, put the whole text in quotes or on the line below `>-`"


@pytest.mark.parametrize(
    ("name", "line", "column", "message", "hint"),
    [
        (
            "a field of an item too far left",
            *(13, 6, "`why` is indented by one space too few", "start it under `to` of line 12, at column 7"),
        ),
        (
            "a field of an item under its hyphen",
            *(13, 5, "`why` is indented by two spaces too few", "start it under `to` of line 12, at column 7"),
        ),
        (
            "a field of an item much too far right",
            *(
                13,
                31,
                "`why` is indented by 24 spaces too many",
                f"start it under `to` of line 12, at column 7{OR_TEXT}",
            ),
        ),
        (
            "a hyphen too far right",
            14,
            6,
            "this `-` is indented by one space too many",
            "start it under the `-` of line 12, at column 5, and move line 15 by one space to the left as well",
        ),
        (
            "a hyphen of a text too far right",
            *(6, 4, "this `-` does not start a list item, but continues the text of line 5"),
            "start it at column 3, under the other `-`",
        ),
        (
            "no hyphen before a field",
            *(
                14,
                5,
                "`to` starts a list item without `- `",
                "write `- ` before it, under the `-` of line 12, at column 5",
            ),
        ),
        (
            "no hyphen before a text",
            *(6, 3, "this list item has no `- `"),
            "write `- ` before it, under the `-` of line 5, at column 3",
        ),
        (
            "no hyphen before the first field",
            *(12, 7, "the first item of this list has no `- `", "write `- ` before `to`, at column 5"),
        ),
        (
            "no hyphen before the first text",
            *(5, 3, "the first item of this list has no `- `", "write `- ` before the text, at column 3"),
        ),
        ("no space after a hyphen", 6, 3, "there is no space after the hyphen", "write `- letter`"),
        (
            "no space after the colon of a first field",
            *(1, 1, "there is no space after the colon of `title`", "write `title: X`"),
        ),
        (
            "a field one space in after a text below",
            *(10, 2, "`links` is indented by one space too many", "start it under `title` of line 1, at column 1"),
        ),
        (
            "the first field one space in",
            *(1, 2, "`title` is indented by one space too many", "start it at column 1, like the line below"),
        ),
        (
            "no indentation of a text below",
            *(8, 1, "this line belongs to the text of `meaning`, and is indented by two spaces too few"),
            "start it at column 3, and all lines of that text",
        ),
        (
            "less indentation of the last line below",
            *(9, 2, "this line belongs to the text of `meaning`, and is indented by one space too few"),
            "start it at column 3, like line 8",
        ),
        (
            "a colon in a text of an item",
            *(13, 14, "the text contains a colon followed by a space, which is allowed only after a field name"),
            "write `why: >-` and put the text on the next line, starting at column 9; or put it in quotes",
        ),
        (
            "a quotation mark that the next one closes",
            *(1, 8, "the quotation mark that opens here is not closed before line 2"),
            "close it at the end of the text; put a text with quotation marks on the line below `>-`",
        ),
        (
            "no colon below a text",
            *(10, 1, "a colon and a space are missing after `note`", "write `note: It is new.`"),
        ),
        (
            "no space after the colon below a text",
            *(10, 1, "there is no space after the colon of `note`", "write `note: It is new.`"),
        ),
        (
            "an equals sign for a colon",
            *(10, 1, "a colon and a space are missing after `note`", "write `note: It is new.`"),
        ),
        (
            "no colon before a text",
            *(7, 1, "a colon and a space are missing after `meaning`", "write `meaning: >-`"),
        ),
        ("no colon before a list", 4, 1, "a colon is missing after `keywords`", "write `keywords:`"),
        ("no colon before links of one relation", 11, 3, "a colon is missing after `next`", "write `next:`"),
        (
            "no colon in an item",
            *(13, 7, "a colon and a space are missing after `why`", "write `why: It takes time.`"),
        ),
        (
            "no colon at the start of an item",
            *(14, 7, "a colon and a space are missing after `to`", "write `to: rep`"),
        ),
        (
            "a text in the first column that starts like a field",
            *(8, 1, "this line belongs to the text of `meaning`, and is indented by two spaces too few"),
            "start it at column 3, and all lines of that text",
        ),
        (
            "a line of a text in the first column that starts like a field given above",
            *(9, 1, "this line belongs to the text of `meaning`, and is indented by two spaces too few"),
            "start it at column 3, like line 8",
        ),
    ],
)
def test_the_right_column_is_named(name: str, line: int, column: int, message: str, hint: str) -> None:
    assert told(case(name)) == [(line, column, message, hint)]


def test_a_field_that_is_there_twice_may_start_an_item() -> None:
    message = "`to` and others appear twice: a new item starts here without `- `"

    assert told(case("no hyphen before a field in its column")) == [
        (14, 7, message, "write `- ` before `to`, at column 5")
    ]


@pytest.mark.parametrize(
    ("text", "line", "message", "hint"),
    [
        (
            "do:\n  - a: b\n    c: d\n    a: e\n",
            4,
            "`a` appears twice in one item of a list",
            "if a new item starts here, write `- ` before `a`, at column 3; otherwise keep one of the two",
        ),
        (
            "do:\n  - a: b\n    c: d\n    c: e\n",
            4,
            "`c` appears twice in one item of a list",
            "keep one of them, or write both texts behind one `c:`",
        ),
        ("do: {a: b, a: c}\n", 1, "`a` appears twice", "keep one of them, or combine them"),
        (
            "do:\n  - {a: b, c: d, a: e, c: f}\n",
            2,
            "`a` and others appear twice",
            "keep one of each, or make an item of its own of the others",
        ),
        (
            "do:\n  - a: b\n    c: d\n    c: e\n  - a: f\n",
            4,
            "`c` appears twice: this one stands above the `- ` of its item",
            "move the `- ` up: write it before `c`, at column 3, and two spaces in its place before `a` in line 5",
        ),
        (
            "do:\n  - a: b\n    c: d\n    c: e\n  - a: f\n    c: g\n",
            4,
            "`c` appears twice in one item of a list",
            "keep one of them, or write both texts behind one `c:`",
        ),
    ],
)
def test_a_field_that_is_there_twice(text: str, line: int, message: str, hint: str) -> None:
    assert [(at, said, remedy) for at, _, said, remedy in told(text)] == [(line, message, hint)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("do:\n    c: d\n  - a: b\n", 2),
        ("do:\n    c: >-\n      d\n      e\n  - a: b\n  - a: f\n    c: g\n", 2),
        ("do:\n  - a text\n    c: d\n  - a: b\n", 3),
    ],
)
def test_of_two_lines_that_changed_places_the_upper_takes_the_hyphen(text: str, line: int) -> None:
    below = next(number for number in range(line, 10) if text.split("\n")[number].startswith("  - a")) + 1
    hint = f"move the `- ` up: write it before `c`, at column 3, and two spaces in its place before `a` in line {below}"
    assert [(at, said, remedy) for at, _, said, remedy in told(text)] == [
        (line, "`c` stands above the `- ` of its item", hint)
    ]


def test_a_first_item_without_a_hyphen_is_one_if_the_next_has_its_field() -> None:
    assert [remedy for *_, remedy in told("do:\n    c: d\n  - a: b\n    c: e\n")] == [
        "write `- ` before `c`, at column 3"
    ]


def test_several_fields_that_are_there_twice_are_items_without_hyphens() -> None:
    text = "sites:\n  name: a\n  url: b\n  name: c\n  url: d\n  name: e\n  url: f\n"

    assert told(text) == [
        (
            4,
            3,
            "`name` and others appear twice: these are several items without hyphens",
            "write `- ` before each `name`, and indent its other fields to its column",
        )
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("list:\n  -One\n  -Two\n  - Three\n", [2, 3]),
        ("list:\n  -One\n  - do: two\n", [2]),
        ("list:\n-One\n- Two\n", [2]),
        ("text:\n  -5 or less,\n  and no more\n", []),
        ('text:\n  "-5 or less,\n  -3 or more"\n', []),
        ("text: --dry-run\n", []),
    ],
)
def test_each_hyphen_of_a_list_has_a_space(text: str, lines: list[int]) -> None:
    assert [(line, message) for line, _, message, _ in told(text)] == [
        (line, "there is no space after the hyphen") for line in lines
    ]


@pytest.mark.parametrize(
    "lines", ["| c |\n", "> more\n", "So:\n\n  ```\n", "So write:\n\n  | a |\n", "Do it:\n\n  *a*\n"]
)
def test_a_line_of_a_text_is_recognised_whatever_it_starts_or_ends_with(lines: str) -> None:
    (found,) = told(f"text: |-\n  | a |\n  |---|\n{lines}title: x\n")
    message = "this line belongs to the text of `text`, and is indented by two spaces too few"
    assert found == (4, 1, message, "start it at column 3, like line 2")


def test_a_field_with_capitals_is_no_line_of_the_text_above() -> None:
    (found,) = told("text: |-\n  a\nWorks when:\n  - `b`\n")
    assert found[:3] == (4, 5, "a value cannot start with this character")


@pytest.mark.parametrize(
    ("text", "line", "column", "hint"),
    [
        ("list:\n    - do: a\n  - do: b\n  - do: c\n", 2, 5, "3, like the `-` of line 3"),
        ("list:\n - do: a\n  - do: b\n  - do: c\n", 2, 2, "3, like the `-` of line 3"),
        (
            *("list:\n - do: a\n   how: x\n  - do: b\n  - do: c\nname: x\n", 2, 2),
            "3, like the `-` of line 4, and move line 3 by one space to the right as well",
        ),
        (
            *("list:\n    - do: a\n      how: >-\n\n        x\n\n  - do: b\n  - do: c\n", 2, 5),
            "3, like the `-` of line 7, and move lines 3 to 5 by two spaces to the left as well",
        ),
        ("list:\n    - do: a\n  - do: b\n    how:\n    - x\n  - do: c\nname: x\n", 2, 5, "3, like the `-` of line 3"),
        ("list:\n - a\n  - b\n  - c\n", 2, 2, "3, like the `-` of line 3"),
    ],
)
def test_if_only_the_first_item_is_elsewhere_it_is_the_wrong_one(text: str, line: int, column: int, hint: str) -> None:
    (found,) = told(text)
    assert (*found[:2], found[3]) == (line, column, f"start it at column {hint}")


@pytest.mark.parametrize("second", ["  - do: b\n", "  - do: b\n    - do: c\n"])
def test_of_two_items_the_second_is_the_wrong_one(second: str) -> None:
    assert told(f"list:\n    - do: a\n{second}")[0][:2] == (3, 3)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("See it: yes, no, or other, more: x}", 'put the text in quotes: write `text: "See it: yes, no, or other"`'),
        ("See it: yes}", 'put the text in quotes: write `text: "See it: yes"`'),
        ("See it: yes,\n  no, more: x}", "put the whole text in one pair of quotes"),
        ('"See it": yes, more: x}', "put the whole text in one pair of quotes"),
        ("See “it”: yes, more: x}", "put the whole text in one pair of quotes"),
    ],
)
def test_a_colon_in_a_text_in_brackets_needs_quotes(text: str, hint: str) -> None:
    (found,) = told(f"part: {{id: a, text: {text}\n")
    message = "the text contains a colon followed by a space, which is allowed only after a field name"
    assert found[2:] == (message, hint)


def test_curly_quotes_are_no_quotes() -> None:
    message = "the text contains a colon followed by a space, which is allowed only after a field name"
    below = "write `a: >-` and put the text on the next line, starting at column 3"
    hint = below + '; or put it in straight quotes, `"` and `"`'

    assert told("a: “Two things: ask, and wait.”\n") == [(1, 15, message, hint)]


@given(st.sampled_from(range(15)), st.integers(-6, 6), st.sampled_from(["", "-", '"', ":", "[", ">-", "\t"]))
def test_wherever_a_line_stands_the_place_told_is_in_the_file(line: int, shift: int, sign: str) -> None:
    lines = TIDY.split("\n")
    words = lines[line].lstrip()
    lines[line] = " " * max(0, len(lines[line]) - len(words) + shift) + sign + words

    _, problems = parse("\n".join(lines), "f.yml", FIELD_NAMES)

    assert all(problem.span.column <= len(lines[problem.span.line - 1]) + 1 for problem in problems)
    assert {p.code for p in problems if p.message.startswith("this is not YAML")} <= {codes.YAML_SYNTAX}
