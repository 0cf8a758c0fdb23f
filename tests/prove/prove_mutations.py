"""Thousands of files with accidents: a check says what is wrong, and never that the program is.

Each mutation spoils one file of the example playbook. Where the check finds no error, the site is built as well.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random

import pytest

from generator import pipeline
from generator.caching.memory import Memory
from generator.config.project import read_config
from generator.diagnostics.diagnostic import Diagnostic, stops_the_build
from tests.conftest import ROOT
from tests.prove.figures import Figures, counted
from tests.prove.mutations import mutated

PARTS = 4
MUTATIONS = counted(3000, small=40)
BUILT = 20
"""Of those without errors one in so many is built."""

EXAMPLE = ROOT / "tests" / "playbook"


def spoilt_files(root: Path) -> list[Path]:
    """The files that are mutated."""
    found = [*root.glob("content/**/*.yml"), *root.glob("content/pages/*.md"), root / "site_config.yml"]
    return sorted(path for path in found if path.is_file())


def said_about(root: Path, memory: Memory, *, build: bool = False) -> tuple[Diagnostic, ...]:
    """What a check, and perhaps a build, says of the playbook. Whatever it raises is a fault of the program."""
    project, problems = read_config(root / "site_config.yml")
    if project is None:
        return tuple(problems)
    reading = pipeline.checked(project, pipeline.connected(project, memory=memory))
    if build and not stops_the_build(reading.diagnostics, strict=False):
        site = pipeline.build(project, reading)
        assert all(artifact.content is not None for artifact in site.artifacts)
    return reading.diagnostics


@pytest.mark.parametrize("part", range(PARTS))
def test_accidents_are_mistakes_of_the_file(part: int, tmp_path: Path, figures: Figures) -> None:
    root = tmp_path / "playbook"
    shutil.copytree(EXAMPLE, root)
    files, memory, random = spoilt_files(root), Memory(), Random(part)
    found = errors = built = 0
    for number in range(MUTATIONS // PARTS):
        path = random.choice(files)
        before = path.read_bytes()
        data = mutated(before.decode(), random)
        path.write_bytes(data)
        try:
            said = said_about(root, memory, build=number % BUILT == 0)
        except Exception as error:
            kept = tmp_path / f"{number}-{path.name}"
            kept.write_bytes(data)
            raise AssertionError(f"{path.relative_to(root)} with the content of {kept}: {error!r}") from error
        finally:
            path.write_bytes(before)
        memory.next_round()
        found, errors = found + bool(said), errors + stops_the_build(said, strict=False)
        built += number % BUILT == 0 and not stops_the_build(said, strict=False)
    count = MUTATIONS // PARTS
    assert found, "no accident was noticed"
    figures(f"mutations, part {part + 1}: {count}: {errors} with errors, {built} built, 0 faults of the program")
