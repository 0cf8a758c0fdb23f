"""Names in braces: what stands for them, what is left as it is, and where each character is written."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content.defined import DEEPEST, Defined, resolved
from generator.content.names import Definitions, NameMistake, Origin, TextForm
from generator.diagnostics.place import Span
from generator.model.values import LONGEST
from tests.conftest import some_of

PLAIN, LINE, BLOCKS = TextForm.PLAIN, TextForm.LINE, TextForm.BLOCKS


def defined(variables: dict[str, str], snippets: dict[str, str]) -> list[Defined]:
    given = [(name, text, False) for name, text in variables.items()]
    given += [(name, text, True) for name, text in snippets.items()]
    return [Defined(n, t, Origin(f"{n}.md", t, (0, len(t)), is_yaml=False), is_snippet) for n, t, is_snippet in given]


def definitions(variables: dict[str, str], snippets: dict[str, str] | None = None) -> Definitions:
    found, misused = resolved(defined(variables, snippets or {}))
    assert misused == ()
    return found


NAMES = definitions(
    {"company": "Example Ltd", "town": "Bath", "seat": "{company} of {town}"},
    {"note": "Not *advice* by {company}.", "long": "One of {town}.\n\n- two\n- three"},
)


@pytest.mark.parametrize(
    ("form", "raw", "text"),
    [
        (PLAIN, "At {company}.", "At Example Ltd."),
        (PLAIN, "{company}{town}", "Example LtdBath"),
        (PLAIN, "{seat}", "Example Ltd of Bath"),
        (PLAIN, r"Show \{company} and \{anything}.", "Show {company} and {anything}."),
        (PLAIN, "Code `{company}`", "Code `Example Ltd`"),
        (
            PLAIN,
            "{{else}} {own} {file} ]{company} {two words} {} {1}",
            "{{else}} {own} {file} ]{company} {two words} {} {1}",
        ),
        (LINE, r"Show \{company}.", r"Show \{company}."),
        (LINE, r"\\{company}", r"\\Example Ltd"),
        (LINE, "`{company}` and ``{nothing}``, {company}", "`{company}` and ``{nothing}``, Example Ltd"),
        (LINE, "[[{company}]] [[a|{company}]] [it]({town}.html)", "[[{company}]] [[a|Example Ltd]] [it](Bath.html)"),
        (LINE, "[All of it.]{own} {note}", "[All of it.]{own} Not *advice* by Example Ltd."),
        (BLOCKS, "```\n{nothing} ` {company}\n```\n{town}", "```\n{nothing} ` {company}\n```\nBath"),
        (BLOCKS, "{long}", "One of Bath.\n\n- two\n- three"),
        (BLOCKS, "Before\n{long}\nafter", "Before\n\nOne of Bath.\n\n- two\n- three\n\nafter"),
        (BLOCKS, "Before\n\n{long}  \n\nafter", "Before\n\nOne of Bath.\n\n- two\n- three  \n\nafter"),
        (BLOCKS, "- a\n\n  {long}\n- b", "- a\n\n  One of Bath.\n\n  - two\n  - three\n\n- b"),
    ],
)
def test_what_stands_for_names(form: TextForm, raw: str, text: str) -> None:
    found = NAMES.expansion(raw, form)
    assert (found.text, found.misuses) == (text, ())


@pytest.mark.parametrize(
    ("form", "raw", "mistakes"),
    [
        (PLAIN, "{compny} and {Company}", [(NameMistake.UNKNOWN, 0, 8), (NameMistake.UNKNOWN, 13, 22)]),
        (PLAIN, "{{company}} or { company }", [(NameMistake.OTHER_SIGNS, 0, 11), (NameMistake.OTHER_SIGNS, 15, 26)]),
        (LINE, "{{ Company }} but `{{company}}`", [(NameMistake.OTHER_SIGNS, 0, 13)]),
        (PLAIN, "{note}", [(NameMistake.IN_PLAIN, 0, 6)]),
        (LINE, "{long}", [(NameMistake.SEVERAL_PARAGRAPHS, 0, 6)]),
        (BLOCKS, "See {long}", [(NameMistake.NOT_ALONE, 4, 10)]),
        (BLOCKS, "- {long}", [(NameMistake.NOT_ALONE, 2, 8)]),
        (BLOCKS, "{long} it", [(NameMistake.NOT_ALONE, 0, 6)]),
    ],
)
def test_what_is_wrong_is_left_as_it_is(form: TextForm, raw: str, mistakes: list[tuple[NameMistake, int, int]]) -> None:
    found = NAMES.expansion(raw, form)
    assert found.text == raw
    assert [(misuse.mistake, misuse.start, misuse.end) for misuse in found.misuses] == mistakes


def test_names_that_are_the_entrys_own_are_left_as_they_are() -> None:
    found = NAMES.expansion("{town} is {company}, {won}", LINE, own=frozenset({"town", "won"}))
    assert (found.text, found.misuses) == ("{town} is Example Ltd, {won}", ())


def test_no_text_gets_too_long() -> None:
    large = definitions({"large": "x" * 1000})
    found = large.expansion("{large}" * 9000, PLAIN)
    assert len(found.text) - 7 * (9000 - 64) <= LONGEST
    assert [misuse.mistake for misuse in found.misuses] == [NameMistake.TOO_LARGE]


def test_definitions_that_double_each_other_end_soon() -> None:
    doubling = {f"n{at}": f"{{n{at + 1}}}" * 10 for at in range(7)} | {"n7": "x" * 1000}
    _, misused = resolved(defined(doubling, {}))
    assert {misuse.mistake for _, misuse in misused} == {NameMistake.TOO_LARGE}


@pytest.mark.parametrize(
    ("texts", "circle"),
    [
        ({"a": "{a}"}, ("a", "a")),
        ({"a": "1 {b}", "b": "2 {c}", "c": "3 {a}"}, ("a", "b", "c", "a")),
        ({"a": "{b}", "b": "{c}", "c": "{b}"}, ("b", "c", "b")),
    ],
)
def test_a_circle_is_found_once(texts: dict[str, str], circle: tuple[str, ...]) -> None:
    found, misused = resolved(defined(texts, {}))
    assert [(misuse.mistake, misuse.trail) for _, misuse in misused] == [(NameMistake.CIRCLE, circle)]
    assert found.by_name.keys() == texts.keys()


def test_definitions_contain_each_other_first_of_times_at_most() -> None:
    chain = {f"n{at:02}": f"{{n{at + 1:02}}}" for at in range(DEEPEST)} | {f"n{DEEPEST:02}": "end"}
    _, misused = resolved(defined(chain, {}))
    assert [(one.name, misuse.mistake) for one, misuse in misused] == [(f"n{DEEPEST - 1:02}", NameMistake.TOO_DEEP)]
    chain.pop("n00")
    assert definitions(chain).expansion("{n01}", PLAIN).text == "end"


@pytest.mark.parametrize(
    ("raw", "of", "place"),
    [
        ("At {company} in town", "At", Span("here", 1, 1, 2)),
        ("At {company} in town", "town", Span("here", 1, 17, 4)),
        ("At {company} in town", "Ltd", Span("company.md", 1, 9, 3)),
        ("At {company} in town", "Ltd in", Span("here", 1, 4, 12)),
        ("At {company} in town", "At Example", Span("here", 1, 1, 12)),
        ("{seat} now", "Bath", Span("town.md", 1, 1, 4)),
        ("{seat} now", "of", Span("seat.md", 1, 11, 2)),
        ("{seat} now", "of Bath", Span("seat.md", 1, 11, 9)),
        ("{seat} now", "now", Span("here", 1, 8, 3)),
        ("- a\n\n  {long}\n- b", "three", Span("long.md", 4, 3, 5)),
        ("- a\n\n  {long}\n- b", "b", Span("here", 4, 3, 1)),
        (r"\{x} and \{y} z", "z", Span("here", 1, 15, 1)),
    ],
)
def test_where_a_part_is_written(raw: str, of: str, place: Span) -> None:
    form = PLAIN if raw.startswith("\\") else BLOCKS
    found = NAMES.expansion(raw, form)
    start = found.text.rindex(of)
    origin = Origin("here", raw, (0, len(raw)), is_yaml=False)
    assert found.place(start, start + len(of), origin) == place


PIECES = st.lists(st.sampled_from(["{company}", "{town}", "{seat}", "{x}", "a", "bc ", " d", "\n", "\\", "`", "é"]))


@given(PIECES.map("".join), st.sampled_from(TextForm))
@settings(max_examples=some_of(150), deadline=None)
def test_each_character_is_found_where_it_is_written(raw: str, form: TextForm) -> None:
    found = NAMES.expansion(raw, form)
    for at, character in enumerate(found.text):
        if found.elsewhere(at, at + 1) is None:
            start, end = found.in_raw(at, at + 1)
            assert raw[start:end] == character or raw[start:end].startswith("\\{")
