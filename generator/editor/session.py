"""What the editor knows of the playbook: its configuration, its content as it is by now, and its titles."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from threading import Lock
from typing import Any, Protocol
from urllib.parse import urlsplit

from generator import pipeline
from generator.caching.memory import Aside, Memory
from generator.config.project import Project
from generator.content.graph import Edge, Graph
from generator.content.located import Located
from generator.diagnostics.diagnostic import Diagnostic
from generator.editing.journal import Journal
from generator.editing.proposing import cannot_propose
from generator.editor.targets import Opened
from generator.editor.wrong import Wrong
from generator.pipeline import Reading
from generator.reading.text import Given
from generator.site.page import Page
from generator.stages.build import page_of

MOST_TITLES = 20
"""So many titles are offered at a time."""


class Workspace(Protocol):
    """What builds the preview, and what the editor takes from it: nothing of it is changed."""

    @property
    def memory(self) -> Memory: ...
    @property
    def theme(self) -> str: ...
    @property
    def reading(self) -> Reading | None: ...
    def project(self) -> tuple[Project | None, tuple[Diagnostic, ...]]: ...


@dataclass(slots=True)
class Session:
    """The playbook as the editor sees it.

    `making` is the lock under which pages are made. `writing` is held by whoever writes: there is one writer at a time.
    """

    workspace: Workspace
    making: AbstractContextManager[object]
    writing: Lock = field(default_factory=Lock)
    _base: tuple[tuple[object, ...], Reading] | None = None
    _lately: Project | None = None
    _aside: Aside | None = None
    _journal: Journal | None = None
    _forms: tuple[Project, dict[str, dict[str, Any]]] | None = None
    _can_propose: set[Path] = field(default_factory=set)

    def project(self) -> Project:
        """The playbook as its configuration is by now. Raises Wrong if that has errors."""
        project, problems = self.workspace.project()
        if project is None:
            first = problems[0]
            said = f"{first.span.file}, line {first.span.line}: {first.message}"
            raise Wrong(f"{said}. Correct the configuration first.", HTTPStatus.CONFLICT)
        self._lately = project
        return project

    def lately(self) -> Project:
        """The playbook as its configuration was when somebody last asked: for files that hardly depend on it."""
        return self._lately or self.project()

    def journal(self, project: Project) -> Journal:
        """The journal of changes, as it is by now."""
        if self._journal is None or self._journal.root != project.root:
            self._journal = Journal(project.root)
        return self._journal.read()

    def cannot_propose(self, project: Project) -> str:
        """Why changes cannot be proposed with git. Asked again until they can: somebody may do what it says."""
        if project.root in self._can_propose:
            return ""
        why = cannot_propose(project.root)
        if not why:
            self._can_propose.add(project.root)
        return why

    def form(self, project: Project, kind: str, make: Callable[[], dict[str, Any]]) -> dict[str, Any]:
        """The form of a kind, which stays as long as the configuration does."""
        if self._forms is None or self._forms[0] is not project:
            self._forms = project, {}
        forms = self._forms[1]
        if kind not in forms:
            forms[kind] = make()
        return forms[kind]

    def reading(self, project: Project, given: Given | None = None) -> Reading:
        """The content, connected but not checked, with a file as it would be."""
        earlier = self.workspace.reading
        return pipeline.connected(project, memory=self.aside(), given=given, earlier=earlier)

    def aside(self) -> Memory:
        """What the preview remembers and what was found out at the last look."""
        self._aside = Aside(self.workspace.memory, self._aside)
        return self._aside

    def known(self, project: Project) -> Reading:
        """The content as the preview has read it last, which may lie a moment back."""
        return self.workspace.reading or self.reading(project)

    def page(self, project: Project, reading: Reading, url: str) -> Page | None:
        """The page at an address within the site, as this content makes it; None if there is none, or it has errors."""
        memory, theme = Aside(self.workspace.memory), self.workspace.theme or project.theme.fingerprint()
        try:
            with self.making:
                return page_of(project, reading, url, memory, theme)
        except Exception:
            # Errors elsewhere, such as in an entry that this one mentions, may break a template: they are told there.
            return None

    def before(self, project: Project, opened: Opened) -> Reading:
        """The content in which the file that is open is as it is by now."""
        last = self.workspace.reading
        if last and opened.document and _has(last, opened):
            return last
        key = (id(project), id(last), opened.name, opened.version)
        if self._base is None or self._base[0] != key:
            self._base = key, self.reading(project)
        return self._base[1]


def _has(reading: Reading, opened: Opened) -> bool:
    """Whether the content has the file as it was opened."""
    located = reading.graph.entries.get(opened.target.id)
    return bool(located and opened.document and located.document.text == opened.document.text)


def base_of(project: Project) -> str:
    """The path of the address of the site."""
    return urlsplit(project.site.url).path


def address_of(project: Project, opened: Opened) -> str:
    """The path of the page of what is open."""
    if opened.target.kind:
        return f"{base_of(project)}{opened.target.kind.plural}/{opened.target.id}/"
    return f"{base_of(project)}{opened.target.page}/" if opened.target.page else base_of(project)


def read_only(path: Path) -> str:
    """Why a file cannot be written; empty if it can."""
    folder = path if path.is_dir() else path.parent
    while not folder.exists():
        folder = folder.parent
    if os.statvfs(folder).f_flag & os.ST_RDONLY:
        return f"The disk of {folder} can only be read, so nothing can be saved here."
    for place in (path, folder):
        if place.exists() and not os.access(place, os.W_OK):
            return f"{place} may not be written by you, so nothing can be saved here: check its permissions."
    return ""


def linked_from(project: Project, graph: Graph, entry_id: str) -> Iterator[dict[str, Any]]:
    """The entries that refer to an entry, each once for a relation."""
    seen = set[tuple[str, str]]()
    for edge in graph.into(entry_id):
        if (edge.source, edge.relation.name) not in seen:
            seen.add((edge.source, edge.relation.name))
            yield _linking(graph, edge, base_of(project))


def _linking(graph: Graph, edge: Edge, base: str) -> dict[str, Any]:
    source = graph.entries[edge.source]
    place = {"file": source.document.file, "address": base + source.url}
    return {**title_of(source), "relation": edge.relation.label, **place}


def title_of(located: Located) -> dict[str, Any]:
    """An entry as lists of titles name it."""
    kind = located.kind
    return {"kind": kind.name, "id": located.id, "title": located.entry.title, "kind_label": kind.label}


def titles(graph: Graph, text: str, kinds: Iterable[str]) -> Iterator[dict[str, Any]]:
    """The entries of these kinds, or of all, whose title, id or search words have the text; the best first."""
    wanted, words = frozenset(filter(None, kinds)), text.casefold().split()
    ranked = []
    for located in graph.known.values():
        if not wanted or located.kind.name in wanted:
            rank = _rank(located, words)
            if rank is not None:
                ranked.append((rank, located.entry.title.casefold(), located.id))
    for _, _, entry_id in sorted(ranked)[:MOST_TITLES]:
        yield title_of(graph.known[entry_id])


def _rank(located: Located, words: list[str]) -> int | None:
    """How well the words fit an entry, 0 for best; None if they do not."""
    title, entry = located.entry.title.casefold(), located.entry
    if title.startswith(" ".join(words)):
        return 0
    parts = title.split()
    if all(any(part.startswith(word) for part in parts) for word in words):
        return 1
    if all(word in title or word in located.id for word in words):
        return 2
    others = " ".join((entry.summary, *entry.keywords, *entry.asked_as)).casefold()
    return 3 if all(word in title or word in others for word in words) else None


def titles_of(graph: Graph, ids: Iterable[str]) -> Iterator[dict[str, Any]]:
    """The titles of the entries with exactly these ids; those that do not exist are left out."""
    known = graph.known
    return (title_of(known[found]) for found in ids if found in known)


def starting_value(opened: Opened) -> Mapping[str, Any]:
    """What the form of a new entry starts from."""
    return (
        opened.target.kind.started_with
        if opened.target.kind and opened.target.new and not opened.value
        else opened.value
    )
