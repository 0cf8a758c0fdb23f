"""The service worker of a build, which keeps its files for reading without a network."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from generator.media.attached import FOLDER as ATTACHED
from generator.media.attached import MADE
from generator.media.formats import PICTURES, ending_of
from generator.model import addresses
from generator.offline.edition import KEEPING, is_part
from generator.site.policy import MANIFEST
from generator.site.release import DATA_NAMES, FOLDER

_SCRIPT = Path(__file__).with_suffix(".js").read_text("utf-8")

_PAGES = (f"{addresses.HOME}index.html", f"{addresses.SEARCH}index.html", KEEPING)
"""Pages that are always kept."""

LETTERS = 16
"""How much of a hash the worker compares, in hexadecimal digits."""


def service_worker(files: Mapping[str, str], bytes_of_pages: int) -> bytes:
    """The script of the service worker of a site with these `files`, by path with their SHA-256 hashes.

    `bytes_of_pages` is what all pages and their pictures need on a device.
    """
    listed = {path: files[path][:LETTERS] for path in sorted(files) if is_part(path) or path in (MANIFEST, KEEPING)}
    core = {path: hashed for path, hashed in listed.items() if _is_core(path)}
    pages = {path: hashed for path, hashed in listed.items() if path.endswith(".html") and path not in core}
    pictures = {path: hashed for path, hashed in listed.items() if is_picture(path)}
    build = {"core": core, "pages": pages, "pictures": pictures, "bytes": bytes_of_pages}
    text = f"{_SCRIPT}{json.dumps(build)}"
    build["id"] = hashlib.sha256(text.encode()).hexdigest()[:LETTERS]
    given = json.dumps(build, separators=(",", ":"), ensure_ascii=False)
    return f'"use strict";\n{_SCRIPT}\nplaybookWorker({given});\n'.encode()


def kept_with_all(files: Mapping[str, str]) -> list[str]:
    """The pages of a site with these `files` that a worker can keep, and their pictures at the permanent addresses."""
    return [path for path in files if (path.endswith(".html") and is_part(path)) or is_plain_picture(path)]


def is_picture(path: str) -> bool:
    """Whether a file is a picture of the content, in any size."""
    return path.startswith(MADE) or is_plain_picture(path)


def is_plain_picture(path: str) -> bool:
    """Whether a file is a picture of the content at its permanent address."""
    return path.startswith(ATTACHED) and ending_of(path) in PICTURES


def _is_core(path: str) -> bool:
    return (path.startswith(FOLDER) and not path.startswith(MADE)) or path in (*_PAGES, DATA_NAMES, MANIFEST)
