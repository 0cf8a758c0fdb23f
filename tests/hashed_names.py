"""Names of files that say what they contain, for tests that do not care."""

from __future__ import annotations

import json
import re
from pathlib import Path

from generator.site.page import Site
from generator.site.release import DATA, DATA_NAMES, LETTERS

HASH = rf"[0-9a-f]{{{LETTERS}}}"


def without_hashes(text: str) -> str:
    """Paths or a page as if no folder or file were named after what it contains."""
    text = re.sub(rf"/{HASH}(?=-\d+\.\w+)", "/HASH", text)  # a size of a picture
    return re.sub(rf"\bassets/{HASH}/", "assets/", re.sub(rf"\.{HASH}(?=\.\w+)", "", text))


def text_of(site: Site, name: str) -> str:
    """A text file of the site, by its path without hashes."""
    return next(file.content.decode() for file in site.artifacts if without_hashes(file.path) == name)


def data_file(folder: Path, path: str) -> Path:
    """The file of a written site that scripts know by this path."""
    names = json.loads((folder / DATA_NAMES).read_text("utf-8"))
    return folder / f"{DATA}{names[path.removeprefix(DATA)]}"
