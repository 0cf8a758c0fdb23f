"""Data is built from YAML's events without recursion, and what misleads a reader is refused."""

from __future__ import annotations

import pytest

from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Code
from generator.diagnostics.place import Span
from generator.reading.composer import MAX_NODES
from generator.reading.document import parse


def _found(text: str) -> list[tuple[Code, int, int]]:
    _, problems = parse(text, "f.yml")
    return [(p.code, p.span.line, p.span.column) for p in problems]


def test_one_run_reports_every_anchor_tag_and_repeated_key() -> None:
    text = "a: &x one\nb: !t two\na: three\nc:\n  <<: {d: e}\n  f: !!int 1\n"

    assert _found(text) == [
        (codes.YAML_ANCHOR, 1, 4),
        (codes.YAML_TAG, 2, 4),
        (codes.DUPLICATE_KEY, 3, 1),
        (codes.YAML_MERGE_KEY, 5, 3),
        (codes.YAML_TAG, 6, 6),
    ]


def test_of_a_repeated_key_the_first_value_counts_and_the_rest_is_passed_over() -> None:
    document, problems = parse("a: 1\na: {b: [x, {c: d}], a: 2}\ne: [f]\n", "f.yml")

    assert document is not None
    assert document.data == {"a": "1", "e": ["f"]}
    assert [p.related for p in problems] == [((Span("f.yml", 1, 1, 1), "first one here"),)]
    assert set(document.values) == {(), ("a",), ("e",), ("e", 0)}


def test_anchors_within_what_is_passed_over_are_reported_too() -> None:
    assert _found("a: 1\na: [&x y]\n") == [(codes.DUPLICATE_KEY, 2, 1), (codes.YAML_ANCHOR, 2, 5)]


def test_a_merge_key_in_quotes_is_a_name_like_any_other() -> None:
    document, problems = parse('"<<": a\n', "f.yml")

    assert problems == ()
    assert document is not None
    assert document.data == {"<<": "a"}


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing\n", "---\n...\n"])
def test_a_file_without_data_is_empty(text: str) -> None:
    document, problems = parse(text, "f.yml")

    assert document is None or document.data == ""
    assert [p.code for p in problems] == ([codes.NOT_A_MAPPING] if document is None else [])


def test_fifty_thousand_values_are_read_and_one_more_is_not() -> None:
    # The list itself is a value, too.
    just_enough = "[" + "a," * (MAX_NODES - 1) + "]"
    assert _found(just_enough) == []
    assert _found(f"[{just_enough}]") == [(codes.YAML_TOO_LARGE, 1, 2 * MAX_NODES - 1)]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (">-\n  one\n  still one\n", "one still one"),
        (">-\n  one\n\n  two\n", "one\n\ntwo"),
        (">-\n  one\n\n\n  two\n", "one\n\ntwo"),
        (">\n  one\n\n  two\n", "one\n\ntwo\n"),
        (">-\n  as:\n\n    - a\n    - b\n\n  so\n", "as:\n\n  - a\n  - b\n\nso"),
        ("|-\n  one\n  two\n\n  three\n", "one\ntwo\n\nthree"),
        ('"one\n\n  two"\n', "one\ntwo"),
    ],
    ids=["joined", "paragraphs", "wide-paragraphs", "clipped", "list", "literal", "quoted"],
)
def test_an_empty_line_in_folded_text_starts_a_paragraph(typed: str, read: str) -> None:
    document, problems = parse(f"text: {typed}", "f.yml")

    assert problems == ()
    assert document is not None
    assert document.data == {"text": read}


OR_COMMENT = "; if it is a comment, write two spaces before the `#` and one behind it"


@pytest.mark.parametrize(
    ("text", "line", "column", "length", "sign", "how"),
    [
        ("a: What about client #4 and his wife?\n", 1, 22, 2, "#4", "in quotes"),
        ("a: What about client  #4\n", 1, 23, 2, "#4", "in quotes"),
        ("- What about\n  client #four\n", 2, 10, 5, "#four", "in quotes"),
        ("a: What about client #4 and\n  his wife?\nb: c\n", 1, 22, 2, "#4", "in quotes"),
        ("a: What about client #4 and\n  his wife: Ann?\nb: c\n", 1, 22, 2, "#4", "in quotes"),
        ("a: “Client #4” is late\n", 1, 12, 3, "#4”", 'in straight quotes, `"` and `"`,'),
        ("a: Rule # 5\n", 1, 9, 3, "# 5", "in quotes"),
        ("a: We use C #\n", 1, 13, 1, "#", "in quotes"),
        ("a: b ## c\n", 1, 6, 4, "## c", "in quotes"),
        ("[a # b\n, c]\n", 1, 4, 3, "# b", "in quotes"),
        ("a: 14th # of May\n", 1, 9, 4, "# of", "in quotes"),
    ],
)
def test_text_that_would_be_a_comment_is_told(
    text: str, line: int, column: int, length: int, sign: str, how: str
) -> None:
    _, (problem,) = parse(text, "f.yml")

    assert problem.span == Span("f.yml", line, column, length)
    assert problem.message == f"YAML takes everything from `{sign}` on as a comment"
    assert problem.hint == f"put the text {how} or on the line below `>-`{OR_COMMENT}"


@pytest.mark.parametrize(
    ("text", "sign", "written"),
    [
        ("a: #4 is late\n", "#4", 'a: "#4 is late"'),
        ("a: # 5 of them\n", "# 5", 'a: "# 5 of them"'),
        ("- #5 of them\n", "#5", '- "#5 of them"'),
        ('a: #5 "of" them\n', "#5", "a: '#5 \"of\" them'"),
    ],
)
def test_a_text_that_would_be_a_comment_as_a_whole_is_written_out(text: str, sign: str, written: str) -> None:
    _, (problem,) = parse(text, "f.yml")

    assert problem.message == f"YAML takes everything from `{sign}` on as a comment"
    assert problem.hint == f"put the text in quotes: write `{written}`{OR_COMMENT}"


@pytest.mark.parametrize(
    ("text", "hints"),
    [
        ("a: [b; c d; e]\n", ["write `[b, c d, e]`"]),
        ('a: ["b; c"]\n', []),
        ("a: [b; c, d]\n", []),
        ("a:\n  - b; c\n", []),
        ("a: [b. c; (d)]\n", []),
    ],
)
def test_semicolons_between_items_in_brackets_are_told(text: str, hints: list[str]) -> None:
    _, problems = parse(text, "f.yml")

    assert [problem.hint for problem in problems] == hints


def test_text_behind_quotes_would_be_a_comment_as_well() -> None:
    _, (problem,) = parse('a: "Rule" # 5\n', "f.yml")

    assert problem.span == Span("f.yml", 1, 11, 3)
    assert problem.hint == f"put the whole text in one pair of quotes or on the line below `>-`{OR_COMMENT}"


@pytest.mark.parametrize(
    "text",
    [
        "a: b  # c\n",
        "a: b  ## c\n",
        "a: b\t # c\n",
        "a: b  #\n",
        "a: 15 # minutes\n",
        "a: 2026-03-01 # a day\n",
        "a: true # for now\n",
        "a: [b] # c\n",
        "a: # c\n  - b\n",
        "a: b#4\n",
        'a: "b #4"\n',
        'a: "b"  # 4\n',
        "a: >-\n  b #4\n",
        "#4\na: b\n",
    ],
)
def test_other_signs_of_number_may_stand(text: str) -> None:
    assert _found(text) == []


def test_a_fault_further_down_is_told_beside_a_text_cut_off() -> None:
    assert _found("a: b #4\nc: d\ne: f: g\n") == [(codes.YAML_SYNTAX, 1, 6), (codes.YAML_SYNTAX, 3, 5)]
