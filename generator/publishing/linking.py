"""Files of the published site that stay the same: they are linked into the new site instead of written again.

To make all folders of a site and to delete them again takes longer than anything else after a small edit. So the site
that was replaced is put aside, without the files that the new one does not share, and becomes the next staging folder.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Container, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

from generator.parallel import ALONE, Workers
from generator.publishing.site_folder import MARKER, is_ours, remove
from generator.system.for_all import FILE, make_folders_for_all, write_for_all
from generator.system.locks import alone

State: TypeAlias = tuple[int, ...]
"""What is different when somebody has written to a file, or put another one in its place."""

Seen: TypeAlias = Mapping[str, tuple[State, str]]
"""Files by their paths, each as it was when it was read, with the hash of its content."""


def seen(published: Path) -> Seen:
    """The files of a published site. To read them takes long, so another process may do it ahead of `link`."""
    found: dict[str, tuple[State, str]] = {}
    for path, place in _files(str(published)):
        with suppress(OSError):
            content, there = _read(place)
            found[path] = (_state(there), hashlib.sha256(content).hexdigest())
    return found


def _files(folder: str, inside: str = "") -> Iterator[tuple[str, str]]:
    """What is in a folder and is no folder: the path within it, and the whole path."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path, f"{inside}{entry.name}/")
            else:
                yield f"{inside}{entry.name}", entry.path


def prepared(files: Mapping[str, str], published: Path, root: Path) -> Mapping[str, str]:
    """Those of the `files`, by path with the hash of their content, that lie in `published`, to be linked into `root`.

    `root` contains no other files then, if it was empty before.
    """
    there = {path: content for path, content in files.items() if os.path.lexists(f"{published}/{path}")}
    if there and _take_aside(published, root):
        _prune(str(root), there)
    return there


def link(
    files: Mapping[str, str],
    published: Path,
    root: Path,
    workers: Workers = ALONE,
    known: Seen = MappingProxyType({}),
) -> Mapping[str, str]:
    """Bring the `files`, which were `prepared`, from `published` into `root` as well.

    They are hard links, or copies where there can be none. A file with another content is left out. Returns the others.
    What is `known` of a file is not read again.
    """
    if len(files) - len(known) < WORTH_SHARING:
        workers = ALONE
    return dict(workers.share(partial(_link, published, root, known), tuple(files.items())))


WORTH_SHARING = 100
"""Fewer files are read sooner than another process has begun with them."""


def put_aside(old: Path, target: Path, known: Seen, files: Mapping[str, str]) -> None:
    """Put the site `old` aside, which the one in `target` has replaced, with the files that they share.

    `known` is what was seen of the old site, `files` are the hashes of the new one. What else there is does no harm: it
    is deleted when the folder is used.
    """
    aside = _aside(target)
    if old.parent != aside.parent:  # nothing can be written beside the target
        return
    shared = [path for path, (_, content) in known.items() if files.get(path) == content and path != MARKER]
    with suppress(OSError):
        for path in known.keys() - {*shared, MARKER}:
            os.unlink(os.path.join(old, path))
        is_linked = any(_is_same(os.path.join(target, path), os.lstat(os.path.join(old, path))) for path in shared)
        if is_linked and (is_ours(aside) or not os.path.lexists(aside)):
            with alone(aside.parent):
                remove(aside)
                os.rename(old, aside)


def _aside(target: Path) -> Path:
    absolute = Path(os.path.abspath(target))
    return absolute.with_name(f".{absolute.name}-aside")


def _take_aside(published: Path, root: Path) -> bool:
    """Put the folder that was put aside in the place of `root`, which contains only the marker of a running build."""
    aside = _aside(published)
    with suppress(OSError), alone(aside.parent):
        if is_ours(aside) and os.listdir(root) == [MARKER]:
            os.replace(root / MARKER, aside / MARKER)  # the file that the running build has locked
            try:
                os.rename(aside, root)  # which is empty now
            except OSError:
                os.replace(aside / MARKER, root / MARKER)
                raise
            return True
    return False


def _prune(folder: str, wanted: Container[str], inside: str = "") -> bool:
    """Delete what is not wanted in a folder, and folders that are empty then. Returns whether anything is left."""
    is_left = False
    with os.scandir(folder) as entries:
        for entry in entries:
            path = f"{inside}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                if _prune(entry.path, wanted, f"{path}/"):
                    is_left = True
                else:
                    os.rmdir(entry.path)
            elif path in wanted or path == MARKER:
                is_left = True
            else:
                os.unlink(entry.path)
    return is_left


def _link(published: Path, root: Path, known: Seen, files: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    linked = []
    for path, wanted in files:
        source, target = f"{published}/{path}", f"{root}/{path}"
        with suppress(OSError):
            found = os.lstat(source)
            if known.get(path) == (_state(found), wanted) and _is_linked(source, target, found):
                linked.append((path, wanted))
                continue
            content, found = _read(source)
            if hashlib.sha256(content).hexdigest() == wanted:
                if not _is_linked(source, target, found):
                    write_for_all(target, content)
                linked.append((path, wanted))
                continue
        with suppress(OSError):
            os.unlink(target)
    return linked


def _read(path: str) -> tuple[bytes, os.stat_result]:
    """The content of a file as it was found. Raises OSError for everything else that may lie there."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    with open(descriptor, "rb", buffering=0) as file:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode):
            raise OSError(f"{path} is no file")
        return file.read(), found


def _state(found: os.stat_result) -> State:
    return found.st_dev, found.st_ino, found.st_mode, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def _is_same(path: str, found: os.stat_result) -> bool:
    """Whether the file at `path` is the one that was `found`."""
    try:
        there = os.lstat(path)
    except OSError:
        return False
    return (there.st_dev, there.st_ino) == (found.st_dev, found.st_ino)


def _is_linked(source: str, target: str, found: os.stat_result) -> bool:
    """Whether `target` is the file that was `found` at `source`, or becomes a link to it."""
    if stat.S_IMODE(found.st_mode) != FILE:
        os.chmod(source, FILE)
    if _is_same(target, found):
        return True
    make_folders_for_all(os.path.dirname(target))
    with suppress(FileNotFoundError):
        os.unlink(target)
    with suppress(OSError):  # the file system has no hard links, or no more of this file
        os.link(source, target, follow_symlinks=False)
        if _is_same(target, found):
            return True
        os.unlink(target)  # another build has published another file meanwhile
    return False
