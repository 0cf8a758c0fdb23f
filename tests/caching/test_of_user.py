"""The cache of a user: beside the playbooks, and only where nobody else can write."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.caching.of_user import made_once, of_user


def test_it_is_in_the_cache_folder_of_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    of_user("faces").put("a", b"one")
    assert of_user("faces").get("a") == b"one"
    assert of_user("templates").get("a") is None

    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert of_user("faces").folder == tmp_path / ".cache" / "playbook" / "faces"


def test_a_folder_to_which_others_can_write_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    kept = of_user("templates")
    kept.put("a", b"one")
    kept.folder.chmod(0o777)
    assert of_user("templates").get("a") is None

    kept.folder.rename(tmp_path / "other")
    kept.folder.symlink_to(tmp_path / "other")
    assert of_user("templates").get("a") is None


@pytest.mark.parametrize("home", ["file", "file/below", "not/absolute"])
def test_without_a_usable_folder_nothing_is_kept(home: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("XDG_CACHE_HOME", home if home.startswith("not") else str(tmp_path / home))
    of_user("faces").put("a", b"one")
    assert of_user("faces").get("a") is None
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_result_is_made_once_and_the_newest_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    made = list[str]()

    def once(key: str) -> bytes:
        return made_once("faces", key, lambda: made.append(key) or key.encode(), 2)  # type: ignore[func-returns-value]

    assert [once("a"), once("b"), once("a")] == [b"a", b"b", b"a"]
    assert made == ["a", "b"]
    once("c")
    assert len(list(of_user("faces").folder.glob("*.kept"))) == 2
    assert of_user("faces").get("c") == b"c"
