"""Problems as a form says them."""

from unittest.mock import Mock

import pytest

from generator.checks import RULES, orphan_entry
from generator.content.graph import Graph
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Code, Diagnostic
from generator.diagnostics.place import Span
from generator.editor.plain_problems import HINTS, plainly_said
from generator.editor.problems import as_data, hint_in_form
from generator.editor.wording import Wording


@pytest.mark.parametrize(
    ("code", "hint", "said"),
    [
        (codes.UNKNOWN_REFERENCE, "did you mean `embed`? (content/practices/embed.yml)", "did you mean `embed`?"),
        (
            codes.UNKNOWN_REFERENCE,
            "write the id of an entry: the name of its file without `.yml`",
            "search for a word of its title, and choose it from the list",
        ),
        (codes.UNKNOWN_REFERENCE, "it is now called `other`", "it is now called `other`"),
        (codes.WRONG_VALUE, "see it (content/terms.yml)", "see it (content/terms.yml)"),
        (codes.WRONG_VALUE, None, ""),
    ],
)
def test_a_hint_names_no_file_to_those_who_choose_by_title(code: Code, hint: str | None, said: str) -> None:
    assert hint_in_form(Diagnostic(code, "x", Span("content/a.yml"), hint)) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("write a value", "fill it in"),
        ("write a value, or remove the field", "fill it in, or remove it"),
        ("add under `links` the id of a practice", "add under `links` a practice"),
        ("another block has the id `id of a`", "another block has the short name `id of a`"),
        ("give it another id; ids differ", "give it another short name; short names differ"),
        ("the idea of an idle guide", "the idea of an idle guide"),
    ],
)
def test_words_of_files_are_said_plainly(text: str, said: str) -> None:
    assert plainly_said(text) == said


def test_hints_for_forms_are_those_of_codes_that_there_are() -> None:
    known = {code.name for code in vars(codes).values() if isinstance(code, Code)} | {rule.code.name for rule in RULES}
    assert HINTS.keys() <= known
    assert hint_in_form(Diagnostic(codes.COPIED_FILE, "x", Span("content/a.yml"), "delete it")) == HINTS["copied-file"]


def test_what_no_field_of_the_entry_causes_is_said_of_the_entry() -> None:
    links = {"name": "links", "label": "Links to other entries", "shape": {"sort": "list"}}
    wording = Wording({"fields": [links]}, Mock(spec=Graph, entries={}))
    hint = "link to it where somebody would need it: `to: be-here` under `links:`"
    found = as_data(
        Diagnostic(orphan_entry.CODE, "no other page links to `be-here`", Span("a.yml"), hint), (), wording, "be-here"
    )
    assert found["route"] == []
