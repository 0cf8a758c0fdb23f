"""The typefaces of paper: WeasyPrint takes them from their files, so that the fonts of the system decide nothing."""

from __future__ import annotations

import re
from base64 import b64encode
from typing import Final

from generator.typefaces.cut import for_fields, of_weight
from generator.typefaces.faces import CODE_FACES, FontFace
from generator.typefaces.packages import faces_of, versions

FIELDS: Final = "Playbook Fields"
"""The family of what is typed into fields."""


_CODE = re.compile(r"<(?:code|kbd|samp|pre)[\s>]")
_SAID = re.compile(r'<meta name="typefaces" content="([^"]*)">')


def said_of(text: str | None, headings: str | None) -> str:
    """What a document says of the packages of its typefaces, with their versions; empty if they are the theme's."""
    named = versions((text or "", headings or ""))
    return "; ".join(named) if any(named) else ""


def said_in(html: str) -> str:
    """What a document says of its typefaces."""
    found = _SAID.search(html)
    return found[1] if found else ""


def faces_in(html: str) -> tuple[FontFace, ...]:
    """The faces of a document: those that it says, and those of code if it has some."""
    said = said_in(html)
    text, headings = (named.partition(" ")[0] for named in said.split("; ")) if said else ("", "")
    return (*faces_of(text, headings), *(CODE_FACES if _CODE.search(html) else ()))


def font_faces(faces: tuple[FontFace, ...]) -> str:
    """The rules that give WeasyPrint these faces."""
    rules = [_rule(face.family, _source(face), "bold" if face.weight > 500 else "normal", face.style) for face in faces]
    fields = _data(for_fields(faces[0]))
    return "\n".join([*rules, _rule(FIELDS, fields, "normal", "normal")])


def _source(face: FontFace) -> str:
    return _data(of_weight(face)) if face.variable else face.path.as_uri()


def _data(content: bytes) -> str:
    return f"data:font/ttf;base64,{b64encode(content).decode()}"


def _rule(family: str, source: str, weight: str, style: str) -> str:
    return f"@font-face {{ font-family: '{family}'; src: url({source}); font-weight: {weight}; font-style: {style}; }}"
