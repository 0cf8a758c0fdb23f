"""A diagnostic is shown with its line and a caret under the very characters that are at fault."""

from __future__ import annotations

from unicodedata import combining, east_asian_width

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Code, Diagnostic
from generator.diagnostics.place import Span
from generator.reporting.report import as_text, errors_as_text, summary
from tests.conftest import some_of

UNHURRIED = settings(deadline=None, derandomize=True, max_examples=some_of(300))


def _shown(line: str | None, column: int, length: int = 1, code: Code = codes.WRONG_VALUE) -> list[str]:
    found = Diagnostic(code, "m", Span("f.yml", 7, column, length))
    return as_text([found], lambda file, number: line).split("\n")


def _columns(text: str) -> int:
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def test_beside_errors_warnings_are_counted() -> None:
    wrong = Diagnostic(codes.WRONG_VALUE, "m", Span("f.yml", 7))
    warning = Diagnostic(codes.UNEXPECTED_FILE, "w", Span("a.txt"))

    assert errors_as_text([warning, wrong, warning], lambda file, number: None) == (
        "f.yml:7:1: error[wrong-value]: m\n\nand 2 warnings, which `playbook check` shows\n"
    )
    assert errors_as_text([wrong], lambda file, number: None) == "f.yml:7:1: error[wrong-value]: m\n"


def test_a_diagnostic_has_place_code_message_excerpt_hint_and_what_it_has_to_do_with() -> None:
    found = Diagnostic(
        codes.DUPLICATE_KEY,
        "`b` appears twice",
        Span("content/a.yml", 12, 3, 2),
        "keep one",
        ((Span("content/a.yml", 2, 3), "first one here"),),
    )

    assert as_text([found, found], lambda file, number: f"  bb: {file} {number}") == (
        "content/a.yml:12:3: error[duplicate-key]: `b` appears twice\n"
        "  12 |   bb: content/a.yml 12\n"
        "     |   ^^\n"
        "   hint: keep one\n"
        "   first one here: content/a.yml:2:3\n"
        "\n"
        "content/a.yml:12:3: error[duplicate-key]: `b` appears twice\n"
        "  12 |   bb: content/a.yml 12\n"
        "     |   ^^\n"
        "   hint: keep one\n"
        "   first one here: content/a.yml:2:3\n"
    )


@pytest.mark.parametrize("line", [None, "", "   "])
def test_without_a_line_to_show_the_place_has_to_do(line: str | None) -> None:
    assert _shown(line, 1) == ["f.yml:7:1: error[wrong-value]: m", ""]


@pytest.mark.parametrize(
    "code", [codes.UNREADABLE_FILE, codes.FILE_TOO_LARGE, codes.UNEXPECTED_FILE, codes.MISNAMED_FILE]
)
def test_of_a_file_that_was_not_read_nothing_is_asked_for(code: Code) -> None:
    def ask(file: str, number: int) -> str:
        raise AssertionError("it might be a pipe that nobody writes to")

    assert as_text([Diagnostic(code, "m", Span("f.yml"))], ask) == f"f.yml:1:1: {code.severity}[{code}]: m\n"


@pytest.mark.parametrize(
    ("line", "column", "length", "excerpt", "carets"),
    [
        ("a: b", 4, 1, "a: b", "   ^"),
        ("a: b", 5, 1, "a: b", "    ^"),
        ("a: bcd", 4, 99, "a: bcd", "   ^^^"),
        ("\ta:\tb", 5, 1, " a: b", "    ^"),
        ("漢字: 字x", 5, 1, "漢字: 字x", "      ^^"),
        ("e\u0301e\u0301: x", 7, 1, "e\u0301e\u0301: x", "    ^"),
        ("😀: x", 1, 1, "😀: x", "^^"),
        ("a: \x1b[31mred", 4, 1, "a: \ufffd[31mred", "   ^"),
        ("a: \u202egnp", 4, 1, "a: \ufffdgnp", "   ^"),
        ("a:\u00a0b", 4, 1, "a: b", "   ^"),
    ],
    ids=["plain", "behind", "too-long", "tabs", "wide", "combining", "emoji", "escape", "override", "no-break-space"],
)
def test_the_caret_stands_under_the_fault(line: str, column: int, length: int, excerpt: str, carets: str) -> None:
    assert _shown(line, column, length)[1:3] == [f"   7 | {excerpt}", f"     | {carets}"]


def test_of_a_long_line_the_part_around_the_fault_is_shown() -> None:
    line = "x" * 500 + "HERE" + "y" * 500

    _, excerpt, carets, _ = _shown(line, 501, 4)

    assert excerpt == "   7 | …" + "x" * 54 + "HERE" + "y" * 50 + "…"
    assert carets == "     | " + " " * 55 + "^^^^"


def test_the_beginning_and_the_end_of_a_long_line_have_an_ellipsis_on_one_side_only() -> None:
    assert _shown("x" * 500, 1)[1] == "   7 | " + "x" * 109 + "…"
    assert _shown("x" * 500, 500)[1] == "   7 | …" + "x" * 109


def test_nothing_in_a_message_can_move_the_cursor_or_break_the_output() -> None:
    found = Diagnostic(codes.BAD_ID, "`\x1b[2J\udcff`", Span("content/\n\x07.yml"), "so\rthen")

    shown = as_text([found], lambda file, number: None)

    assert shown == "content/ \ufffd.yml:1:1: error[bad-id]: `\ufffd[2J\ufffd`\n   hint: so then\n"


@UNHURRIED
@given(
    st.text(st.characters(exclude_characters="\n"), max_size=300),
    st.integers(1, 400),
    st.integers(1, 400),
)
@example("", 1, 1)
@example("\t" * 200 + "漢", 201, 1)
@example("\ud800", 1, 1)
def test_every_line_can_be_shown_and_the_caret_is_below_the_span(line: str, column: int, length: int) -> None:
    shown = _shown(line, column, length)

    assert "\n".join(shown).replace("\n", "").isprintable()
    if len(shown) == 2:
        assert not line.strip()
        return
    _, excerpt, carets, _ = shown
    text, marks = excerpt.removeprefix("   7 | "), carets.removeprefix("     | ")
    before = len(marks) - len(marks.lstrip(" "))
    start = max(0, min(column - 1 - 55, len(line) - 110))
    assert before == _columns(text[: column - 1 - start])
    assert set(marks.strip(" ")) == {"^"}
    assert before + len(marks.strip(" ")) <= max(_columns(text), before + 1)


@pytest.mark.parametrize(
    ("errors", "warnings", "said"),
    [
        (0, 0, "no problems"),
        (1, 0, "1 error"),
        (2, 0, "2 errors"),
        (0, 1, "1 warning"),
        (1, 2, "1 error and 2 warnings"),
    ],
)
def test_the_summary_counts(errors: int, warnings: int, said: str) -> None:
    error = Diagnostic(codes.BAD_ID, "m", Span("f"))
    warning = Diagnostic(codes.BYTE_ORDER_MARK, "m", Span("f"))

    assert summary([*[error] * errors, *[warning] * warnings]) == said
