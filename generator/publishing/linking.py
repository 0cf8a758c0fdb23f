"""Files of the published site that stay the same: they are linked into the new site instead of written again.

To make all folders of a site and to delete them again takes longer than anything else after a small edit. So the site
that was replaced is put aside, without the files that the new one does not share, and becomes the next staging folder.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Container, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

from generator.parallel import ALONE, Workers
from generator.publishing.site_folder import MARKER, is_ours, remove
from generator.system.change import write_new
from generator.system.locks import alone

State: TypeAlias = tuple[int, ...]
"""What is different when somebody has written to a file, or put another one in its place."""

Seen: TypeAlias = Mapping[str, tuple[State, str]]
"""Files by their paths, each as it was when it was read, with the hash of its content."""


def seen(published: Path) -> Seen:
    """The files of a published site. To read them takes long, so another process may do it ahead of `link`."""
    found: dict[str, tuple[State, str]] = {}
    for place, _, names in os.walk(published):
        inside = place[len(str(published)) + 1 :].replace(os.sep, "/")
        for name in names:
            with suppress(OSError):
                content, there = _read(os.path.join(place, name))
                found[f"{inside}/{name}" if inside else name] = (_state(there), hashlib.sha256(content).hexdigest())
    return found


def link(
    files: Mapping[str, str],
    published: Path,
    root: Path,
    workers: Workers = ALONE,
    known: Seen = MappingProxyType({}),
) -> Mapping[str, str]:
    """Bring those of the `files`, by path with the hash of their content, that lie in `published` into `root` as well.

    They are hard links, or copies where there can be none. A file with another content is left out. Returns the others.
    `root` contains no other files then, if it was empty before. What is `known` of a file is not read again.
    """
    there = {path: content for path, content in files.items() if os.path.lexists(os.path.join(published, path))}
    if there and _take_aside(published, root):
        _prune(root, there)
    if len(there) - len(known) < WORTH_SHARING:
        workers = ALONE
    return dict(workers.share(partial(_link, published, root, known), tuple(there.items())))


WORTH_SHARING = 100
"""Fewer files are read sooner than another process has begun with them."""


def put_aside(old: Path, target: Path) -> None:
    """Put the site `old` aside, which the one in `target` has replaced, with the files that they share."""
    aside, shared = _aside(target), 0
    if old.parent != aside.parent:  # nothing can be written beside the target
        return
    with suppress(OSError):
        for place, _, names in os.walk(old):
            of_target = os.path.join(target, os.path.relpath(place, old))
            for name in names:
                path = os.path.join(place, name)
                if _is_same(os.path.join(of_target, name), os.lstat(path)):
                    shared += 1
                elif name != MARKER or place != str(old):
                    os.unlink(path)
        if shared and (is_ours(aside) or not os.path.lexists(aside)):
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


def _prune(root: Path, wanted: Container[str]) -> None:
    """Delete what is not wanted, and folders that are empty then."""
    for place, folders, names in os.walk(root, topdown=False):
        inside = os.path.relpath(place, root)
        left = len(names)
        for name in names:
            path = name if inside == "." else f"{inside}/{name}"
            if path not in wanted and path != MARKER:
                os.unlink(os.path.join(place, name))
                left -= 1
        for name in folders:
            if os.path.islink(path := os.path.join(place, name)):
                os.unlink(path)
        if not left and place != str(root):
            with suppress(OSError):  # it contains folders
                os.rmdir(place)


def _link(published: Path, root: Path, known: Seen, files: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    linked, folders = [], set[str]()
    for path, wanted in files:
        source, target = os.path.join(published, path), os.path.join(root, path)
        folder = os.path.dirname(target)
        if folder not in folders:
            os.makedirs(folder, exist_ok=True)
            folders.add(folder)
        with suppress(OSError):
            found = os.lstat(source)
            if known.get(path) == (_state(found), wanted) and _is_linked(source, target, found):
                linked.append((path, wanted))
                continue
            content, found = _read(source)
            if hashlib.sha256(content).hexdigest() == wanted:
                if not _is_linked(source, target, found):
                    write_new(target, content)
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
    if _is_same(target, found):
        return True
    with suppress(FileNotFoundError):
        os.unlink(target)
    with suppress(OSError):  # the file system has no hard links, or no more of this file
        os.link(source, target, follow_symlinks=False)
        if _is_same(target, found):
            return True
        os.unlink(target)  # another build has published another file meanwhile
    return False
