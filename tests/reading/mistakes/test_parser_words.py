"""Each explanation of what is not YAML can be provoked. The whole messages are in `golden/diagnostics/yaml-syntax`."""

from __future__ import annotations

from generator.diagnostics import codes
from generator.diagnostics.place import Span
from generator.reading.document import parse
from generator.reading.mistakes.parser_words import HELP
from tests.conftest import GOLDEN


def _provoked() -> set[tuple[str, str | None]]:
    found = set()
    for path in sorted((GOLDEN / "diagnostics" / "yaml-syntax" / "content").rglob("*.yml")):
        _, problems = parse(path.read_text(encoding="utf-8"), path.name)
        found |= {(p.message, p.hint) for p in problems if p.code is codes.YAML_SYNTAX}
    return found


def test_no_explanation_is_dead_and_none_is_missing_a_golden() -> None:
    assert {(known.message, known.hint) for known in HELP} - _provoked() == set()


def test_what_has_no_explanation_is_said_in_the_parsers_words() -> None:
    _, (problem,) = parse("%YAML 9.9\n---\na: b\n", "f.yml")

    assert problem.message == "this is not YAML: found incompatible YAML document"


def test_an_open_quotation_is_shown_where_it_opens_and_not_where_the_file_ends() -> None:
    _, (problem,) = parse('a: b\nc: "d\ne: f\ng: h\n', "f.yml")

    assert problem.span == Span("f.yml", 2, 4, 2)


def test_what_was_found_before_the_fault_is_reported_with_it() -> None:
    _, problems = parse("a: &x b\na: c\nd: [e\n", "f.yml")

    assert [p.code for p in problems] == [codes.YAML_ANCHOR, codes.DUPLICATE_KEY, codes.YAML_SYNTAX]
