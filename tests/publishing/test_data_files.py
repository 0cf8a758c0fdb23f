"""Data that scripts load has names that say what it contains, and a file says which names these are."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from generator.publishing.data_files import name_by_content
from generator.publishing.site_folder import write
from generator.site.page import Artifact
from tests.hashed_names import data_file


def test_data_gets_its_hash_into_its_name_and_pages_stay(tmp_path: Path) -> None:
    files = [Artifact("index.html", b"page"), Artifact("assets/data/terms.json", b"{}"), Artifact("data.json", b"old")]

    now = name_by_content(tmp_path, write(files, tmp_path))

    name = f"assets/data/terms.{hashlib.sha256(b'{}').hexdigest()[:10]}.json"
    assert json.loads((tmp_path / "data.json").read_text("utf-8")) == {"terms.json": name.removeprefix("assets/data/")}
    assert data_file(tmp_path, "assets/data/terms.json") == tmp_path / name
    found = {path.relative_to(tmp_path).as_posix(): path for path in tmp_path.rglob("*") if path.is_file()}
    assert {path: hashlib.sha256(file.read_bytes()).hexdigest() for path, file in found.items()} == now
    assert set(now) == {"index.html", "data.json", name}
