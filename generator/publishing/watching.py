"""Changes of files: what they are compared by, and when a change is complete."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

LOOK_EVERY = 0.25
"""Seconds between two checks of the files."""


Snapshot: TypeAlias = Mapping[str, tuple[int, int, int]]


def snapshot(paths: Iterable[Path]) -> Snapshot:
    """The state of all files at and under `paths`, to be compared with a later one.

    Polling a thousand files takes a few milliseconds, works on every file system and misses nothing, unlike
    notifications.
    """
    state = {}
    for path in paths:
        for folder, folders, names in os.walk(path) if path.is_dir() else [(str(path.parent), [], [path.name])]:
            folders[:] = [name for name in folders if not name.startswith((".", "__"))]
            for name in names:
                if not (name.startswith(".") or name.endswith("~")):  # a temporary file of an editor
                    file = os.path.join(folder, name)
                    try:
                        found = os.stat(file)
                    except OSError:
                        continue
                    state[file] = (found.st_mtime_ns, found.st_size, found.st_ino)
    return state


def settled(watched: Callable[[], Iterable[Path]]) -> tuple[tuple[Path, ...], Snapshot]:
    """Wait until nothing changes any more: editors and version control write many files at once.

    The paths are computed afterwards, because the configuration, which names them, may have changed.
    """
    last = None
    while True:
        paths = tuple(watched())
        now = snapshot(paths)
        if now == last:
            return paths, now
        last = now
        time.sleep(LOOK_EVERY / 2)
