"""Effects at the edge: write files, and swap a finished site for the published one.

A site is made in a folder beside the target and takes the target's place in one system call, so that a build
that fails or is killed at any moment leaves the whole old site or the whole new one.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp

from generator.site.page import Artifact

MARKER = ".playbook-site"
"""The file by which a folder is known as a site of ours, which may be replaced."""

MARKER_TEXT = b"`playbook build` writes this folder and replaces it as a whole. Do not keep files of your own in it.\n"


class OutputRefused(Exception):
    """The target cannot be published to. The message says why and what to do."""


def write(artifacts: Iterable[Artifact], root: Path) -> None:
    """Write `artifacts` into the folder `root`. A path outside of it, or one that is taken, is a fault of ours."""
    root = root.resolve()
    for artifact in artifacts:
        path = (root / artifact.path).resolve()
        if root not in path.parents:
            raise ValueError(f"an artifact would be written outside of the site: {artifact.path}")
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(artifact.content)


@contextmanager
def staged(target: Path) -> Iterator[Path]:
    """An empty folder beside `target` to make a site in, which `publish` then takes.

    Whatever is in it at the end is removed: an unfinished site, or the old one after a swap. The folder is locked
    as long as its build lives; what dead builds left behind is removed first.
    """
    target = _absolute(target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with _alone(target.parent):
            _recover(target)
            _refuse(target)
            _sweep(target)
            staging = Path(mkdtemp(prefix=_prefix(target), dir=target.parent))
            (staging / MARKER).write_bytes(MARKER_TEXT)
            lock = _lock(staging / MARKER)
    except OSError as error:
        raise _refused(target, error) from error
    try:
        yield staging
    except Exception as error:
        if full := _full_disk(error):
            raise _refused(target, full) from error
        raise
    finally:
        os.close(lock)
        _remove(staging)


def publish(staging: Path, target: Path) -> None:
    """Let the folder `staging` take the place of `target`. The old site is removed."""
    target = _absolute(target)
    _normalise(staging)
    try:
        with _alone(target.parent):
            _refuse(target)
            _swap(staging, target)
    except OSError as error:
        raise _refused(target, error) from error
    _remove(staging)


def _full_disk(error: BaseException) -> OSError | None:
    """What says that nothing more can be written, among the causes of an error: whoever meets it may wrap it."""
    at: BaseException | None = error
    while at:
        if isinstance(at, OSError) and at.errno in (errno.ENOSPC, errno.EDQUOT):
            return at
        at = at.__cause__ or at.__context__
    return None


def _absolute(target: Path) -> Path:
    """Without following links: a target that is one has to be seen."""
    return Path(os.path.abspath(target))


def _refuse(target: Path) -> None:
    """Raise where `target` is not ours to replace."""
    elsewhere = "Name another folder with --site-dir"
    if target.is_symlink():
        raise OutputRefused(
            f"{target} is a symbolic link. Name the folder it leads to, or another one, with --site-dir."
        )
    if not target.exists():
        return
    if not target.is_dir():
        raise OutputRefused(f"{target} is a file, and the site is a folder. {elsewhere}, or remove the file.")
    if os.path.ismount(target):
        raise OutputRefused(
            f"{target} is a mount point and cannot be swapped. Name a folder inside it with --site-dir."
        )
    if any(target.iterdir()) and not (target / MARKER).is_file():
        raise OutputRefused(
            f"{target} holds files that are not a site made by playbook, and a build would replace them all. "
            f"{elsewhere}, or empty this one yourself if nothing in it is needed."
        )


def _refused(target: Path, error: OSError) -> OutputRefused:
    through_a_file = isinstance(error, FileExistsError | NotADirectoryError)
    reason = "the way to it leads through a file" if through_a_file else error.strerror
    return OutputRefused(
        f"{target} cannot be written: {reason}. Check who may write to {target.parent} and whether its disk is full, "
        "or name another folder with --site-dir."
    )


def _swap(staging: Path, target: Path) -> None:
    if not target.exists() or not any(target.iterdir()):
        os.rename(staging, target)  # takes the place of an empty folder as well
    elif not _exchange(staging, target):
        # Where the system cannot exchange two folders, `_recover` repairs what a kill in between leaves.
        os.rename(target, _previous(target))
        os.rename(staging, target)
        _remove(_previous(target))


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change names in one system call. False where there is no such call."""
    here, exchange = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    if renameat2(here, os.fsencode(one), here, os.fsencode(other), ctypes.c_uint(exchange)) == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP):
        return False
    raise OSError(code, os.strerror(code), str(other))


def _prefix(target: Path) -> str:
    return f".{target.name}-staging-"


def _previous(target: Path) -> Path:
    return target.with_name(f".{target.name}-previous")


def _recover(target: Path) -> None:
    """Finish or undo a swap by two renames that was cut off."""
    previous = _previous(target)
    if not _is_ours(previous):
        return
    if target.exists():
        _remove(previous)
    else:
        os.rename(previous, target)


def _sweep(target: Path) -> None:
    """Remove what dead builds left beside `target`. What is in use is locked by its build."""
    for folder in sorted(target.parent.glob(f"{_prefix(target)}*")):
        try:
            lock = _lock(folder / MARKER) if _is_ours(folder) else None
        except OSError:
            continue
        if lock is not None:
            _remove(folder)
            os.close(lock)
        elif folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def _remove(folder: Path) -> None:
    """Remove a folder as far as possible, its marker last: until then the next build can go on with it."""
    with suppress(OSError):
        for child in folder.iterdir():
            if child.is_dir() and not child.is_symlink():
                shutil.rmtree(child, ignore_errors=True)
            elif child.name != MARKER:
                child.unlink(missing_ok=True)
        if {child.name for child in folder.iterdir()} <= {MARKER}:
            (folder / MARKER).unlink(missing_ok=True)
            folder.rmdir()


def _is_ours(folder: Path) -> bool:
    return not folder.is_symlink() and (folder / MARKER).is_file()


def _normalise(root: Path) -> None:
    """Give all files of a site the same rights, whatever the umask was."""
    for folder, _, names in os.walk(root):
        os.chmod(folder, 0o755)
        for name in names:
            os.chmod(os.path.join(folder, name), 0o644)


def _lock(file: Path) -> int:
    """Lock a file until the returned descriptor is closed or its process ends."""
    descriptor = os.open(file, os.O_RDWR)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        raise
    return descriptor


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Wait until no other build is at work on the names in `folder`, where its file system can tell."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
