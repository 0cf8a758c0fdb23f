"""Files that stay the same are linked into the next site, and the folder of the last one is used again."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

import pytest

from generator.publishing import linking
from generator.publishing.linking import Seen, link, prepared, put_aside, seen
from generator.publishing.site_folder import MARKER, publish, staged, write
from generator.site.page import Artifact


def put(
    target: Path, files: Mapping[str, str], same: Mapping[str, str], known: Seen = MappingProxyType({})
) -> set[str]:
    """Publish the files, of which the published site has those that are the `same`. Returns which were linked."""
    before = known or seen(target)
    with staged(target) as staging:
        linked = link(prepared(_hashes(same), target, staging), target, staging, known=known)
        write((Artifact(path, text.encode()) for path, text in files.items() if path not in linked), staging)
        publish(staging, target)
        put_aside(staging, target, before, _hashes(files))
    return set(linked)


def _hashes(files: Mapping[str, str]) -> Mapping[str, str]:
    return {path: sha256(text.encode()).hexdigest() for path, text in files.items()}


def tree(folder: Path) -> dict[str, str]:
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != MARKER)
    return {path.relative_to(folder).as_posix(): path.read_text() for path in found}


def folders(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_dir()}


ONE = {"index.html": "home", "a/index.html": "a", "b/index.html": "b", "c/d/index.html": "d"}


@pytest.fixture
def target(tmp_path: Path) -> Path:
    put(tmp_path / "site", ONE, {})
    return tmp_path / "site"


@pytest.fixture
def aside(target: Path) -> Path:
    """The folder that is put aside by a second build, which changes one page."""
    put(target, ONE | {"a/index.html": "a2"}, {path: text for path, text in ONE.items() if path != "a/index.html"})
    return target.with_name(".site-aside")


def test_the_last_site_is_put_aside_with_the_files_that_both_share(target: Path, aside: Path) -> None:
    assert tree(target) == ONE | {"a/index.html": "a2"}
    assert tree(aside) == {path: text for path, text in ONE.items() if path != "a/index.html"}
    assert os.stat(aside / "index.html").st_ino == os.stat(target / "index.html").st_ino
    assert {path.name for path in target.parent.iterdir()} == {"site", ".site-aside"}


def test_the_next_site_is_made_in_the_folder_put_aside(target: Path, aside: Path) -> None:
    number = aside.stat().st_ino
    same = {"index.html": "home", "a/index.html": "a2"}
    files = same | {"b/index.html": "b2", "c": "a file in the place of a folder", "e/index.html": "e"}
    assert put(target, files, same) == set(same)
    assert tree(target) == files
    assert target.stat().st_ino == number
    assert folders(target) == {"a", "b", "e"}
    assert (target / MARKER).is_file()
    assert {path.name for path in target.parent.iterdir()} == {"site", ".site-aside"}


def test_what_others_have_left_in_it_is_not_published(target: Path, aside: Path) -> None:
    (aside / "index.html").unlink()
    (aside / "index.html").write_text("another")
    (aside / "b" / "index.html").unlink()
    (aside / "b" / "index.html").symlink_to("/etc/hostname")
    (aside / "left").mkdir()
    (aside / "left" / "file").write_text("left")
    (aside / "folder").symlink_to(target.parent)
    files = ONE | {"a/index.html": "a2"}
    assert put(target, files, files) == set(files)
    assert tree(target) == files
    assert folders(target) == {"a", "b", "c", "c/d"}


def test_a_published_file_that_was_changed_is_written_again(target: Path, aside: Path) -> None:
    (target / "b" / "index.html").write_text("by hand")  # also in the folder put aside, which has the same file
    files = ONE | {"a/index.html": "a2"}
    assert put(target, files, files) == set(files) - {"b/index.html"}
    assert tree(target) == files


@pytest.mark.parametrize("again", ["target", "aside"])
def test_what_is_known_of_published_files_is_not_read_again(
    again: str, target: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    request.getfixturevalue(again)
    files = tree(target)
    known = seen(target)
    monkeypatch.setattr(linking, "_read", lambda path: pytest.fail(f"{path} was read again"))
    assert put(target, files | {"b/index.html": "b2"}, {p: t for p, t in files.items() if p[0] != "b"}, known)
    assert tree(target) == files | {"b/index.html": "b2"}


@pytest.mark.parametrize(
    "change",
    [
        lambda page: page.write_text("by hand"),
        lambda page: page.write_text("B"),
        lambda page: (page.unlink(), page.write_text("b")),
        lambda page: (page.unlink(), page.symlink_to("../index.html")),
        lambda page: page.unlink(),
    ],
)
def test_what_has_changed_since_it_was_seen_is_read_again(
    change: Callable[[Path], object], target: Path, aside: Path
) -> None:
    known, page = seen(target), target / "b" / "index.html"
    change(page)
    files = ONE | {"a/index.html": "a2"}
    is_same = page.is_file() and page.read_text() == "b"
    assert ("b/index.html" in put(target, files, files, known)) == is_same
    assert tree(target) == files


def test_only_regular_files_of_a_site_are_seen(target: Path, tmp_path: Path) -> None:
    (target / "link.html").symlink_to("index.html")
    os.mkfifo(target / "pipe")
    assert {path: content for path, (_, content) in seen(target).items() if path != MARKER} == _hashes(ONE)
    assert seen(tmp_path / "nothing") == {}


def test_a_build_that_uses_nothing_of_the_published_site_puts_nothing_aside(target: Path, aside: Path) -> None:
    put(target, ONE, {})
    assert tree(target) == ONE
    assert not any(tree(path) for path in target.parent.iterdir() if path.name.startswith(".site-staging"))
    put(target, ONE, ONE)
    assert tree(target) == ONE
    assert {path.name for path in target.parent.iterdir()} == {"site", ".site-aside"}


def test_a_build_that_fails_loses_only_the_folder_put_aside(target: Path, aside: Path) -> None:
    before = tree(target)
    with pytest.raises(FileExistsError):
        put(target, {"e": "e", "./e": "e"}, ONE)
    assert tree(target) == before
    assert {path.name for path in target.parent.iterdir()} == {"site"}
    put(target, ONE, ONE)
    assert tree(target) == ONE


def test_a_folder_that_no_build_has_written_stays(target: Path) -> None:
    other = target.with_name(".site-aside")
    other.mkdir()
    (other / "file").write_text("mine")
    put(target, ONE, ONE)
    assert tree(target) == ONE
    assert tree(other) == {"file": "mine"}


def test_without_hard_links_files_are_copied(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr(os, "link", refused)
    for _ in range(2):
        assert put(target, ONE, ONE) == set(ONE)
        assert tree(target) == ONE
        assert {path.name for path in target.parent.iterdir()} == {"site"}


def test_rights_do_not_depend_on_the_umask_nor_on_what_others_have_set(target: Path, aside: Path) -> None:
    (target / "b" / "index.html").chmod(0o600)
    files = {"a/index.html": "a2", "b/index.html": "b", "new/folder/index.html": "new", "c/d/index.html": "d"}
    (aside / "c" / "d" / "index.html").unlink()
    (aside / "c" / "d").rmdir()
    before = os.umask(0o077)
    try:
        put(target, files, {path: text for path, text in files.items() if path[0] != "n"})
    finally:
        os.umask(before)
    assert tree(target) == files
    assert {path.stat().st_mode & 0o777 for path in target.rglob("*") if path.is_dir()} == {0o755}
    assert {path.stat().st_mode & 0o777 for path in target.rglob("*") if path.is_file()} == {0o644}
