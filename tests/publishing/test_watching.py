"""Every change of a file is seen, and none that only concerns editors and caches."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.publishing.watching import snapshot


def replace_file(folder: Path) -> None:
    (folder / "new").write_text("one")
    os.utime(folder / "new", ns=(1, 1))
    (folder / "new").rename(folder / "a.yml")


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "a.yml").write_text("longer"),
        lambda folder: (folder / "a.yml").unlink(),
        lambda folder: (folder / "deep" / "b.yml").write_text(""),
        lambda folder: (folder / "a.yml").rename(folder / "c.yml"),
        replace_file,
    ],
)
def test_a_change_of_any_kind_is_seen(tmp_path: Path, change: Callable[[Path], object]) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "a.yml").write_text("one")
    os.utime(tmp_path / "a.yml", ns=(1, 1))
    before = snapshot([tmp_path])
    assert snapshot([tmp_path]) == before
    change(tmp_path)
    assert snapshot([tmp_path]) != before


def test_files_of_editors_and_caches_are_not_seen(tmp_path: Path) -> None:
    before = snapshot([tmp_path])
    for name in (".a.yml.swp", "a.yml~", "__pycache__/a.pyc", ".git/index"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("")
    assert snapshot([tmp_path]) == before == {}


def test_a_single_file_can_be_watched_even_before_it_exists(tmp_path: Path) -> None:
    file = tmp_path / "site_config.yml"
    before = snapshot([file])
    file.write_text("")
    (tmp_path / "other.yml").write_text("")
    assert set(snapshot([file])) - set(before) == {str(file)}
