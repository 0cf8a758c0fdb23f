"""The typefaces of paper: WeasyPrint takes them from their files, so that the fonts of the system decide nothing."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from typing import Final

from generator.typefaces.cut import for_fields
from generator.typefaces.faces import FACES

FIELDS: Final = "Playbook Fields"
"""The family of what is typed into fields."""


@cache
def font_faces() -> str:
    """The rules that give WeasyPrint the faces of the playbook."""
    rules = [
        _rule(face.family, face.path.as_uri(), "bold" if face.weight > 500 else "normal", face.style) for face in FACES
    ]
    fields = b64encode(for_fields(FACES[0])).decode()
    return "\n".join([*rules, _rule(FIELDS, f"data:font/ttf;base64,{fields}", "normal", "normal")])


def _rule(family: str, source: str, weight: str, style: str) -> str:
    return f"@font-face {{ font-family: '{family}'; src: url({source}); font-weight: {weight}; font-style: {style}; }}"
