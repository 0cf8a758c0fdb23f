"""Blocks of a text: lists, tables, boxes, code, notes and headings, and where its paragraphs are."""

from textwrap import dedent

import pytest

from generator.prose.blocks import paragraphs, without_code
from generator.prose.markdown import to_html
from tests.conftest import ROOT


def html(text: str) -> str:
    return to_html(text, lambda entry_id, words: f"<a>{words or entry_id}</a>").replace("\n", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A:\n- b\n- c", "<p>A:</p><ul><li>b</li><li>c</li></ul>"),
        ("- a\n  - b\n    - c\n- d", "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ul>"),
        ("- a\n    - b\n        - c", "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li></ul>"),
        ("1. a\n   - b\n2) c", "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>"),
        ("- a\n1. b", "<ul><li>a</li></ul><ol><li>b</li></ol>"),
        ("3. a\n4. b", '<ol start="3"><li>a</li><li>b</li></ol>'),
        ("- a\n  b\n- c", "<ul><li>ab</li><li>c</li></ul>"),
        ("- a\n\n  b", "<ul><li><p>a</p><p>b</p></li></ul>"),
        ("- a\n\n  b\n  - c", "<ul><li><p>a</p><p>b</p><ul><li>c</li></ul></li></ul>"),
        ("A:\n    - b\n    - c", "<p>A:</p><ul><li>b</li><li>c</li></ul>"),
        ("In\n2020. So", "<p>In2020. So</p>"),
        ("> a\n- b", "<blockquote><p>a</p></blockquote><ul><li>b</li></ul>"),
    ],
)
def test_lists_however_they_are_written(text: str, expected: str) -> None:
    assert html(text) == expected


HEAD = "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody>"
END = "</tbody></table>"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("| a | b |\n|---|---|\n| 1 | 2 |", f"{HEAD}<tr><td>1</td><td>2</td></tr>{END}"),
        (
            "A\n|a|b|\n|-|-|\n| `x|y` | \\| |\nB",
            f"<p>A</p>{HEAD}<tr><td><code>x|y</code></td><td>|</td></tr>{END}<p>B</p>",
        ),
        ("| a | b |\n| - | - |\n| [[c|d]] | *e*", f"{HEAD}<tr><td><a>d</a></td><td><em>e</em></td></tr>{END}"),
        (
            "| a | b |\n| :-: | -: |\n| 1 | 2 |",
            '<table><thead><tr><th align="center">a</th><th align="right">b</th></tr></thead>'
            '<tbody><tr><td align="center">1</td><td align="right">2</td></tr></tbody></table>',
        ),
        ("> | a | b |\n> | - | - |", f"<blockquote>{HEAD}<tr><td></td><td></td></tr>{END}</blockquote>"),
        ("| a | b |\n| 1 | 2 |", "<p>| a | b || 1 | 2 |</p>"),
    ],
)  # fmt: skip
def test_tables(text: str, expected: str) -> None:
    assert html(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A:\n```sh\n*b* [[c]]\n\n# d\n```\ne", "<p>A:</p><pre><code>*b* [[c]]# d</code></pre><p>e</p>"),
        ("- a\n  ```\n  b\n  ```\n- c", "<ul><li><p>a</p><pre><code>b</code></pre></li><li><p>c</p></li></ul>"),
        ("> ```\n> a < b\n> ```", "<blockquote><pre><code>a &lt; b</code></pre></blockquote>"),
        ("```\n[^1]: a\n- b\n```", "<pre><code>[^1]: a- b</code></pre>"),
    ],
)
def test_code_is_shown_as_it_is_typed(text: str, expected: str) -> None:
    assert html(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("> [!NOTE]\n> a", '<div class="callout-note"><p>a</p></div>'),
        ("> [!tip] *A*\n> b", '<div class="callout-tip"><p class="callout-title"><em>A</em></p><p>b</p></div>'),
        (
            "> [!WARNING]\n> a\n>\n> - b\n>   - c",
            '<div class="callout-warning"><p>a</p><ul><li>b<ul><li>c</li></ul></li></ul></div>',
        ),
        ("> [!TIP]\n> a\n\n> b", '<div class="callout-tip"><p>a</p></div><blockquote><p>b</p></blockquote>'),
        ("- a\n  > [!TIP]\n  > b", '<ul><li><p>a</p><div class="callout-tip"><p>b</p></div></li></ul>'),
        ("> [!DANGER]\n> a", "<blockquote><p>[!DANGER]a</p></blockquote>"),
    ],
)
def test_boxes(text: str, expected: str) -> None:
    assert html(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A[^b] c[^1], d[^b].\n\n[^1]: e\n[^b]: *f*\n  g",
            '<p>A<sup class="note-mark">1</sup> c<sup class="note-mark">2</sup>, d<sup class="note-mark">1</sup>.</p>'
            '<ol class="notes"><li><em>f</em> g</li><li>e</li></ol>',
        ),
        ("A[^1].", "<p>A[^1].</p>"),
        ("A `[^1]`.\n\n[^1]: b", "<p>A <code>[^1]</code>.</p>"),
        ("### A {#b-c}\n#### D", '<h3 id="b-c">A</h3><h4>D</h4>'),
        ("A ~~b~~ ~5 ~~~", "<p>A <del>b</del> ~5 ~~~</p>"),
    ],
)
def test_notes_headings_and_what_is_struck_out(text: str, expected: str) -> None:
    assert html(text) == expected


def test_the_example_in_the_documentation_has_everything() -> None:
    written = (ROOT / "docs" / "writing.md").read_text("utf-8").partition("```yaml\nwhy: |-\n  Three things")[2]
    shown = html(dedent(f"  Three things{written.partition(chr(10) + '```' + chr(10))[0]}"))

    parts = ["<ul><li>say it back<ul>", '<th align="right">Cost', "callout-tip", "<pre><code>playbook", 'class="notes"']
    assert [part for part in parts if part not in shown] == []
    assert not set("|`^!") & set(shown)


def test_paragraphs_are_apart_and_code_is_none() -> None:
    text = "a\nb\n| c |\n- d\n```\ne\n```\n[^1]: f"
    assert [text[start:end].strip() for start, end in paragraphs(text)] == ["a\nb", "| c |", "- d", "", "[^1]: f"]


def test_without_code_all_letters_keep_their_places() -> None:
    assert without_code("a `b` c\n```\nd\n```\n`e") == "a     c\n   \n \n   \n`e"
