"""A misspelt name carries its correction as data, wherever it is found."""

from __future__ import annotations

import pytest

from generator.content.connecting import connect
from generator.content.entries import structure
from generator.content.misfits.correction import corrected
from generator.diagnostics.diagnostic import Fix, Replacement
from generator.diagnostics.place import Span
from generator.kinds import BUILT_IN
from generator.reading.document import Document, parse
from tests.checks.small_playbook import clean_files

PRACTICE = "content/practices/slow-down.yml"


def document(text: str) -> Document:
    found, problems = parse(text, "f.yml")
    assert found is not None, problems
    return found


@pytest.mark.parametrize(
    ("text", "key", "replacement"),
    [
        ("sumary: x\n", "sumary", Replacement(Span("f.yml", 1, 1, 6), "summary")),
        ("a: 1\n'sumary': x\n", "sumary", Replacement(Span("f.yml", 2, 1, 8), "'summary'")),
        ("{a: 1, Summery: x}\n", "Summery", Replacement(Span("f.yml", 1, 8, 7), "summary")),
    ],
)
def test_a_name_that_is_like_one_other_is_replaced(text: str, key: str, replacement: Replacement) -> None:
    fix = corrected(document(text), (key,), ("title", "summary"))
    assert fix == Fix(f"corrected `{key}` to `summary`", (replacement,))


@pytest.mark.parametrize(
    ("key", "names"),
    [
        ("mote", ("note", "more")),  # may be either
        ("zzz", ("title", "summary")),  # like nothing
        ("summons", ("summary",)),  # not like enough
        ("sumary", ()),
    ],
)
def test_what_is_not_certain_is_not_corrected(key: str, names: tuple[str, ...]) -> None:
    assert corrected(document(f"{key}: x\n"), (key,), names) is None


def test_a_name_that_is_written_with_escapes_is_not_corrected() -> None:
    assert corrected(document('"su\\x6dary": x\n'), ("sumary",), ("summary",)) is None


def test_an_unknown_field_carries_its_fix() -> None:
    text = clean_files()[PRACTICE].replace("summary:", "sumary:")
    _, problems = structure(document(text), BUILT_IN.by_plural["practices"], "slow-down")
    assert [problem.fix.label for problem in problems if problem.fix] == ["corrected `sumary` to `summary`"]


def test_an_unknown_relation_carries_its_fix() -> None:
    text = clean_files()[PRACTICE].replace("\n  goes_with:", "\n  gos_with:")
    located, problems = structure(document(text), BUILT_IN.by_plural["practices"], "slow-down")
    assert not problems
    _, problems = connect(located, BUILT_IN)
    (fix,) = [problem.fix for problem in problems if problem.fix]
    assert fix.label == "corrected `gos_with` to `goes_with`"
    assert [edit.text for edit in fix.edits] == ["goes_with"]
