"""Styles and scripts that are published together, in a folder that is named after what they contain.

Browsers may keep such a file for good: if one changes, all have new addresses. Scripts import each other by relative
paths, so a page never gets some of one version and some of another.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Self

from generator.site.page import Artifact

FOLDER = "assets/"
"""Where all files are whose names say what they contain: browsers may keep them for good."""

DATA = f"{FOLDER}data/"
"""Where data is that scripts load. `playbook build` gives each file a name that says what it contains."""

DATA_NAMES = "data.json"
"""The file with the names that the files in `DATA` have."""

LETTERS = 10
"""How much of a hash is in a name."""


def short_hash(content: bytes) -> str:
    """The part of the hash of a content that stands in names."""
    return hashlib.sha256(content).hexdigest()[:LETTERS]


def data_names(names: Mapping[str, str]) -> bytes:
    """The content of `DATA_NAMES`: the names of data files, each by the name by which scripts ask for it."""
    return json.dumps(dict(sorted(names.items())), indent=0).encode() + b"\n"


@dataclass(frozen=True, slots=True)
class Release:
    """Files with their paths in the site. `folder` ends in a slash."""

    folder: str
    files: tuple[Artifact, ...]
    _paths: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_paths", frozenset(file.path for file in self.files))

    @classmethod
    def of(cls, files: Iterable[Artifact]) -> Self:
        """The files, whose paths are those within the folder."""
        found = sorted(files, key=lambda file: file.path)
        whole = "".join(f"{file.path}\0{short_hash(file.content)}\0" for file in found)
        folder = f"{FOLDER}{short_hash(whole.encode())}/"
        return cls(folder, tuple(Artifact(folder + file.path, file.content) for file in found))

    def path(self, name: str) -> str:
        """The path of a file in the site. Raises KeyError if there is none of that name."""
        path = self.folder + name
        if path not in self._paths:
            raise KeyError(name)
        return path
