"""What a change writes, before it is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.system.files import write_files


@dataclass(frozen=True, slots=True)
class Planned:
    """The contents of files by their paths, the new paths of files that move with their old ones, and files that go."""

    files: Mapping[Path, bytes]
    moved: Mapping[Path, Path] = field(default_factory=dict)
    deleted: tuple[Path, ...] = ()

    def write(self, root: Path) -> None:
        """Write all of it or nothing, in the playbook in the folder `root`. Raises Refused."""
        write_files(self.files, root, moved=self.moved, deleted=self.deleted)
