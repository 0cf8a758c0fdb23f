"""The typefaces for browsers. The theme's `css/fonts.css` names them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from generator.outputs._made import Made
from generator.site.page import Artifact, LaterArtifact
from generator.site.web_fonts import path_of
from generator.typefaces.cut import for_web, parts
from generator.typefaces.faces import FontFace


def paths(faces: Iterable[FontFace]) -> dict[str, tuple[FontFace, str]]:
    """The faces and their parts by the paths of their files."""
    return {path_of(face, part): (face, part) for face in faces for part in parts(face)}


def first(faces: Iterable[FontFace]) -> tuple[str, ...]:
    """The files that nearly every page needs at once."""
    return tuple(path_of(face) for face in faces if face.name in ("text-400", "text-600", "display-600"))


def outputs(made: Made) -> Iterator[Artifact]:
    """One file for each part of a face. To make one takes long, and mostly an earlier build has it."""
    for path, (face, part) in paths(made.site.fonts.faces).items():
        yield LaterArtifact(path, partial(for_web, face, part))
