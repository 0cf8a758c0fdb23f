"""Files and folders that everybody may read, whatever rights this process gives to new ones."""

from __future__ import annotations

import os
from contextlib import suppress

from generator.system.change import write_new

FOLDER, FILE = 0o755, 0o644
"""The rights of folders and files."""


def write_for_all(path: str, content: bytes) -> None:
    """Write a new file. Raises FileExistsError if there is one."""
    write_new(path, content)
    os.chmod(path, FILE)


def make_folders_for_all(path: str) -> None:
    """Make a folder and those above it, where there are none yet."""
    if os.path.isdir(path):
        return
    make_folders_for_all(os.path.dirname(path))
    with suppress(FileExistsError):  # another process has made it meanwhile
        os.mkdir(path)
        os.chmod(path, FOLDER)
