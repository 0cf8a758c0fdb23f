"""Pictures for tests, made when they are needed."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image

from generator.caching.kept import Kept
from generator.media.attached import AttachedFile
from generator.media.picture import Picture

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40">{}</svg>'


def drawing(width: int = 600, height: int = 400, form: str = "PNG", **options: Any) -> bytes:
    """A picture of two colours."""
    image = Image.new("RGB", (width, height), "white")
    image.paste("navy", (width // 4, height // 4, width // 2, height // 2))
    return saved(image, form, **options)


def photograph(width: int = 600, height: int = 400, form: str = "JPEG", **options: Any) -> bytes:
    """A picture of very many colours."""
    red, green = Image.linear_gradient("L"), Image.radial_gradient("L")
    image = Image.merge("RGB", (red, green, red.rotate(90))).resize((width, height))
    return saved(image, form, **options)


def saved(image: Image.Image, form: str, **options: Any) -> bytes:
    target = BytesIO()
    image.save(target, form, **options)
    return target.getvalue()


def opened(content: bytes) -> Image.Image:
    image = Image.open(BytesIO(content))
    image.load()
    return image


def attached(name: str, picture: Picture | None = None, size: int = 1_234_567) -> AttachedFile:
    """A file that lies nowhere: enough for what does not read it."""
    return AttachedFile(name, size, "0" * 64, picture, Path("/nowhere"), Kept(Path("/dev/null/nowhere")))
