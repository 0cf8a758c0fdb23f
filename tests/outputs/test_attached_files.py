from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.caching.kept import Kept
from generator.media.folder import attached_files
from generator.outputs.attached_files import published
from tests.media.made import drawing, opened


def test_a_picture_is_published_in_sizes_and_at_all_of_its_addresses(tmp_path: Path) -> None:
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "plan.png").write_bytes(drawing(600, 400))
    (plan,), _ = attached_files(tmp_path, "content", Kept(tmp_path / "cache"))

    made = {file.path: file.content for file in published(replace(plan, former=("files/old.png",)))}

    assert list(made)[:2] == ["files/plan.png", "files/old.png"]
    assert made["files/plan.png"] == made["files/old.png"]
    assert [opened(content).size for content in made.values()] == [(600, 400), (600, 400), (400, 267), (600, 400)]


def test_any_other_file_is_published_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "hours.csv").write_bytes(b"a,b\r\n")
    (hours,), _ = attached_files(tmp_path, "content", Kept(tmp_path / "cache"))
    assert [(file.path, file.content) for file in published(hours)] == [("files/hours.csv", b"a,b\r\n")]
