"""The temporary folder ends with its process, and the next one deletes what a kill has left."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.system import scratch


@pytest.fixture(autouse=True)
def own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    monkeypatch.setattr(scratch, "_own", [])
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    yield
    scratch.remove()


def test_it_is_one_folder_until_it_is_deleted(tmp_path: Path) -> None:
    folder = scratch.folder()
    assert (scratch.folder(), folder.parent) == (folder, tmp_path)
    with scratch.used_for_temporary_files():
        assert Path(tempfile.mkdtemp()).parent == folder
    assert tempfile.tempdir == str(tmp_path)
    scratch.remove()
    assert not folder.exists()


def test_those_of_dead_processes_are_deleted_and_those_of_others_are_not(tmp_path: Path) -> None:
    living = scratch.folder()
    dead, foreign = tmp_path / f"{scratch.PREFIX}dead", tmp_path / "foreign"
    for folder in (dead, foreign):
        folder.mkdir()
        (folder / "x").write_text("x", "utf-8")
    other, _own = scratch._made()
    assert sorted(tmp_path.iterdir()) == sorted((living, foreign, other))


def test_a_child_uses_that_of_its_parent(tmp_path: Path) -> None:
    scratch.belongs_to(tmp_path / "parent")
    assert scratch.folder() == tmp_path / "parent"
