"""A cache folder. Damaged, foreign or incomplete files are ignored and made again."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

DIGEST = hashlib.sha256().digest_size
ENDING = ".kept"


@dataclass(frozen=True, slots=True)
class Kept:
    """A folder with one file per key, which starts with a hash of its content. It may be deleted at any time."""

    folder: Path

    def get(self, key: str) -> bytes | None:
        """The content under `key`; None if it is missing or damaged."""
        path = self._path(key)
        try:
            if path.is_symlink():
                return None
            found = path.read_bytes()
        except OSError:
            return None
        content = memoryview(found)[DIGEST:]
        return bytes(content) if found[:DIGEST] == _digest(key, content) else None

    def put(self, key: str, *parts: bytes) -> None:
        """Store the content in these parts under `key` atomically. Does nothing if the folder is not writable.

        The disk need not have it when this returns: what a crash of the system damages is ignored.
        """
        beside = self.folder / f"{key}.{os.getpid()}"
        try:
            if not self.folder.is_dir():
                self.folder.mkdir(parents=True, exist_ok=True)
                (self.folder / ".gitignore").write_text("*\n", encoding="utf-8")
            with beside.open("wb") as file:
                file.write(_digest(key, *parts))
                file.writelines(parts)
            beside.replace(self._path(key))
        except OSError:
            with suppress(OSError):
                beside.unlink()

    def keep_only(self, keys: Collection[str]) -> None:
        """Delete the contents of all other keys."""
        for path in self.folder.glob(f"*{ENDING}"):
            if path.stem not in keys:
                with suppress(OSError):
                    path.unlink()

    def keep_newest(self, count: int) -> None:
        """Delete all contents but those that were stored last."""
        found = list[tuple[float, Path]]()
        for path in self.folder.glob(f"*{ENDING}"):
            with suppress(OSError):
                found.append((path.stat().st_mtime, path))
        for _, path in sorted(found, reverse=True)[count:]:
            with suppress(OSError):
                path.unlink()

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}{ENDING}"


def _digest(key: str, *parts: bytes | memoryview) -> bytes:
    """The hash of a content and its key, which also detects two swapped files."""
    made = hashlib.sha256(key.encode() + b"\0")
    for part in parts:
        made.update(part)
    return made.digest()
