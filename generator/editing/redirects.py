"""Write down where an old address leads: `content/redirects.yml`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.config.project import Project
from generator.content.files import REDIRECTS
from generator.editing.edits import Edit, write_edits

HEAD = """\
# Addresses that are gone, each with what took its place: the id of an entry, or the folder of a kind for the list of
# all its entries. `playbook remove` writes here. Lines stay for good: somebody may have the address.
"""


def note(project: Project, leads: Mapping[str, str], edits: Iterable[Edit] = ()) -> None:
    """Add lines to the redirects: the address of a page without its last slash, or of a place, and where it leads.

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
