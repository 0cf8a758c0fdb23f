"""Inline markup: what it becomes, and that its cost is linear in the length of a text."""

import pytest

from generator.prose import blocks, inline
from generator.prose.inline import MOST_NESTED, links, literals, masked
from generator.prose.markdown import to_html
from tests.counted_work import assert_linear


def html(text: str) -> str:
    return to_html(text, lambda entry_id, words: words or entry_id, blocks=False).removeprefix("<p>")[:-4]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*a* **b** ***c***", "<em>a</em> <strong>b</strong> <strong><em>c</em></strong>"),
        ("_a_ __b__", "<em>a</em> <strong>b</strong>"),
        ("*a **b** c*", "<em>a <strong>b</strong> c</em>"),
        ("**a *b***", "<strong>a <em>b</em></strong>"),
        ("a_b_c 2*3*4", "a_b_c 2<em>3</em>4"),
        ("*a and b * c", "*a and b * c"),
        ("*a _b* c_", "<em>a _b</em> c_"),
        (r"\*a\* \[b](c) \`d`", "*a* [b](c) `d`"),
        ("`*a*` ``b`c`` `d", "<code>*a*</code> <code>b`c</code> `d"),
        ("[a *b*](https://e.org/x_(y)_z)", '<a href="https://e.org/x_(y)_z">a <em>b</em></a>'),
        ("*[a*](https://e.org) b*", '<em><a href="https://e.org">a*</a> b</em>'),
        ('[a](https://e.org "b")', '<a href="https://e.org">a</a>'),
        ("[a](<https://e.org/b c>)", '<a href="https://e.org/b c">a</a>'),
        ("[a [b](https://b.org) c](https://e.org)", '<a href="https://e.org">a [b](https://b.org) c</a>'),
        ("[a](https://e.org and [b](https://b.org)", '[a](https://e.org and <a href="https://b.org">b</a>'),
        ("![a *b*](https://e.org)", '<img alt="a *b*" src="https://e.org">'),
        (r"[a](https://e.org/b\_c) [d](e", '<a href="https://e.org/b_c">a</a> [d](e'),
        ("<https://e.org/?a=b&c>", '<a href="https://e.org/?a=b&amp;c">https://e.org/?a=b&amp;c</a>'),
        ("<a@e.org> <mailto:b@e.org>", '<a href="mailto:a@e.org">a@e.org</a> <a href="mailto:b@e.org">b@e.org</a>'),
        ("a & b < c &amp; &eacute;", "a &amp; b &lt; c &amp; é"),
        ("a  \nb", "a<br>\nb"),
        ("[[slow|words]] in *[[fast]]*", "words in <em>fast</em>"),
    ],
)  # fmt: skip
def test_markup_becomes_elements(text: str, expected: str) -> None:
    assert html(text) == expected


def test_what_is_nested_too_deeply_is_shown_as_typed() -> None:
    text = "*a _b " * MOST_NESTED + "c_ d* " * MOST_NESTED
    shown = html(text)
    assert (shown.count("<em>"), shown.count("*"), shown.count("_")) == (MOST_NESTED, MOST_NESTED, MOST_NESTED)
    assert inline.nested_too_deeply(text) == 6 * (MOST_NESTED // 2)
    assert blocks.nested_too_deeply("- " * MOST_NESTED + "a") is None
    assert blocks.nested_too_deeply("a\n" + "> " * (MOST_NESTED + 1) + "a") == 2


def test_lists_and_quotations_are_bounded_even_where_nobody_has_checked_them() -> None:
    for line in ("- " * 900, "> " * 900, "1. > " * 400, "- > 1. " * 300 + "\n> " * 300):
        assert to_html(line + "end", lambda _, words: words or "").count("end") == 1


def test_links_that_no_bracket_closes_are_told_apart_from_links() -> None:
    text = "[a](b) [c](d `)` [e] (f) [g](h (i)"
    plain = masked(text, literals(text))
    found, unclosed = links(plain)
    assert [text[slice(*link.target)] for link in found] == ["b"]
    assert [text[slice(*place)] for place in unclosed] == ["[c](", "[g]("]


HOSTILE = (
    *"*_`[]()!<>&#.~",
    *("*a ", "a*", "*a_", "**a*", "_a *b ", "[a](", "[a](b", "[a](b) ", "](", "[[", "![a]("),
    *("`a``", "``a", "\\`", "\\*", "<a", "<https://", "a@b", "&#1", "&amp;", "a. ", "  \n", "\x0b"),
    *("- a\n", "- a\n\n", "1. a\n", "> a\n\n", "    a\n\n", "- a\n    - b\n"),
    *("## a\n", "---\n", "* * *\n", "a\n---\n", "\n\n", "a\n\n"),
)


@pytest.mark.parametrize("unit", HOSTILE)
def test_work_is_linear_in_the_length_of_a_text(unit: str) -> None:
    assert_linear(lambda text: to_html(f"x {text}", lambda _, words: words or ""), unit)
