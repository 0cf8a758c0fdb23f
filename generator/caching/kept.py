"""A cache folder. Damaged, foreign or incomplete files are ignored and made again."""

from __future__ import annotations

import fcntl
import hashlib
import os
import stat
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator.system.locks import lock

DIGEST = hashlib.sha256().digest_size
ENDING, USED, PART = ".kept", ".used", ".part"


@dataclass(frozen=True, slots=True)
class Kept:
    """A folder with one file per key, which starts with a hash of its content. It may be deleted at any time."""

    folder: Path

    def get(self, key: str) -> bytes | None:
        """The content under `key`; None if it is missing or damaged."""
        found = _read(self._path(key))
        if found is None:
            return None
        content = memoryview(found)[DIGEST:]
        return bytes(content) if found[:DIGEST] == _digest(key, content) else None

    def put(self, key: str, *parts: bytes) -> None:
        """Store the content in these parts under `key` atomically. Does nothing if the folder is not writable.

        The disk need not have it when this returns: what a crash of the system damages is ignored.
        """
        self._write(self._path(key), (_digest(key, *parts), *parts))

    def keep_only(self, keys: Collection[str], generations: int = 1) -> None:
        """Delete the contents of all other keys, except those of the last other calls of so many `generations`.

        So two configurations in turn do not delete each other's contents. The call before the contents are made names
        them for other processes, which then do not delete them.
        """
        keys = set(keys)
        if generations > 1:
            keys |= self._used_lately(keys, generations)
        for path in self._files(ENDING):
            if path.stem not in keys:
                with suppress(OSError):
                    path.unlink()
        self._sweep()

    def keep_newest(self, count: int) -> None:
        """Delete all contents but those that were stored last."""
        for path in sorted(self._files(ENDING), key=_time, reverse=True)[count:]:
            with suppress(OSError):
                path.unlink()
        self._sweep()

    def _sweep(self) -> None:
        """Delete what writers have left that were killed. Those that live have locked theirs."""
        for path in self._files(PART):
            with suppress(OSError):
                locked = lock(path)
                path.unlink()
                os.close(locked)

    def _used_lately(self, keys: Collection[str], generations: int) -> set[str]:
        """Note the keys of this call, and return those of the last ones."""
        listed = "\n".join(sorted(keys)).encode()
        mine = self.folder / f"{hashlib.sha256(listed).hexdigest()}{USED}"
        self._write(mine, (listed,))
        others = sorted((path for path in self._files(USED) if path != mine), key=_time, reverse=True)
        for path in others[generations - 1 :]:
            with suppress(OSError):
                path.unlink()
        noted = (_read(path) or b"" for path in others[: generations - 1])
        return {key for text in noted for key in text.decode(errors="replace").split("\n")}

    def _write(self, path: Path, parts: Collection[bytes]) -> None:
        beside = self.folder / f".{os.urandom(8).hex()}{PART}"
        try:
            if not self.folder.is_dir():
                self.folder.mkdir(parents=True, exist_ok=True)
            if not (self.folder / ".gitignore").exists():
                (self.folder / ".gitignore").write_text("*\n", encoding="utf-8")
            with beside.open("xb") as file:
                with suppress(OSError):
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)  # so that `keep_only` leaves it alone
                file.writelines(parts)
                file.flush()
                beside.replace(path)
        except OSError:
            with suppress(OSError):
                beside.unlink()

    def _files(self, ending: str) -> Iterator[Path]:
        with suppress(OSError):
            for name in os.listdir(self.folder):
                if name.endswith(ending):
                    yield self.folder / name

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}{ENDING}"


def _read(path: Path) -> bytes | None:
    """The content of a file; None for everything else that may lie there, such as a link or a pipe."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with open(descriptor, "rb") as file:
            return file.read() if stat.S_ISREG(os.fstat(descriptor).st_mode) else None
    except OSError:
        return None


def _time(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def _digest(key: str, *parts: bytes | memoryview) -> bytes:
    """The hash of a content and its key, which also detects two swapped files."""
    made = hashlib.sha256(key.encode() + b"\0")
    for part in parts:
        made.update(part)
    return made.digest()
