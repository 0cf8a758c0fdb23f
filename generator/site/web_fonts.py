"""Where the typefaces for browsers are: `assets/fonts/<face>.<hash>.woff2`, the second part of one with `-more`."""

from __future__ import annotations

import re

from generator.site.release import FOLDER, LETTERS
from generator.typefaces.cut import PARTS, USUAL, hash_for_web
from generator.typefaces.faces import FACES, FontFace


def path_of(face: FontFace, part: str = USUAL) -> str:
    """The path of a part of a face in the site."""
    return f"{FOLDER}fonts/{face.name}{part}.{hash_for_web(face, part)[:LETTERS]}.woff2"


def with_fonts(css: bytes, faces: tuple[FontFace, ...] = FACES) -> bytes:
    """Styles in a folder of a release, which name faces as `fonts/<face>.woff2`, with the paths that these have.

    What they say of faces that the typefaces of the playbook lack is left out.
    """
    for lacking in {face.name for face in FACES} - {face.name for face in faces}:
        css = re.sub(rb'@font-face *{[^}]*url\("fonts/%b\b[^}]*}\s*' % lacking.encode(), b"", css)
    for face in faces:
        for part in PARTS:
            there = path_of(face, part).removeprefix(FOLDER)
            css = css.replace(f'url("fonts/{face.name}{part}.woff2")'.encode(), f'url("../../{there}")'.encode())
    return css
