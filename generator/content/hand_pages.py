"""Pages written by hand: `content/pages/<slug>.md`, a title, a lead, and sections."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path, PurePath
from typing import NamedTuple

from generator.content.expanding import diagnostic
from generator.content.files import MOST_NAMED, misplaced_file
from generator.content.graph import MENTIONS, Graph, mentions
from generator.content.ids import anchor, id_problems, is_id
from generator.content.names import NO_NAMES, Definitions, Expansion, Origin, TextForm
from generator.content.unknown_reference import unknown_reference
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import MOST_PER_CODE, Diagnostic
from generator.diagnostics.place import Route, Span, span_at
from generator.diagnostics.suggest import shortened
from generator.model.addresses import RESERVED
from generator.model.fences import fences, without
from generator.model.kind import Kinds
from generator.model.values import LONGEST, Line, Prose
from generator.reading.mistakes.conflicts import conflict_markers
from generator.reading.text import Given, read_text, text_of


@dataclass(frozen=True, slots=True)
class HandSection:
    """A part of the page under a second-level heading; `line` is the line of the heading."""

    anchor: str
    heading: str
    text: Prose
    line: int


@dataclass(frozen=True, slots=True)
class HandPage:
    """A page: `# title`, a first paragraph as its lead, and `## sections`.

    `extents` maps the route of each text to its half-open range of characters in `text`, and `expansions` those with
    variables or snippets to what these make of them.
    """

    slug: str
    file: str
    text: str
    title: str
    lead: str
    sections: tuple[HandSection, ...]
    extents: Mapping[Route, tuple[int, int]] = field(default_factory=dict)
    expansions: Mapping[Route, Expansion] = field(default_factory=dict)

    def span(self, route: Route) -> Span:
        """The place where the text at `route` starts."""
        return span_at(self.file, self.text, self.extents[route][0])

    def place_in(self, route: Route, text: str, start: int, end: int) -> Span:
        """Where `text[start:end]` is written, as far as it is on one line. `text` is the whole text at `route`."""
        expansion = self.expansions.get(route) or Expansion(text, text)
        return expansion.place(start, end, Origin(self.file, self.text, self.extents[route], is_yaml=False))

    def texts(self) -> Iterator[tuple[Route, str]]:
        """Every text of the page, and its route."""
        yield ("title",), Line(self.title)
        yield ("lead",), Line(self.lead)
        for index, section in enumerate(self.sections):
            yield ("sections", index, "heading"), section.heading
            yield ("sections", index, "text"), section.text


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


def pages_in(
    texts: Iterable[PageText], kinds: Kinds, definitions: Definitions = NO_NAMES
) -> tuple[tuple[HandPage, ...], tuple[Diagnostic, ...]]:
    """The pages that the texts make, and what is wrong with their names and texts.

    A page with problems is among them, so that one run reports the problems of its texts and links as well.
    """
    pages: list[HandPage] = []
    problems: list[Diagnostic] = []
    for written in texts:
        place = Span(written.file)
        problems += id_problems(written.slug, place) or _taken(written.slug, kinds, place)
        conflicts = conflict_markers(written.text or "", written.file)
        problems += conflicts
        if written.text is not None and not conflicts:
            page, found = parse_page(written.text, written.slug, written.file, definitions)
            problems += found
            pages.append(page)
    return tuple(pages), tuple(problems)


def mention_problems(
    pages: Iterable[HandPage], graph: Graph, broken: Container[str] = frozenset()
) -> Iterator[Diagnostic]:
    """Diagnostics for mentions in `pages` of unknown entries. Ids in `broken` are ignored."""
    for page in pages:
        lost = (m for m in mentions(page.text) if m[1] not in graph.entries and m[1] not in broken)
        for found in islice(lost, MOST_PER_CODE):
            span = span_at(page.file, page.text, found.start(1), len(found[1]))
            yield unknown_reference(MENTIONS, found[1], span, graph.names, found[2] or "")


def _taken(page_slug: str, kinds: Kinds, place: Span) -> tuple[Diagnostic, ...]:
    if page_slug in kinds.by_plural:
        message = f"`{page_slug}/` is the address of a kind of entry"
    elif page_slug in RESERVED:
        message = f"`{page_slug}/` is a reserved address of the site"
    else:
        return ()
    return (Diagnostic(codes.BAD_ID, message, place, f"add a word, such as `about-{page_slug}`"),)


def parse_page(
    text: str, page_slug: str, file: str, definitions: Definitions = NO_NAMES
) -> tuple[HandPage, tuple[Diagnostic, ...]]:
    """The page in `text` and its problems. With problems it must not be published, but its texts can be checked.

    `definitions` are what its texts name in braces.
    """
    head, *rest = _parts(text)
    problems = tuple(islice(_section_problems(rest, file), MOST_PER_CODE))
    begins = len(text) - len(text.lstrip())
    if head.level == 1 and head.start != begins:
        hint = f"start the page with the title of line {head.line}: move what is above it below, or delete it"
        above = Diagnostic(codes.WRONG_VALUE, "there is text above the title", _first_line(text, file), hint)
        problems = (above, *problems)
    elif head.level != 1 or not head.text:
        hint = _title_in_other_signs(text) or (
            "start with a line `# Title`, then a paragraph that says what the page is for"
        )
        missing = Diagnostic(codes.MISSING_FIELD, "the page needs a title and a first paragraph", Span(file), hint)
        problems = (missing, *problems)
    beyond = _beyond_paragraph(head.text)
    if beyond is not None:
        place = span_at(file, text, head.below + beyond)
        message, hint = _said_of_more(head.text[beyond:].partition("\n")[0])
        more = Diagnostic(codes.WRONG_VALUE, message, place, hint)
        problems = (*problems, more)
    written = dict(_written(head, rest))
    extents = dict(_extents(head, rest))
    found = {route: definitions.expansion(raw, form) for route, (raw, form) in written.items()} if definitions else {}
    said = {route: raw for route, (raw, _) in written.items()} | {route: one.text for route, one in found.items()}
    sections = tuple(
        HandSection(p.written_id or anchor(said[route]), said[route], Prose(said[*route[:2], "text"]), p.line)
        for route, p in ((("sections", index, "heading"), p) for index, p in enumerate(rest))
    )
    page = HandPage(page_slug, file, text, said["title",], said["lead",], sections, extents, found)
    return page, (*problems, *_misused(page, definitions))


_BLOCK_SIGN = re.compile(r"(?:[-*+]|\d{1,9}[.)]|#{3,6})(?=\s)|[>|]|```")
"""How a line begins that starts a list, a heading, a quotation, a table or code."""


def _beyond_paragraph(text: str) -> int | None:
    """Where the text becomes more than one paragraph, whose lines would be joined."""
    at, is_behind_blank = 0, False
    for line in text.rstrip().split("\n"):
        words = line.lstrip()
        if words and ((is_behind_blank and text[:at].strip()) or _BLOCK_SIGN.match(words)):
            return at + len(line) - len(words)
        at, is_behind_blank = at + len(line) + 1, not words
    return None


def _said_of_more(line: str) -> tuple[str, str]:
    """What is said of the line with which a second block begins under the title, and what to write."""
    if heading := re.match(r"#{3,6}\s+(?P<words>\S.*)", line):
        message = "a heading under the first paragraph starts with `## `"
        return message, f"write `## {shortened(heading['words'].rstrip(), LONGEST_HEADING)}`"
    message = "under the title there is one paragraph, and this line begins another block"
    return message, "put a heading with `## ` above this line, or join it to the paragraph above"


LONGEST_HEADING = 60
"""So many characters of a heading are written out in a hint."""


def _title_in_other_signs(text: str) -> str | None:
    """How to write a title that other programs would take for one."""
    lines = text.strip().split("\n")
    ends = (at for at, line in enumerate(lines[:MOST_OF_HEAD]) if at and line.rstrip() == "---")
    front = next(ends, 0) if lines[0].rstrip() == "---" else 0
    for line in lines[1:front]:
        name, _, title = line.partition(":")
        if name.strip().lower() == "title" and title.strip():
            return f"write `# {title.strip().strip(QUOTES)}` in place of the {front + 1} lines from `---` to `---`"
    if found := re.match(r"#(?P<title>[^#\s].*)", lines[0]):
        return f"write `# {found['title'].strip()}`, with a space"
    if len(lines) > 1 and re.fullmatch(r"=+|-+", lines[1].strip()) and lines[0].strip():
        return f"write `# {lines[0].strip()}`, and delete the line below it"
    return None


QUOTES = "\"'"

MOST_OF_HEAD = 20
"""The maximum number of lines with fields above the text, as other programs have them."""


def _misused(page: HandPage, definitions: Definitions) -> Iterator[Diagnostic]:
    """Diagnostics for names in braces that are wrong."""
    for route, found in page.expansions.items():
        origin = Origin(page.file, page.text, page.extents[route], is_yaml=False)
        for misuse in found.misuses:
            place = origin.place(found.raw, misuse.start, misuse.end)
            yield diagnostic(misuse, place, definitions.by_name)


def _written(head: _Part, sections: Iterable[_Part]) -> Iterator[tuple[Route, tuple[str, TextForm]]]:
    """The texts of a page as they are written, by their routes."""
    yield ("title",), (head.heading, TextForm.LINE)
    yield ("lead",), (" ".join(head.text.split()), TextForm.LINE)
    for index, part in enumerate(sections):
        yield ("sections", index, "heading"), (part.heading, TextForm.LINE)
        yield ("sections", index, "text"), (part.text, TextForm.BLOCKS)


def _first_line(text: str, file: str) -> Span:
    """The first line of a page that is not empty."""
    start = len(text) - len(text.lstrip())
    return span_at(file, text, start, len(text[start:].partition("\n")[0].rstrip()))


class _Part(NamedTuple):
    """A heading and the text under it. `line` and `start` are the line and index of its first `#`.

    The text of the heading starts at the index `at`, the text under it at the index `below`. `written_id` is the id in
    braces behind the heading, if there is one.
    """

    level: int
    heading: str
    text: str
    line: int
    start: int
    at: int = 0
    below: int = 0
    written_id: str = ""

    @property
    def anchor(self) -> str:
        return self.written_id or anchor(self.heading)


def _extents(head: _Part, sections: Iterable[_Part]) -> Iterator[tuple[Route, tuple[int, int]]]:
    yield ("title",), (head.at, head.at + len(head.heading))
    yield ("lead",), (head.below, head.below + len(head.text))
    for index, part in enumerate(sections):
        yield ("sections", index, "heading"), (part.at, part.at + len(part.heading))
        yield ("sections", index, "text"), (part.below, part.below + len(part.text))


def _parts(text: str) -> Iterator[_Part]:
    """The parts of a page, in order. Without any heading, one part with level 0 and no heading."""
    found = list(re.finditer(r"^(#{1,2}) ++(\S(?:.*\S)?)[ \t]*$", without(text, fences(text)), re.MULTILINE))
    if not found:
        yield _Part(0, "", text, 1, 0)
    line, counted = 1, 0
    for index, heading in enumerate(found):
        end = found[index + 1].start() if index + 1 < len(found) else len(text)
        line, counted = line + text.count("\n", counted, heading.start()), heading.start()
        under = text[heading.end() : end]
        below = heading.end() + len(under) - len(under.lstrip())
        words = _WITH_ID.fullmatch(heading[2])
        said, written_id = (words[1], words[2]) if words else (heading[2], "")
        yield _Part(len(heading[1]), said, under.strip(), line, heading.start(), heading.start(2), below, written_id)


_WITH_ID = re.compile(r"(.*\S)[ \t]+\{#([^{}]+)\}")
"""A heading with an id in braces behind it."""


def _section_problems(parts: Iterable[_Part], file: str) -> Iterator[Diagnostic]:
    first: dict[str, Span] = {}
    for part in parts:
        span = Span(file, part.line, 1, part.at - part.start + len(part.heading))
        other = first.setdefault(part.anchor, span)
        if part.written_id and not is_id(part.written_id):
            place = Span(file, part.line, part.at - part.start + len(part.heading) + 1, 1)
            yield from id_problems(part.written_id, place)
        elif not part.anchor:
            message = "the heading has no letter and no digit of which its address could be made"
            yield Diagnostic(codes.WRONG_VALUE, message, span, "write an id behind it, as in `## ??? {#questions}`")
        elif part.level == 1:
            yield Diagnostic(codes.WRONG_VALUE, "the page has a second title", span, "start sections with `##`")
        elif other is not span:
            message, hint = f"two sections have the address `#{part.anchor}`", "give them different headings"
            yield Diagnostic(codes.WRONG_VALUE, message, span, hint, related=((other, "the other entry"),))
        elif not part.text:
            yield Diagnostic(codes.EMPTY_VALUE, "the section is empty", span, "write something, or remove its heading")
        elif len(part.text) > LONGEST:
            message = f"the section has {len(part.text)} characters; at most {LONGEST} are allowed"
            yield Diagnostic(codes.TOO_LONG, message, span, "divide it into several sections")
