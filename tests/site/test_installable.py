"""The manifest of a site and its icons."""

from __future__ import annotations

import json
import re
import struct
from pathlib import Path

import pytest

from generator.caching.kept import Kept
from generator.media.folder import attached_files
from generator.site.installable import icons, manifest, sign_of
from tests.media.made import drawing
from tests.shells.framed import SITE

SIGN = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8" fill="#102030"/></svg>'


def size(png: bytes) -> tuple[int, int]:
    """The width and the height that a PNG file names."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def test_icons_have_the_sizes_that_browsers_ask_for_and_one_may_be_cut() -> None:
    found = {icon.path: icon.content for icon in icons(SIGN, "#fdfcfa")}
    assert {name: size(content) for name, content in found.items()} == {
        "icon-192.png": (192, 192),
        "icon-512.png": (512, 512),
        "icon-maskable.png": (512, 512),
    }
    other = {icon.path: icon.content for icon in icons(SIGN, "#000000")}
    assert {name for name in found if found[name] != other[name]} == {"icon-maskable.png"}
    assert found["icon-maskable.png"] != found["icon-512.png"]


def test_a_picture_of_pixels_can_be_the_sign(tmp_path: Path) -> None:
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "sign.png").write_bytes(drawing(300, 200))
    (sign,), _ = attached_files(tmp_path, "content", Kept(tmp_path / "cache"))
    made = sign_of(sign)
    assert b'viewBox="0 0 300 300"><image width="300" height="300" href="data:image/png;base64,' in made
    blank = re.sub(rb"<image[^>]*>", b"", made)
    assert icons(made, "#fff")[0].content != icons(blank, "#fff")[0].content


def test_a_sign_that_is_no_picture_is_refused() -> None:
    with pytest.raises(ValueError, match="never closed"):
        icons(b"<p>", "#fff")


def test_the_manifest_has_what_chromium_asks_for() -> None:
    made = manifest(SITE, lambda name: f"assets/0a/{name}")
    value = json.loads(made.content)
    assert made.path == "manifest.webmanifest"
    assert value["name"] == SITE.name
    assert (value["start_url"], value["scope"], value["id"]) == ("./", "./", "./")
    assert value["display"] in {"fullscreen", "standalone", "minimal-ui"}
    sizes = {icon["sizes"] for icon in value["icons"] if icon.get("purpose", "any") == "any"}
    assert sizes >= {"192x192", "512x512"}
    assert all(icon["src"].startswith("assets/0a/") for icon in value["icons"])
