"""What tells whether a file is still the same without reading it."""

from __future__ import annotations

import os
import time

SETTLED = 2 * 10**9
"""How many nanoseconds ago a file must have changed for its time to tell it from any later state of it."""


def state_of(path: str | os.PathLike[str]) -> tuple[int, ...] | None:
    """What changes whenever a file does; None if that is not certain.

    That is its place on the disk, its size and the time of its last change, which programs cannot set.
    """
    try:
        found = os.stat(path)
    except OSError:
        return None
    if found.st_ctime_ns > time.time_ns() - SETTLED:
        return None
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns
