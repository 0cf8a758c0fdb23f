"""The build as a whole, as people and CI run it: in a process of its own."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.hashed_names import without_hashes

pytestmark = pytest.mark.rehearsal

PLAYBOOK = [sys.executable, "-m", "generator.cli"]
ON_ONE_CORE = ["taskset", "--cpu-list", str(min(os.sched_getaffinity(0)))]


def _copy(target: Path) -> Path:
    shutil.copytree(ROOT / "tests" / "playbook", target, ignore=shutil.ignore_patterns("themes", "site", ".cache"))
    shutil.copytree(ROOT / "themes", target / "themes")
    return target / "site_config.yml"


def _start(config: Path, **environment: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [*ON_ONE_CORE[: 3 * ("ONE_CORE" in environment)], *PLAYBOOK, "build", "--config", str(config)],
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def _build(config: Path, **environment: str) -> None:
    process = _start(config, **environment)
    said, complained = process.communicate()
    assert process.returncode == 0, said.decode() + complained.decode()


def _files(site: Path) -> Mapping[str, bytes]:
    return {str(path.relative_to(site)): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}


def test_two_builds_give_the_same_bytes_whatever_path_time_zone_locale_hash_seed_and_cores(tmp_path: Path) -> None:
    one = _copy(tmp_path / "one")
    other = _copy(tmp_path / "an other, with spaces" / "and depth")
    _build(one, TZ="Pacific/Kiritimati", LC_ALL="C", PYTHONHASHSEED="1", ONE_CORE="yes")
    _build(other, TZ="America/Anchorage", LC_ALL="C.UTF-8", PYTHONHASHSEED="42", HOME=str(tmp_path))
    first, second = _files(one.parent / "site"), _files(other.parent / "site")
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def test_a_build_killed_at_any_moment_leaves_the_old_site_whole(tmp_path: Path) -> None:
    config = _copy(tmp_path / "playbook")
    site = config.parent / "site"
    start = time.monotonic()
    _build(config)
    whole = time.monotonic() - start
    old = _files(site)
    term = config.parent / "content" / "terms.yml"
    changed = term.read_text("utf-8").replace("Takes patience.", "Takes a great deal of patience.")
    term.write_text(changed, "utf-8")
    rng = random.Random(7)
    for _ in range(15):
        process = _start(config)
        time.sleep(rng.uniform(0.3, 1.0) * whole)
        process.send_signal(signal.SIGKILL)
        process.wait()
        now = _files(site)
        if now != old:  # the swap had happened: the new site is as whole as the old one was
            assert {without_hashes(path) for path in now} == {without_hashes(path) for path in old}
            assert b"a great deal of patience" in now["terms/truing/index.html"]
            break
    _build(config)
    assert b"a great deal of patience" in (site / "terms" / "truing" / "index.html").read_bytes()
    left = sorted(path.name for path in config.parent.iterdir() if path.name.startswith("."))
    assert left == [".cache", ".site-aside"]
