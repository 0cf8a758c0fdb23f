import pytest

from generator.checks import unknown_note
from tests.checks.small_playbook import report_of
from tests.checks.texts import FILE, said


def test_a_sign_without_a_note_is_marked() -> None:
    assert report_of(unknown_note.RULE, {FILE: "do: Wait.[^sum] Then ask.\n"}) == (
        f"{FILE}:1:10: error[unknown-note]: the text has no note `sum`\n"
        "   1 | do: Wait.[^sum] Then ask.\n"
        "     |          ^^^^^^\n"
        "   hint: write `[^sum]: …` after an empty line, indented like this text\n"
    )


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("A[^sun].\n\n[^sum]: B.", "the text has no note `sun`", "did you mean `sum`?"),
        (
            "A.\n\n[^1]: B.",
            "nothing leads to the note `1`",
            "write `[^1]` behind the words that it belongs to, or remove",
        ),
        ("A[^1].\n\n[^1]: B.\n[^1]: C.", "the text has two notes `1`", "give one another name"),
        ("A[^1].\n\n> [^1]: B.", "the text has no note `1`", "write `[^1]: …`"),
    ],
)
def test_what_is_wrong_is_said(text: str, message: str, hint: str) -> None:
    found = said(unknown_note.RULE, text)
    assert (found[0][2], found[0][3][: len(hint)]) == (message, hint)


def test_a_single_paragraph_has_no_notes() -> None:
    text = "steps:\n- do: Wait.[^1]\n  detail: So.\n"
    assert "this field is a single paragraph, which has no notes" in report_of(unknown_note.RULE, {FILE: text})


@pytest.mark.parametrize(
    "text", ["A[^1], b[^1].\n\n[^1]: C,\n  d.", "`[^1]`", "```\n[^1]: a\n```", r"\[^1]", "a^1 [x]"]
)
def test_what_belongs_together_is_left_alone(text: str) -> None:
    assert said(unknown_note.RULE, text) == []


def test_the_faultless_entries_have_none() -> None:
    assert report_of(unknown_note.RULE) == ""
