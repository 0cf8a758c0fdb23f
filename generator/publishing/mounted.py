"""Whether a folder is mounted somewhere: then another one cannot take its place unnoticed."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

PROC = Path("/proc")


class _Mount(NamedTuple):
    """A line of `mountinfo`: which folder (`root`) of which file system (`device`) is seen at `point`."""

    device: str
    root: str
    point: str


def is_mounted(folder: Path) -> bool:
    """Whether the folder is a mount point, or is mounted elsewhere, such as in a container.

    Of containers of other users nothing can be seen. Where the system has no `/proc`, only mount points are found.
    """
    if os.path.ismount(folder):
        return True
    path = os.path.realpath(folder)
    around = [mount for mount in _mounts(PROC / "self") if f"{path}/".startswith(f"{mount.point.rstrip('/')}/")]
    if not around:
        return False
    own = max(around, key=lambda mount: len(mount.point))
    inside = os.path.normpath(os.path.join(own.root, os.path.relpath(path, own.point)))
    return own.point == path or any((mount.device, mount.root) == (own.device, inside) for mount in _all_mounts())


def _all_mounts() -> Iterator[_Mount]:
    """The mounts of all processes that may be looked at. Those of one container have the same."""
    seen = set[str]()
    for process in ("self", *(name for name in os.listdir(PROC) if name.isdigit())):
        with suppress(OSError):
            namespace = os.readlink(PROC / process / "ns" / "mnt")
            if namespace not in seen:
                seen.add(namespace)
                yield from _mounts(PROC / process)


def _mounts(process: Path) -> Iterator[_Mount]:
    with suppress(OSError):
        for line in os.fsdecode((process / "mountinfo").read_bytes()).splitlines():
            _, _, device, root, point, *_ = line.split(" ")
            yield _Mount(device, _plain(root), _plain(point))


def _plain(path: str) -> str:
    """A path in which spaces and other characters are written as octal numbers."""
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), path)
