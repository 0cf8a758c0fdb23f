"""A cache folder. Damaged, foreign or incomplete files are ignored and made again."""

from __future__ import annotations

import fcntl
import hashlib
import os
import stat
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, BinaryIO

from generator.caching.pieces_on_disk import PiecesOnDisk
from generator.system.locks import lock

if TYPE_CHECKING:
    from hashlib import _Hash as Hash

DIGEST = hashlib.sha256().digest_size
ENDING, USED, PART = ".kept", ".used", ".part"

CHUNK = 1024 * 1024
"""The bytes that are read at once of a content that is not held in memory."""


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
        made = _begun(key)
        made.update(content)
        return bytes(content) if found[:DIGEST] == made.digest() else None

    def opened(self, key: str) -> PiecesOnDisk | None:
        """The content under `key` to be read in pieces; None if it is missing or damaged."""
        try:
            file = _open(self._path(key))
            made, wanted = _begun(key), file.read(DIGEST)
            while part := file.read(CHUNK):
                made.update(part)
        except OSError:
            return None
        return PiecesOnDisk(file, DIGEST) if made.digest() == wanted else None

    def disk(self) -> PiecesOnDisk | None:
        """A new file without a name for what need not be in memory; None if the folder is not writable."""
        try:
            self._make_folder()
            return PiecesOnDisk(TemporaryFile(buffering=0, dir=self.folder))
        except OSError:
            return None

    def put(self, key: str, content: bytes) -> None:
        """Store the content in these parts under `key` atomically. Does nothing if the folder is not writable.

        The disk need not have it when this returns: what a crash of the system damages is ignored.
        """
        self.put_parts(key, [content])

    def put_parts(self, key: str, parts: Iterable[bytes]) -> None:
        """The same for a content that is made part by part."""
        self._write(self._path(key), parts, _begun(key))

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

    def _make_folder(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        if not (self.folder / ".gitignore").exists():
            (self.folder / ".gitignore").write_text("*\n", encoding="utf-8")

    def _write(self, path: Path, parts: Iterable[bytes], made: Hash | None = None) -> None:
        """Write a file atomically, which starts with its hash if one is `made`."""
        beside = self.folder / f".{os.urandom(8).hex()}{PART}"
        try:
            self._make_folder()
            with beside.open("xb") as file:
                with suppress(OSError):
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)  # so that `keep_only` leaves it alone
                if made is None:
                    file.writelines(parts)
                else:
                    _write_with_hash(file, parts, made)
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


def _open(path: Path) -> BinaryIO:
    """Open a file. Raises OSError for everything else that may lie there, such as a link or a pipe."""
    file = os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb", buffering=0)
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise OSError(f"{path} is no file")
    return file


def _read(path: Path) -> bytes | None:
    """The content of a file; None if there is none."""
    try:
        with _open(path) as file:
            return file.read()
    except OSError:
        return None


def _time(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def _begun(key: str) -> Hash:
    """The hash of a content, begun with its key, which also detects two swapped files."""
    return hashlib.sha256(key.encode() + b"\0")


def _write_with_hash(file: BinaryIO, parts: Iterable[bytes], made: Hash) -> None:
    file.write(bytes(DIGEST))
    for part in parts:
        made.update(part)
        file.write(part)
    file.seek(0)
    file.write(made.digest())
