"""Pages written by hand: `content/pages/<slug>.md`, a title, a lead, and sections."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Code, Diagnostic, Span, span_at
from generator.entry import Prose
from generator.faults import slug
from generator.graph import MENTION, MENTIONS, Graph, unknown_reference
from generator.source import read_text
from generator.structure import id_problems


@dataclass(frozen=True, slots=True)
class HandSection:
    """A part of the page under a heading of the second level; `line` is where its text starts."""

    anchor: str
    heading: str
    text: Prose
    line: int


@dataclass(frozen=True, slots=True)
class HandPage:
    """A page: `# title`, a first paragraph as its lead, and `## sections`."""

    slug: str
    file: str
    text: str
    title: str
    lead: str
    sections: tuple[HandSection, ...]


def read_pages(folder: Path, root: Path, name: str) -> tuple[tuple[HandPage, ...], tuple[Diagnostic, ...]]:
    """The pages in `folder`, which diagnostics call `name`."""
    pages: list[HandPage] = []
    problems: list[Diagnostic] = []
    for path in sorted(folder.glob("*.md")) if folder.is_dir() else ():
        shown = f"{name}/{path.name}"
        problems += id_problems(path.stem, Span(shown))
        text, found = read_text(path, root, shown)
        problems += found
        if text is None:
            continue
        page, found = parse_page(text, path.stem, shown)
        problems += found
        if page:
            pages.append(page)
    return tuple(pages), tuple(problems)


def mention_problems(pages: Iterable[HandPage], graph: Graph) -> Iterator[Diagnostic]:
    """The mentions in `pages` that lead nowhere."""
    for page in pages:
        for found in MENTION.finditer(page.text):
            if found[1] not in graph.entries:
                span = span_at(page.file, page.text, found.start(1), len(found[1]))
                yield unknown_reference(MENTIONS, found[1], span, graph.entries, graph.aliases)


def parse_page(text: str, page_slug: str, file: str) -> tuple[HandPage | None, tuple[Diagnostic, ...]]:
    """The page that `text` makes, or what keeps it from being one."""
    parts = list(_parts(text))
    if len(parts) < 1 or not parts[0][1] or not parts[0][2].strip():
        hint = "start with a line `# Title`, then a paragraph that says what the page is for"
        return None, (Diagnostic(Code.MISSING_FIELD, "the page has no title or no first paragraph", Span(file), hint),)
    (_, title, lead, _), *rest = parts
    sections = tuple(HandSection(slug(heading), heading, Prose(body.strip()), line) for line, heading, body, _ in rest)
    return HandPage(page_slug, file, text, title, " ".join(lead.split()), sections), ()


def _parts(text: str) -> Iterator[tuple[int, str, str, int]]:
    """Line, heading, text and level of each part, in order."""
    found = list(re.finditer(r"^(#{1,2}) +(.+?)\s*$", text, re.MULTILINE))
    for index, heading in enumerate(found):
        end = found[index + 1].start() if index + 1 < len(found) else len(text)
        yield text.count("\n", 0, heading.start()) + 1, heading[2], text[heading.end() : end], len(heading[1])
