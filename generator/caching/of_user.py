"""The cache of a user: results that are the same for all playbooks, and too expensive to be made in each fresh clone.

Unlike `.cache` of a playbook, it is never copied from one machine to another, so it may contain compiled code.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from generator.caching.kept import Kept

NOWHERE = Path(os.devnull)
"""Nothing can be kept under a file."""


def of_user(name: str) -> Kept:
    """The part `name` of the cache; one that keeps nothing if others than the user could write to it."""
    return Kept(_own(name) or NOWHERE / name)


def _always() -> bool:
    return True


def made_once(name: str, key: str, make: Callable[[], bytes], most: int, still: Callable[[], bool] = _always) -> bytes:
    """What `make` gives, or what the part `name` of the cache has under `key`, of which it keeps the newest `most`.

    The key says everything that decides the result. If it does not `still` when that is made, it is not kept.
    """
    kept = of_user(name)
    found = kept.get(key)
    if found is None:
        found = make()
        if still():
            kept.keep_newest(most - 1)
            kept.put(key, found)
    return found


def _own(name: str) -> Path | None:
    home = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    if not os.path.isabs(home):
        return None
    folder = Path(home, "playbook", name)
    try:
        folder.mkdir(0o700, parents=True, exist_ok=True)
        found = folder.lstat()
    except OSError:
        return None
    return folder if found.st_uid == os.getuid() and not found.st_mode & 0o022 else None
