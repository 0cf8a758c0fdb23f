"""Every change of a file is reported, and none that only concerns editors and caches."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.publishing.watching import Watch

SOON = 5.0
"""So many seconds a report may take on a machine that does other things as well."""

NEVER = 0.3
"""So many seconds without a report count as none."""


def replace_file(folder: Path) -> None:
    (folder / "new").write_text("one")
    (folder / "new").rename(folder / "a.yml")


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "a.yml").write_text("other"),
        lambda folder: (folder / "a.yml").unlink(),
        lambda folder: (folder / "deep" / "b.yml").write_text(""),
        lambda folder: (folder / "a.yml").rename(folder / "c.yml"),
        lambda folder: (folder / "new").mkdir(),
        replace_file,
    ],
)
def test_a_change_of_any_kind_is_seen_once(tmp_path: Path, change: Callable[[Path], object]) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "a.yml").write_text("one")
    with Watch([tmp_path]) as watch:
        change(tmp_path)
        assert watch.wait(SOON)
        assert not watch.pending
        assert not watch.wait(NEVER)


def test_reading_and_files_of_editors_and_caches_are_not_seen(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("one")
    for folder in ("__pycache__", ".git"):
        (tmp_path / folder).mkdir()
    with Watch([tmp_path]) as watch:
        (tmp_path / "a.yml").read_text()
        os.listdir(tmp_path)
        for name in (".a.yml.swp", "a.yml~", "__pycache__/a.pyc", ".git/index"):
            (tmp_path / name).write_text("")
        assert not watch.wait(NEVER)


def test_a_file_is_watched_even_before_it_exists_and_its_neighbours_are_not(tmp_path: Path) -> None:
    with Watch([tmp_path / "site_config.yml"]) as watch:
        (tmp_path / "other.yml").write_text("")
        assert not watch.wait(NEVER)
        (tmp_path / "site_config.yml").write_text("")
        assert watch.wait(SOON)


def test_a_folder_that_does_not_exist_yet_is_seen_when_it_appears(tmp_path: Path) -> None:
    with Watch([tmp_path / "themes" / "own"]) as watch:
        (tmp_path / "themes").mkdir()
        assert watch.wait(SOON)


def test_a_watch_is_no_longer_for_paths_of_which_a_folder_has_appeared(tmp_path: Path) -> None:
    own = tmp_path / "themes" / "own"
    with Watch([own]) as watch:
        assert watch.is_for([own])
        (own / "css").mkdir(parents=True)
        assert watch.wait(SOON)
        assert not watch.is_for([own])
    with Watch([own]) as watch:
        (own / "css" / "own.css").write_text("")
        assert watch.wait(SOON)
        assert watch.is_for([own])


def test_nor_for_a_folder_that_was_deleted_and_made_again(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    with Watch([content]) as watch:
        content.rename(tmp_path / "away")
        content.mkdir()
        assert watch.wait(SOON)
        assert not watch.is_for([content])


def test_what_links_lead_to_is_watched_once_even_if_they_lead_back(tmp_path: Path) -> None:
    theme, elsewhere = tmp_path / "theme", tmp_path / "elsewhere"
    theme.mkdir()
    elsewhere.mkdir()
    (theme / "linked").symlink_to(elsewhere)
    (elsewhere / "back").symlink_to(theme)
    with Watch([theme]) as watch:
        (elsewhere / "own.css").write_text("")
        assert watch.wait(SOON)


def test_a_file_that_is_a_link_changes_where_it_lies(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "words.yml").write_text("one")
    (tmp_path / "words.yml").symlink_to(tmp_path / "there" / "words.yml")
    with Watch([tmp_path / "words.yml"]) as watch:
        (tmp_path / "there" / "words.yml").write_text("two")
        assert watch.wait(SOON)


def test_where_the_system_watches_no_more_folders_files_are_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "inotify watch limit reached")

    monkeypatch.setattr("watchdog.observers.inotify.InotifyEmitter.on_thread_start", refuse)
    monkeypatch.setattr("generator.publishing.watching.POLLING", 0.01)
    with Watch([tmp_path]) as watch:
        (tmp_path / "a.yml").write_text("one")
        assert watch.wait(SOON)
