"""Where the typefaces for browsers are: `assets/fonts/<face>.<hash>.woff2`."""

from __future__ import annotations

from generator.site.release import FOLDER, LETTERS
from generator.typefaces.cut import hash_for_web
from generator.typefaces.faces import FACES, FontFace


def path_of(face: FontFace) -> str:
    """The path of a face in the site."""
    return f"{FOLDER}fonts/{face.name}.{hash_for_web(face)[:LETTERS]}.woff2"


def with_fonts(css: bytes) -> bytes:
    """Styles in a folder of a release, which name faces as `fonts/<face>.woff2`, with the paths that these have."""
    for face in FACES:
        there = path_of(face).removeprefix(FOLDER)
        css = css.replace(f'url("fonts/{face.name}.woff2")'.encode(), f'url("../../{there}")'.encode())
    return css
