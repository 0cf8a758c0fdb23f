"""What `tools/env.sh` says before it replaces an environment."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from tests.conftest import ROOT

PYTHON = """#!/bin/sh
# A Python that is new enough and cannot make an environment, so that nothing is installed.
case "$*" in
  *"-m venv"*) exit 1 ;;
  *print*) echo 3.11 ;;
esac
"""


def _said(folder: Path) -> str:
    """What it says in a folder in which the environment is to be made. With this Python it cannot be."""
    python = folder / "python"
    python.write_text(PYTHON)
    python.chmod(0o755)
    (folder / "constraints.txt").write_text("")
    run = subprocess.run(
        ["sh", str(ROOT / "tools" / "env.sh"), "site"],
        cwd=folder,
        env={**os.environ, "PYTHON": str(python)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1
    assert run.stderr.endswith("The virtual environment could not be created.\n")
    return run.stderr


def test_an_environment_of_another_folder_is_named_and_kept(tmp_path: Path) -> None:
    other, own = tmp_path / "other", tmp_path / "own"
    (other / ".venv").mkdir(parents=True)
    (other / ".venv" / ".packages-site").write_text(f"1 2\n{other}\n")
    own.mkdir()
    (own / ".venv").symlink_to(other / ".venv")
    assert f".venv was made for the folder {other}, whose path is in its programs." in _said(own)
    assert (other / ".venv" / ".packages-site").exists()
    assert not (own / ".venv").exists()


def test_of_an_environment_of_its_own_and_of_none_nothing_is_said(tmp_path: Path) -> None:
    assert "was made for" not in _said(tmp_path)
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv" / ".packages-site").write_text(f"1 2\n{tmp_path.resolve()}\n")
    assert "was made for" not in _said(tmp_path)
