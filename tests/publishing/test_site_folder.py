"""Publishing: whole sites only, whatever happens, and never a folder that is not ours."""

from __future__ import annotations

import os
import random
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.publishing.site_folder import MARKER, OutputRefused, publish, staged, write
from generator.site.page import Artifact
from tests.conftest import some_of
from tests.publishing.put import beside, put, tree

ROOT = Path(__file__).parents[2]


# ---- write ----


def test_artifacts_are_written_where_they_say(tmp_path: Path) -> None:
    write([Artifact("a/b/ü.txt", "ü".encode()), Artifact("c", b"\0\xff")], tmp_path)
    assert (tmp_path / "a" / "b" / "ü.txt").read_bytes() == "ü".encode()
    assert (tmp_path / "c").read_bytes() == b"\0\xff"


@pytest.mark.parametrize("path", ["../out.txt", "a/../../out.txt", "/tmp/out.txt", "", ".", "a/..", "link/out.txt"])
def test_a_path_outside_of_the_site_is_refused(tmp_path: Path, path: str) -> None:
    root = tmp_path / "root"
    root.mkdir()
    (root / "link").symlink_to(tmp_path)
    with pytest.raises(ValueError, match="outside of the site"):
        write([Artifact(path, b"x")], root)
    assert {child.name for child in tmp_path.iterdir()} == {"root"}


def test_two_artifacts_for_one_path_are_refused(tmp_path: Path) -> None:
    with pytest.raises(FileExistsError):
        write([Artifact("a", b"1"), Artifact("a", b"2")], tmp_path)


# ---- staged and publish ----


def test_the_first_site_takes_its_place(tmp_path: Path) -> None:
    target = tmp_path / "new" / "site"
    put(target, home="one")
    assert tree(target) == {"home/index.html": "one"}
    assert beside(target) == set()


@pytest.mark.parametrize("exchange", [True, False])
def test_a_new_site_replaces_the_old_one_as_a_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exchange: bool
) -> None:
    if not exchange:
        monkeypatch.setattr("generator.publishing.site_folder._exchange", lambda one, other: False)
    target = tmp_path / "site"
    put(target, home="one", gone="one")
    put(target, home="two", new="two")
    assert tree(target) == {"home/index.html": "two", "new/index.html": "two"}
    assert beside(target) == set()


def test_an_empty_folder_may_be_replaced(tmp_path: Path) -> None:
    target = tmp_path / "site"
    target.mkdir()
    put(target, home="one")
    assert tree(target) == {"home/index.html": "one"}


def test_a_build_that_fails_leaves_the_old_site_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "site"
    put(target, home="one")
    with pytest.raises(FileExistsError), staged(target) as staging:
        write([Artifact("home/index.html", b"two")] * 2, staging)
    assert tree(target) == {"home/index.html": "one"}
    assert beside(target) == set()


def test_rights_do_not_depend_on_the_umask(tmp_path: Path) -> None:
    old = os.umask(0o077)
    try:
        put(tmp_path / "site", home="one")
    finally:
        os.umask(old)
    rights = {path.relative_to(tmp_path).as_posix(): stat.S_IMODE(path.stat().st_mode) for path in tmp_path.rglob("*")}
    assert rights == {
        "site": 0o755,
        f"site/{MARKER}": 0o644,
        "site/home": 0o755,
        "site/home/index.html": 0o644,
    }


def test_what_dead_builds_left_is_removed_and_what_living_ones_use_is_not(tmp_path: Path) -> None:
    target = tmp_path / "site"
    dead, empty, foreign = (tmp_path / f".site-staging-{name}" for name in ("dead", "empty", "foreign"))
    write([Artifact(MARKER, b""), Artifact("page/index.html", b"half")], dead)
    empty.mkdir()
    write([Artifact("thesis.txt", b"mine")], foreign)
    with staged(target) as living:
        put(target, home="one")
        assert living.is_dir()
        assert beside(target) == {living.name, foreign.name}
        write([Artifact("home/index.html", b"two")], living)
        publish(living, target)
    assert tree(target) == {"home/index.html": "two"}
    assert beside(target) == {foreign.name}


@pytest.mark.parametrize("name", ["site [1]", "[a-z]*", "w?s", "-\\"])
def test_signs_of_patterns_in_the_name_of_a_folder_are_signs(tmp_path: Path, name: str) -> None:
    target, other = tmp_path / name, tmp_path / ".wxs-staging-dead"
    write([Artifact(MARKER, b"")], tmp_path / f".{name}-staging-dead")
    write([Artifact(MARKER, b"")], other)
    with staged(target) as living:
        assert beside(target) == {living.name, other.name}


# ---- refusals ----


def refusal(target: Path) -> str:
    with pytest.raises(OutputRefused) as caught, staged(target):
        pass
    return str(caught.value).replace(str(target.parent), "…")


def test_a_folder_with_other_files_is_refused_and_left_alone(tmp_path: Path) -> None:
    target = tmp_path / "home"
    write([Artifact("letter.txt", b"dear"), Artifact("photos/1.jpg", b"")], target)
    assert refusal(target) == (
        "…/home contains files that no playbook build has written, and a build would delete them. "
        "Name another folder with --site-dir, or empty this one yourself if you do not need them."
    )
    assert set(tree(target)) == {"letter.txt", "photos/1.jpg"}
    assert beside(target) == set()


def test_a_folder_that_got_files_during_the_build_is_refused(tmp_path: Path) -> None:
    target = tmp_path / "site"
    with staged(target) as staging:
        write([Artifact("letter.txt", b"dear")], target)
        with pytest.raises(OutputRefused, match="contains files that no playbook build has written"):
            publish(staging, target)
    assert tree(target) == {"letter.txt": "dear"}


def test_a_symbolic_link_is_refused_and_what_it_leads_to_is_left_alone(tmp_path: Path) -> None:
    put(tmp_path / "real", home="one")
    target = tmp_path / "site"
    target.symlink_to(tmp_path / "real")
    assert refusal(target) == ("…/site is a symbolic link. Name its target, or another folder, with --site-dir.")
    assert tree(tmp_path / "real") == {"home/index.html": "one"}


def test_a_file_is_refused(tmp_path: Path) -> None:
    target = tmp_path / "site"
    target.write_text("mine")
    assert refusal(target) == (
        "…/site is a file, but the site needs a folder. Name another folder with --site-dir, or remove the file."
    )
    assert target.read_text() == "mine"


def test_a_place_where_nothing_can_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert refusal(tmp_path / "file" / "site") == (
        "…/site cannot be written: a part of its path is a file. Rename that, or name another folder with --site-dir."
    )
    assert "cannot be written" in refusal(Path("/proc/playbook/site"))


# ---- a kill at any moment ----

BUILD_FOREVER = """
import sys
from pathlib import Path
from generator.publishing import site_folder
from tests.publishing.put import beside, put, tree
if sys.argv[2] == "renames":
    site_folder._exchange = lambda one, other: False
number = int(sys.argv[3])
while True:
    put(Path(sys.argv[1]), **{f"page{i}": str(number) for i in range(40)})
    print("published", flush=True)
    number += 1
"""


@pytest.mark.sampled
@pytest.mark.parametrize("way", ["exchange", "renames"])
def test_a_kill_at_any_moment_leaves_one_whole_site(tmp_path: Path, way: str) -> None:
    target = tmp_path / "site"
    put(target, **{f"page{i}": "0" for i in range(40)})
    dice = random.Random(7)
    seen = set()
    for round_ in range(some_of(30)):
        command = [sys.executable, "-c", BUILD_FOREVER, str(target), way, str(1000 * (round_ + 1))]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as builder:
            assert builder.stdout is not None
            builder.stdout.readline()  # one site is published, the next is being written
            time.sleep(dice.uniform(0.0, 0.05))
            builder.send_signal(signal.SIGKILL)
        if way == "renames":
            with staged(target):  # the next build repairs what a kill between two renames left
                pass
        site = tree(target)
        assert len(site) == 40
        assert len(set(site.values())) == 1
        seen |= set(site.values())
    assert len(seen) > some_of(10)
    put(target, home="last")
    assert tree(target) == {"home/index.html": "last"}
    assert beside(target) == set()


def test_a_swap_by_two_renames_that_was_cut_off_is_undone_or_finished(tmp_path: Path) -> None:
    target, previous = tmp_path / "site", tmp_path / ".site-previous"
    put(target, home="one")
    target.rename(previous)
    with staged(target):
        assert tree(target) == {"home/index.html": "one"}
    put(previous, home="zero")
    with staged(target):
        assert tree(target) == {"home/index.html": "one"}
    assert beside(target) == set()
