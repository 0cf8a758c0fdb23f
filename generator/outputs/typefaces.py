"""The typefaces for browsers. The theme's `css/fonts.css` names them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from generator.outputs._made import Made
from generator.site.page import Artifact, LaterArtifact
from generator.site.web_fonts import path_of
from generator.typefaces.cut import PARTS, for_web
from generator.typefaces.faces import ON_PAGES, FontFace


def paths(faces: Iterable[FontFace]) -> dict[str, tuple[FontFace, str]]:
    """The faces of pages and their parts by the paths of their files."""
    return {path_of(face, part): (face, part) for face in faces if face.name in ON_PAGES for part in PARTS}


def first(faces: Iterable[FontFace]) -> tuple[str, ...]:
    """The files that nearly every page needs at once."""
    return tuple(path_of(face) for face in faces if face.name in ON_PAGES and face.style == "normal")


def italic(faces: Iterable[FontFace]) -> tuple[str, ...]:
    """The file that pages with words in italics need at once, if the typefaces have such a face."""
    return tuple(path_of(face) for face in faces if face.name in ON_PAGES and face.style == "italic")


def outputs(made: Made) -> Iterator[Artifact]:
    """One file for each part of a face. To make one takes long, and mostly an earlier build has it."""
    for path, (face, part) in paths(made.site.fonts.faces).items():
        yield LaterArtifact(path, partial(for_web, face, part))
