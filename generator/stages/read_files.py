"""The first stage: read every file of a playbook."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeAlias

from generator.caching.kept import Kept
from generator.caching.memory import FORGETFUL, Memory
from generator.config.project import Project
from generator.content.changes_file import CHANGES
from generator.content.defined import Defined
from generator.content.field_names import field_names
from generator.content.files import PAGES, REDIRECTS, SCALES, SNIPPETS, ContentFile, alike, collect
from generator.content.hand_page_files import PageText, read_page_texts
from generator.content.misfits.not_entries import of_empty_file
from generator.content.nearby import FILE as NEARBY
from generator.content.nearby import Nearby, read_nearby
from generator.diagnostics.diagnostic import Diagnostic, stops_the_build
from generator.media.attached import AttachedFile
from generator.media.folder import KEPT, attached_files
from generator.model.kind import Kinds
from generator.permalinks.ledger import Ledger, file_of, read_ledger
from generator.reading.document import Document, document_of, parse
from generator.reading.mistakes.colons import GiveFieldNames
from generator.reading.text import Given, read_text
from generator.system.file_state import state_of
from generator.system.git import first_added

Reader: TypeAlias = Callable[[Path, Path, str, GiveFieldNames], tuple[Document | None, tuple[Diagnostic, ...]]]
"""Reads the file at a path, under a root, by the name that diagnostics use for it, with the names of fields."""


def remembering(memory: Memory, kinds: Kinds) -> Reader:
    """A reader that parses a file again only if its text has changed.

    It reads a file again unless the system says that nobody has written to it.
    """

    def read(
        path: Path, root: Path, name: str, names: GiveFieldNames
    ) -> tuple[Document | None, tuple[Diagnostic, ...]]:
        def read_now() -> tuple[Document | None, tuple[Diagnostic, ...]]:
            text, problems = read_text(path, root, name)
            if text is None:
                return None, problems
            document, more = memory.once(("document", kinds, name, text), lambda: parse(text, name, names))
            return document, problems + more

        state = state_of(path)
        return memory.once(("file", kinds, str(root), name, state), read_now) if state else read_now()

    return read


@dataclass(frozen=True, slots=True)
class Files:
    """The files of a playbook. A document is None if its file has errors that prevent its use.

    `complete`: no file with entries was left out. `alike` are groups of files with the same text; `added` says when git
    got to know each of these, in seconds since 1970.
    """

    documents: Mapping[ContentFile, Document | None]
    alike: tuple[tuple[ContentFile, ...], ...]
    added: Mapping[str, int]
    pages: tuple[PageText, ...]
    snippets: tuple[PageText, ...]
    variables: tuple[Defined, ...]
    scales: str
    """The text of the file with scales."""
    redirects: Document | None
    changes: Document | None
    ledger: Ledger | None
    published: frozenset[str]
    """The addresses of pages that were published, on any of the sites of the configuration."""
    nearby: Nearby
    attached: tuple[AttachedFile, ...]
    complete: bool
    diagnostics: tuple[Diagnostic, ...]


def read_files(
    project: Project, read_document: Reader, memory: Memory = FORGETFUL, given: Given | None = None
) -> Files:
    """Read the entries and all other files of the content. Pictures stay in `memory` as long as they do not change.

    The file that is `given` is not read from the disk.
    """
    files, found = collect(project.content, project.site.content, project.kinds, given.path if given else None)
    diagnostics = list(found)
    names = partial(field_names, project.kinds)

    def document(path: Path, root: Path, name: str, file: ContentFile | None = None) -> Document | None:
        if given and path == given.path:
            read, problems = document_of(given.raw, name, names)
        else:
            read, problems = read_document(path, root, name, names)
        diagnostics.extend(of_empty_file(found, file.kind, file.entry_id) if file else found for found in problems)
        return read

    def optional(path: Path, root: Path) -> Document | None:
        return document(path, root, project.name_of(path)) if path.exists() or (given and path == given.path) else None

    documents = {file: document(file.path, project.content, file.name, file) for file in files}
    same = alike(documents)
    added = first_added(project.root, [file.name for files in same for file in files])
    complete = not stops_the_build(diagnostics, strict=False)
    redirects = optional(project.content / REDIRECTS, project.content)
    changes = optional(project.root / CHANGES, project.root)
    pages, page_problems = _texts(project, PAGES, given)
    snippets, snippet_problems = _texts(project, SNIPPETS, given)
    ledger, ledger_problems = _ledger(project.root, "", memory)
    of_sites = (_ledger(project.root, name, memory)[0] for name in project.site.sites)
    published = frozenset(page for one in (ledger, *of_sites) if one for page in one.places if "#" not in page)
    nearby, nearby_problems = _nearby(project.root, memory)
    attached, file_problems = _attached(project, memory)
    texts = (*page_problems, *snippet_problems)
    found = (*project.warnings, *diagnostics, *texts, *ledger_problems, *nearby_problems, *file_problems)
    return Files(
        documents,
        same,
        added,
        pages,
        snippets,
        project.variables,
        _scales(project),
        redirects,
        changes,
        ledger,
        published,
        nearby,
        attached,
        complete,
        found,
    )


def _nearby(root: Path, memory: Memory) -> tuple[Nearby, tuple[Diagnostic, ...]]:
    """Which entries are near in meaning to words. The file is long, and hardly ever changes."""
    state = state_of(root / NEARBY)
    return memory.once(("nearby", str(root), state), partial(read_nearby, root)) if state else read_nearby(root)


def _ledger(root: Path, site: str, memory: Memory) -> tuple[Ledger | None, tuple[Diagnostic, ...]]:
    """The published addresses of a site, or of the whole playbook without a name. There are thousands."""
    file = file_of(site)
    read, state = partial(read_ledger, root, file), state_of(root / file)
    return memory.once(("ledger", str(root), file, state), read) if state else read()


def _scales(project: Project) -> str:
    """The text of the file with scales, whose mistakes the configuration reports."""
    path = project.content / SCALES
    text = read_text(path, project.content, project.name_of(path))[0] if path.is_file() else ""
    return text or ""


def _texts(project: Project, folder: str, given: Given | None) -> tuple[tuple[PageText, ...], tuple[Diagnostic, ...]]:
    """The texts in one of the folders of the content with files in Markdown."""
    path = project.content / folder
    return read_page_texts(path, project.content, project.name_of(path), given)


def _attached(project: Project, memory: Memory) -> tuple[tuple[AttachedFile, ...], tuple[Diagnostic, ...]]:
    """The pictures and other files, with those marked that the configuration names."""
    site = project.site
    files, problems = attached_files(project.content, site.content, Kept(project.root / KEPT), state_of, memory)
    configured = {site.logo, site.logo_on_dark, site.favicon}
    return tuple(replace(file, named=file.address in configured) for file in files), problems
