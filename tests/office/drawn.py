"""DOCX and PPTX files as LibreOffice draws them. It is started once for all documents of a test."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.paper.real import Printed


def drawn(folder: Path, documents: Mapping[str, bytes], ending: str = "docx") -> dict[str, Printed]:
    """The PDF of each document, by its name."""
    for name, content in documents.items():
        (folder / f"{name}.{ending}").write_bytes(content)
    files = [str(folder / f"{name}.{ending}") for name in documents]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files]
    subprocess.run(command, capture_output=True, check=True)
    return {name: Printed((folder / f"{name}.pdf").read_bytes()) for name in documents}
