"""A cache of PDFs, keyed by everything that decides their content."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from html import unescape
from typing import TypeAlias

from generator.caching.kept import Kept
from generator.caching.program import program
from generator.reporting.progress import Milestone
from generator.typefaces.faces import characters

STRIDE = 100
"""Without a terminal, every hundredth PDF is reported."""

Progress: TypeAlias = Callable[[str], None]
Maker: TypeAlias = Callable[[Sequence[str]], Iterator[bytes]]
"""Makes the PDF of each HTML document, in their order."""


def make_all(documents: Mapping[str, str], kept: Kept, make: Maker, progress: Progress) -> Iterator[tuple[str, bytes]]:
    """The PDF of each document, by the names of the documents, in their order.

    What was made before from the same HTML, with the same program and typefaces, is taken from `kept`; what no document
    needs any more is removed from it. What `kept` does not take, such as when a disk is full, is made all the same.
    """
    keys = {name: _key(html) for name, html in documents.items()}
    found = {key: content for key in set(keys.values()) if (content := kept.get(key)) is not None}
    lacking = {keys[name]: html for name, html in documents.items() if keys[name] not in found}
    progress(Milestone(f"Making PDFs: {len(lacking)} to make, {len(found)} kept from before"))
    for number, (key, content) in enumerate(zip(lacking, make(list(lacking.values())), strict=True), 1):
        step = f"Making PDFs, {number} of {len(lacking)}"
        progress(step if number % STRIDE else Milestone(step))
        found[key] = content
        kept.put(key, content)
    progress(Milestone(f"Made {len(lacking)} PDFs"))
    kept.keep_only(keys.values())
    for name, key in keys.items():
        yield name, found[key]


def _key(html: str) -> str:
    decided = f"{program()} {_system()} {'' if _has_own_typefaces(html) else _fonts()}"
    return hashlib.sha256(f"{decided}\n{html}".encode()).hexdigest()


def _has_own_typefaces(html: str) -> bool:
    """Whether the typefaces of the playbook have every character, so that no font of the system is used."""
    return all(character in characters() for character in set(unescape(html)) if character.isprintable())


def _system() -> str:
    """What the system adds to every PDF: the version of Pango."""
    from weasyprint.text.ffi import pango

    return str(pango.pango_version())


@cache
def _fonts() -> str:
    """The fonts of this system."""
    lister = shutil.which("fc-list")
    if lister is None:
        return ""
    listed = subprocess.run([lister, "--format=%{file}\n"], capture_output=True, check=False).stdout
    return hashlib.sha256(b"\n".join(sorted(listed.splitlines()))).hexdigest()
