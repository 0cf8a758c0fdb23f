from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.checks import explain, unknown_own_field
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Code, Topic
from generator.reading.text import MAX_BYTES
from generator.reporting.explain import as_text, explanation
from tests.checks.small_playbook import clean_files
from tests.code_contract import WITHOUT_EXAMPLE, found_in, said_of

PRACTICE = "content/practices/slow-down.yml"

BY_BYTES: Mapping[Code, bytes] = {
    codes.FILE_TOO_LARGE: b"#" * 1_200_000,
    codes.NOT_UTF8: "title: Café".encode("latin-1"),
    codes.FORBIDDEN_CHARACTER: b"title: A bell \x07",
    codes.BYTE_ORDER_MARK: b"\xef\xbb\xbf" + clean_files()[PRACTICE].encode(),
    codes.YAML_TOO_DEEP: b"do: " + b"[" * 60,
    codes.YAML_TOO_LARGE: b"do: [" + b"a," * 50_001 + b"]",
}
"""What no text in an example could show."""


def test_what_has_no_example_is_provoked_here_or_where_it_arises() -> None:
    others = {codes.UNREADABLE_FILE, codes.UNRECORDED_ADDRESS, codes.MISSING_WORD}
    others |= {codes.UNUSED_TEMPLATE, codes.BROKEN_TEMPLATE, codes.UNKNOWN_HISTORY, codes.REVIEWED_LATER}
    on_paper = {code for code in codes.CODES if code.topic is Topic.PAPER}
    assert {*BY_BYTES, *others, *on_paper} == WITHOUT_EXAMPLE


@pytest.mark.parametrize("code", BY_BYTES, ids=str)
def test_bytes_provoke_what_no_text_can_show(code: Code, tmp_path: Path) -> None:
    explanation = explain(code)
    found = found_in(tmp_path, {PRACTICE: BY_BYTES[code]})
    assert said_of(explanation, found) == [explanation.message]
    assert f"{MAX_BYTES:,}" in explain(codes.FILE_TOO_LARGE).message


def test_a_link_out_of_the_content_cannot_be_read(tmp_path: Path) -> None:
    away = tmp_path / "content/practices/away.yml"
    away.parent.mkdir(parents=True)
    away.symlink_to(Path(__file__))
    explanation = explain(codes.UNREADABLE_FILE)
    assert said_of(explanation, found_in(tmp_path, {})) == [explanation.message]


def test_the_small_playbook_is_clean_on_disk(tmp_path: Path) -> None:
    assert found_in(tmp_path, {}) == ()


def test_an_explanation_reads_well_in_a_terminal() -> None:
    assert (
        as_text(explain(unknown_own_field.CODE))
        == """\
error[unknown-own-field]
========================

`own` names something that is no field of this kind of entry.

The page marks the sections whose fields are listed under `own`. A wrong name marks
nothing, so the page attributes our words to the source.

Example

  content/practices/slow-down.yml
    own: [step]

  says: `own` names `step`, but a practice has no such field

Repair
  Write the name of the field as in the entry.

  content/practices/slow-down.yml
    own: [steps]"""
    )


@pytest.mark.parametrize("text", ["what: [", "- a list", "what: No more than this."])
def test_an_explanation_that_does_not_fit_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"cannot be read|validation errors"):
        explanation(codes.BAD_ID, text)
