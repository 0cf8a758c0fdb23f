"""Add redirects to `content/redirects.yml`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.config.project import Project
from generator.content.files import REDIRECTS
from generator.editing.edits import Edit, write_edits

HEAD = """\
# Addresses that no longer exist, each with its target: the id of an entry, or the folder of a kind for the list of all
# its entries. `playbook remove` writes here. Do not delete lines: old links may use the addresses.
"""


def note(project: Project, leads: Mapping[str, str], edits: Iterable[Edit] = ()) -> None:
    """Add redirects: the address of a page without its final slash, or of an anchor, with its target.

    `edits` are made in the same file.
    """
    name = f"{project.site.content}/{REDIRECTS}"
    path = project.root / name
    if not path.exists():
        path.write_text(HEAD, encoding="utf-8", newline="\n")
    text = path.read_text(encoding="utf-8").removeprefix("\ufeff")
    lines = "".join(f"{_key(address)}: {target}\n" for address, target in leads.items())
    gap = "" if not text or text.endswith("\n") else "\n"
    write_edits(project, {name: [*edits, Edit(len(text), len(text), gap + lines)]})


def _key(address: str) -> str:
    return address.removesuffix("/")
