"""Themes: templates, styles and scripts. A playbook's own files lie over those that came with the generator."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import FileSystemLoader

FOLDER = "themes"
"""The folder beside the configuration that holds what a playbook changes, or themes of its own."""

PACKAGE = "playbook_themes"
"""The package under which `themes/` of the generator's repository is installed."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Folders that lie over each other: a file hides those at the same place in the folders after its own."""

    folders: tuple[Path, ...]

    def files(self, *patterns: str) -> Mapping[str, Path]:
        """The files that match one of the patterns, by their paths in the theme."""
        found = {
            path.relative_to(folder).as_posix(): path
            for folder in reversed(self.folders)
            for pattern in patterns
            for path in folder.glob(pattern)
        }
        return dict(sorted(found.items()))

    def within(self, folder: str) -> Theme:
        """The part of the theme that lies in one of its folders."""
        return Theme(tuple(place for own in self.folders if (place := own / folder).is_dir()))

    def loader(self) -> FileSystemLoader:
        """Finds templates by their paths in the theme."""
        from jinja2 import FileSystemLoader  # to check a file takes no templates

        return FileSystemLoader(self.folders)


def theme_of(root: Path, name: str) -> Theme | None:
    """The theme as the playbook in the folder `root` sees it, or None if there is none of that name."""
    if name not in theme_names(root):
        return None
    # In the generator's own repository both are one folder.
    return Theme(
        tuple(dict.fromkeys(place.resolve() for folder in _shelves(root) if (place := folder / name).is_dir()))
    )


def theme_names(root: Path) -> tuple[str, ...]:
    """The themes that the playbook in the folder `root` can have."""
    places = (place for folder in _shelves(root) for place in folder.iterdir())
    return tuple(sorted({place.name for place in places if place.is_dir() and not place.name.startswith((".", "_"))}))


def _shelves(root: Path) -> list[Path]:
    """The folders of themes, those that come first before those that they lie over."""
    return [folder for folder in (root / FOLDER, *_installed()) if folder.is_dir()]


def _installed() -> tuple[Path, ...]:
    spec = find_spec(PACKAGE)
    return tuple(Path(place) for place in (spec and spec.submodule_search_locations) or ())
