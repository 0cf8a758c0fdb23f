"""The files of pages written by hand: `content/pages/<slug>.md`, and what lies beside them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import NamedTuple

from generator.content.files import MOST_NAMED, misplaced_file
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.place import Span
from generator.reading.text import Given, read_text, text_of


class PageText(NamedTuple):
    """The text of a hand-written page; None where its file cannot be used."""

    slug: str
    file: str
    text: str | None


def read_page_texts(
    folder: Path, root: Path, name: str, given: Given | None = None
) -> tuple[tuple[PageText, ...], tuple[Diagnostic, ...]]:
    """The texts in `folder`, which diagnostics call `name`. Links must not lead out of `root`.

    The file that is `given` is not read from the disk.
    """
    texts: list[PageText] = []
    problems: list[Diagnostic] = []
    also = {given.path} if given and given.path.parent == folder and given.path.suffix == ".md" else set()
    for path in sorted({*folder.glob("*.md"), *also} if folder.is_dir() else also):
        shown = f"{name}/{path.name}"
        text, found = text_of(given.raw, shown) if given and path in also else read_text(path, root, shown)
        texts.append(PageText(path.stem, f"{name}/{path.name}", text))
        problems += found
    return tuple(texts), (*problems, *_misnamed(folder, name))


MEANT_AS_TEXT = frozenset((".md", ".markdown", ".txt", ".text", ".mdown", ".mdx", ".yml", ".yaml"))
"""What may end the names of files that are meant as texts."""


def _in_markdown(name: str) -> str:
    """The name with `.md` in place of all endings of texts; the name itself if it has none."""
    stem = name
    while PurePath(stem).suffix in MEANT_AS_TEXT:
        stem = PurePath(stem).stem
    return name if stem == name else f"{stem}.md"


def _misnamed(folder: Path, name: str) -> Iterator[Diagnostic]:
    """Diagnostics for what lies beside the texts: files that may be meant as texts, others, and folders."""
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if (path.suffix == ".md" and path.is_file()) or path.name.startswith("."):
            continue
        place, meant = Span(f"{name}/{path.name}"), _in_markdown(path.name.lower())
        if path.is_dir():
            yield from _folder_within(path, name, place)
        elif meant.endswith(".md"):
            message, there = f"`{path.name}` is not read: texts in {name}/ end in `.md`", (folder / meant).exists()
            hint = f"`{meant}` exists as well: keep one of the two" if there else f"rename it to `{meant}`"
            yield Diagnostic(codes.MISNAMED_FILE, message, place, hint)
        else:
            yield misplaced_file(path, place.file, f"`{path.name}` is not a text and is ignored")


def _folder_within(folder: Path, name: str, place: Span) -> Iterator[Diagnostic]:
    """The diagnostic for a folder among the texts, unless nothing is in it: others may name what it contains."""
    held = sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    texts = [path for path in held if path.suffix == ".md"]
    if not held:
        return
    hint = f"move {'its text' if len(texts) == 1 else 'its texts'} to {name}/" if texts else "delete it"
    related = tuple((Span(f"{name}/{file.relative_to(folder.parent).as_posix()}"), "ignored") for file in texts)
    message = f"a folder within {name}/ is not read"
    yield Diagnostic(codes.MISNAMED_FILE, message, place, hint, related[:MOST_NAMED])
