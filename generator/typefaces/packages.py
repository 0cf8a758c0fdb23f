"""Typefaces of packages that a playbook names: which of their files are used for which weight and style."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import metadata
from pathlib import Path

from generator.typefaces.faces import DISPLAY, FACES, TEXT, FontFace

ENDINGS = (".ttf", ".otf")
BOLD = 600
"""The weight of bold faces, as in the faces of the theme."""


class NoTypeface(ValueError):
    """A package holds no upright face."""


@dataclass(frozen=True, slots=True)
class _File:
    """A file of a package. `weights` are the lightest and the boldest weight in CSS that it has."""

    path: Path
    family: str
    italic: bool
    weights: tuple[float, float]

    def away(self, weight: int) -> float:
        """How far its nearest weight is from this one."""
        lightest, boldest = self.weights
        return max(lightest - weight, weight - boldest, 0)


@cache
def faces_of(text: str, headings: str) -> tuple[FontFace, ...]:
    """The faces of a playbook whose typefaces come from these packages; without a name, those of the theme.

    Raises `ModuleNotFoundError` if a package is not installed, and `NoTypeface` if it holds no upright face.
    """
    named = {TEXT: text, DISPLAY: headings}
    wanted = (_in_package(face, named[face.family]) if named[face.family] else face for face in FACES)
    return tuple(face for face in wanted if face is not None)


def _in_package(face: FontFace, package: str) -> FontFace | None:
    """A face as a package has it; None if it lacks it, so that browsers and WeasyPrint slant or embolden another."""
    files = [file for file in parts_in(package) if file.italic == (face.style == "italic")]
    if face.weight == BOLD:
        files = [file for file in files if file.weights[1] >= BOLD - 100]
    if not files:
        return None
    file = min(files, key=lambda one: (one.away(face.weight), one.path.suffix != ".ttf", one.path.name))
    variable = file.weights[0] < file.weights[1]
    return replace(face, package="", file=str(file.path), variable=variable)


@cache
def parts_in(package: str) -> tuple[_File, ...]:
    """The files of a package's first family. Raises as `faces_of` does."""
    found = [_read(path) for path in _files(package)]
    upright = [file.family for file in found if not file.italic]
    if not upright:
        raise NoTypeface(package)
    family = min(upright, key=lambda name: (len(name), name))
    return tuple(file for file in found if file.family == family)


def versions(packages: Sequence[str]) -> tuple[str, ...]:
    """Each package with its version, as in `font-lato 0.1.0`; empty for what is not named."""
    return tuple(f"{name} {metadata.version(name)}" if name else "" for name in packages)


def font_packages() -> tuple[str, ...]:
    """The installed packages that say by their names that they hold typefaces."""
    names = {str(found.metadata["Name"]) for found in metadata.distributions()}
    return tuple(sorted(name for name in names if name.startswith(("font-", "fontpkg-"))))


def _files(package: str) -> Iterator[Path]:
    for file in sorted(metadata.files(package) or (), key=str):
        if file.suffix.lower() in ENDINGS:
            yield Path(str(file.locate()))


def _read(path: Path) -> _File:
    from fontTools.ttLib import TTFont

    with TTFont(path, lazy=True) as font:
        axes = {axis.axisTag: (axis.minValue, axis.maxValue) for axis in font["fvar"].axes} if "fvar" in font else {}
        own = float(font["OS/2"].usWeightClass)
        italic = bool(font["head"].macStyle & 2 or font["OS/2"].fsSelection & 1)
        names = font["name"]
        family = str(names.getDebugName(16) or names.getDebugName(1) or "")
    return _File(path, family, italic, axes.get("wght", (own, own)))
