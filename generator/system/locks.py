"""Locks that end with the process that holds them."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import get_ident

_held = set[tuple[int, int, int]]()
"""The folders that threads of this process have locked, by thread, device and inode."""


def lock(path: str | os.PathLike[str], flags: int = os.O_RDONLY) -> int:
    """Lock a file or folder until the returned descriptor is closed. Raises OSError if another process has it."""
    descriptor = os.open(path, flags | os.O_NOFOLLOW)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        raise
    return descriptor


@contextmanager
def alone(folder: str | os.PathLike[str]) -> Iterator[None]:
    """Wait until no other process is here with the same folder. Where there are no locks, do not wait.

    A thread that is here already does not wait for itself.
    """
    descriptor, key = None, None
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        found = os.fstat(descriptor)
        key = (get_ident(), found.st_dev, found.st_ino)
        if key in _held:
            key = None
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            _held.add(key)
    try:
        yield
    finally:
        if key is not None:
            _held.discard(key)
        if descriptor is not None:
            os.close(descriptor)
