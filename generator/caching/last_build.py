"""Whether a build would do what the last one has done: nothing that it could read has changed, nor what it wrote.

This is answered before the libraries are imported that a build needs, because that takes longer than the answer.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from generator.caching.kept import Kept
from generator.caching.program import is_same_program, program

GENERATIONS = 4
"""The last builds of so many configurations or folders are remembered."""


@dataclass(frozen=True, slots=True)
class LastBuild:
    """The last build with the same options: `options` is a text that contains all of them, and all paths."""

    kept: Kept
    options: str
    _seen: dict[tuple[str, ...], str] = field(default_factory=dict, compare=False)
    """Fingerprints by their paths, as they were before the build began."""

    def said(self, target: Path) -> tuple[str, str] | None:
        """What the last build printed and reported, if another one would do the same with `target`; otherwise None."""
        content = self.kept.get(self._key)
        if content is None:
            return None
        last = json.loads(content)
        if self.before(map(Path, last["read"])) != last["was"] or not all(
            _is_there(target / folder, files) for folder, files in last["written"].items()
        ):
            return None
        printed, reported = last["said"]
        return printed, reported

    def before(self, paths: Iterable[Path]) -> str:
        """The fingerprint of these paths when it was first asked for, which must be before any of them is read."""
        names = tuple(map(str, paths := tuple(paths)))
        if names not in self._seen:
            self._seen[names] = fingerprint(paths)
        return self._seen[names]

    def remember(
        self, read: Sequence[Path], was: str, written: Mapping[str, Mapping[str, str]], said: tuple[str, str]
    ) -> None:
        """Remember a build for the next one. `was` is the fingerprint of all that it could `read`, before it began.

        `written` are the hashes of files by their paths, by the folders within the target; that itself has no name.
        Nothing is remembered if that has changed meanwhile.
        """
        if fingerprint(read) == was and is_same_program():
            folders = {folder: dict(files) for folder, files in written.items()}
            known = {"read": list(map(str, read)), "was": was, "written": folders, "said": said}
            self.kept.put(self._key, json.dumps(known).encode())
            self.kept.keep_only({self._key}, GENERATIONS)

    @property
    def _key(self) -> str:
        return hashlib.sha256(f"{program()}\0{self.options}".encode()).hexdigest()


def fingerprint(paths: Iterable[Path]) -> str:
    """A hash of the names and contents of all files at and under these paths, also of links; some may not exist."""
    made = hashlib.sha256()
    for path in paths:
        made.update(b"\0path\0")
        for name, file in _files(path):
            try:
                with open(file, "rb", buffering=0) as opened:
                    content = opened.read()
            except OSError as error:
                content = repr(error.errno).encode()
            made.update(f"{name}\0{len(content)}\0".encode("utf-8", "surrogateescape"))
            made.update(content)
    return made.hexdigest()


def _files(path: Path) -> Iterator[tuple[str, str]]:
    """The files at and under a path, each by its path from there; for a path that does not exist, nothing."""
    if not os.path.isdir(path):
        if os.path.lexists(path):
            yield "", str(path)
        return
    seen = set[tuple[int, int]]()
    for folder, folders, names in os.walk(path, followlinks=True):
        with suppress(OSError):
            here = os.stat(folder)
            if (here.st_dev, here.st_ino) in seen:  # a link that leads back
                folders.clear()
            seen.add((here.st_dev, here.st_ino))
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        below = folder[len(str(path)) :]
        yield f"{below}/", os.devnull
        for name in sorted(names):
            yield f"{below}/{name}", os.path.join(folder, name)


def _is_there(folder: Path, files: Mapping[str, str]) -> bool:
    """Whether `folder` contains exactly these files, with these hashes."""
    left = len(files)
    for place, _, names in os.walk(folder):
        inside = place[len(str(folder)) + 1 :].replace(os.sep, "/")
        for name in names:
            path = f"{inside}/{name}" if inside else name
            if path not in files or _hash(os.path.join(place, name)) != files[path]:
                return False
            left -= 1
    return left == 0


def _hash(file: str) -> str | None:
    try:
        descriptor = os.open(file, os.O_RDONLY | os.O_NOFOLLOW)
        with open(descriptor, "rb", buffering=0) as opened:
            return hashlib.sha256(opened.read()).hexdigest() if stat.S_ISREG(os.fstat(descriptor).st_mode) else None
    except OSError:
        return None
