"""The whole story: from YAML files to a published site. Read this file first.

Each stage is a function from frozen values to frozen values. Problems with the content are returned as
diagnostics, all of them in one run; an exception means a fault of our own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.checks import check
from generator.collect import collect
from generator.config import Project
from generator.diagnostics import Diagnostic, in_order
from generator.graph import Graph, connect
from generator.source import Document, read_document
from generator.structure import Located, structure


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: the graph, the documents it came from, and everything that is wrong with them."""

    graph: Graph
    documents: tuple[Document, ...]
    diagnostics: tuple[Diagnostic, ...]


def read(project: Project) -> Reading:
    """Read, structure, connect and check the content of a playbook."""
    files, problems = collect(project.content, project.name_of(project.content))
    found = list(problems)
    documents: list[Document] = []
    located: list[Located] = []
    for file in files:
        document, problems = read_document(file.path, project.content, file.name)
        found += problems
        if document is None:
            continue
        documents.append(document)
        entries, problems = structure(document, file.kind, file.entry_id)
        found += problems
        located += entries
    graph, problems = connect(located)
    found += problems
    found += check(graph, project.site)
    return Reading(graph, tuple(documents), in_order(found))


def concerning(diagnostics: Iterable[Diagnostic], project: Project, paths: Iterable[Path]) -> tuple[Diagnostic, ...]:
    """The diagnostics that concern the files and folders named."""
    wanted = [project.name_of(path.resolve()) for path in paths]
    return tuple(
        d for d in diagnostics if any(d.span.file == name or d.span.file.startswith(name + "/") for name in wanted)
    )
