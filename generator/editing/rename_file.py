"""Change the name of a picture or another file: in its folder, in every text, and with a redirect from its address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from generator.config.project import Project
from generator.content.files import REDIRECTS
from generator.diagnostics.suggest import did_you_mean
from generator.editing.addresses import recorded
from generator.editing.edits import Edit, edited_files
from generator.editing.redirects import with_redirects
from generator.editing.rename import Renamed
from generator.media.attached import FOLDER
from generator.media.folder import wrong_name
from generator.media.formats import ending_of
from generator.pipeline import Reading
from generator.system.files import write_files


def file_objection(reading: Reading, old: str, new: str) -> str | None:
    """The reason why the file at the address `old` cannot get the address `new`, or None."""
    files = {file.address: file for file in reading.graph.files.values()}
    if old not in files:
        hint = did_you_mean(old, files)
        return f"there is no file `{old}`" + (f"; {hint}" if hint else "")
    if not new.startswith(FOLDER):
        return f"write the new name with its folder: `{FOLDER}{new}`"
    if ending_of(new) != ending_of(old):
        return f"`{new}` must end in `.{ending_of(old)}` as well: the content stays the same"
    problem = wrong_name(new.removeprefix(FOLDER), new)
    if problem:
        return f"{problem.message}; {problem.hint}"
    if new in files:
        return f"there is a file `{new}` already"
    keeper = next((file for file in files.values() if new in file.former), None)
    if keeper:
        return f"`{new}` is an old address, at which {keeper.address} is published: see content/{REDIRECTS}"
    return None


def rename_file(project: Project, reading: Reading, old: str, new: str) -> Renamed:
    """Rename a file of a playbook without errors, as `file_objection` allows it."""
    file = reading.graph.files[old.removeprefix(FOLDER)]
    texts = dict(_texts(project))
    edits = {name: [*_places(text, old, new)] for name, text in texts.items()}
    edits = {name: found for name, found in edits.items() if found}
    redirects = project.name_of(project.content / REDIRECTS)
    is_published = reading.ledger is not None and old in reading.ledger.places
    in_redirects = edits.pop(redirects, []) if is_published else []
    written = edited_files(project, edits, texts)
    if is_published:
        written |= with_redirects(project, {old: new}, in_redirects, texts.get(redirects))
        written |= recorded(project, reading.ledger, (new,)).file
    target = project.content / new
    write_files({**written, target: file.content()}, project.root, deleted=[file.path])
    places = sum(map(len, edits.values())) + len(in_redirects)
    return Renamed(project.name_of(target), places, len(written) + 1, is_published)


def _texts(project: Project) -> Iterator[tuple[str, str]]:
    """The texts in which the address of a file may stand, by the names of their files."""
    folder = project.content / FOLDER
    inside = (path for ending in ("yml", "md") for path in sorted(project.content.rglob(f"*.{ending}")))
    for path in (project.file, *(path for path in inside if not path.is_relative_to(folder))):
        if path.is_file() and not _is_hidden(path, project.root):
            text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
            yield project.name_of(path), text


def _is_hidden(path: Path, root: Path) -> bool:
    return path.is_relative_to(root) and any(part.startswith(".") for part in path.relative_to(root).parts)


def _places(text: str, old: str, new: str) -> Iterator[Edit]:
    for found in re.finditer(rf"(?<![\w./-]){re.escape(old)}(?![\w-]|\.\w)", text):
        yield Edit(found.start(), found.end(), new)
