"""Write files, and replace the published site with a new one.

A site is written to a staging folder beside the target, which replaces the target in one system call. A build that
fails or is killed at any moment leaves either the complete old site or the complete new one. Where the target must stay
the same folder, because it is mounted in a container for example, its files are replaced one after the other.
"""

from __future__ import annotations

import ctypes
import errno
import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from tempfile import mkdtemp

from generator.parallel import ALONE, Workers
from generator.publishing.in_place import NOT_OURS, fill
from generator.publishing.mounted import is_mounted
from generator.site.page import Artifact
from generator.system.for_all import FOLDER, make_folders_for_all, write_for_all
from generator.system.locks import alone, lock
from generator.system.refusal import REMEDIES, Refused, reason, remedy

MARKER = ".playbook-site"
"""The marker file of a folder that was written by a build and may be replaced."""

MARKER_TEXT = b"`playbook build` writes this folder and replaces it as a whole. Do not keep files of your own in it.\n"

MARKER_HASH = hashlib.sha256(MARKER_TEXT).hexdigest()

FIXED = frozenset({errno.EBUSY, errno.EXDEV})
"""Errors of folders that cannot be renamed: mount points, and those of a lower layer of an overlay."""


class OutputRefused(Refused):
    """The target must not be replaced. The message says why and what to do."""


def write(artifacts: Iterable[Artifact], root: Path, workers: Workers = ALONE) -> Mapping[str, str]:
    """Write `artifacts` into the folder `root`, each in any of the processes of `workers`.

    Returns the hashes of their contents by path. Raises ValueError for a path outside, FileExistsError for a duplicate.
    """
    root = root.resolve()
    return dict(workers.share(partial(_write, root), tuple(artifacts)))


def _write(root: Path, artifacts: Sequence[Artifact]) -> list[tuple[str, str]]:
    hashes, folders = [], set[str]()
    for artifact in artifacts:
        path = os.path.normpath(os.path.join(root, artifact.path))
        folder = os.path.dirname(path)
        if folder not in folders:
            if not f"{os.path.realpath(folder)}/".startswith(f"{root}/") or path == str(root):
                raise ValueError(f"an artifact would be written outside of the site: {artifact.path}")
            make_folders_for_all(folder)
            folders.add(folder)
        content = artifact.content
        write_for_all(path, content)
        hashes.append((artifact.path, hashlib.sha256(content).hexdigest()))
    return hashes


@contextmanager
def staged(target: Path) -> Iterator[Path]:
    """An empty staging folder beside `target`, for `publish`.

    At the end its content is deleted: an unfinished site, or the old one after a swap. The folder is locked while its
    build runs; staging folders of killed builds are deleted first.
    """
    target = _absolute(target)
    if not target.name:
        raise OutputRefused(f"{target} is the root of the file system. Name a folder in it with --site-dir.")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with alone(target.parent):
            _recover(target)
            _refuse(target)
            _sweep(target, target.parent)
            staging = _staging_for(target)
            locked = _marked(staging)
    except OSError as error:
        raise _refused(target, error) from error
    try:
        yield staging
    except Exception as error:
        if found := _of_the_system(error, staging):
            raise _refused(target, found) from error
        raise
    finally:
        os.close(locked)
        remove(staging)


def _marked(staging: Path) -> int:
    """Write the marker and lock it. Without it, nobody would delete the folder."""
    try:
        os.chmod(staging, FOLDER)
        write_for_all(str(staging / MARKER), MARKER_TEXT)
        return lock(staging / MARKER, os.O_RDWR)
    except OSError:
        shutil.rmtree(staging, ignore_errors=True)
        raise


def _staging_for(target: Path) -> Path:
    """A new folder beside the target, or in it if only that can be written, as in a container."""
    try:
        return Path(mkdtemp(prefix=_prefix(target), dir=target.parent))
    except OSError:
        if not target.is_dir():
            raise
        _sweep(target, target)
        return Path(mkdtemp(prefix=_prefix(target), dir=target))


def publish(staging: Path, target: Path, *, in_place: bool = False) -> None:
    """Replace `target` with the folder `staging`, or only its files. `staging` contains what is left of the old one."""
    target = _absolute(target)
    try:
        with alone(target.parent):
            _refuse(target)
            if in_place or staging.parent == target or is_mounted(target) or not _swap(staging, target):
                target.mkdir(exist_ok=True)
                fill(target, staging, first=MARKER)
    except OSError as error:
        raise _refused(target, error) from error


def _of_the_system(error: BaseException, staging: Path) -> OSError | None:
    """The cause of an error that lies in the system: a full disk, or another fault in writing to the folder."""
    at: BaseException | None = error
    while at:
        if isinstance(at, OSError) and not isinstance(at, FileExistsError) and _concerns(at, staging):
            return at
        at = at.__cause__ or at.__context__
    return None


def _concerns(error: OSError, staging: Path) -> bool:
    full = error.errno in (errno.ENOSPC, errno.EDQUOT)
    return full or (error.errno in REMEDIES and str(error.filename).startswith(f"{staging}{os.sep}"))


def _absolute(target: Path) -> Path:
    """The absolute path without following links, because a target that is a link must be detected."""
    return Path(os.path.abspath(target))


def _refuse(target: Path) -> None:
    """Raise `OutputRefused` if `target` must not be replaced."""
    elsewhere = "Name another folder with --site-dir"
    if target.is_symlink():
        raise OutputRefused(f"{target} is a symbolic link. Name its target, or another folder, with --site-dir.")
    if not target.exists():
        return
    if not target.is_dir():
        raise OutputRefused(f"{target} is a file, but the site needs a folder. {elsewhere}, or remove the file.")
    if any(child.name not in NOT_OURS for child in target.iterdir()) and not (target / MARKER).is_file():
        raise OutputRefused(
            f"{target} contains files that no playbook build has written, and a build would delete them. "
            f"{elsewhere}, or empty this one yourself if you do not need them."
        )


def _refused(target: Path, error: OSError) -> OutputRefused:
    if isinstance(error, FileExistsError | NotADirectoryError):
        why = "a part of its path is a file. Rename that"
    elif error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EPERM):
        why = f"{reason(error)}. Check the permissions of {target.parent} and the free space of its disk"
    else:
        why = f"{reason(error)}. {remedy(error)}"
    return OutputRefused(f"{target} cannot be written: {why}, or name another folder with --site-dir.")


def _swap(staging: Path, target: Path) -> bool:
    """Put the folder `staging` in the place of `target`. Returns False if that must stay the same folder."""
    try:
        if not target.exists() or not any(target.iterdir()):
            os.rename(staging, target)  # also replaces an empty folder
        elif not _exchange(staging, target):
            _rename_both(staging, target)
    except OSError as error:
        if error.errno in FIXED and target.is_dir():
            return False
        raise
    return True


def _rename_both(staging: Path, target: Path) -> None:
    # If the system cannot swap two folders atomically, `_recover` repairs an interrupted swap.
    os.rename(target, _previous(target))
    try:
        os.rename(staging, target)
    except OSError:
        os.rename(_previous(target), target)
        raise
    remove(_previous(target))


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one system call. Returns False if there is no such call."""
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
    """Finish or undo an interrupted swap by two renames."""
    previous = _previous(target)
    if not is_ours(previous):
        return
    if target.exists():
        remove(previous)
    else:
        os.rename(previous, target)


def _sweep(target: Path, place: Path) -> None:
    """Delete staging folders of killed builds of `target` in `place`. Those of running builds are locked."""
    with suppress(OSError):
        for folder in sorted(path for path in place.iterdir() if path.name.startswith(_prefix(target))):
            try:
                locked = lock(folder / MARKER, os.O_RDWR) if is_ours(folder) else None
            except OSError:
                continue
            if locked is not None:
                remove(folder)
                os.close(locked)
            elif folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()


def remove(folder: Path) -> None:
    """Delete a folder as far as possible, its marker last, so that the next build can continue."""
    with suppress(OSError):
        for child in folder.iterdir():
            if child.is_dir() and not child.is_symlink():
                shutil.rmtree(child, ignore_errors=True)
            elif child.name != MARKER:
                child.unlink(missing_ok=True)
        if {child.name for child in folder.iterdir()} <= {MARKER}:
            (folder / MARKER).unlink(missing_ok=True)
            folder.rmdir()


def is_ours(folder: Path) -> bool:
    """Whether a build has written the folder."""
    return not folder.is_symlink() and (folder / MARKER).is_file()
