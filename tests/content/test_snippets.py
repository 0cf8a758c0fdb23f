"""Snippets: what is wrong with their files, and with what they contain."""

from __future__ import annotations

import pytest

from generator.content.hand_page_files import PageText
from generator.content.names import TextForm, has_blocks
from generator.content.snippets import snippets_in, variables_in
from generator.diagnostics.place import Span
from generator.model.values import LONGEST
from generator.reading.document import parse
from generator.reporting.report import as_text


def said(files: dict[str, str]) -> list[str]:
    document, _ = parse("variables:\n  company: Example Ltd\n", "site_config.yml")
    assert document
    texts = (PageText(name, f"content/snippets/{name}.md", text) for name, text in files.items())
    _, _, problems = snippets_in(texts, variables_in(document))
    return [f"{p.span.file}:{p.span.line}:{p.span.column}: {p.code}: {p.message}; {p.hint}" for p in problems]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("note", "A *note* by {company}.\n", None),
        ("Note", "A note.", "1:1: bad-variable: `Note` cannot stand in braces"),
        ("line", "A note.", "1:1: bad-variable: `line` is a reserved name"),
        ("company", "A note.", "1:1: bad-variable: there is already a variable `company`"),
        ("note", " \n", "1:1: empty-value: the snippet is empty"),
        ("note", "x" * (LONGEST + 1), "1:1: too-long: the snippet has 64001 characters; at most 64000 are allowed"),
        ("note", "\n\nA {compny}.", "3:3: unknown-variable: no variable and no snippet is called `compny`"),
        ("note", "A\n\n{note}\n", "3:1: bad-variable: `note` contains itself: `note` → `note`"),
    ],
)
def test_a_snippet_has_a_name_of_its_own_and_a_text(name: str, text: str, expected: str | None) -> None:
    found = said({name: text})
    assert [problem.partition("; ")[0] for problem in found] == (
        [f"content/snippets/{name}.md:{expected}".partition("; ")[0]] if expected else []
    )


def test_a_snippet_in_a_circle_is_reported_in_its_file() -> None:
    assert said({"a": "Some text {b}", "b": "More\nof {a}\n"}) == [
        "content/snippets/b.md:2:4: bad-variable: `a` contains itself: `a` → `b` → `a`; "
        "delete `{a}` here, or write its own words in its place: `Some text`"
    ]


def test_all_that_contain_a_snippet_of_several_paragraphs_among_other_words_are_reported() -> None:
    assert said({"a": "Text {b} more", "b": "One {c} two", "c": "One\n\ntwo\n"}) == [
        f"content/snippets/{file}.md:1:{column}: misplaced-snippet: "
        f"`{name}` has several paragraphs, so it cannot stand among other words; "
        f"leave an empty line above and below `{{{name}}}`"
        for file, column, name in (("b", 5, "c"), ("a", 6, "b"))
    ]


def test_words_are_not_proposed_in_place_of_several_paragraphs() -> None:
    (found,) = said({"a": "Text\n\n{b}\n", "b": "More\n\n{a}\n"})
    assert found.endswith("delete `{a}` here")


def test_one_paragraph_may_stand_in_one_line_however_it_is_wrapped() -> None:
    texts = (PageText("note", "content/snippets/note.md", "A note\nin two lines,\n  and TODO.\n"),)
    definitions, (snippet,), problems = snippets_in(texts, ())
    assert problems == ()
    found = definitions.expansion("See: {note}", TextForm.LINE)
    assert found.text == "See: A note in two lines, and TODO."
    place = found.elsewhere(found.text.index("TODO"), len(found.text) - 1)
    assert place == Span("content/snippets/note.md", 3, 7, 4)
    ((route, text),) = snippet.texts()
    assert snippet.place_in(route, text, text.index("two"), text.index("two") + 3).line == 2


@pytest.mark.parametrize("text", ["A\n\nB", "- a", "A\n- b", "1. a", "> a", "```\na\n```", "| a | b |", "# A"])
def test_blocks_are_no_paragraph(text: str) -> None:
    assert has_blocks(text)


def test_what_is_said_of_two_definitions_with_one_name() -> None:
    document, _ = parse("variables:\n  note: A note\n", "site_config.yml")
    assert document
    texts = (PageText("note", "content/snippets/note.md", "A *note*."),)
    _, _, problems = snippets_in(texts, variables_in(document))
    assert (
        as_text(problems, lambda _file, _number: "A *note*.")
        == """\
content/snippets/note.md:1:1: error[bad-variable]: there is already a variable `note`
   1 | A *note*.
     | ^
   hint: give one of the two another name
   that variable: site_config.yml:2:9
"""
    )
