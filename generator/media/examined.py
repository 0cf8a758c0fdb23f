"""Looks at the content of a file: whether it is what its name says, and what a picture is."""

from __future__ import annotations

import json
from dataclasses import asdict
from hashlib import sha256
from typing import Any

from generator.caching.kept import Kept
from generator.caching.program import program
from generator.media import formats
from generator.media.picture import Picture
from generator.media.unusable import Unusable

_BEGINNINGS = {formats.PDF: (b"%PDF-",), formats.ZIP: (b"PK\x03\x04", b"PK\x05\x06")}
_POINTER = b"version https://git-lfs.github.com/spec/"
_ANEW = "get the file again, or open it in its program and save it anew"


def examined(content: bytes, digest: str, ending: str, kept: Kept) -> Picture | None:
    """The picture in a file with this ending; None for other files, which look as they should. Raises Unusable.

    What is found out of a picture is `kept` by the `digest` of its content.
    """
    if not content:
        raise Unusable("the file is empty", _ANEW)
    if content.startswith(_POINTER):
        raise Unusable("this is a placeholder of Git LFS and not the file", "fetch the files: `git lfs pull`")
    if ending not in formats.PICTURES:
        _refuse_unlike(content, ending)
        return None
    key = key_of(digest, ending)
    found = _remembered(kept.get(key))
    if found is None:
        found = _picture(content, ending)
        kept.put(key, json.dumps(asdict(found)).encode())
    return found


_PIXELS = {
    "PNG": (b"\x89PNG",),
    "JPEG": (b"\xff\xd8",),
    "GIF": (b"GIF8",),
    "WEBP": (b"RIFF",),
    "AVIF": (b"\x00\x00\x00",),
}
LONGEST_BEGINNING = 8


def begins_rightly(beginning: bytes, ending: str) -> bool:
    """Whether a file that begins so may be what its ending says. Whether all of it is, only the whole can tell."""
    if ending in formats.RASTER:
        return beginning.startswith(_PIXELS[formats.RASTER[ending]])
    wanted = formats.OTHERS.get(ending, formats.TEXT)
    return bool(beginning) and (wanted == formats.TEXT or beginning.startswith(_BEGINNINGS[wanted]))


def key_of(digest: str, ending: str) -> str:
    """The key under which it is kept what a picture is."""
    return sha256(f"{program()} {digest} {ending}".encode()).hexdigest()


def _remembered(content: bytes | None) -> Picture | None:
    if content is None:
        return None
    fields: Any = json.loads(content)
    return Picture(**fields)


def _picture(content: bytes, ending: str) -> Picture:
    if ending == formats.SVG:
        from generator.media.svg import harmless

        drawn = harmless(content)
        return Picture(drawn.width, drawn.height, drawing=True)
    from generator.media.raster import examined as examined_pixels

    return examined_pixels(content, ending)


def _refuse_unlike(content: bytes, ending: str) -> None:
    """Raise Unusable if the content is not what files with this ending contain."""
    wanted = formats.OTHERS[ending]
    if wanted != formats.TEXT:
        if not content.startswith(_BEGINNINGS[wanted]):
            raise Unusable(f"the name ends in `.{ending}`, but the content of the file is something else", _ANEW)
        return
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        message = f"the byte 0x{content[error.start]:02x} is not valid UTF-8"
        raise Unusable(message, "save the file with the encoding UTF-8") from None
