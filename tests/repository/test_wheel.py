"""What is installed from a wheel: the command, with the themes, in any folder."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.checks.small_playbook import CONFIG, clean_files
from tests.conftest import ROOT
from tests.repository.conftest import PACKAGES, run

pytestmark = pytest.mark.rehearsal


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder to import from, before anything of this repository."""
    folder = tmp_path_factory.mktemp("installed")
    run("-m", "pip", "install", "-q", "--no-deps", "--target", str(folder), str(wheel), cwd=folder)
    return folder


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

    said = run("-m", "generator.cli", "build", cwd=tmp_path, PYTHONPATH=str(installed))

    assert said.splitlines()[-1] == f"{len(list((tmp_path / 'site').rglob('*.html')))} pages in {tmp_path}/site"
    assert len(list((tmp_path / "site").glob("assets/*/shell.js"))) == 1
    assert run("-c", where, cwd=tmp_path, PYTHONPATH=str(installed)) == (
        f"{installed}/generator/__init__.py {installed}/playbook_themes/__init__.py\n"
    )
