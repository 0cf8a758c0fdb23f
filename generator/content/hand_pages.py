"""The pages written by hand among the kinds and entries of a playbook: their addresses, and what they mention."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from itertools import islice

from generator.content.graph import MENTIONS, Graph, mentions
from generator.content.hand_page import HandPage
from generator.content.hand_page_files import PageText
from generator.content.hand_page_text import parse_page
from generator.content.ids import id_problems
from generator.content.names import NO_NAMES, Definitions
from generator.content.unknown_reference import unknown_reference
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import MOST_PER_CODE, Diagnostic
from generator.diagnostics.place import Span, span_at
from generator.model.addresses import RESERVED
from generator.model.kind import Kinds
from generator.reading.mistakes.conflicts import conflict_markers


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
