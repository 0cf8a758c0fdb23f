"""Finished pages as data to be stored: a head that is read at once, and texts that are read when they are asked for."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from generator.diagnostics.place import Span
from generator.outputs._made import FinishedPage
from generator.outputs._record import Record, SearchSection
from generator.site.page import Page, Section

Head: TypeAlias = Mapping[str, Any]
"""What is needed of every page in every build, as JSON can hold it."""

Texts: TypeAlias = tuple[bytes, bytes, bytes]
"""The content of a page, its Markdown, and its record for the search."""

HEAD = (
    "url",
    "title",
    "description",
    "area",
    "kind",
    "markdown",
    "scripts",
    "stylesheets",
    "items",
    "former",
    "asked_as",
)
"""Fields of a page that are stored in its head; tuples are lists there."""


class StoredPage(Page):
    """A page whose content is read when it is asked for, each time anew."""

    __slots__ = ("_anchors", "_load")
    _anchors: tuple[str, ...]
    _load: Callable[[], bytes]

    def __init__(self, head: Head, load: Callable[[], bytes]) -> None:
        for name in HEAD:
            value = head[name]
            object.__setattr__(self, name, tuple(value) if isinstance(value, list) else value)
        object.__setattr__(self, "place", Span(*head["place"]) if head["place"] else None)
        object.__setattr__(self, "_anchors", tuple(head["anchors"]))
        object.__setattr__(self, "_load", load)

    @property
    def body(self) -> str:
        return str(json.loads(self._load())[0])

    @property
    def linked_data(self) -> str:
        return str(json.loads(self._load())[1])

    @property
    def sections(self) -> tuple[Section, ...]:
        return tuple(Section(*section) for section in json.loads(self._load())[2])

    def whole(self) -> Page:
        body, linked_data, sections = json.loads(self._load())
        content = {"body": body, "linked_data": linked_data, "sections": tuple(Section(*one) for one in sections)}
        return Page(place=self.place, **{name: getattr(self, name) for name in HEAD}, **content)

    @property
    def anchors(self) -> tuple[str, ...]:
        return self._anchors


def head_of(page: Page) -> Head:
    """What is stored in the head of a page."""
    place = page.place and (page.place.file, page.place.line, page.place.column, page.place.length)
    return {"place": place, "anchors": page.anchors} | {name: getattr(page, name) for name in HEAD}


def texts_of(page: Page, markdown: bytes, record: Record | None) -> Texts:
    """What is stored of a page besides its head."""
    sections = [(s.id, s.heading, s.html, s.own, s.derived, s.searched) for s in page.sections]
    return _data((page.body, page.linked_data, sections)), markdown, _data(record and _of_record(record))


def finished(head: Head, text: Callable[[int], bytes]) -> FinishedPage:
    """A stored page. `text` reads one of its texts, by its place in `Texts`."""
    return FinishedPage(StoredPage(head, lambda: text(0)), lambda: text(1), lambda: _record(json.loads(text(2))))


def _data(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _of_record(one: Record) -> list[Any]:
    passages = [(p.anchor, p.heading, p.subheadings, p.words) for p in one.passages]
    return [one.url, one.kind, one.title, one.summary, one.keywords, one.asked_as, dict(one.facets), passages]


def _record(data: list[Any] | None) -> Record | None:
    if data is None:
        return None
    url, kind, title, summary, keywords, asked_as, facets, passages = data
    return Record(
        url,
        kind,
        title,
        summary,
        tuple(keywords),
        tuple(asked_as),
        {name: tuple(values) for name, values in facets.items()},
        tuple(SearchSection(anchor, heading, tuple(inner), words) for anchor, heading, inner, words in passages),
    )
