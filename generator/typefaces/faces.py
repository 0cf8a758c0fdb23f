"""The faces of the typefaces, and the files of the packages that contain them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Literal

TEXT = "Playbook Text"
"""The family of running text. The styles use names of our own, because the licence reserves those of the originals."""
DISPLAY = "Playbook Display"
"""The family of headings and quotations."""
CODE = "Playbook Code"
"""The family of code on paper, where all letters have one width. Pages take the reader's own."""


@dataclass(frozen=True, slots=True)
class FontFace:
    """One weight and style of a family.

    `name`: its name in file names; `weight`: the lightest weight in CSS that it is used for, up to the next face;
    `file`: a file of the `package`, or its whole path if that is empty; `variable`: whether it has other weights, too.
    """

    name: str
    family: str
    weight: int
    style: Literal["normal", "italic"]
    package: str
    file: str
    variable: bool = False

    @property
    def path(self) -> Path:
        """The file of the package, in TrueType format."""
        return Path(str(files(self.package))) / "files" / self.file if self.package else Path(self.file)


_SANS, _SERIF = "font_source_sans_pro", "font_source_serif_pro"

FACES = (
    FontFace("text-400", TEXT, 400, "normal", _SANS, "SourceSansPro-Regular.ttf"),
    FontFace("text-400-italic", TEXT, 400, "italic", _SANS, "SourceSansPro-It.ttf"),
    FontFace("text-600", TEXT, 600, "normal", _SANS, "SourceSansPro-Semibold.ttf"),
    FontFace("text-600-italic", TEXT, 600, "italic", _SANS, "SourceSansPro-SemiboldIt.ttf"),
    FontFace("display-400", DISPLAY, 400, "normal", _SERIF, "SourceSerifPro-Regular.ttf"),
    FontFace("display-400-italic", DISPLAY, 400, "italic", _SERIF, "SourceSerifPro-It.ttf"),
    FontFace("display-600", DISPLAY, 600, "normal", _SERIF, "SourceSerifPro-Semibold.ttf"),
    FontFace("display-600-italic", DISPLAY, 600, "italic", _SERIF, "SourceSerifPro-SemiboldIt.ttf"),
)

CODE_FACES = tuple(
    FontFace(f"code-{weight}", CODE, weight, "normal", "fontpkg_source_code_pro", "SourceCodePro[wght].ttf", True)
    for weight in (400, 600)
)
"""The faces of documents on paper that have code."""

ON_PAGES = frozenset({"text-400", "text-400-italic", "text-600", "display-600"})
"""The names of the faces that pages use. Paper uses all of them: there each more weighs nothing."""


@cache
def characters(faces: tuple[FontFace, ...] = FACES) -> frozenset[str]:
    """The characters that every upright face has: text of these looks the same on every machine."""
    from fontTools.ttLib import TTFont

    maps = []
    for face in faces:
        if face.style == "normal":
            with TTFont(face.path, lazy=True) as font:
                maps.append(frozenset(map(chr, font.getBestCmap())))
    return frozenset.intersection(*maps)
