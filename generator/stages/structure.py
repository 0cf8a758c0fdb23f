"""The second stage: turn files into entries, pages, redirects and changes that match their models."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import PurePosixPath
from typing import NamedTuple

from generator.caching.memory import FORGETFUL, Memory
from generator.content.changes_file import Changes, changes_in
from generator.content.drafts import without_stopping
from generator.content.entries import structure as entries_in
from generator.content.files import SNIPPETS, ContentFile, copies, misnamed_ids
from generator.content.fragments import Fragment, fragments_in
from generator.content.hand_page import HandPage
from generator.content.hand_pages import pages_in
from generator.content.located import Located
from generator.content.misfits.of_other_kind import of_other_kind
from generator.content.names import Definitions
from generator.content.nearby import Nearby
from generator.content.snippets import Snippet, snippets_in, unused
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic, stops_the_build
from generator.media.attached import AttachedFile
from generator.model.kind import Kind, Kinds
from generator.model.slug import slug
from generator.permalinks.ledger import Ledger
from generator.permalinks.old_files import with_old_addresses
from generator.permalinks.redirects import OldPlace, Redirect, redirects_in
from generator.reading.document import Document
from generator.stages.read_files import Files


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a playbook, not yet connected.

    `broken` contains the ids of invalid entries: references to them are not reported. `fragments` is what can be
    checked of these. `complete`: no entry was left out that is no draft.
    """

    entries: tuple[Located, ...]
    pages: tuple[HandPage, ...]
    snippets: tuple[Snippet, ...]
    definitions: Definitions
    redirects: tuple[Redirect, ...]
    old_places: tuple[OldPlace, ...]
    changes: Changes
    ledger: Ledger | None
    published: frozenset[str]
    nearby: Nearby
    attached: tuple[AttachedFile, ...]
    files: tuple[ContentFile, ...]
    broken: Container[str]
    fragments: tuple[Fragment, ...]
    complete: bool
    diagnostics: tuple[Diagnostic, ...]


def structure(files: Files, kinds: Kinds, memory: Memory = FORGETFUL) -> Parts:
    """The entries, pages, redirects and changes in `files`, and their problems."""
    definitions, snippets, snippet_problems = snippets_in(files.snippets, files.variables, _written(files))
    definitions = replace(definitions, unread=_unread_snippets(files.diagnostics))
    entries, fragments, problems = _entries(files, definitions, kinds, memory)
    lenient, _ = without_stopping(problems, (*entries, *fragments))
    complete = files.complete and not stops_the_build(lenient, strict=False)
    pages, page_problems = pages_in(files.pages, kinds, definitions)
    redirects, old_places, redirect_problems = redirects_in(files.redirects, kinds, _titles(entries))
    changes, change_problems = changes_in(files.changes, definitions)
    attached, file_problems = with_old_addresses(files.attached, files.redirects)
    return Parts(
        entries,
        pages,
        snippets,
        definitions,
        redirects,
        old_places,
        changes,
        files.ledger,
        files.published,
        files.nearby,
        attached,
        tuple(files.documents),
        _broken(files.documents, files.diagnostics),
        fragments,
        complete,
        (
            *files.diagnostics,
            *snippet_problems,
            *(
                unused(definitions, files.variables, snippets, _texts(files))
                if files.complete and not definitions.unread
                else ()
            ),
            *problems,
            *page_problems,
            *redirect_problems,
            *file_problems,
            *change_problems,
        ),
    )


def _titles(entries: Iterable[Located]) -> Mapping[str, str]:
    """The titles of entries, as slugs, each with the id of its entry."""
    return {slug(found.entry.title): found.id for found in entries}


def _unread_snippets(problems: Iterable[Diagnostic]) -> frozenset[str]:
    """The names of the snippets whose files `problems` ask to rename or to move."""
    misnamed = tuple(found for found in problems if found.code is codes.MISNAMED_FILE)
    paths = (PurePosixPath(found.span.file) for found in misnamed)
    renamed = {path.name.partition(".")[0].lower() for path in paths if path.parent.name == SNIPPETS}
    moved = (PurePosixPath(span.file) for found in misnamed for span, _ in found.related)
    return frozenset(renamed | {path.stem for path in moved if path.suffix == ".md"})


def _texts(files: Files) -> Iterator[str]:
    """The texts of all files in which variables and snippets may stand, those of the configuration first."""
    yield from {variable.origin.text for variable in files.variables}
    yield files.scales
    yield from (document.text for document in files.documents.values() if document)
    yield from (page.text or "" for page in (*files.pages, *files.snippets))
    if files.changes:
        yield files.changes.text


def _written(files: Files) -> Collection[tuple[str, str]]:
    """The files of entries, pages and snippets, each with its text."""
    documents = ((document.file, document.text) for document in files.documents.values() if document)
    return (*documents, *((page.file, page.text or "") for page in (*files.pages, *files.snippets)))


def _entries(
    files: Files, definitions: Definitions, kinds: Kinds, memory: Memory
) -> tuple[tuple[Located, ...], tuple[Fragment, ...], tuple[Diagnostic, ...]]:
    copied = copies(files.alike, files.published, files.added)
    entries: list[Located] = []
    fragments: list[Fragment] = []
    problems = [*copied.values()]
    all_kinds = tuple(kinds)
    known = sha256(repr(definitions).encode("utf-8", "surrogatepass")).digest() if definitions else b""
    for file, document in files.documents.items():
        if document and file not in copied:
            key = ("entries", id(document), file.kind, file.entry_id, known, hash(all_kinds))
            found = memory.once(key, partial(_entries_in, document, file, definitions, all_kinds))
            entries += found.entries
            fragments += found.fragments
            problems += found.problems
    return tuple(entries), tuple(fragments), tuple(problems)


class _Found(NamedTuple):
    """The entries of a file and their problems, with the document whose identity is the key of the result."""

    entries: tuple[Located, ...]
    fragments: tuple[Fragment, ...]
    problems: tuple[Diagnostic, ...]
    document: Document


def _entries_in(document: Document, file: ContentFile, definitions: Definitions, kinds: tuple[Kind, ...]) -> _Found:
    entries, problems = entries_in(document, file.kind, file.entry_id, definitions, kinds)
    misplaced = of_other_kind(document, file.kind, file.entry_id, kinds)
    unfit = partial(fragments_in, document, file.kind, file.entry_id, entries, definitions)
    fragments = unfit(misplaced=misplaced is not None) if problems else ()
    return _Found(entries, fragments, problems, document)


class _Everything(Container[str]):
    def __contains__(self, _: object) -> bool:
        return True


def _broken(documents: Mapping[ContentFile, Document | None], problems: Iterable[Diagnostic]) -> Container[str]:
    """The ids of entries in `documents`. If a file with several entries cannot be read, this contains every id.

    Those of files with a wrong name or in a wrong place are the ids that they have once `problems` are mended.
    """
    ids: set[str] = set()
    for problem in problems:
        misnamed = misnamed_ids(problem)
        if misnamed is None:
            return _Everything()
        ids |= misnamed
    for file, document in documents.items():
        if file.entry_id:
            ids.update((file.entry_id, slug(file.entry_id)))
        elif document is None or not isinstance(document.data, dict):
            return _Everything()
        else:
            ids.update(document.data)
            if len(document.data) == 1:  # all entries can stand under one name, which is reported
                ids.update(*(held for held in document.data.values() if isinstance(held, dict)))
    return ids
