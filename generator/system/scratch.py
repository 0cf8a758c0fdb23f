"""The temporary folder of this process and of those that it starts. It is deleted with them."""

from __future__ import annotations

import atexit
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.system.locks import lock

PREFIX = "playbook-run-"

_own: list[tuple[Path, int]] = []
"""The folder of this process with its lock, once there is one; -1 if another process has the lock."""


def folder() -> Path:
    """The folder. Those of processes that were killed are deleted first."""
    if not _own:
        _own.append(_made())
        atexit.register(remove)
    return _own[0][0]


def belongs_to(parent: Path) -> None:
    """Use the folder of the process that has started this one."""
    _own[:] = [(parent, -1)]


def remove() -> None:
    """Delete the folder, if there is one."""
    while _own:
        path, locked = _own.pop()
        shutil.rmtree(path, ignore_errors=True)
        if locked >= 0:
            os.close(locked)


@contextmanager
def used_for_temporary_files() -> Iterator[None]:
    """Libraries that make temporary files make them in the folder."""
    import tempfile

    before, tempfile.tempdir = tempfile.tempdir, str(folder())
    try:
        yield
    finally:
        tempfile.tempdir = before


def _made() -> tuple[Path, int]:
    from tempfile import gettempdir, mkdtemp

    _sweep(Path(gettempdir()))
    while True:
        made = Path(mkdtemp(prefix=PREFIX))
        # Another process may sweep it before it is locked.
        try:
            locked = lock(made)
        except (FileNotFoundError, BlockingIOError):
            continue
        except BaseException:
            made.rmdir()
            raise
        if made.is_dir():
            return made, locked
        os.close(locked)


def _sweep(place: Path) -> None:
    """Delete the folders of processes that do not live any more."""
    with suppress(OSError):
        for path in place.glob(f"{PREFIX}*"):
            with suppress(OSError):
                if path.lstat().st_uid == os.geteuid():
                    locked = lock(path)
                    shutil.rmtree(path, ignore_errors=True)
                    os.close(locked)
