"""What decides how pictures are made, besides the pictures."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path

from generator.caching.program import version_of

MAKERS = ("raster.py", "svg.py", "svg_parts.py", "svg_tree.py")
"""The modules that make pictures."""


@cache
def recipe() -> str:
    """A hash of these modules and of the version of Pillow."""
    folder = Path(__file__).parent
    whole = b"\0".join((folder / name).read_bytes() for name in MAKERS)
    return sha256(whole + version_of("pillow").encode()).hexdigest()
