"""From the text of a page written by hand to the page: `# title`, a first paragraph, and `## sections`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from generator.content.expanding import diagnostic
from generator.content.hand_page import HandPage, HandSection
from generator.content.ids import anchor, id_problems, is_id
from generator.content.names import NO_NAMES, Definitions, Origin, TextForm
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import MOST_PER_CODE, Diagnostic
from generator.diagnostics.place import Route, Span, span_at
from generator.diagnostics.suggest import shortened
from generator.model.fences import fences, without
from generator.model.values import LONGEST, Prose


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


def _first_line(text: str, file: str) -> Span:
    """The first line of a page that is not empty."""
    start = len(text) - len(text.lstrip())
    return span_at(file, text, start, len(text[start:].partition("\n")[0].rstrip()))


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
