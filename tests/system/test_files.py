"""Files are written all or none, whatever fails and whenever it is killed, and stay what else they were."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.system import change
from generator.system.files import changing, recovered, write_file, write_files
from generator.system.locks import lock
from generator.system.refusal import Refused

BEFORE = {"one.yml": b"one", "two.yml": b"two", "gone.yml": b"gone"}
AFTER = {"one.yml": b"ONE, and longer", "two.yml": b"2", "new/folder/three.yml": b"three"}

CALLS = ("open", "write", "fsync", "link", "mkdir", "rename", "replace", "unlink")
"""The functions of `os` that a change needs."""


class Killed(BaseException):
    """As a kill: nothing that comes after it has any effect."""


def _tree(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def _start(root: Path) -> None:
    for name, content in BEFORE.items():
        (root / name).write_bytes(content)


def _change(root: Path) -> None:
    write_files({root / name: content for name, content in AFTER.items()}, root, deleted=[root / "gone.yml"])


def _said(root: Path) -> str:
    """What a change says, or nothing if it is done."""
    try:
        _change(root)
    except Refused as refused:
        return str(refused)
    return ""


def _break(monkeypatch: pytest.MonkeyPatch, at: int, error: BaseException, *, forever: bool) -> list[str]:
    """Let the call with the number `at` fail, and all after it if it is to be `forever`. Returns the list of calls."""
    made: list[str] = []

    def failing(name: str, real: Callable[..., object]) -> Callable[..., object]:
        def call(*arguments: object, **named: object) -> object:
            made.append(name)
            if len(made) - 1 == at or (forever and len(made) > at):
                raise error
            return real(*arguments, **named)

        return call

    for name in CALLS:
        monkeypatch.setattr(os, name, failing(name, getattr(os, name)))
    return made


def _count_of_calls(tmp_path: Path) -> int:
    root = tmp_path / "counted"
    root.mkdir()
    _start(root)
    with pytest.MonkeyPatch.context() as patches:
        made = _break(patches, -1, Killed(), forever=False)
        _change(root)
    assert _tree(root) == AFTER
    return len(made)


def test_after_an_error_at_any_call_all_is_done_or_nothing(tmp_path: Path) -> None:
    outcomes = set()
    for at in range(_count_of_calls(tmp_path)):
        root = tmp_path / str(at)
        root.mkdir()
        _start(root)
        with pytest.MonkeyPatch.context() as patches:
            _break(patches, at, OSError(errno.EIO, "Input/output error"), forever=False)
            said = _said(root)
        assert re.fullmatch(rf"({root}\S* cannot be written: Input/output error\. .* Nothing was changed\.)?", said), (
            said
        )
        recovered(root)
        assert _tree(root) == (BEFORE if said else AFTER), at
        assert (root / "new").exists() == (not said)
        outcomes.add(bool(said))
    assert outcomes == {True, False}


def test_after_a_kill_at_any_call_the_next_command_finds_all_or_nothing(tmp_path: Path) -> None:
    outcomes = []
    for at in range(_count_of_calls(tmp_path)):
        root = tmp_path / str(at)
        root.mkdir()
        _start(root)
        with pytest.MonkeyPatch.context() as patches:
            _break(patches, at, Killed(), forever=True)
            with pytest.raises(Killed):
                _change(root)
        recovered(root)
        assert _tree(root) in (BEFORE, AFTER), at
        outcomes.append(_tree(root) == AFTER)
    assert outcomes == sorted(outcomes)
    assert set(outcomes) == {False, True}


def test_files_stay_what_they_were(tmp_path: Path) -> None:
    linked, link, strict = tmp_path / "linked.yml", tmp_path / "link.yml", tmp_path / "strict.yml"
    for path in (linked, strict):
        path.write_bytes(b"before")
    os.link(linked, tmp_path / "second name.yml")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "real.yml").write_bytes(b"before")
    link.symlink_to("elsewhere/real.yml")
    strict.chmod(0o640)

    write_files({linked: b"after", link: b"after", strict: b"after"}, tmp_path)

    assert (tmp_path / "second name.yml").read_bytes() == b"after"
    assert (link.readlink(), (tmp_path / "elsewhere" / "real.yml").read_bytes()) == (
        Path("elsewhere/real.yml"),
        b"after",
    )
    assert (stat.S_IMODE(strict.stat().st_mode), strict.read_bytes()) == (0o640, b"after")
    assert not [path for path in tmp_path.rglob(".*")]


def test_a_renamed_file_keeps_its_rights(tmp_path: Path) -> None:
    (tmp_path / "old.yml").write_bytes(b"before")
    (tmp_path / "old.yml").chmod(0o600)
    write_files({tmp_path / "new.yml": b"after"}, tmp_path, moved={tmp_path / "new.yml": tmp_path / "old.yml"})
    assert _tree(tmp_path) == {"new.yml": b"after"}
    assert stat.S_IMODE((tmp_path / "new.yml").stat().st_mode) == 0o600


def test_of_a_renamed_link_the_link_moves_and_its_file_is_written(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "file.yml").write_bytes(b"before")
    (tmp_path / "old.yml").symlink_to("real/file.yml")
    write_files({tmp_path / "new.yml": b"after"}, tmp_path, moved={tmp_path / "new.yml": tmp_path / "old.yml"})
    assert (tmp_path / "new.yml").readlink() == Path("real/file.yml")
    assert {path.name for path in tmp_path.iterdir()} == {"new.yml", "real"}
    assert _tree(tmp_path / "real") == {"file.yml": b"after"}


def test_a_renamed_link_is_put_back_after_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file.yml").write_bytes(b"before")
    (tmp_path / "old.yml").symlink_to("file.yml")
    unlink = os.unlink

    def broken(path: str) -> None:
        if path.endswith("old.yml"):
            raise OSError(errno.EIO, "broken", path)
        unlink(path)

    monkeypatch.setattr(os, "unlink", broken)
    with pytest.raises(Refused, match=r"old\.yml cannot be written: broken"):
        write_files({tmp_path / "new.yml": b"after"}, tmp_path, moved={tmp_path / "new.yml": tmp_path / "old.yml"})
    monkeypatch.undo()
    recovered(tmp_path)
    assert (tmp_path / "old.yml").readlink() == Path("file.yml")
    assert not (tmp_path / "new.yml").exists()
    assert (tmp_path / "file.yml").read_bytes() == b"before"


def test_a_new_file_that_cannot_be_deleted_again_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "old.yml").write_bytes(b"before")

    def broken(path: str) -> None:
        raise OSError(errno.EROFS, "read-only", path)

    monkeypatch.setattr(os, "unlink", broken)
    new = tmp_path / "new.yml"
    with pytest.raises(Refused, match=rf"Not all could be undone: .*new, and to be deleted: {re.escape(str(new))}\.$"):
        write_files({new: b"after"}, tmp_path, moved={new: tmp_path / "old.yml"})
    assert (tmp_path / "old.yml").read_bytes() == b"before"


def test_who_changes_files_is_alone_until_all_is_written(tmp_path: Path) -> None:
    with changing(tmp_path):
        write_files({tmp_path / "one.yml": b"one"}, tmp_path)
        with pytest.raises(BlockingIOError):
            lock(tmp_path)
    os.close(lock(tmp_path))


def test_what_waits_for_another_change_first_finishes_what_that_has_left(tmp_path: Path) -> None:
    (tmp_path / ".playbook-change-0123456789abcdef.begun").write_bytes(b"{}")
    with changing(tmp_path):
        assert not list(tmp_path.iterdir())


def test_what_was_written_since_a_kill_is_not_deleted(tmp_path: Path) -> None:
    _start(tmp_path)
    with pytest.MonkeyPatch.context() as patches:

        def killed(*_: object) -> None:
            raise Killed

        patches.setattr(change, "apply", killed)
        patches.setattr("generator.system.files._undone", killed)
        with pytest.raises(Killed):
            _change(tmp_path)
    (tmp_path / "gone.yml").write_bytes(b"again")
    recovered(tmp_path)
    assert _tree(tmp_path) == {**AFTER, "gone.yml": b"again"}


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b'{"files": [["x"]], "folders": []}', b"\xff"])
def test_a_damaged_journal_changes_nothing(tmp_path: Path, content: bytes) -> None:
    _start(tmp_path)
    (tmp_path / ".playbook-change-0123456789abcdef.complete").write_bytes(content)
    recovered(tmp_path)
    assert _tree(tmp_path) == BEFORE


def test_a_folder_and_a_path_through_a_file_are_named(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"mine")
    with pytest.raises(Refused, match=r"folder cannot be written: it is a folder\. Rename that"):
        write_files({tmp_path / "folder": b""}, tmp_path)
    with pytest.raises(Refused, match=r"file cannot be written: File exists\. Something else has this name"):
        write_files({tmp_path / "file" / "x.yml": b""}, tmp_path)
    assert _tree(tmp_path) == {"file": b"mine"}


def test_a_pipe_is_written_as_it_is(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    write_file(tmp_path / "pipe", b"through")
    assert os.read(reader, 100) == b"through"
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)
    os.close(reader)
