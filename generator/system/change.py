"""A change of several files: all of it or nothing, also after a kill.

Beside each file lie its new content and its former one, under hidden names, until all are there. Then a journal in the
folder of the change is marked as complete, and the new contents take their places. A change that fails is undone. What
a kill has left is deleted, finished or undone by the next command, as the state of the journal says.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import stat
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

BEGUN, COMPLETE, UNDOING = "begun", "complete", "undoing"
"""The states of a journal: nothing has changed, or nothing any more; all is to be done; all is to be put back."""

_JOURNAL = re.compile(r"\.playbook-change-([0-9a-f]{16})\.(begun|complete|undoing)")


@dataclass(frozen=True, slots=True)
class FileStep:
    """What happens to one file, by its absolute path. `in_place`: another file would lose its owner or hard links."""

    token: str
    number: int
    target: str
    deletes: bool = False
    in_place: bool = False

    @property
    def new(self) -> str:
        return self._beside("new")

    @property
    def old(self) -> str:
        return self._beside("old")

    @property
    def again(self) -> str:
        return self._beside("again")

    def _beside(self, what: str) -> str:
        return os.path.join(os.path.dirname(self.target), f".playbook-{self.token}-{self.number}.{what}")


def write_fully(descriptor: int, content: bytes | memoryview) -> None:
    """Write all of the content: one call of the system may write less, such as at a limit."""
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def write_new(path: str, content: bytes) -> None:
    """Write a new file. Errors name it. Raises FileExistsError if there is one."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
    try:
        write_fully(descriptor, content)
    except OSError as error:
        error.filename = path
        raise
    finally:
        os.close(descriptor)


def stage(step: FileStep, content: bytes, like: str, link: str = "") -> None:
    """Put the former content and the new one beside the file, which gets the rights of the file `like`.

    With `link`, the new file is a symbolic link with that text.
    """
    if os.path.lexists(step.target):
        _keep_former(step)
    if step.deletes:
        return
    if link:
        os.symlink(link, step.new)
        return
    descriptor = os.open(step.new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o666)
    try:
        write_fully(descriptor, content)
        if os.path.exists(like):
            _become_like(descriptor, like)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _keep_former(step: FileStep) -> None:
    # A link would change with a file that is written in place, by this program or by others after a kill.
    if step.in_place or step.deletes:
        shutil.copy2(step.target, step.old, follow_symlinks=False)
    else:
        _link(step.target, step.old)


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:  # the file system has no hard links
        shutil.copy2(source, target, follow_symlinks=False)


def _become_like(descriptor: int, like: str) -> None:
    """Give a new file the group, the rights and the attributes of another, as far as that is allowed."""
    wanted, now = os.stat(like), os.fstat(descriptor)
    with suppress(OSError):
        if (wanted.st_uid, wanted.st_gid) != (now.st_uid, now.st_gid):
            os.fchown(descriptor, wanted.st_uid if os.geteuid() == 0 else -1, wanted.st_gid)
    os.fchmod(descriptor, stat.S_IMODE(wanted.st_mode))
    with suppress(OSError):
        for name in os.listxattr(like) if hasattr(os, "listxattr") else ():
            os.setxattr(descriptor, name, os.getxattr(like, name))


def apply(step: FileStep) -> None:
    """Give the file its new content, or delete it."""
    if step.deletes:
        os.unlink(step.target)
    elif step.in_place:
        _fill(step.target, step.new)
    else:
        os.replace(step.new, step.target)


def undo(steps: Sequence[FileStep]) -> tuple[FileStep, ...]:
    """Put back the former contents of files to which `apply` came. Returns the steps of which that is impossible."""
    left = []
    for step in reversed(steps):
        try:
            _put_back(step)
        except OSError:
            left.append(step)
    return tuple(reversed(left))


def _put_back(step: FileStep) -> None:
    if step.in_place:
        _fill(step.target, step.old)
    elif os.path.lexists(step.target if step.deletes else step.new):
        return  # it was not applied
    elif os.path.lexists(step.old):
        _remove(step.again)
        _link(step.old, step.again)  # the former content stays until all are put back
        os.replace(step.again, step.target)
    else:
        with suppress(FileNotFoundError):
            os.unlink(step.target)  # there was no file


def _fill(target: str, source: str) -> None:
    with open(source, "rb") as file:
        content = file.read()
    descriptor = os.open(target, os.O_WRONLY)
    try:
        write_fully(descriptor, content)
        os.ftruncate(descriptor, len(content))
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _remove(*paths: str) -> None:
    for path in paths:
        with suppress(OSError):
            os.unlink(path)


def finish(root: str, steps: Sequence[FileStep], folders: Sequence[str], token: str) -> None:
    """Delete what a change needed, and those of its `folders` that are empty. What cannot be deleted stays noted."""
    for step in steps:
        _remove(step.new, step.old, step.again)
    for folder in reversed(folders):
        with suppress(OSError):
            os.rmdir(folder)
    if not any(os.path.lexists(path) for step in steps for path in (step.new, step.old, step.again)):
        _remove(*(_journal(root, token, state) for state in (BEGUN, COMPLETE, UNDOING)))


def begin(root: str, token: str, steps: Sequence[FileStep], folders: Sequence[str]) -> None:
    """Write the journal before anything else, so that what follows can be found after a kill."""
    listed = [[step.target, step.deletes, step.in_place] for step in steps]
    descriptor = os.open(_journal(root, token, BEGUN), os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    try:
        write_fully(descriptor, json.dumps({"files": listed, "folders": list(folders)}).encode())
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def mark(root: str, token: str, before: str, now: str) -> None:
    """Change the state of the journal, which says what happens after a kill."""
    os.rename(_journal(root, token, before), _journal(root, token, now))


def left_over(root: str) -> Iterator[tuple[str, str]]:
    """The tokens and states of the changes that were killed."""
    with suppress(OSError):
        for name in sorted(os.listdir(root)):
            if found := _JOURNAL.fullmatch(name):
                yield found[1], found[2]


def recover(root: str) -> None:
    """Finish or delete what killed changes have left. The caller is alone in the folder."""
    for token, state in left_over(root):
        with suppress(OSError):
            steps, folders = _read(_journal(root, token, state), token)
            if state == COMPLETE:
                for step in steps:
                    _apply_again(step)
            if state == UNDOING:
                if undo(steps):
                    continue
                mark(root, token, UNDOING, BEGUN)
            finish(root, steps, folders, token)


def _apply_again(step: FileStep) -> None:
    if not step.deletes:
        if os.path.lexists(step.new):
            apply(step)
    # A file that was written anew since then is another one.
    elif os.path.lexists(step.old) and os.path.lexists(step.target) and _same(step.old, step.target):
        os.unlink(step.target)


def _same(one: str, other: str) -> bool:
    if os.path.islink(one) or os.path.islink(other):
        return os.path.islink(one) and os.path.islink(other) and os.readlink(one) == os.readlink(other)
    with open(one, "rb") as first, open(other, "rb") as second:
        return first.read() == second.read()


def _read(journal: str, token: str) -> tuple[list[FileStep], list[str]]:
    """The steps and folders of a journal; none of a damaged one."""
    descriptor = os.open(journal, os.O_RDONLY | os.O_NOFOLLOW)
    with open(descriptor, "rb") as file:
        content = file.read()
    try:
        known = json.loads(content)
        files = [(str(target), bool(deletes), bool(in_place)) for target, deletes, in_place in known["files"]]
        folders = [str(folder) for folder in known["folders"]]
    except (ValueError, KeyError, TypeError):
        return [], []
    return [FileStep(token, number, *file) for number, file in enumerate(files)], folders


def _journal(root: str, token: str, state: str) -> str:
    return os.path.join(root, f".playbook-change-{token}.{state}")
