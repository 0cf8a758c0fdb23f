"""The typefaces for browsers. The theme's `css/fonts.css` names them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.outputs._made import Made
from generator.site.page import Artifact, LaterArtifact
from generator.site.web_fonts import path_of
from generator.typefaces.cut import for_web, parts
from generator.typefaces.faces import FACES

PATHS = {path_of(face, part): (face, part) for face in FACES for part in parts(face)}
"""The faces and their parts by the paths of their files."""

FIRST = tuple(path_of(face) for face in FACES if face.name in ("text-400", "text-600", "display-600"))
"""The files that nearly every page needs at once."""


def outputs(_made: Made) -> Iterator[Artifact]:
    """One file for each part of a face. To make one takes long, and mostly an earlier build has it."""
    for path, (face, part) in PATHS.items():
        yield LaterArtifact(path, partial(for_web, face, part))
