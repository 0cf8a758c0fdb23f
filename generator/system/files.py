"""Write files of people. Caches are written by `caching.kept`, sites by `publishing.site_folder`."""

from __future__ import annotations

import errno
import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.system import change
from generator.system.change import FileStep
from generator.system.locks import alone
from generator.system.refusal import Refused, cannot_write

NOTHING = "Nothing was changed."


def write_files(
    files: Mapping[Path, bytes],
    root: Path,
    *,
    moved: Mapping[Path, Path] | None = None,
    deleted: Collection[Path] = (),
) -> None:
    """Write the files and delete others, all or nothing, with the missing folders. Links are followed.

    `root` is the folder that `recovered` looks into after a kill. `moved` maps new paths to the old ones in the same
    folder, whose rights they get; of a link, the link moves and the file it leads to is written. A file keeps its
    rights, owner, attributes and hard links. Raises `Refused` if the system does not let us.
    """
    moved = {now: before for now, before in (moved or {}).items() if now != before}
    gone = dict.fromkeys((*deleted, *moved.values()))
    links = {now: before for now, before in moved.items() if before.is_symlink()}
    files = {Path(os.path.realpath(links.get(path, path))) if path in links else path: files[path] for path in files}
    if files or gone:
        with alone(root):
            change.recover(str(root))
            _write(files, os.path.abspath(root), moved, gone, links)


@contextmanager
def changing(root: Path) -> Iterator[None]:
    """Be the only command that changes files under a folder, from reading them to writing them."""
    with alone(root):
        change.recover(str(root))
        yield


def recovered(root: Path) -> None:
    """Finish or delete what killed commands have left in a folder. Does nothing where that cannot be written."""
    if next(change.left_over(str(root)), None):
        with alone(root):
            change.recover(str(root))


def write_file(path: Path, content: bytes) -> None:
    """Write one file whole. What is no file, such as a pipe or a terminal, is written as it is."""
    if path.exists() and not path.is_file() and not path.is_dir():
        try:
            with path.open("wb") as stream:
                stream.write(content)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise cannot_write(path, error) from error
    else:
        write_files({path: content}, path.absolute().parent)


def _write(
    files: Mapping[Path, bytes],
    root: str,
    moved: Mapping[Path, Path],
    gone: Collection[Path],
    links: Mapping[Path, Path],
) -> None:
    token = os.urandom(8).hex()
    steps = tuple(_steps(token, (*files, *links), gone))
    folders = tuple(_missing_folders(step.target for step in steps))
    new = [
        *((content, os.path.realpath(moved.get(path, path)), "") for path, content in files.items()),
        *((b"", "", os.readlink(before)) for before in links.values()),
        *((b"", "", "") for _ in gone),
    ]
    at, begun = root, list[FileStep]()
    try:
        change.begin(root, token, steps, folders)
        for folder in folders:
            at = folder
            os.mkdir(folder)
        for step, (content, like, link) in zip(steps, new, strict=True):
            at = step.target
            change.stage(step, content, like, link)
        at = root
        change.mark(root, token, change.BEGUN, change.COMPLETE)
        for step in steps:
            at = step.target
            begun.append(step)
            change.apply(step)
    except BaseException as error:
        left = _undone(root, token, begun)
        change.finish(root, [step for step in steps if step not in left], folders, token)
        if isinstance(error, OSError):
            raise cannot_write(at, error, _outcome(left)) from error
        raise
    change.finish(root, steps, (), token)


def _undone(root: str, token: str, begun: Collection[FileStep]) -> tuple[FileStep, ...]:
    """Put back the former contents. Returns the steps of which that is impossible."""
    if not begun:
        return ()
    with suppress(OSError):
        change.mark(root, token, change.COMPLETE, change.UNDOING)
    left = change.undo(tuple(begun))
    if not left:
        with suppress(OSError):
            change.mark(root, token, change.UNDOING, change.BEGUN)
    return left


def _outcome(left: Collection[FileStep]) -> str:
    former = [step.old for step in left if os.path.lexists(step.old)]
    new = [step.target for step in left if step.old not in former]
    said = (
        f"the former contents are in {', '.join(former)}" if former else "",
        f"new, and to be deleted: {', '.join(new)}" if new else "",
    )
    return f"Not all could be undone: {'; '.join(filter(None, said))}." if left else NOTHING


def _steps(token: str, files: Collection[Path], gone: Iterable[Path]) -> Iterator[FileStep]:
    for number, path in enumerate(files):
        target = os.path.realpath(path) if path.is_symlink() else os.path.abspath(path)
        if os.path.isdir(target):
            raise Refused(f"{path} cannot be written: it is a folder. Rename that, or use another name. {NOTHING}")
        if os.path.exists(target) and not os.access(target, os.W_OK):
            raise cannot_write(path, PermissionError(errno.EACCES, os.strerror(errno.EACCES)), NOTHING)
        yield FileStep(token, number, target, in_place=_must_stay(target))
    for number, path in enumerate(gone, len(files)):
        yield FileStep(token, number, os.path.abspath(path), deletes=True)


def _must_stay(target: str) -> bool:
    """Whether a file has several names, or belongs to somebody whom a new file could not be given."""
    try:
        found = os.stat(target)
    except OSError:
        return False
    return found.st_nlink > 1 or os.geteuid() not in (0, found.st_uid)


def _missing_folders(targets: Iterable[str]) -> Iterator[str]:
    """The folders that must be made, each before those in it."""
    known = set[str]()
    for target in targets:
        missing = []
        folder = os.path.dirname(target)
        while folder not in known and not os.path.isdir(folder) and folder != os.path.dirname(folder):
            missing.append(folder)
            known.add(folder)
            folder = os.path.dirname(folder)
        yield from reversed(missing)
