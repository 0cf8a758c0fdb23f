"""The formats of files that a playbook may publish, by the endings of their names."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MEBIBYTE: Final = 1024 * 1024

RASTER: Mapping[str, str] = MappingProxyType(
    {"png": "PNG", "jpg": "JPEG", "jpeg": "JPEG", "webp": "WEBP", "gif": "GIF", "avif": "AVIF"}
)
"""Pictures of pixels: the ending and Pillow's name of the format."""

SVG: Final = "svg"

PICTURES = frozenset({*RASTER, SVG})

ZIP, PDF, TEXT = "zip", "pdf", "text"

_IN_ZIP = "docx xlsx pptx odt ods odp zip epub"

OTHERS: Mapping[str, str] = MappingProxyType(
    {**dict.fromkeys(_IN_ZIP.split(), ZIP), "pdf": PDF, **dict.fromkeys(("txt", "csv", "ics"), TEXT)}
)
"""Files to download: the ending and what the content must look like. None of them runs in the browser of a reader."""

KNOWN = frozenset({*PICTURES, *OTHERS})

NOT_TEXT = frozenset({*RASTER, *(ending for ending, content in OTHERS.items() if content != TEXT)})
"""Files without lines of text that could be shown."""

MIME: Mapping[str, str] = MappingProxyType(
    {**{ending: f"image/{name.lower()}" for ending, name in RASTER.items()}, SVG: "image/svg+xml"}
)
"""The media types of pictures."""

INSTEAD: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("bmp", "tif", "tiff", "heic", "heif", "psd", "ico"), "save the picture as PNG or JPEG"),
        **dict.fromkeys(("doc", "rtf", "pages"), "save it as PDF or DOCX"),
        **dict.fromkeys(("xls", "numbers"), "save it as PDF, XLSX or CSV"),
        **dict.fromkeys(("ppt", "key"), "save it as PDF or PPTX"),
        **dict.fromkeys(("html", "htm", "js", "mhtml"), "pages and scripts are not published: save it as PDF"),
        **dict.fromkeys(("mp4", "mov", "webm", "avi", "mkv"), "put the video on a host of videos, and link to it"),
    }
)
"""What to do with files of other formats, by their endings."""


def ending_of(name: str) -> str:
    """The ending of a name without its dot: `png`; empty if it has none."""
    _, dot, ending = name.rpartition(".")
    return ending if dot else ""


def largest(ending: str) -> int:
    """The maximum size in bytes of a file with this ending."""
    if ending == SVG:
        return MEBIBYTE
    return 10 * MEBIBYTE if ending in PICTURES else 25 * MEBIBYTE
