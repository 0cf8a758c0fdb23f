"""Find the files of a playbook and the kind of their entries."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.place import Span
from generator.diagnostics.suggest import did_you_mean, listed, nearest, with_article
from generator.media.examined import LONGEST_BEGINNING, begins_rightly
from generator.media.folder import FOLDER as ATTACHED
from generator.media.formats import KNOWN, ending_of
from generator.model import addresses
from generator.model.kind import Kind, Kinds
from generator.model.slug import slug
from generator.reading.document import Document

PAGES, SNIPPETS, REDIRECTS, SCALES = "pages", "snippets", "redirects.yml", "scales.yml"

NO_ENTRIES = frozenset({PAGES, SNIPPETS, ATTACHED})
"""Folders within the content that hold other things than entries."""

ENDING = re.compile(r"\.(?:ya?ml\.txt|ya?ml)$", re.IGNORECASE)
"""Variants of the ending `.yml` that editors and Windows produce."""


MOST_NAMED = 5
"""The maximum number of files that are named when a folder is ignored."""


@dataclass(frozen=True, slots=True)
class ContentFile:
    """A file with entries. `entry_id` is the id of its only entry, or None if it maps ids to entries."""

    path: Path
    name: str
    kind: Kind
    entry_id: str | None


def collect(
    root: Path, name: str, kinds: Kinds, also: Path | None = None
) -> tuple[tuple[ContentFile, ...], tuple[Diagnostic, ...]]:
    """The files in the folder `root`, in the order of their names. `name` is the name of the folder in diagnostics.

    The file `also` is among them, even if it does not exist.
    """
    files: list[ContentFile] = []
    problems: list[Diagnostic] = []
    for path in _listed(root, name, problems, also):
        shown = f"{name}/{path.name}"
        if path.name.startswith("."):
            continue
        if path.is_dir() or (also and path in also.parents):
            if path.name not in NO_ENTRIES:
                _collect_folder(path, shown, kinds, files, problems, also)
        elif path.name in (REDIRECTS, SCALES):
            continue
        elif path.suffix == ".yml" and path.stem in kinds.by_plural:
            files.append(ContentFile(path, shown, kinds.by_plural[path.stem], None))
        elif path.suffix != ".yml":
            problems.append(_no_entry(path, shown, kinds.by_plural))
        else:
            problems.append(_unexpected(shown, path.stem, kinds, _kind_by_fields(path, kinds)))
    return tuple(files), tuple(problems)


def alike(documents: Mapping[ContentFile, Document | None]) -> tuple[tuple[ContentFile, ...], ...]:
    """The files of a kind that have the same text, in groups of two and more."""
    by_text: dict[tuple[str, str], list[ContentFile]] = defaultdict(list)
    for file, document in documents.items():
        if document and file.entry_id:
            by_text[file.kind.name, document.text].append(file)
    return tuple(tuple(files) for files in by_text.values() if len(files) > 1)


def copies(
    groups: Iterable[tuple[ContentFile, ...]], published: Container[str], added: Mapping[str, int]
) -> Mapping[ContentFile, Diagnostic]:
    """Those of the files that are `alike` which are copies, each with its diagnostic.

    The original is the one whose address was `published`; otherwise the one that was `added` to git first, by the
    names of files; otherwise the one with the shortest name.
    """

    def first_the_original(file: ContentFile) -> tuple[bool, bool, int, int, str]:
        is_new = addresses.entry(file.kind.plural, file.entry_id or "") not in published
        # Copies have longer names: `slow-down copy`, `slow-down-2`.
        return is_new, file.name not in added, added.get(file.name, 0), len(file.name), file.name

    found: dict[ContentFile, Diagnostic] = {}
    for files in groups:
        first, *others = sorted(files, key=first_the_original)
        for file in others:
            message = f"this file has the same content as {first.name}"
            hint = "delete it; or write the new entry's content and give the file its own name, such as `two-words.yml`"
            found[file] = Diagnostic(codes.COPIED_FILE, message, Span(file.name), hint)
    return found


def _collect_folder(
    folder: Path, name: str, kinds: Kinds, files: list[ContentFile], problems: list[Diagnostic], also: Path | None
) -> None:
    kind = kinds.by_plural.get(folder.name)
    if kind is None:
        inside = [path.name for path in _listed(folder, name, problems, also) if not path.name.startswith(".")]
        if inside:
            problems.append(_unknown_folder(folder, name, kinds, inside))
        return
    for path in _listed(folder, name, problems, also):
        shown = f"{name}/{path.name}"
        if path.name.startswith("."):
            continue
        if path.suffix == ".yml":
            files.append(ContentFile(path, shown, kind, path.stem))
        elif within := _entries_in(path, shown):
            problems.append(_folder_within(shown, name, within))
        else:
            problems.append(_no_entry(path, shown))


def _entries_in(folder: Path, name: str) -> tuple[Span, ...]:
    """The files with entries in a folder; nothing if it is none, or cannot be read."""
    try:
        found = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
    except OSError:
        return ()
    return tuple(Span(f"{name}/{file}") for file in found if file.endswith(".yml") and not file.startswith("."))


def _folder_within(shown: str, of_kind: str, entries: tuple[Span, ...]) -> Diagnostic:
    """The diagnostic for a folder with entries within the folder of their kind."""
    message = "a folder within the folder of a kind is not read"
    hint = f"move {'its file' if len(entries) == 1 else 'its files'} to {of_kind}/"
    related = tuple((span, "ignored") for span in entries[:MOST_NAMED])
    return Diagnostic(codes.MISNAMED_FILE, message, Span(shown), hint, related=related)


def _listed(folder: Path, name: str, problems: list[Diagnostic], also: Path | None) -> list[Path]:
    """What is in the folder, and what of the path `also` would be."""
    given = {path.name for path in (also, *also.parents) if path.parent == folder} if also else set[str]()
    try:
        names = {*os.listdir(folder), *given} if not given or folder.is_dir() else given
        return [folder / found for found in sorted(names)]
    except OSError as error:
        message = f"the folder cannot be read: {error.strerror or 'access denied'}"
        problems.append(Diagnostic(codes.UNREADABLE_FILE, message, Span(name), "check its permissions"))
        return []


_AWAY = "move other files out of the content folder"
_TEXTS = frozenset({".md", ".markdown", ".txt", ".json", ".toml", ".html", ".docx", ".odt"})
"""Endings of files in which other programs keep what an entry is."""


def _no_entry(path: Path, shown: str, names: Container[str] | None = None) -> Diagnostic:
    """The diagnostic for an ignored file. It may be an entry, or one of `names`, with a changed ending."""
    message = f"`{path.name}` is not an entry and is ignored"
    meant = ENDING.sub(".yml", path.name)
    if meant == path.name or (names is not None and meant.removesuffix(".yml") not in names):
        hint = f"entries are files ending in `.yml`; {_AWAY}"
        if names is None and path.suffix.lower() in _TEXTS:
            entry = f"`{slug(path.stem) or 'two-words'}.yml`"
            hint = f"to make an entry of it, write its fields into {entry}; otherwise, {_AWAY}"
        if names is None:
            return misplaced_file(path, shown, message, hint)
        return _warning(shown, message, hint)
    if path.with_name(meant).exists():
        return _warning(shown, message, f"`{meant}` exists as well: keep one of the two and name it `{meant}`")
    return Diagnostic(codes.MISNAMED_FILE, message, Span(shown), f"rename it to `{meant}`")


def misplaced_file(path: Path, shown: str, message: str, hint: str = _AWAY) -> Diagnostic:
    """The diagnostic for a file that is ignored, with a better place for pictures and what pages link to."""
    if ending_of(path.name) in KNOWN:
        to = f"{PurePosixPath(shown).parts[0]}/{ATTACHED}/{path.name}"
        hint = f"move it to {to}, where pictures and files lie, and name it in a text; or delete it"
        if not _is_what_it_says(path):
            format_named = f"the format that `.{ending_of(path.name)}` names"
            hint = f"delete it: its content has not {format_named}; a file that has it belongs at {to}"
    return _warning(shown, message, hint)


def _is_what_it_says(path: Path) -> bool:
    """Whether the content of a picture or another file may be what its name says."""
    try:
        with path.open("rb") as file:
            return begins_rightly(file.read(LONGEST_BEGINNING), ending_of(path.name))
    except OSError:
        return True  # that it cannot be read is no reason to delete it


def misnamed_ids(problem: Diagnostic) -> frozenset[str] | None:
    """The ids of the entries that are not read because of the problem; None if not all of them are known."""
    if problem.code is not codes.MISNAMED_FILE:
        return frozenset()
    files = [span.file for span, _ in problem.related] or [problem.span.file]
    return frozenset(map(meant_id, files)) if len(files) < MOST_NAMED else None


def unread_names(problems: Iterable[Diagnostic]) -> Mapping[str, str]:
    """The files that `problems` call ignored although they may be entries, by the ids that these would have."""
    ignored = (problem for problem in problems if problem.code is codes.UNEXPECTED_FILE)
    files = (span.file for problem in ignored for span in (problem.span, *(span for span, _ in problem.related)))
    return {meant_id(file): file for file in files if file.endswith(".yml")}


def meant_id(name: str) -> str:
    """The id of the entry in a file whose ending is wrong."""
    return ENDING.sub("", PurePosixPath(name).name)


def _kind_by_fields(path: Path, kinds: Kinds) -> Kind | None:
    """The only kind that has all fields of the file."""
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    fields = set(re.findall(r"^([a-z][a-z0-9_]*):(?=\s|$)", text, re.MULTILINE))
    fitting = [kind for kind in kinds if fields and fields <= kind.model.model_fields.keys()]
    return fitting[0] if len(fitting) == 1 else None


_OTHERS = f"texts that others name lie in `{SNIPPETS}`, pages in `{PAGES}`, pictures and other files in `{ATTACHED}`"


def _unknown_folder(path: Path, shown: str, kinds: Kinds, inside: Sequence[str]) -> Diagnostic:
    """The diagnostic for a folder that is ignored: an error if it seems to be that of a kind and holds entries."""
    name = path.name
    problem = _unexpected(shown, name, kinds)
    entries = [Span(f"{shown}/{file}") for file in inside if file.endswith(".yml")]
    folder = nearest(name, (*kinds.by_plural, *NO_ENTRIES))
    if inside and all(ending_of(file) in KNOWN for file in inside):
        folder = ATTACHED
    if folder in NO_ENTRIES:
        entries = [Span(f"{shown}/{file}") for file in inside]
    elif not (entries or folder):
        problem = replace(problem, hint=f"{problem.hint}; {_OTHERS}")
    ignored = tuple((span, "ignored") for span in entries[:MOST_NAMED])
    if not (ignored and folder):
        return replace(problem, related=ignored)
    to = f"{shown.removesuffix(name)}{folder}/"
    them = "its file" if len(entries) == 1 else "its files"
    hint = f"did you mean `{folder}`? Move {them} to {to}"
    if folder == ATTACHED:
        hint += ", or delete the folder"
    if wrong := [file for file in inside if ending_of(file) in KNOWN and not _is_what_it_says(path / file)]:
        rest = f"; move the others to {to}" if len(wrong) < len(entries) else ""
        hint = f"delete {listed(wrong)}: the content has not the format that the ending names{rest}"
    return Diagnostic(codes.MISNAMED_FILE, problem.message, problem.span, hint, related=ignored)


def _unexpected(shown: str, stem: str, kinds: Kinds, kind: Kind | None = None) -> Diagnostic:
    known = kinds.by_plural
    if kind:
        folder, _, file = shown.rpartition("/")
        message = "this file lies in no folder of a kind, so it is ignored"
        hint = f"it has the fields of {with_article(kind.noun)}: move it to {folder}/{kind.plural}/{file}"
        return Diagnostic(codes.MISNAMED_FILE, message, Span(shown), hint)
    hint = did_you_mean(stem, known) or "known kinds: " + ", ".join(f"`{plural}`" for plural in known)
    if shown.endswith(".yml"):
        folder, _, file = shown.rpartition("/")
        example = f"{folder}/{nearest(stem, known) or next(iter(known))}/{file}"
        hint = f"put an entry into the folder of its kind, such as `{example}`; {hint}"
    return _warning(shown, f"no kind is called `{stem}`, so this is ignored", hint)


def _warning(shown: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(codes.UNEXPECTED_FILE, message, Span(shown), hint)
