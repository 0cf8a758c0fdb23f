"""What the operating system refuses, as one sentence with the path and what to do."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Mapping


class Refused(Exception):
    """The system does not do what a command needs. The message says what, why, and what to do about it."""


REMEDIES: Mapping[int, str] = {
    errno.ENOSPC: "Free some space on its disk",
    errno.EDQUOT: "Free some space: the quota of this user is used up",
    errno.EFBIG: "Raise the limit of the size of files (ulimit -f)",
    errno.EROFS: "Its disk can only be read: make it writable, or use another place",
    errno.EACCES: "Check who owns it and its folder, and their permissions",
    errno.EPERM: "Check who owns it and its folder, and their permissions",
    errno.EIO: "Check the disk and its connection; the log of the system says more",
    errno.EMFILE: "Raise the limit of open files (ulimit -n)",
    errno.ENFILE: "Too many files are open on this system: end other programs",
    errno.ENOMEM: "End other programs, or use a machine with more memory",
    errno.EAGAIN: "End other programs, or raise the limit of processes (ulimit -u)",
    errno.ENOTDIR: "A part of its path is a file: rename that, or use another place",
    errno.EEXIST: "Something else has this name: rename that, or use another place",
    errno.EISDIR: "It is a folder: rename that, or use another name",
    errno.ENOENT: "It was deleted meanwhile, or its folder does not exist: check both, and run the command again",
    errno.ENAMETOOLONG: "Use a shorter name or a folder with a shorter path",
    errno.ELOOP: "Symbolic links on its path lead in a circle: remove one of them",
    errno.EBUSY: "Another program uses it: end that, and run the command again",
    errno.ETXTBSY: "Another program uses it: end that, and run the command again",
    errno.ENOTEMPTY: "It is a folder with files: rename that, or use another name",
    errno.EXDEV: "Its folder lies on two disks: use another place",
    errno.ENOLCK: "Its disk has no locks: use another place",
    errno.EOPNOTSUPP: "Its disk cannot do that: use another place",
    errno.ENODEV: "Its disk was removed: connect it again",
    errno.ENXIO: "Its device was removed: connect it again",
    errno.ESTALE: "Its network disk has changed: connect it again",
    errno.ETIMEDOUT: "Its network disk does not answer: check the network",
}
"""What to do, by the number of an error of the system. Other errors are faults of the program."""


def reason(error: OSError) -> str:
    return error.strerror or str(error) or type(error).__name__


def remedy(error: OSError) -> str:
    return REMEDIES.get(error.errno or 0, "Check its folder, its permissions and its disk")


def cannot_write(path: str | os.PathLike[str], error: OSError, outcome: str = "") -> Refused:
    """The refusal to write `path`. `outcome` says what is there now."""
    return Refused(
        " ".join(filter(None, (f"{os.fspath(path)} cannot be written: {reason(error)}.", f"{remedy(error)}.", outcome)))
    )


def refusal_of(error: BaseException) -> Refused | None:
    """The refusal behind an error, even if other errors wrap it; None if the program is at fault."""
    for at in _causes(error):
        if isinstance(at, Refused):
            return at
        if isinstance(at, MemoryError):
            return Refused(f"There is not enough memory. {REMEDIES[errno.ENOMEM]}.")
        if isinstance(at, OSError) and at.errno in REMEDIES:
            place = next((os.fsdecode(p) for p in (at.filename2, at.filename) if isinstance(p, str | bytes) and p), "")
            what = f"{place} cannot be used" if place else "A file or the output cannot be used"
            return Refused(f"{what}: {reason(at)}. {remedy(at)}.")
    return None


def _causes(error: BaseException) -> Iterator[BaseException]:
    at: BaseException | None = error
    while at:
        yield at
        at = at.__cause__ or at.__context__
