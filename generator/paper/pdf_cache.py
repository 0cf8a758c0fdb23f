"""PDFs made before, kept by what decides their content."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.paper.pdf import STRIDE, Progress, in_processes
from generator.reporting.progress import Milestone


def make_all(documents: Mapping[str, str], kept: Path, progress: Progress) -> Iterator[tuple[str, bytes]]:
    """The PDF of each document, by the names of the documents, in their order.

    What was made before from the same HTML, with the same programs and fonts, is taken from the folder `kept`; what
    no document needs any more is removed from it.
    """
    maker = _maker()
    keys = {name: hashlib.sha256(f"{maker}\n{html}".encode()).hexdigest() for name, html in documents.items()}
    lacking = {keys[name]: html for name, html in documents.items() if not _path(kept, keys[name]).is_file()}
    kept.mkdir(parents=True, exist_ok=True)
    progress(
        Milestone(f"Making PDFs: {len(lacking)} to make, {len({*keys.values()} - lacking.keys())} kept from before")
    )
    _make_lacking(lacking, kept, progress)
    progress(Milestone(f"Made {len(lacking)} PDFs"))
    for path in kept.glob("*.pdf"):
        if path.stem not in keys.values():
            path.unlink(missing_ok=True)
    for name, key in keys.items():
        yield name, _path(kept, key).read_bytes()


def _make_lacking(lacking: Mapping[str, str], kept: Path, progress: Progress) -> None:
    for number, (key, content) in enumerate(zip(lacking, in_processes(list(lacking.values())), strict=True), 1):
        step = f"Making PDFs, {number} of {len(lacking)}"
        progress(step if number % STRIDE else Milestone(step))
        beside = kept / f"{key}.{os.getpid()}"
        beside.write_bytes(content)
        beside.replace(_path(kept, key))


def _path(kept: Path, key: str) -> Path:
    return kept / f"{key}.pdf"


def _maker() -> str:
    """Differs whenever the same HTML might give another PDF: by other programs or other fonts."""
    import pydyf
    import weasyprint
    from weasyprint.text.ffi import pango

    return f"{weasyprint.__version__} {pydyf.__version__} {pango.pango_version()} {_fonts()} {_own_source()}"


def _own_source() -> str:
    return hashlib.sha256(Path(__file__).read_bytes()).hexdigest()


def _fonts() -> str:
    """The fonts of this system."""
    lister = shutil.which("fc-list")
    if lister is None:
        return ""
    listed = subprocess.run([lister, "--format=%{file}\n"], capture_output=True, check=False).stdout
    return hashlib.sha256(b"\n".join(sorted(listed.splitlines()))).hexdigest()
