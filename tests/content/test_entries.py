"""Documents become entries; what does not fit is reported, and the rest is kept."""

from __future__ import annotations

import pytest

from generator.content.connecting import connect
from generator.content.entries import structure
from generator.content.ids import id_problems
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.place import Span
from generator.kinds import BUILT_IN
from generator.reading.document import Document, parse

TERM = BUILT_IN.by_name["term"]


def _document(text: str) -> Document:
    document, problems = parse(text, "content/terms.yml")
    assert document is not None
    assert problems == ()
    return document


def test_a_file_of_one_entry_has_its_name_and_a_file_of_many_has_theirs() -> None:
    one = _document("title: Slow\nsummary: S.\nmeaning: M.\n")
    many = _document(
        "slow:\n  title: Slow\n  summary: S.\n  meaning: M.\nfast:\n  title: Fast\n  summary: S.\n  meaning: M.\n"
    )

    assert [(e.id, e.url, e.place) for e in structure(one, TERM, "slow")[0]] == [
        ("slow", "terms/slow/", Span("content/terms.yml"))
    ]
    assert [(e.id, e.url, e.place) for e in structure(many, TERM, None)[0]] == [
        ("slow", "terms/slow/", Span("content/terms.yml", 1, 1, 4)),
        ("fast", "terms/fast/", Span("content/terms.yml", 5, 1, 4)),
    ]


def test_an_entry_knows_the_places_of_its_fields_wherever_it_stands() -> None:
    text = "slow:\n  title: Slow\n  summary: S.\n  meaning: See [[fast]].\n"
    (entry,), _ = structure(_document(text), TERM, None)

    assert entry.span(("title",)) == Span("content/terms.yml", 2, 10, 4)
    assert entry.key_span(("title",)) == Span("content/terms.yml", 2, 3, 5)
    assert entry.span_in(("meaning",), "fast") == Span("content/terms.yml", 4, 18, 4)


def test_an_entry_with_a_fault_does_not_keep_the_others_from_being_read() -> None:
    document = _document("bad:\n  title: Bad\ngood:\n  title: Good\n  summary: S.\n  meaning: M.\n")

    entries, problems = structure(document, TERM, None)

    assert [e.id for e in entries] == ["good"]
    assert [(p.code, p.span.line) for p in problems] == [(codes.MISSING_FIELD, 1), (codes.MISSING_FIELD, 1)]


def test_every_fault_of_an_entry_is_reported_in_one_run() -> None:
    text = "title:\nsumary: S.\nmeaning: [M.]\norigin: mine\nminutes: ten\nlinks:\n  next: slow\n"

    entries, problems = structure(_document(text), TERM, "slow")

    assert entries == ()
    assert sorted((p.span.line, p.code.name) for p in problems) == [
        (1, "empty-value"),
        (2, "unknown-field"),
        (3, "wrong-type"),
        (4, "wrong-choice"),
        (5, "wrong-type"),
        (7, "wrong-type"),
    ]


def test_an_id_in_capitals_is_reported_and_still_found_in_small_letters() -> None:
    entries, problems = structure(_document("title: Slow\nsummary: S.\nmeaning: M.\n"), TERM, "Slow")

    assert [e.id for e in entries] == ["slow"]
    assert [p.code for p in problems] == [codes.BAD_ID]


@pytest.mark.parametrize("entry_id", ["slow", "slow-down", "a1", "1", "0-9", "a" * 64, "console", "com10", "nul-ls"])
def test_an_id_that_may_stand(entry_id: str) -> None:
    assert id_problems(entry_id, Span("f")) == ()


NO_WORDS = "use lower-case letters from a to z, digits and hyphens, in a word or two that say what it is about"


@pytest.mark.parametrize(
    ("entry_id", "message", "hint"),
    [
        ("Slow", "`Slow` is not a valid id", "use lower-case letters, digits and hyphens: `slow`"),
        ("a--b", "`a--b` is not a valid id", "use lower-case letters, digits and hyphens: `a-b`"),
        ("-a", "`-a` is not a valid id", "use lower-case letters, digits and hyphens: `a`"),
        ("a\n", "`a\n` is not a valid id", "use lower-case letters, digits and hyphens: `a`"),
        ("../a", "`../a` is not a valid id", "use lower-case letters, digits and hyphens: `a`"),
        ("é", "`é` is not a valid id", "use lower-case letters, digits and hyphens: `e`"),
        ("", "`` is not a valid id", NO_WORDS),
        ("адрес", "`адрес` is not a valid id", NO_WORDS),
        ("Straße", "`Straße` is not a valid id", "use lower-case letters, digits and hyphens: `strasse`"),
        ("a" * 65, "the id has 65 characters; at most 64 are allowed", "shorten it"),
        ("nul", "`nul` is a reserved name on Windows", "add a word, such as `nul-entry`"),
        ("com9", "`com9` is a reserved name on Windows", "add a word, such as `com9-entry`"),
    ],
)
def test_an_id_that_may_not(entry_id: str, message: str, hint: str) -> None:
    assert id_problems(entry_id, Span("f")) == (Diagnostic(codes.BAD_ID, message, Span("f"), hint),)


@pytest.mark.parametrize(
    ("meaning", "place"),
    [
        ("See [[nowhere|over\n    there]].", (4, 18)),
        (">-\n    One.\n    Two, then\n    [[nowhere|over\n    there]].", (7, 7)),
        ("'It''s\n    [[ nowhere | here ]].'", (5, 8)),
        ('"A \\"b\\" and\\\n    [[nowhere|x]]"', (5, 7)),
        ("A nowhere, and\n    [[nowhere]].", (5, 7)),
        ("Also [[slow]] and\n    [Ours, [[nowhere]].]{own}", (5, 14)),
    ],
)
def test_a_mention_is_found_where_it_is_written(meaning: str, place: tuple[int, int]) -> None:
    text = f"slow:\n  title: Slow\n  summary: S.\n  meaning: {meaning}\n"
    entries, _ = structure(_document(text), TERM, None)
    _, (problem,) = connect(entries, BUILT_IN)
    assert (problem.span.line, problem.span.column) == place
