"""Bring a new site into a folder that must stay the same folder, file by file.

No page is there before what it needs, and nothing goes before the pages that need it. A build that is killed meanwhile
leaves pages of both sites; the next one finishes its work.
"""

from __future__ import annotations

import filecmp
import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import mkdtemp

NOT_OURS = frozenset({"lost+found"})
"""What a file system has in its topmost folder."""

_NEW = ".playbook-new-"

_LISTS = ("sitemap.xml", "feed.xml", "llms.txt", "data.json", "sw.js")
_LISTING = ("api/",)
"""What names pages, or data about them, and comes after them."""


def fill(target: Path, staging: Path, *, first: str) -> None:
    """Make the content of `target` that of `staging`; the file `first` is there before all others.

    Raises OSError. If the disk is full, that is noticed before anything has changed.
    """
    new, old = sorted(_files(staging)), sorted(_files(target, but=staging))
    changed = [name for name in new if not _same(staging / name, target / name)]
    beside = Path(mkdtemp(prefix=_NEW, dir=target))
    try:
        for name in changed:
            (beside / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(staging / name, beside / name)
            (beside / name).chmod(0o644)
        for name in sorted(changed, key=lambda name: (name != first, _turn(name), name)):
            _make_room(target, name)
            os.replace(beside / name, target / name)
        for name in sorted(set(old) - set(new), key=lambda name: (-_turn(name), name)):
            _remove(target, name)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    _remove_empty(target, staging)


def _turn(name: str) -> int:
    """In which turn a file comes; they go in the opposite order."""
    if name in _LISTS or name.startswith(_LISTING):
        return 2
    return 1 if name.endswith((".html", ".md")) else 0


def _files(root: Path, but: Path | None = None) -> Iterator[str]:
    """The files and links in a folder, without what no build may touch there."""
    for place, folders, names in os.walk(root):
        linked = [name for name in folders if os.path.islink(os.path.join(place, name))]
        folders[:] = [name for name in _ours(Path(place), folders, root, but) if name not in linked]
        for name in (*names, *linked):
            yield os.path.relpath(os.path.join(place, name), root)


def _ours(place: Path, names: Iterable[str], root: Path, but: Path | None) -> Iterator[str]:
    for name in names:
        if not (place == root and (name in NOT_OURS or _is_staging(place / name, but))):
            yield name


def _is_staging(folder: Path, staging: Path | None) -> bool:
    """Whether a folder is this build's staging folder, or that of another, which may run."""
    return staging is not None and folder.name.startswith(staging.name.rpartition("-")[0])


def _same(one: Path, other: Path) -> bool:
    if other.is_symlink() or not other.is_file():
        return False
    return os.path.samefile(one, other) or filecmp.cmp(one, other, shallow=False)


def _make_room(target: Path, name: str) -> None:
    """Make the folders of a file. What has one of their names and is none goes, as does a folder with its name."""
    place = target
    for part in Path(name).parent.parts:
        place /= part
        if place.is_symlink() or (place.exists() and not place.is_dir()):
            place.unlink()
        if not place.exists():
            place.mkdir()
            place.chmod(0o755)
    if (target / name).is_dir() and not (target / name).is_symlink():
        shutil.rmtree(target / name)


def _remove(target: Path, name: str) -> None:
    """Delete a file, unless a folder on its way, or it itself, had to make room for a new file."""
    path = target / name
    parents = path.parents[: len(Path(name).parts) - 1]
    is_folder = path.is_dir() and not path.is_symlink()
    if not is_folder and not any(parent.is_symlink() or not parent.is_dir() for parent in parents):
        path.unlink(missing_ok=True)


def _remove_empty(target: Path, staging: Path) -> None:
    for place, folders, _ in os.walk(target, topdown=False):
        for name in _ours(Path(place), folders, target, staging):
            folder = os.path.join(place, name)
            if not os.path.islink(folder) and not os.listdir(folder):
                os.rmdir(folder)
