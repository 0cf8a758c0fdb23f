"""A change of any file, of any installed version and of Python changes the hash; a change of time does not."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from generator.caching.program import GENERATOR, hashed, program


@pytest.fixture
def package(tmp_path: Path) -> Path:
    folder = tmp_path / "package"
    for name in ("pipeline.py", "checks/rule.py", "reporting/explanations.yml", "site/language/en.yml"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name)
    return folder


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    folder = tmp_path / "site-packages"
    (folder / "pyyaml-6.0.3.dist-info").mkdir(parents=True)
    return folder


def test_every_file_counts_and_no_time(package: Path, installed: Path) -> None:
    before = hashed(package, (str(installed),))
    for path in sorted(package.rglob("*.*")):
        text = path.read_text()
        path.write_text(text + " ")
        assert hashed(package, (str(installed),)) != before, path
        path.write_text(text)
        os.utime(path, (0, 0))
        assert hashed(package, (str(installed),)) == before, path
        path.rename(path.with_name("renamed"))
        assert hashed(package, (str(installed),)) != before, path
        path.with_name("renamed").rename(path)


def test_versions_count(package: Path, installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = hashed(package, (str(installed),))
    (installed / "pyyaml-6.0.3.dist-info").rename(installed / "pyyaml-6.0.4.dist-info")
    after = hashed(package, (str(installed),))
    assert after != before
    monkeypatch.setattr(sys, "version", "another Python")
    assert hashed(package, (str(installed),)) != after


def test_what_python_writes_and_what_a_new_playbook_starts_with_do_not_count(package: Path) -> None:
    before = hashed(package, ())
    for folder in ("starter", "checks/__pycache__"):
        (package / folder).mkdir()
        (package / folder / "file").write_text("x")
    assert hashed(package, ()) == before


def test_it_is_the_hash_of_this_package() -> None:
    assert program() == hashed(GENERATOR, tuple(sys.path))
    assert (GENERATOR / "pipeline.py").is_file()
