"""Pieces of bytes in a file, which are read when they are needed instead of being held in memory."""

from __future__ import annotations

import fcntl
import os
from typing import BinaryIO


class PiecesOnDisk:
    """A file that stays open, from `start` on. Forks of the process share it."""

    def __init__(self, file: BinaryIO, start: int = 0) -> None:
        self._file = file
        self._start = start

    def append(self, content: bytes) -> int:
        """Add a piece, in any process, and return where it begins. Raises OSError if it cannot be written."""
        descriptor = self._file.fileno()
        fcntl.lockf(descriptor, fcntl.LOCK_EX)
        try:
            at = end = os.lseek(descriptor, 0, os.SEEK_END)
            left = memoryview(content)
            while left:
                written = os.pwrite(descriptor, left, end)
                left, end = left[written:], end + written
        finally:
            fcntl.lockf(descriptor, fcntl.LOCK_UN)
        return at

    def read(self, at: int, size: int) -> bytes:
        """The piece that begins there."""
        return os.pread(self._file.fileno(), size, self._start + at)
