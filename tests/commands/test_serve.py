"""What the preview says about the content: what stops the build is not hidden among warnings."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.commands.serve import build_into
from tests.checks.small_playbook import CONFIG, clean_files
from tests.conftest import Playbook

PACE = "title: Pace\nsummary: How fast one goes.\norigin: own\n"
MEANING = "meaning: A term.\n"
WARNED = "content/notes.txt:1:1: warning[unexpected-file]: `notes.txt` is not an entry and is ignored\n"


@pytest.fixture
def root(playbook: Playbook, no_editorial_rules: None) -> Path:
    """The small playbook with a file that is no entry."""
    return playbook({"site_config.yml": CONFIG, **clean_files(), "content/notes.txt": "x"})


def test_beside_errors_warnings_are_only_counted(root: Path, tmp_path: Path) -> None:
    (root / "content/terms/pace.yml").write_text(PACE, encoding="utf-8")

    result = build_into(root / "site_config.yml", tmp_path / "new")

    assert not result.succeeded
    assert result.report.startswith("content/terms/pace.yml:1:1: error[missing-field]: ")
    assert result.report.endswith("\n\nand 1 warning, which `playbook check` shows\n")
    assert "warning[" not in result.report


def test_an_address_that_is_lost_is_not_hidden_either(root: Path, tmp_path: Path) -> None:
    (root / "addresses.txt").write_text("terms/gone/\n", encoding="utf-8")

    result = build_into(root / "site_config.yml", tmp_path / "new")

    assert not result.succeeded
    assert result.report.startswith("addresses.txt:1:1: error[lost-address]: ")
    assert result.report.endswith("\n\nand 2 warnings, which `playbook check` shows\n")


def test_without_errors_warnings_are_shown(root: Path, tmp_path: Path) -> None:
    (root / "content/terms/pace.yml").write_text(PACE + MEANING, encoding="utf-8")
    (tmp_path / "new").mkdir()

    result = build_into(root / "site_config.yml", tmp_path / "new")

    assert result.succeeded
    assert result.report.startswith(WARNED)
