"""The wheel of this repository, built once in a run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, made_once

PACKAGES = {"generator": "generator", "themes": "playbook_themes"}
"""The folders of the repository that are installed, and what they are called then."""


@pytest.fixture(scope="session")
def wheel() -> Path:
    name, folder = made_once("wheel", _build)
    return folder / name.decode()


def _build(folder: Path) -> bytes:
    """Build the wheel in a folder; its name."""
    source = folder / "source"
    source.mkdir()
    for name in ("pyproject.toml", "setup.py", "LICENSE"):
        shutil.copy(ROOT / name, source)
    for package in PACKAGES:
        shutil.copytree(ROOT / package, source / package, ignore=shutil.ignore_patterns("__pycache__"))
    # By way of the source distribution, so that it is known to hold all that a wheel needs.
    run("-c", f"from setuptools.build_meta import build_sdist; build_sdist({str(folder)!r})", cwd=source)
    (packed,) = folder.glob("*.tar.gz")
    run("-m", "pip", "wheel", str(packed), "-q", "--no-deps", "--no-build-isolation", "-w", str(folder), cwd=folder)
    (built,) = folder.glob("*.whl")
    return built.name.encode()


def run(*words: str, cwd: Path, **environment: str) -> str:
    """Run this Python with these words; what it prints."""
    done = subprocess.run(
        [sys.executable, *words], cwd=cwd, env={**os.environ, **environment}, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
