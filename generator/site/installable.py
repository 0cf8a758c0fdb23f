"""What browsers install the site by: a manifest, as of the Web Application Manifest, and the pictures that it names."""

from __future__ import annotations

import hashlib
import json
from base64 import b64encode
from collections.abc import Callable

import resvg_py

from generator.caching.of_user import made_once
from generator.caching.program import program
from generator.media.attached import AttachedFile
from generator.media.formats import MIME, SVG
from generator.site.page import Artifact, Site
from generator.site.policy import MANIFEST

SIZES = (192, 512)
"""The widths of the icons in pixels that Chromium asks for."""

SAFE = 0.7
"""The part of a maskable icon that its picture takes: systems cut off what lies outside of a circle of 80 %."""

LONGEST_SHORT_NAME = 12
"""The characters of a name that fit under an icon."""


def icons(sign: bytes, paper: str) -> tuple[Artifact, ...]:
    """The sign of a playbook, an SVG file, as icons: `icon-192.png` and so on, and one on the colour `paper` to be cut.

    Text in the sign is not drawn: it would look different on each machine. Raises ValueError if it is no SVG file.
    """
    svg, largest = sign.decode(), SIZES[-1]
    edge, inner = round(largest * (1 - SAFE) / 2), round(largest * SAFE)
    maskable = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {largest} {largest}">'
        f'<rect width="{largest}" height="{largest}" fill="{paper}"/>'
        f'<image x="{edge}" y="{edge}" width="{inner}" height="{inner}" '
        f'href="data:image/svg+xml;base64,{b64encode(sign).decode()}"/></svg>'
    )
    drawn = {f"icon-{size}.png": (svg, size) for size in SIZES} | {"icon-maskable.png": (maskable, largest)}
    return tuple(Artifact(name, _png_once(*drawing)) for name, drawing in drawn.items())


def drawn(drawing: bytes, width: int) -> bytes:
    """An SVG file as a PNG so many pixels wide. Text in it is not drawn."""
    return bytes(resvg_py.svg_to_bytes(svg_string=drawing.decode(), width=width, skip_system_fonts=True))


def sign_of(picture: AttachedFile) -> bytes:
    """A picture of the content as a sign, an SVG file."""
    content = picture.published()
    if picture.ending == SVG:
        return content
    shown = picture.plain
    data = f"data:{MIME[picture.ending]};base64,{b64encode(content).decode()}"
    side = shown.width
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}">'
        f'<image width="{side}" height="{side}" href="{data}"/></svg>'
    ).encode()


MOST = 50
"""How many icons the cache of the user keeps."""


def _png_once(svg: str, width: int) -> bytes:
    key = hashlib.sha256(f"{program()}\0{width}\0{svg}".encode()).hexdigest()
    return made_once("icons", key, lambda: _png(svg, width), MOST)


def _png(svg: str, width: int) -> bytes:
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, width=width, height=width, skip_system_fonts=True))


def manifest(site: Site, path: Callable[[str], str]) -> Artifact:
    """The manifest of a site. `path` gives the path of a file of the frame by its name."""
    png = {"type": "image/png"}
    pictures = [
        {"src": path("favicon.svg"), "sizes": "any", "type": "image/svg+xml"},
        *({"src": path(f"icon-{size}.png"), "sizes": f"{size}x{size}", **png} for size in SIZES),
        {"src": path("icon-maskable.png"), "sizes": f"{SIZES[-1]}x{SIZES[-1]}", **png, "purpose": "maskable"},
    ]
    short = site.name if len(site.name) <= LONGEST_SHORT_NAME else ""
    value = {
        "name": site.name,
        **({"short_name": short} if short else {}),
        "description": site.tagline,
        "lang": site.language.tag,
        "dir": site.language.direction,
        "id": "./",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "display_override": ["minimal-ui"],
        "theme_color": site.paper,
        "background_color": site.paper,
        "icons": pictures,
    }
    return Artifact(MANIFEST, json.dumps(value, ensure_ascii=False, indent=1).encode() + b"\n")
