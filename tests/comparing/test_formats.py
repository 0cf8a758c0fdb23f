"""What the content says stays text, whatever it looks like, and a comment is never too long."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.comparing.formats import APART, as_json, as_markdown, as_message, as_text, escaped
from generator.comparing.notes import Note, NoteGroup
from generator.language.language import english

WORDS = english().words


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("<img src=x onerror=alert(1)>", r"\<img src=x onerror=alert(1)\>"),
        ("a & b &lt; c", r"a \& b \&⁠lt; c"),
        ("*bold* _it_ `code` ~~gone~~", r"\*bold\* \_it\_ \`code\` \~\~⁠gone\~\~"),
        ("[words](https://evil.example)", "\\[words\\](https:⁠//evil.example)"),
        ("![x](y)", "!⁠\\[x\\](y)"),
        ("@team and a@b.example", "@⁠team and a@⁠b.example"),
        ("fixes #12, GH-3, o/r#4, !5, ABC-6", "fixes #⁠12, GH⁠-3, o/r#⁠4, !⁠5, ABC⁠-6"),
        ("see deadbeef and 0123456789abcdef0123", "see dead⁠beef and 0123⁠456789abcdef0123"),
        (":tada: at 10:30", ":⁠tada: at 10:⁠30"),
        ("www.evil.example", "www⁠.evil.example"),
        ("1. first", "1⁠. first"),
        ("- item", "-⁠ item"),
        ("# head", "#⁠ head"),
        ("> said", r"\> said"),
        ("$x$", r"\$⁠x\$"),
        ("a\n\n- b", "a - b"),
        ("[ ] done | not", r"\[ \] done \| not"),
        ("\\", r"\\"),
    ],
)
def test_nothing_in_a_text_is_understood(text: str, written: str) -> None:
    assert escaped(text) == written


@given(st.text(alphabet=st.sampled_from(list("ab@#!:<>&`*_[]()~$|\\/-. \n0f" + APART))))
def test_no_text_holds_a_tag_a_mention_or_a_reference(text: str) -> None:
    written = escaped(text)

    assert "\n" not in written
    assert re.search(r"(?<!\\)(?:\\\\)*[<`*_\[\]|~$&]", written) is None
    assert re.search(r"[@#!:][\w/]", written) is None
    assert written.replace(APART, "").replace("\\", "") == " ".join(text.split()).replace(APART, "").replace("\\", "")


PARTS = (
    NoteGroup("changed_pages", "Changed pages", (Note("One", (Note("a: “x” → “y”"),)), Note("Two"))),
    NoteGroup("links", "Links", (Note("new: “A”, Go on with: “B”"),)),
)


def test_a_terminal_shows_headings_and_indented_lines() -> None:
    assert as_text(PARTS, WORDS) == (
        "Changed pages: 2; Links: 1.\n\n"
        "Changed pages\n-------------\n- One\n  - a: “x” → “y”\n- Two\n\n"
        "Links\n-----\n- new: “A”, Go on with: “B”"
    )


def test_a_comment_has_the_same_as_markdown() -> None:
    assert as_markdown(PARTS, "What changes", WORDS) == (
        "## What changes\n\nChanged pages: 2; Links: 1.\n\n"
        "### Changed pages\n\n- One\n  - a: “x” → “y”\n- Two\n\n"
        "### Links\n\n- new: “A”, Go on with: “B”\n"
    )


@given(st.lists(st.lists(st.text(min_size=1, max_size=400), min_size=1, max_size=60), max_size=10), st.integers(3000))
def test_a_comment_is_never_longer_than_it_may_be(texts: list[list[str]], most: int) -> None:
    parts = tuple(NoteGroup("part", f"Part {at}", tuple(map(Note, notes))) for at, notes in enumerate(texts))

    written = as_markdown(parts, "What changes", WORDS, most)

    assert len(written) <= most
    assert all(f"### {part.heading}" in written for part in parts)


def test_what_is_left_out_is_counted_under_each_heading() -> None:
    parts = (
        NoteGroup("many", "Many", tuple(Note(f"note {at:04}") for at in range(1000))),
        NoteGroup("few", "Few", (Note("one"), Note("two"))),
    )

    written = as_markdown(parts, "T", WORDS, 1000)

    shown = written.count("- note ")
    assert f"- … and {1000 - shown} more; `playbook diff` shows all\n\n### Few\n\n- one\n- two\n" in written
    assert 870 < len(written) <= 1000


def test_as_data_it_has_the_same() -> None:
    parts = (NoteGroup("changed_pages", "Changed", (Note("One *text*", (Note("“a” → “b”"),)), Note("Another"))),)
    assert json.loads(as_json(parts)) == {
        "changes": [
            {
                "name": "changed_pages",
                "heading": "Changed",
                "notes": [
                    {"text": "One *text*", "below": [{"text": "“a” → “b”", "below": []}]},
                    {"text": "Another", "below": []},
                ],
            }
        ]
    }
    assert json.loads(as_json(())) == {"changes": []}


def test_a_message_has_the_first_lines_and_counts_the_others() -> None:
    first = NoteGroup("new_pages", "New pages", (Note("One", (Note("In short: 1"),)), Note("Two")))
    second = NoteGroup("gone_pages", "Pages that are gone", (Note("Three"),))
    assert as_message((first, second), 2, WORDS) == "New pages:\n- One\n  - In short: 1\n\n… and 2 more lines"
    whole = "New pages:\n- One\n  - In short: 1\n- Two\n\nPages that are gone:\n- Three"
    assert as_message((first, second), 4, WORDS) == whole
