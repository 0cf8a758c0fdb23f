"""Find the pictures and other files of a playbook."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Hashable, Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias
from unicodedata import normalize

from generator.caching.kept import Kept
from generator.caching.memory import FORGETFUL, Memory
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.place import Span
from generator.diagnostics.suggest import did_you_mean, listed
from generator.media import formats
from generator.media.attached import AttachedFile
from generator.media.examined import examined, key_of
from generator.media.unusable import Unusable
from generator.model.values import is_id
from generator.reading.text import Refusal, raw_bytes

FOLDER = "files"
"""The folder of these files within the content."""

KEPT = ".cache/pictures"
"""The cache folder of what is known and made of pictures, beside the configuration."""

GENERATIONS = 4
"""What so many different builds have used is kept, such as those of two branches in turn."""

NAME_LENGTH = 60
"""The most characters of a name that is made for a file."""

StateOf: TypeAlias = Callable[[Path], Hashable | None]
"""Gives what changes whenever a file does; None if that is not certain."""

Found: TypeAlias = tuple[AttachedFile | None, tuple[Diagnostic, ...]]


def attached_files(
    content: Path, name: str, kept: Kept, state_of: StateOf = lambda _: None, memory: Memory = FORGETFUL
) -> tuple[tuple[AttachedFile, ...], tuple[Diagnostic, ...]]:
    """The files in the folder `files` of the folder `content`, in the order of their names, and their problems.

    `name` is what diagnostics call the folder of the content. Files that have problems are left out. A file is read
    again only if `state_of` says that it has changed since `memory` was given it.
    """
    files: list[AttachedFile] = []
    problems: list[Diagnostic] = []
    for within, path in _listed(content / FOLDER, ""):
        shown = f"{name}/{FOLDER}/{within}"

        def look(within: str = within, path: Path = path, shown: str = shown) -> Found:
            return _looked_at(within, path, content, shown, kept)

        state = state_of(path)
        file, found = memory.once(("attached", str(path), state), look) if state else look()
        problems += found
        if file:
            files.append(file)
    return tuple(files), tuple(problems)


def forget_others(root: Path, files: Iterable[AttachedFile]) -> None:
    """Delete from the cache of the playbook in `root` what none of the last builds has used."""
    kept = Kept(root / KEPT)
    if kept.folder.is_dir():
        pictures = [file for file in files if file.picture]
        made = (file.key_of(form) for file in pictures for form in (file.plain, *file.renditions))
        kept.keep_only([*made, *(key_of(file.digest, file.ending) for file in pictures)], GENERATIONS)


def _listed(folder: Path, before: str) -> Iterator[tuple[str, Path]]:
    """Every file under a folder by its path there. Hidden ones belong to editors and systems."""
    try:
        found = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in found:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _listed(folder / entry.name, f"{before}{entry.name}/")
        else:
            yield f"{before}{entry.name}", folder / entry.name


def _looked_at(within: str, path: Path, content: Path, shown: str, kept: Kept) -> Found:
    problem = wrong_name(within, shown)
    ending = formats.ending_of(within.lower())
    if ending not in formats.KNOWN:
        return None, (_foreign(ending, shown),)
    raw = raw_bytes(path, content, formats.largest(ending))
    if isinstance(raw, Refusal):
        hint = raw.hint
        if raw.code == codes.FILE_TOO_LARGE and ending in formats.PICTURES:
            hint = "save it smaller: pages show at most 1600 pixels across"
        return None, (Diagnostic(raw.code, raw.message, Span(shown), hint),)
    digest = sha256(raw).hexdigest()
    try:
        picture = examined(raw, digest, ending, kept)
    except Unusable as error:
        span = Span(shown, error.line, error.column) if error.line else Span(shown)
        code = codes.UNFIT_DRAWING if error.line else codes.UNUSABLE_FILE
        return None, (Diagnostic(code, error.message, span, error.hint),)
    if problem:
        return None, (problem,)
    return AttachedFile(within, len(raw), digest, picture, path, kept), ()


def wrong_name(within: str, shown: str) -> Diagnostic | None:
    """What is wrong with the name of a file, which is its permanent address."""
    *folders, last = within.split("/")
    stem, _, ending = last.rpartition(".")
    if all(map(is_id, (*folders, stem))) and ending == ending.lower():
        return None
    right = "/".join([*map(_as_id, folders), f"{_as_id(stem) or 'a-name'}.{ending.lower()}"])
    message = f"`{within}` cannot be an address: names have lower-case letters without accents, digits and hyphens"
    return Diagnostic(codes.BAD_ID, message, Span(shown), f"rename it to `{right}`")


def named_as_address(name: str) -> str:
    """A name that a file can have instead of the one that somebody gave it, without any folder."""
    stem, _, ending = re.split(r"[/\\]", name)[-1].rpartition(".")
    return f"{_as_id(stem)[:NAME_LENGTH].strip('-') or 'file'}.{_as_id(ending)[:NAME_LENGTH]}"


def _as_id(name: str) -> str:
    plain = normalize("NFKD", name.lower().replace("ß", "ss")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _foreign(ending: str, shown: str) -> Diagnostic:
    if not ending:
        message, known = "the name of the file has no ending that says what it is", None
    else:
        message, known = f"files that end in `.{ending}` are not published", did_you_mean(ending, formats.KNOWN)
    allowed = listed(f".{one}" for one in sorted(formats.KNOWN))
    hint = formats.INSTEAD.get(ending) or known or f"these are: {allowed}"
    return Diagnostic(codes.UNUSABLE_FILE, message, Span(shown), hint)
