"""Redirects added to `content/redirects.yml`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.config.project import Project
from generator.content.files import REDIRECTS
from generator.editing.edits import Edit, check_unchanged, edited_as_written

HEAD = """\
# Addresses that no longer exist, each with its target: the id of an entry, or the folder of a kind for the list of all
# its entries. `playbook remove` writes here. Do not delete lines: old links may use the addresses.
"""


def with_redirects(
    project: Project, leads: Mapping[str, str], edits: Iterable[Edit] = (), read: str | None = None
) -> dict[Path, bytes]:
    """The content of the file, by its path, with more redirects.

    `leads` maps the address of a page without its final slash, or of an anchor, to its target. `edits` are made in the
    same file, whose text they refer to is `read`. Raises `Refused` if that was changed since.
    """
    path = project.content / REDIRECTS
    raw = path.read_bytes() if path.exists() else HEAD.encode()
    if read is not None:
        check_unchanged(project.name_of(path), raw, read)
    text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    lines = "".join(f"{_key(address)}: {target}\n" for address, target in leads.items())
    gap = "" if not text or text.endswith("\n") else "\n"
    return {path: edited_as_written(raw, [*edits, Edit(len(text), len(text), gap + lines)])}


def _key(address: str) -> str:
    return address.removesuffix("/")
