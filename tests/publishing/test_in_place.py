"""A folder that must stay the same one, such as one that a container has mounted, gets the new site file by file."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.publishing import in_place, mounted, site_folder
from generator.publishing.in_place import fill
from generator.publishing.mounted import is_mounted
from generator.publishing.site_folder import MARKER, OutputRefused, publish, staged, write
from generator.site.page import Artifact
from tests.publishing.put import beside, put, tree


def fails_with(number: int) -> Callable[..., None]:
    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


def inode(folder: Path) -> int:
    return folder.stat().st_ino


@pytest.fixture(params=["mounted", "EBUSY", "EXDEV", "EBUSY without exchange", "on request"])
def fixed(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """A system in which the folder cannot be exchanged, in each way; whether that is asked for."""
    way = request.param
    if way == "mounted":
        monkeypatch.setattr(site_folder, "is_mounted", lambda _: True)
    elif way in ("EBUSY", "EXDEV"):
        monkeypatch.setattr(site_folder, "_exchange", fails_with(getattr(errno, way)))
    elif way == "EBUSY without exchange":
        monkeypatch.setattr(site_folder, "_exchange", lambda one, other: False)
        monkeypatch.setattr(site_folder, "_rename_both", fails_with(errno.EBUSY))
    return way == "on request"


def test_the_folder_stays_and_has_the_new_site(tmp_path: Path, fixed: bool) -> None:
    target = tmp_path / "site"
    put(target, home="one", gone="one", same="same")
    folder, same = inode(target), inode(target / "same" / "index.html")
    with staged(target) as staging:
        write([Artifact(f"{name}/index.html", text) for name, text in (("home", b"2"), ("same", b"same"))], staging)
        write([Artifact("new/deep/index.html", b"2")], staging)
        publish(staging, target, in_place=fixed)
    assert tree(target) == {"home/index.html": "2", "new/deep/index.html": "2", "same/index.html": "same"}
    assert (inode(target), inode(target / "same" / "index.html")) == (folder, same)
    assert {path.name for path in target.iterdir()} == {MARKER, "home", "new", "same"}
    assert {path.stat().st_mode & 0o777 for path in target.rglob("*") if path.is_file()} == {0o644}
    assert beside(target) == set()


def test_an_empty_mount_point_and_what_a_file_system_has_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site_folder, "is_mounted", lambda _: True)
    target = tmp_path / "site"
    (target / "lost+found").mkdir(parents=True)
    put(target, home="one")
    put(target, home="two")
    assert tree(target) == {"home/index.html": "two"}
    assert (target / "lost+found").is_dir()


def test_only_the_folder_itself_can_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = site_folder.mkdtemp

    def only_inside(prefix: str, dir: Path) -> str:
        if dir == tmp_path:
            raise PermissionError(errno.EACCES, "Permission denied")
        return made(prefix=prefix, dir=dir)

    monkeypatch.setattr(site_folder, "mkdtemp", only_inside)
    target = tmp_path / "site"
    target.mkdir()
    write([Artifact(MARKER, b""), Artifact("page/index.html", b"half")], target / ".site-staging-dead")
    write([Artifact(MARKER, b"")], target)
    put(target, home="one")
    with staged(target) as living:
        put(target, home="two")
        assert living.is_dir()
        write([Artifact("home/index.html", b"three")], living)
        publish(living, target)
    assert tree(target) == {"home/index.html": "three"}
    assert {path.name for path in target.iterdir()} == {MARKER, "home"}
    with pytest.raises(OutputRefused, match="Permission denied"), staged(tmp_path / "other"):
        pass


def test_a_folder_with_other_files_is_refused_there_too(tmp_path: Path, fixed: bool) -> None:
    target = tmp_path / "site"
    write([Artifact("letter.txt", b"dear")], target)
    with pytest.raises(OutputRefused, match="contains files that no playbook build has written"), staged(target):
        pass
    assert tree(target) == {"letter.txt": "dear"}


# ---- the order ----

OLD = ("assets/old.css", "gone/index.html", "home/index.html", "sitemap.xml")
NEW = ("api/entries.json", "assets/new.css", "data.json", "home/index.html", "new.md", "sitemap.xml")


@pytest.fixture
def sites(tmp_path: Path) -> tuple[Path, Path]:
    """An old site and a new one that is staged."""
    target, staging = tmp_path / "site", tmp_path / ".site-staging-x"
    write([Artifact(name, b"old") for name in OLD], target)
    write([Artifact(name, b"new") for name in (MARKER, *NEW)], staging)
    return target, staging


def test_no_page_comes_before_what_it_needs_or_stays_after_it(
    sites: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    target, staging = sites
    done: list[str] = []
    replace, unlink = os.replace, Path.unlink

    def replaced(one: Path, other: Path) -> None:
        replace(one, other)
        done.append(f"+{other.relative_to(target)}")

    def unlinked(path: Path, missing_ok: bool = False) -> None:
        unlink(path, missing_ok)
        done.append(f"-{path.relative_to(target)}")

    monkeypatch.setattr(os, "replace", replaced)
    monkeypatch.setattr(Path, "unlink", unlinked)
    fill(target, staging, first=MARKER)
    assert done == [
        f"+{MARKER}",
        "+assets/new.css",
        "+home/index.html",
        "+new.md",
        "+api/entries.json",
        "+data.json",
        "+sitemap.xml",
        "-gone/index.html",
        "-assets/old.css",
    ]


def test_a_full_disk_is_noticed_before_anything_changes(
    sites: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    target, staging = sites
    before = tree(target)
    copy, left = shutil.copyfile, [3]

    def copied(one: Path, other: Path) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        copy(one, other)

    monkeypatch.setattr(shutil, "copyfile", copied)
    with pytest.raises(OSError, match="No space left"):
        fill(target, staging, first=MARKER)
    assert tree(target) == before
    assert not [path for path in target.iterdir() if path.name.startswith(".")]


@pytest.mark.parametrize("at", range(9))
def test_what_was_cut_off_at_any_step_is_finished_by_the_next_one(
    sites: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    target, staging = sites
    steps = [0]

    def cut_off(function: Callable[..., object]) -> Callable[..., object]:
        def step(*words: object, **named: object) -> object:
            steps[0] += 1
            if steps[0] > at:
                raise KeyboardInterrupt
            return function(*words, **named)

        return step

    with monkeypatch.context() as patches:
        patches.setattr(os, "replace", cut_off(os.replace))
        patches.setattr(Path, "unlink", cut_off(Path.unlink))
        patches.setattr(shutil, "rmtree", lambda *_, **__: None)  # a kill leaves all of it
        with pytest.raises(KeyboardInterrupt):
            fill(target, staging, first=MARKER)
    fill(target, staging, first=MARKER)
    assert tree(target) == dict.fromkeys(NEW, "new")
    assert {path.name for path in target.iterdir()} == {MARKER, *(name.partition("/")[0] for name in NEW)}


def test_files_folders_and_links_may_change_places(tmp_path: Path) -> None:
    target, staging, away = tmp_path / "site", tmp_path / ".site-staging-x", tmp_path / "away"
    write([Artifact("a", b"old"), Artifact("b/c/index.html", b"old")], target)
    write([Artifact("keep.txt", b"mine")], away)
    (target / "d").symlink_to(away)
    (target / "e").symlink_to(away / "keep.txt")
    (target / "f").symlink_to(away)
    write([Artifact(name, b"new") for name in ("a/x", "b", "d/keep.txt", "e")], staging)
    fill(target, staging, first=MARKER)
    assert tree(target) == {"a/x": "new", "b": "new", "d/keep.txt": "new", "e": "new"}
    assert not [path for path in target.rglob("*") if path.is_symlink()]
    assert tree(away) == {"keep.txt": "mine"}


# ---- what is mounted ----

MOUNTINFO = """\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
23 22 8:2 / /home rw - ext4 /dev/sda2 rw
24 23 0:50 / /home/ann/my\\040disk rw - tmpfs tmpfs rw
"""
IN_A_CONTAINER = """\
90 80 0:60 / / rw - overlay overlay rw
91 90 8:2 /ann/playbook/site /usr/share/nginx/html ro - ext4 /dev/sda2 rw
92 90 8:1 /ann/other /srv rw - ext4 /dev/sda1 rw
"""


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        ("/home/ann/my disk", True),
        ("/home/ann/my disk/site", False),
        ("/home/ann/playbook/site", True),
        ("/home/ann/playbook", False),
        ("/home/ann/playbook/site/api", False),
        ("/home/ann/other", False),
        ("/ann/other", True),
        ("/ann/playbook/site", False),
    ],
)
def test_a_folder_is_mounted_here_or_in_a_container(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str, expected: bool
) -> None:
    for process, text in (("self", MOUNTINFO), ("1", MOUNTINFO), ("77", IN_A_CONTAINER)):
        (tmp_path / process / "ns").mkdir(parents=True)
        (tmp_path / process / "mountinfo").write_text(text)
        (tmp_path / process / "ns" / "mnt").symlink_to(f"mnt:[{hash(text)}]")
    (tmp_path / "78").mkdir()  # the process of somebody else
    monkeypatch.setattr(mounted, "PROC", tmp_path)
    assert is_mounted(Path(folder)) is expected


def test_a_usual_folder_is_not_mounted_and_proc_is(tmp_path: Path) -> None:
    assert not is_mounted(tmp_path)
    assert is_mounted(Path("/proc"))
    assert {"lost+found"} == in_place.NOT_OURS
