"""Themes: templates, styles and scripts. A playbook's own files override those of the generator."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from generator.caching.memory import FORGETFUL, Memory
from generator.config.brand import NO_BRAND, Brand
from generator.system.file_state import state_of

if TYPE_CHECKING:
    from jinja2 import FileSystemLoader

FOLDER = "themes"
"""The folder beside the configuration that contains overriding files, or complete themes."""

PACKAGE = "playbook_themes"
"""The package under which `themes/` of the generator's repository is installed."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Folders in the order of precedence: a file overrides files with the same path in later folders."""

    folders: tuple[Path, ...]
    brand: Brand = NO_BRAND
    """The colours of the playbook in place of those in the files."""

    def files(self, *patterns: str) -> dict[str, Path]:
        """The files that match one of the patterns, by their paths in the theme."""
        found = {
            path.relative_to(folder).as_posix(): path
            for folder in reversed(self.folders)
            for pattern in patterns
            for path in folder.glob(pattern)
        }
        return dict(sorted(found.items()))

    def fingerprint(self, memory: Memory = FORGETFUL) -> str:
        """A hash of all its files, by their paths and contents, of the order of its folders, and of the colours.

        With a `memory` they are read again only if the system does not say that nobody has written to them.
        """
        folders = tuple((str(folder), tuple(_paths(folder))) for folder in self.folders)
        if memory is not FORGETFUL:
            states = tuple(state_of(path) for _, paths in folders for path in paths)
            if None not in states:
                return memory.once(("theme", repr(self.brand), folders, states), lambda: self._hashed(folders))
        return self._hashed(folders)

    def _hashed(self, folders: Iterable[tuple[str, Iterable[str]]]) -> str:
        made = hashlib.sha256(repr(self.brand).encode() if self.brand != NO_BRAND else b"")
        for folder, paths in folders:
            made.update(b"\0folder\0")
            for path in paths:
                with suppress(OSError), open(path, "rb", buffering=0) as file:
                    content = file.read()
                    made.update(f"{path[len(folder) :]}\0{len(content)}\0".encode())
                    made.update(content)
        return made.hexdigest()

    def within(self, folder: str) -> Theme:
        """The part of the theme in one of its subfolders."""
        return replace(self, folders=tuple(place for own in self.folders if (place := own / folder).is_dir()))

    def loader(self) -> FileSystemLoader:
        """A loader that finds templates by their paths in the theme."""
        from jinja2 import FileSystemLoader  # `check` needs no templates

        return FileSystemLoader(self.folders)


def _paths(folder: Path) -> Iterator[str]:
    """The paths of all files of a theme under a folder, in an order that is the same on every machine."""
    for place, folders, names in os.walk(folder, followlinks=True):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "__")))
        yield from (f"{place}{os.sep}{name}" for name in sorted(names))


def theme_of(root: Path, name: str) -> Theme | None:
    """The theme `name` of the playbook in the folder `root`, or None if it does not exist."""
    if name not in theme_names(root):
        return None
    # In the generator's own repository both are the same folder.
    return Theme(
        tuple(dict.fromkeys(place.resolve() for folder in _theme_folders(root) if (place := folder / name).is_dir()))
    )


def supplied_theme(name: str) -> Theme:
    """A theme as it comes with the generator, without the files of any playbook."""
    return Theme(tuple(place / name for place in _installed() if (place / name).is_dir()))


def theme_names(root: Path) -> tuple[str, ...]:
    """The names of the themes available to the playbook in the folder `root`."""
    places = (place for folder in _theme_folders(root) for place in folder.iterdir())
    return tuple(sorted({place.name for place in places if place.is_dir() and not place.name.startswith((".", "_"))}))


def _theme_folders(root: Path) -> list[Path]:
    """The folders with themes, in the order of precedence."""
    return [folder for folder in (root / FOLDER, *_installed()) if folder.is_dir()]


def _installed() -> tuple[Path, ...]:
    spec = find_spec(PACKAGE)
    return tuple(Path(place) for place in (spec and spec.submodule_search_locations) or ())
