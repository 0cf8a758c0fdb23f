"""Locks that end with the process that holds them."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress


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
    """Wait until no other process is here with the same folder. Where there are no locks, do not wait."""
    descriptor = None
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        fcntl.flock(descriptor, fcntl.LOCK_EX)
    try:
        yield
    finally:
        if descriptor is not None:
            os.close(descriptor)
