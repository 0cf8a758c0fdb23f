"""What other programs read: the playbook in short for language models, and a feed of what changed.

A feed has to say when something changed, and a build must not depend on the clock. So the days stand in a list that
people keep, `changes.yml` beside the configuration. Without that file there is no feed.
"""

from __future__ import annotations

import datetime
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Annotated, TypeAlias
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field, ValidationError
from pydantic_core import PydanticCustomError

from generator.config.project import SiteConfig
from generator.content.graph import Graph
from generator.content.misfits.explained import explained
from generator.content.unknown_reference import unknown_reference
from generator.diagnostics.diagnostic import Code, Diagnostic, Span
from generator.model.entry import Id, Part, Ref, Text
from generator.model.kind import ANY, Relation
from generator.reading.document import Document, read_document
from generator.site.page import Artifact, Page

CHANGES = "changes.yml"
FEED = "feed.xml"
LLMS = "llms.txt"

NAMES = Relation("entries", ANY, "Changed", "Changes")


def _day(value: object) -> object:
    if isinstance(value, str):
        try:
            return datetime.date.fromisoformat(value).isoformat()
        except ValueError:
            message = "a day is written as in `2026-03-01`, and `{value}` is none"
            raise PydanticCustomError("day", message, {"value": value}) from None
    return value


Day: TypeAlias = Annotated[str, BeforeValidator(_day)]
"""A day, as in `2026-03-01`."""


class Change(Part):
    """Something that readers who were here before should know."""

    id: Id
    """Permanent: readers of the feed know by it what they have seen."""
    date: Day
    """The day of the change, as in `2026-03-01`."""
    title: Text
    """What changed, in a few words."""
    what: Text
    """What it means for readers, in a sentence or two."""
    entries: tuple[Ref, ...] = ()
    """The ids of the entries that it is about."""


class ChangesFile(Part):
    """The list of changes."""

    changes: Annotated[tuple[Change, ...], Field(min_length=1)]
    """The changes, in any order."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What readers are told of, as it is written in the file, and the file. Without a file there is nothing."""

    written: tuple[Change, ...] = ()
    document: Document | None = None

    @property
    def newest_first(self) -> tuple[Change, ...]:
        """Of those of one day, the first that is written."""
        return tuple(sorted(self.written, key=lambda change: change.date, reverse=True))


NO_CHANGES = Changes()


def read_changes(
    root: Path, graph: Graph, broken: Container[str] = frozenset()
) -> tuple[Changes, tuple[Diagnostic, ...]]:
    """The changes that the list in the folder `root` names.

    `broken` holds the ids of entries that exist but do not fit their kind.
    """
    if not (root / CHANGES).is_file():
        return NO_CHANGES, ()
    document, problems = read_document(root / CHANGES, root, CHANGES)
    if document is None:
        return NO_CHANGES, problems
    if not isinstance(document.data, dict):
        message, hint = "the list of changes does not consist of fields", "start with `changes:`"
        return NO_CHANGES, (*problems, Diagnostic(Code.NOT_A_MAPPING, message, Span(document.file), hint))
    try:
        changes = ChangesFile.model_validate(document.data).changes
    except ValidationError as error:
        return NO_CHANGES, (*problems, *explained(error, document, ChangesFile, "the list of changes"))
    faults = tuple(_faults(changes, document, graph, broken))
    return NO_CHANGES if faults else Changes(changes, document), (*problems, *faults)


def _faults(
    changes: Iterable[Change], document: Document, graph: Graph, broken: Container[str]
) -> Iterator[Diagnostic]:
    first: dict[str, Span] = {}
    for at, change in enumerate(changes):
        place = document.span(("changes", at, "id"))
        other = first.setdefault(change.id, place)
        if other is not place:
            message = f"another change has the id `{change.id}` already"
            hint = "give the newer of the two another id"
            yield Diagnostic(Code.REPEATED_ITEM_ID, message, place, hint, related=((other, "first given here"),))
        for index, entry_id in enumerate(change.entries):
            if entry_id not in graph.entries and entry_id not in broken:
                span = document.span(("changes", at, "entries", index))
                yield unknown_reference(NAMES, entry_id, span, graph.names)


def atom(changes: Iterable[Change], graph: Graph, site: SiteConfig) -> Artifact:
    """The feed of the changes, of which there is at least one, the newest first."""
    changes = tuple(changes)
    lines = (
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{site.language}">',
        f"<title>{_xml(site.name)}</title>",
        f"<subtitle>{_xml(site.tagline)}</subtitle>",
        f"<id>{site.url}</id>",
        f'<link rel="self" type="application/atom+xml" href="{site.url}{FEED}"/>',
        f'<link rel="alternate" type="text/html" href="{site.url}"/>',
        f"<updated>{_moment(changes[0])}</updated>",
        # A feed must name an author. The playbook's name claims no more than is known.
        f"<author><name>{_xml(site.name)}</name></author>",
        *(line for change in changes for line in _feed_entry(change, graph, site)),
        "</feed>",
    )
    return Artifact(FEED, ("\n".join(lines) + "\n").encode())


def _feed_entry(change: Change, graph: Graph, site: SiteConfig) -> Iterator[str]:
    entries = [graph.entries[entry_id] for entry_id in change.entries]
    items = "".join(f'<li><a href="{site.url}{e.url}">{escape(e.entry.title)}</a></li>' for e in entries)
    html = f"<p>{escape(change.what)}</p>" + (f"<ul>{items}</ul>" if items else "")
    parts = urlsplit(site.url)
    yield "<entry>"
    yield f"<title>{_xml(change.title)}</title>"
    yield f"<id>tag:{parts.hostname},{change.date}:{parts.path}{change.id}</id>"
    yield f"<updated>{_moment(change)}</updated>"
    yield f'<link rel="alternate" type="text/html" href="{site.url}{entries[0].url if entries else ""}"/>'
    yield f'<content type="html">{_xml(html)}</content>'
    yield "</entry>"


def _moment(change: Change) -> str:
    return f"{change.date}T00:00:00Z"


def _xml(text: str) -> str:
    return escape(text, quote=False)


def llms(pages: Iterable[Page], graph: Graph, site: SiteConfig) -> Artifact:
    """The playbook in short: what it is, and every entry with the address of its Markdown."""
    by_url = {page.url: page for page in pages}
    written = [page for page in by_url.values() if page.kind == "page"]
    lines = [f"# {site.name}", "", f"> {site.tagline}", "", site.home.lead, ""]
    lines += ["The addresses below lead to Markdown. The page for people has the same address without `.md`."]
    lines += [f"All entries with their links, as data: {site.url}api/entries.json", "", "## Kinds of entry", ""]
    found = [(kind, graph.of_kind(kind.name)) for kind in graph.kinds]
    lines += [f"- {kind.label_plural} ({len(entries)}): {kind.about}" for kind, entries in found if entries]
    if written:
        lines += ["", "## About the playbook", "", *(_line(page, site) for page in written)]
    for kind, entries in found:
        if entries:
            listed = (_line(by_url[e.url], site) for e in entries if e.url in by_url)
            lines += ["", f"## {kind.label_plural}", "", *listed]
    return Artifact(LLMS, ("\n".join(lines) + "\n").encode())


def _line(page: Page, site: SiteConfig) -> str:
    title = page.title.replace("[", "(").replace("]", ")")
    return f"- [{title}]({site.url}{page.markdown}): {page.description}"
