"""Each entry as Markdown beside its page, for programs and for people who read elsewhere.

It is made from the finished body, so that it says what the page says in the same order. Our bodies use few elements
and are well formed, which makes one pass over tags and texts enough.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from generator.outputs._made import Made
from generator.outputs._markdown_writer import ACTS, MarkdownWriter
from generator.site.page import Artifact, LaterArtifact, Page

_SILENT = "button footer nav output progress script script-notice select style svg template textarea"
SILENT = frozenset(_SILENT.split())
"""Elements whose content is for the page only."""

PASSED = SILENT | {"pre"}

TAGS = re.compile(r"<(/?)([a-z0-9-]++)([^<>]*)>")


def markdown_path(url: str) -> str:
    """The path of the Markdown of the page at `url`, both relative to the site."""
    return f"{url.rstrip('/')}.md"


def has_markdown(page: Page) -> bool:
    """Whether a page is there as Markdown as well: entries, and pages written by hand."""
    return bool(page.place or page.kind == "page")


def to_markdown(body: str, known: Container[str] = ()) -> str:
    """The body of a page as Markdown. Links to pages in `known` lead to their Markdown."""
    writer = MarkdownWriter(known)
    at = 0
    # Sought anew from behind each tag, because a silent element may contain hundreds.
    while tag := TAGS.search(body, at):
        start = tag.start()
        if at < start:
            writer.text(body[at:start])
        closes, name, attributes = tag.groups()
        act = ACTS.get(name)
        if act:
            act(writer, bool(closes), name, attributes)
        at = tag.end() if name not in PASSED or closes else _behind(name, body, tag.end())
        if name == "pre":
            writer.lines_of_code(TAGS.sub("", body[tag.end() : at]))
    writer.end_line()
    return "\n".join(writer.lines).strip() + "\n"


def _behind(name: str, body: str, at: int) -> int:
    """Where an element ends whose content begins at `at`. It may contain others of its name."""
    opening, closing = f"<{name}", f"</{name}>"
    inner = 1
    while inner:
        end = body.index(closing, at)
        inner += body.count(opening, at, end) - 1
        at = end + len(closing)
    return at


def outputs(made: Made) -> Iterator[Artifact]:
    yield from (LaterArtifact(one.page.markdown, one.markdown) for one in made.finished if one.page.markdown)
