"""Whether a file is still the same, without reading it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.system import file_state
from generator.system.file_state import state_of


def test_another_text_is_another_state_whatever_time_it_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_state, "SETTLED", 0)
    file = tmp_path / "a.css"
    file.write_text("old", "utf-8")
    was = file.stat()
    before = state_of(file)
    assert before is not None
    assert state_of(file) == before

    file.write_text("new", "utf-8")
    os.utime(file, ns=(was.st_atime_ns, was.st_mtime_ns))
    assert state_of(file) != before


def test_a_file_that_has_just_changed_or_is_gone_has_none(tmp_path: Path) -> None:
    file = tmp_path / "a.css"
    file.write_text("new", "utf-8")
    assert state_of(file) is None
    assert state_of(tmp_path / "none") is None
