"""What decides a result besides its input: this program, its libraries, and Python."""

from __future__ import annotations

import hashlib
import os
import re
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path

GENERATOR = Path(__file__).parents[1]
"""The folder of this package."""

NOT_CODE = ("starter", "__pycache__")
"""Folders in it that decide nothing: the starter, and the caches of Python."""


@cache
def program() -> str:
    """A hash of every file of the generator, of the version of every installed package, and of Python's.

    Equal hashes mean the same answers for the same input.
    """
    return hashed(GENERATOR, tuple(sys.path))


def is_same_program() -> bool:
    """Whether the files on the disk are still those that `program` has seen: a build takes seconds."""
    return hashed(GENERATOR, tuple(sys.path)) == program()


def hashed(package: Path, places: tuple[str, ...]) -> str:
    """The hash of the files of a package and of the packages installed at `places`, as 64 hexadecimal digits.

    File names and contents count, times do not. The version of an installed package is in the name of its
    `.dist-info` folder, which is read much faster than its metadata.
    """
    made = hashlib.sha256(sys.version.encode())
    # os.walk takes half the time of Path.rglob, and every check of a single file waits for this.
    for folder, folders, names in os.walk(package):
        folders[:] = sorted(set(folders) - set(NOT_CODE))
        for name in sorted(names):
            path = os.path.join(folder, name)
            with open(path, "rb", buffering=0) as file:
                content = file.read()
            made.update(f"{path[len(str(package)) :]}\0{len(content)}\0".encode())
            made.update(content)
    for place in places:
        made.update("\0".join(installed(place)).encode())
    return made.hexdigest()


def installed(place: str) -> list[str]:
    """The packages that are installed in a folder, as their `.dist-info` folders are called."""
    with suppress(OSError):
        return sorted(name for name in os.listdir(place or os.curdir) if name.endswith(".dist-info"))
    return []


@cache
def version_of(package: str) -> str:
    """The version of an installed package. To read it in its metadata takes far longer."""
    for name in (name for place in sys.path for name in installed(place)):
        found, _, version = name.removesuffix(".dist-info").rpartition("-")
        if re.sub("[-_.]+", "-", found).lower() == package:
            return version
    from importlib.metadata import version as written

    return written(package)
