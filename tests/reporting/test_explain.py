from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator import pipeline
from generator.config.project import read_config
from generator.diagnostics.diagnostic import Code, Diagnostic, stops_the_build
from generator.reading.text import MAX_BYTES
from generator.reporting.explain import Explanation, as_text, explain, explanations
from tests.checks.small_playbook import CONFIG, clean_files, completed

ROOT = Path(__file__).parents[2]
PRACTICE = "content/practices/slow-down.yml"

BY_BYTES: Mapping[Code, bytes] = {
    Code.FILE_TOO_LARGE: b"#" * 1_200_000,
    Code.NOT_UTF8: "title: Café".encode("latin-1"),
    Code.FORBIDDEN_CHARACTER: b"title: A bell \x07",
    Code.BYTE_ORDER_MARK: b"\xef\xbb\xbf" + clean_files()[PRACTICE].encode(),
    Code.YAML_TOO_DEEP: b"do: " + b"[" * 60,
    Code.YAML_TOO_LARGE: b"do: [" + b"a," * 50_001 + b"]",
}
"""What no text in an example could show."""


def found_in(root: Path, files: Mapping[str, str | bytes]) -> tuple[Diagnostic, ...]:
    """Everything that is said about the small playbook with these files added to it or in place of its own."""
    for name, text in {"site_config.yml": CONFIG, **clean_files(), **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    (root / "themes").symlink_to(ROOT / "themes")
    project, problems = read_config(root / "site_config.yml")
    if project is None:
        return problems
    reading = pipeline.read(project)
    if stops_the_build(reading.diagnostics, strict=False) or not reading.promises:
        return reading.diagnostics
    return reading.diagnostics + pipeline.promised(reading, pipeline.build(project, reading))


def said_of(explanation: Explanation, found: tuple[Diagnostic, ...]) -> list[tuple[str, str]]:
    return [(d.severity.value, d.message) for d in found if d.code is explanation.code]


def test_every_code_has_an_explanation_and_every_explanation_a_code() -> None:
    assert list(explanations()) == list(Code)


def test_every_explanation_is_tried() -> None:
    untried = {code for code, explanation in explanations().items() if not explanation.example}
    assert untried == {*BY_BYTES, Code.UNREADABLE_FILE, Code.UNRECORDED_ADDRESS}


@pytest.mark.parametrize("code", [c for c in explanations() if explain(c).example], ids=str)
def test_an_example_provokes_what_it_is_an_example_of(code: Code, tmp_path: Path) -> None:
    explanation = explain(code)
    files = {path: completed(path, text) for path, text in explanation.example.items()}
    assert (explanation.severity.value, explanation.message) in said_of(explanation, found_in(tmp_path, files))


@pytest.mark.parametrize("code", [c for c in explanations() if explain(c).example], ids=str)
def test_the_repaired_example_is_clean(code: Code, tmp_path: Path) -> None:
    explanation = explain(code)
    assert explanation.repaired
    files = {path: completed(path, text) for path, text in explanation.repaired.items()}
    assert said_of(explanation, found_in(tmp_path, files)) == []


@pytest.mark.parametrize("code", BY_BYTES, ids=str)
def test_bytes_provoke_what_no_text_can_show(code: Code, tmp_path: Path) -> None:
    explanation = explain(code)
    found = found_in(tmp_path, {PRACTICE: BY_BYTES[code]})
    assert said_of(explanation, found) == [(explanation.severity.value, explanation.message)]
    assert f"{MAX_BYTES:,}" in explain(Code.FILE_TOO_LARGE).message


def test_a_link_out_of_the_content_cannot_be_read(tmp_path: Path) -> None:
    away = tmp_path / "content/practices/away.yml"
    away.parent.mkdir(parents=True)
    away.symlink_to(Path(__file__))
    explanation = explain(Code.UNREADABLE_FILE)
    assert said_of(explanation, found_in(tmp_path, {})) == [(explanation.severity.value, explanation.message)]


def test_the_small_playbook_is_clean_on_disk(tmp_path: Path) -> None:
    assert found_in(tmp_path, {}) == ()


def test_an_explanation_reads_well_in_a_terminal() -> None:
    assert (
        as_text(explain(Code.UNKNOWN_OWN_FIELD))
        == """\
error[unknown-own-field]
========================

`own` names something that is no field of this kind of entry.

The page marks the sections whose fields are listed under `own`. A wrong name marks
nothing, and passes our words off as the source's.

Example

  content/practices/slow-down.yml
    own: [step]

  says: `own` names `step`, but a practice has no such field

Repair
  Write the name of the field as it stands in the entry.

  content/practices/slow-down.yml
    own: [steps]"""
    )
