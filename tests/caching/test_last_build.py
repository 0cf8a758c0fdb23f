"""A build that would do what the last one did is recognized, and every difference is seen."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.caching import last_build
from generator.caching.kept import Kept
from generator.caching.last_build import LastBuild, fingerprint
from tests.conftest import ROOT

SAID = ("1 page", "a warning")


@pytest.fixture
def read(tmp_path: Path) -> list[Path]:
    """What a build has read: a folder, a file, and a file that does not exist."""
    (tmp_path / "content" / "terms").mkdir(parents=True)
    (tmp_path / "content" / "terms" / "slow.yml").write_text("title: Slow")
    (tmp_path / "site_config.yml").write_text("name: A playbook")
    return [tmp_path / "content", tmp_path / "site_config.yml", tmp_path / "changes.yml"]


@pytest.fixture
def last(tmp_path: Path, read: list[Path]) -> LastBuild:
    """The last build, which wrote one file."""
    (tmp_path / "site" / "terms").mkdir(parents=True)
    (tmp_path / "site" / "terms" / "index.html").write_bytes(b"Slow")
    last = LastBuild(Kept(tmp_path / "cache"), "options")
    last.remember(read, fingerprint(read), {"": {"terms/index.html": hashlib.sha256(b"Slow").hexdigest()}}, SAID)
    return last


def test_what_it_said_is_known_while_nothing_has_changed(last: LastBuild, tmp_path: Path) -> None:
    assert last.said(tmp_path / "site") == SAID
    os.utime(tmp_path / "site_config.yml", (1, 1))
    assert last.said(tmp_path / "site") == SAID


@pytest.mark.parametrize(
    "change",
    [
        lambda root: (root / "content/terms/slow.yml").write_text("title: Slaw"),
        lambda root: (root / "content/terms/fast.yml").write_text(""),
        lambda root: (root / "content/terms/slow.yml").unlink(),
        lambda root: (root / "content/terms/slow.yml").rename(root / "content/terms/slaw.yml"),
        lambda root: (root / "content/tells").mkdir(),
        lambda root: (root / "content/terms/link.yml").symlink_to("slow.yml"),
        lambda root: (root / "site_config.yml").unlink(),
        lambda root: (root / "changes.yml").write_text(""),
        lambda root: (root / "site/terms/index.html").write_bytes(b"Slaw"),
        lambda root: (root / "site/terms/index.html").unlink(),
        lambda root: (root / "site/more.html").write_bytes(b""),
        lambda root: (root / "site/terms/index.html").rename(root / "site/index.html"),
        lambda root: next((root / "cache").glob("*.kept")).write_bytes(b"damaged"),
    ],
)
def test_any_change_is_seen(change: Callable[[Path], object], last: LastBuild, tmp_path: Path) -> None:
    change(tmp_path)
    assert last.said(tmp_path / "site") is None


def test_a_published_file_that_became_a_link_is_seen(last: LastBuild, tmp_path: Path) -> None:
    page = tmp_path / "site" / "terms" / "index.html"
    page.rename(tmp_path / "elsewhere.html")
    page.symlink_to(tmp_path / "elsewhere.html")
    assert last.said(tmp_path / "site") is None


def test_other_options_and_another_program_are_seen(
    last: LastBuild, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert LastBuild(last.kept, "others").said(tmp_path / "site") is None
    monkeypatch.setattr(last_build, "program", lambda: "another")
    assert last.said(tmp_path / "site") is None


def test_a_change_after_the_first_look_is_not_taken_as_built(last: LastBuild, read: list[Path], tmp_path: Path) -> None:
    (tmp_path / "site_config.yml").write_text("name: Another")
    assert last.said(tmp_path / "site") is None
    before = last.before(read)
    assert before == fingerprint(read)
    (tmp_path / "site_config.yml").write_text("name: A third")
    assert last.before(read) == before
    last.remember(read, before, {}, SAID)
    assert LastBuild(last.kept, last.options).said(tmp_path / "site") is None


def test_a_change_during_the_build_is_not_taken_for_built(last: LastBuild, read: list[Path], tmp_path: Path) -> None:
    before = fingerprint(read)
    (tmp_path / "site_config.yml").write_text("name: Another")
    last.remember(read, before, {}, SAID)
    assert last.said(tmp_path / "site") is None


def test_folders_that_contain_themselves_end(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "again").symlink_to(tmp_path / "content")
    assert fingerprint([tmp_path / "content"]) == fingerprint([tmp_path / "content"])


def test_the_answer_needs_none_of_the_libraries_of_a_build() -> None:
    code = "import sys, generator.commands.build; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert {"pydantic", "yaml", "jinja2", "markdown", "mkdocs"} & set(done.stdout.split()) == set()
