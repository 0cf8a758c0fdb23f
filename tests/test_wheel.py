"""What is installed from a wheel: the command, with the themes, in any folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.checks.small_playbook import CONFIG, clean_files
from tests.conftest import ROOT

PACKAGES = {"generator": "generator", "themes": "playbook_themes"}
"""The folders of the repository that are installed, and what they are called then."""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    source = tmp_path_factory.mktemp("source")
    for name in ("pyproject.toml", "setup.py", "LICENSE"):
        shutil.copy(ROOT / name, source)
    for folder in PACKAGES:
        shutil.copytree(ROOT / folder, source / folder, ignore=shutil.ignore_patterns("__pycache__"))
    target = tmp_path_factory.mktemp("wheel")
    # By way of the source distribution, so that it is known to hold all that a wheel needs.
    _run("-c", f"from setuptools.build_meta import build_sdist; build_sdist({str(target)!r})", cwd=source)
    (packed,) = target.glob("*.tar.gz")
    _run("-m", "pip", "wheel", str(packed), "-q", "--no-deps", "--no-build-isolation", "-w", str(target), cwd=target)
    (built,) = target.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder to import from, before anything of this repository."""
    folder = tmp_path_factory.mktemp("installed")
    _run("-m", "pip", "install", "-q", "--no-deps", "--target", str(folder), str(wheel), cwd=folder)
    return folder


def _run(*words: str, cwd: Path, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, *words], cwd=cwd, env={**os.environ, **environment}, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_a_wheel_holds_every_file_of_the_generator_and_of_the_themes(wheel: Path) -> None:
    held = {name for name in ZipFile(wheel).namelist() if ".dist-info/" not in name}
    there = {
        f"{package}/{path.relative_to(ROOT / folder).as_posix()}"
        for folder, package in PACKAGES.items()
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }

    assert held == there


def test_what_is_installed_builds_a_playbook_that_has_no_theme_of_its_own(installed: Path, tmp_path: Path) -> None:
    for name, text in {"site_config.yml": CONFIG, **clean_files()}.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    where = "import generator, playbook_themes; print(generator.__file__, playbook_themes.__file__)"

    said = _run("-m", "generator.cli", "build", cwd=tmp_path, PYTHONPATH=str(installed))

    assert said.splitlines()[-1] == f"{len(list((tmp_path / 'site').rglob('*.html')))} pages in {tmp_path}/site"
    assert (tmp_path / "site" / "assets" / "shell.js").is_file()
    assert _run("-c", where, cwd=tmp_path, PYTHONPATH=str(installed)) == (
        f"{installed}/generator/__init__.py {installed}/playbook_themes/__init__.py\n"
    )
