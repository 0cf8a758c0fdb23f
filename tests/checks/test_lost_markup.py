import pytest

from generator.checks import lost_markup
from tests.checks.small_playbook import report_of
from tests.checks.texts import FILE, said

REVERSED = "the words of this link and its address are the wrong way round"
APART = "a space divides the words of this link from its address"


def test_a_bullet_that_is_no_item_is_marked() -> None:
    assert report_of(lost_markup.RULE, {FILE: "do: |-\n  Two things:\n  • ask\n"}) == (
        f"{FILE}:3:3: error[lost-markup]: `•` starts no item of a list\n"
        "   3 |   • ask\n"
        "     |   ^\n"
        "   hint: start a line with `- ` for each item\n"
    )


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("Two: • ask • wait", 1, "`•` starts no item of a list"),
        ("# A\nB.", 1, "`#` makes no heading in this text"),
        ("## A", 1, "`##` makes no heading in this text"),
        ("##### A", 1, "`#####` makes no heading in this text"),
        ("A.\n\n##B", 3, "`##` makes no heading without a space behind it"),
        ("~~~\na\n~~~", 1, "`~~~` does not start code"),
        ("```\na", 1, "nothing closes this block of code"),
        ("!!! note\n    A.", 1, "`!!! note` does not start a box"),
        ("::: tip\nA\n:::", 1, "`::: tip` does not start a box"),
        ("> [!DANGER]\n> A.", 1, "`[!DANGER]` does not start a box here"),
        ("[!NOTE]\nA.", 1, "`[!NOTE]` does not start a box here"),
        ("> A\n> [!NOTE] B", 2, "`[!NOTE]` does not start a box here"),
        ("[a][b]\n\n[b]: https://example.org", 3, "`[b]:` does not define an address"),
        ("Word\n: meaning", 2, "`:` does not start a meaning"),
        ("Title\n=====", 2, "`=====` below a line does not make a heading of it"),
        ("Title\n---", 2, "`---` below a line does not make a heading of it"),
        ("- [ ] ask", 1, "`[ ]` is no box to tick in a text"),
        ("a) ask\nb) wait", 1, "`a)` starts no item of a list"),
        ("– ask\n– wait", 1, "`–` starts no item of a list"),
        ("-ask\n-wait", 1, "`-` starts no item of a list without a space behind it"),
        ("1.Ask\n2.Wait", 1, "`1.` starts no item of a list without a space behind it"),
        ("[a] (https://b.example)", 1, "a space divides the words of this link from its address"),
        ("(a)[https://b.example]", 1, "the words of this link and its address are the wrong way round"),
        ("a\\\nb", 1, "`\\` does not end a line"),
        ("**Ask: **them", 1, "this `**` belongs to no other"),
        ("~~a b", 1, "this `~~` belongs to no other"),
        ("a | b\n--- | ---\n1 | 2", 2, "`--- | ---` makes no table of these lines"),
    ],
)
def test_what_the_page_would_show_as_typed_is_said(text: str, line: int, message: str) -> None:
    assert said(lost_markup.RULE, text)[0][::2] == (line, message)


@pytest.mark.parametrize(
    "text",
    [
        "#1 of ten, C# and a·b",
        "A.\n\n---\n\nB.",
        "```\n# a\n• b\n!!! note\n```",
        "> [!NOTE] A\n> B.\n\n> [!tip]\n> C.",
        "| a | b |\n| --- | --- |",
        "At 5: so. (a) one, (b) two\n\nA. So he said.",
        "### A\n\n#### B",
        "[^1]: https://example.org",
        "~~a~~ b == c",
        "-5 degrees, and\n– so to say – 2.5",
        "**a** *b **c** d* ***e*** `**` \\*\\*",
        "5 EUR* and 2 * 3",
        "[[slow-down]] [[slow-down|so]] [slow-down|so] [slow](https://a.example) \\[slow-down] `[slow-down]`",
        "[so] (or not), [sic] (see-below), (a)[b] and [nothing-of-that-name]",
    ],
)
def test_usual_words_and_markup_are_left_alone(text: str) -> None:
    assert said(lost_markup.RULE, text) == []


@pytest.mark.parametrize(
    ("text", "column", "message", "hint"),
    [
        (
            "So [slow-down] helps",
            4,
            "a link to the entry `slow-down` takes two brackets on each side",
            "write `[[slow-down]]`; `\\[` shows a bracket",
        ),
        ("A (the form)[files/a b.pdf]", 12, REVERSED, "write `[the form](files/a b.pdf)`"),
        ("(the form)[../a.md]", 10, REVERSED, "write `[the form](../a.md)`"),
        ("(the form)[order.pdf]", 10, REVERSED, "write `[the form](order.pdf)`"),
        ("(so)[slow-down]", 4, REVERSED, "write `[[slow-down|so]]`"),
        ("(a (b))[https://b.example]", 7, REVERSED, "write `[words](https://b.example)`"),
        ("[the `form`] (files/a.pdf)", 12, APART, "write `[the `form`](files/a.pdf)`"),
        ("[form]\n(files/a.pdf)", 6, APART, "write `[form](files/a.pdf)`"),
        ("[slow-down] (files/a.pdf)", 11, APART, "write `[slow-down](files/a.pdf)`"),
        ("[so] (slow-down)", 4, APART, "write `[[slow-down|so]]`"),
    ],
)
def test_links_that_are_nearly_right_are_said_with_the_remedy(text: str, column: int, message: str, hint: str) -> None:
    assert said(lost_markup.RULE, text) == [(1, column, message, hint)]


def test_a_link_in_a_field_of_one_paragraph_is_said_as_well() -> None:
    assert report_of(lost_markup.RULE, {FILE: "steps:\n- do: Then [slow-down].\n  detail: So.\n"}) == (
        f"{FILE}:2:12: error[lost-markup]: a link to the entry `slow-down` takes two brackets on each side\n"
        "   2 | - do: Then [slow-down].\n"
        "     |            ^^^^^^^^^^^\n"
        "   hint: write `[[slow-down]]`; `\\[` shows a bracket\n"
    )


def test_a_field_of_one_paragraph_has_no_boxes() -> None:
    found = report_of(lost_markup.RULE, {FILE: "steps:\n- do: '> [!NOTE] Wait.'\n  detail: So.\n"})
    assert "this field is a single paragraph, without headings, lists, tables, boxes and blocks of code" in found


@pytest.mark.parametrize(
    ("text", "sign"), [("Ask **now**", "**"), ("Ask [[slow-down]]", "[["), ("[A](https://b.example)", "[A")]
)
def test_plain_text_has_no_markup(text: str, sign: str) -> None:
    found = report_of(lost_markup.RULE, {FILE: f"summary: '{text}'\n"})
    assert f"this field is plain text, which would show `{sign}` as it is typed" in found


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Ask **now**, ~~later~~.", "write `summary: Ask now, later.`"),
        ("Then [[slow-down]] or [[slow-down|wait]].", "write `summary: Then Slow it down or wait.`"),
        ("Read [this](https://b.example).", "write `summary: Read this.`"),
        (
            "Ask ![a hand](files/hand.png) first.",
            "write `summary: Ask first.`; a picture can be shown in a text of several",
        ),
        (
            "![A hand](files/hand.png)",
            "write `summary: A hand`; a picture can be shown in a text of several paragraphs",
        ),
        (
            "![](files/hand.png)",
            "leave the signs out; a picture can be shown in a text of several paragraphs, such as `do`",
        ),
        ("**Ask**: when?", 'write `summary: "Ask: when?"`'),
    ],
)
def test_plain_text_is_written_out_without_its_markup(text: str, hint: str) -> None:
    assert f"hint: {hint}" in report_of(lost_markup.RULE, {FILE: f"summary: '{text}'\n"})


def test_the_faultless_entries_have_none() -> None:
    assert report_of(lost_markup.RULE) == ""
