"""The PDFs of sheets of this playbook, made by the program as it is and as it was at an earlier commit."""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.content import ROOT

SHEETS = 40
PRINTED = ("assessments", "checklists", "worksheets")


def earlier_version(revision: str, folder: Path) -> Path | None:
    """The files of a revision, written into this folder, or None if git does not have it, as in a shallow clone."""
    git = ["git", "-C", str(ROOT)]
    if subprocess.run([*git, "cat-file", "-e", f"{revision}^{{commit}}"], capture_output=True).returncode:
        return None
    archive = subprocess.run([*git, "archive", revision], check=True, capture_output=True).stdout
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        files.extractall(folder, filter="data")
    # The package of themes is found here before the one that is installed.
    (folder / "playbook_themes").symlink_to("themes")
    return folder


def sheets_in_both(one: Path, other: Path) -> tuple[str, ...]:
    """The ids of up to 40 sheets that both versions have, of all kinds and spread over each kind."""
    common = [sorted({*_sheets(one, kind)} & {*_sheets(other, kind)}) for kind in PRINTED]
    every = max(1, sum(map(len, common)) // SHEETS)
    return tuple(sheet for ids in common for sheet in ids[::every])[:SHEETS]


def _sheets(version: Path, kind: str) -> Iterator[str]:
    return (path.stem for path in (version / "content" / kind).glob("*.yml"))


def printing(version: Path, sheets: tuple[str, ...], target: Path) -> list[str]:
    """The words, after those that start Python, that print these sheets of a version, each laid out anew."""
    config = str(version / "site_config.yml")
    return ["-m", "generator.cli", "print", *sheets, "--config", config, "--out", str(target)]
