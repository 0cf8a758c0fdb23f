"""Between the fourth stage and the fifth: leave out what a site does not show, and every link to it."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import replace
from typing import Any

from generator.content.changes_file import Changes
from generator.content.connecting import connect
from generator.content.graph import Graph, mentions
from generator.content.hand_page import HandPage
from generator.content.hand_page_text import parse_page
from generator.content.located import Located
from generator.content.names import Definitions
from generator.content.without import in_words, without
from generator.media.attached import AttachedFile
from generator.model import addresses
from generator.permalinks.redirects import redirected
from generator.stages.connect import Reading


def is_published(located: Located) -> bool:
    """Whether a build shows the entry: it is no draft."""
    return not located.entry.draft


def select(reading: Reading, shown: Callable[[Located], bool], slugs: Container[str] | None = None) -> Reading:
    """The content that consists of the entries that are `shown`, which do not refer to others.

    An entry that cannot be without one that is left out is left out, too: a rule says so. Of the pages written by hand
    those with these `slugs` stay; without them, all. Drafts that do not fit their kinds are never shown.

    What was left out before stays out. Everything is made from the whole content: an entry that was made from its file
    again without one reference only would have the others back.
    """
    whole, graph = reading.whole or reading, reading.graph
    entries = {i: whole.graph.entries[i] for i, located in graph.entries.items() if shown(located)}
    written = {page.slug for page in reading.pages if slugs is None or page.slug in slugs}
    is_all = len(entries) == len(graph.entries) and len(written) == len(reading.pages)
    if is_all and not graph.unfit_drafts:
        return reading
    left = replace(reading, **_left(whole, entries, written), whole=whole)
    return left if reading.editorial else for_readers(left)


def _left(whole: Reading, chosen: Mapping[str, Located], slugs: Container[str]) -> Mapping[str, Any]:
    """What there is of the whole content without all other entries and pages: the fields of a reading."""
    entries = _without_links(chosen, whole.graph)
    hidden = _titles(whole.graph, entries)
    pages = tuple(_page(page, hidden, whole.definitions) for page in whole.pages if page.slug in slugs)
    successors = {redirect.old: redirect.target for redirect in whole.redirects if redirect.target in entries}
    left, _ = connect(entries.values(), whole.graph.kinds, hidden, successors)
    left, _ = redirected(left, whole.redirects, hidden, {page.slug for page in pages})
    gone = {located.url for entry_id, located in whole.graph.known.items() if entry_id in hidden}
    gone |= {addresses.page(page.slug) for page in whole.pages if page.slug not in slugs}
    return {
        "graph": replace(left, complete=whole.graph.complete, files=_files(whole, left, pages)),
        "pages": pages,
        "changes": _changes(whole.changes, entries),
        "old_places": tuple(old for old in whole.old_places if old.page not in gone),
    }


NOT_FOR_READERS = {"owner": None, "reviewed": None, "review_by": None}
"""What an entry says of those who keep the playbook, as it is without that."""


def for_readers(reading: Reading) -> Reading:
    """The content without what is for those who keep the playbook: who looks after entries, and their reviews."""
    entries = {entry_id: _for_readers(located) for entry_id, located in reading.graph.entries.items()}
    return replace(reading, graph=replace(reading.graph, entries=entries), editorial=False)


def _for_readers(located: Located) -> Located:
    if all(getattr(located.entry, name) == value for name, value in NOT_FOR_READERS.items()):
        return located
    entry = located.entry.model_copy(update=NOT_FOR_READERS)
    return replace(located, entry=entry, lacks=f"{located.lacks} for readers")


def _files(reading: Reading, left: Graph, pages: Iterable[HandPage]) -> Mapping[str, AttachedFile]:
    """The pictures and other files without those that only what is left out shows or links to."""
    if not reading.graph.files:
        return reading.graph.files
    before, now = _said(reading.graph, reading.pages), _said(left, pages)
    files = reading.graph.files.items()
    return {name: file for name, file in files if file.named or file.address in now or file.address not in before}


def _said(graph: Graph, pages: Iterable[HandPage]) -> str:
    """Everything that entries and pages say, with what stands in place of variables and snippets."""
    entries = graph.entries.values()
    texts = (str(value) for located in entries for _, value, _ in located.leaves)
    return "\n".join((*(repr(e.entry) for e in entries), *texts, *(text for page in pages for _, text in page.texts())))


def _titles(graph: Graph, entries: Mapping[str, Located]) -> Mapping[str, str]:
    """The titles of the entries of `graph` that are not among these, by their ids, also of drafts that do not fit."""
    return {i: located.entry.title for i, located in graph.known.items() if i not in entries}


def _without_links(entries: Mapping[str, Located], graph: Graph) -> Mapping[str, Located]:
    """These entries without references to others, and without those that cannot be without them."""
    while True:
        hidden = _titles(graph, entries)
        found = {located.id: without(located, hidden)[0] for located in entries.values()}
        kept = {entry_id: located for entry_id, located in found.items() if located}
        if len(kept) == len(entries):
            return kept
        entries = {entry_id: entries[entry_id] for entry_id in kept}


def _page(page: HandPage, hidden: Mapping[str, str], definitions: Definitions) -> HandPage:
    texts = (text for _, text in page.texts())
    if not any(mention[1] in hidden for text in texts for mention in mentions(text)):
        return page
    definitions = definitions.changed(lambda text: in_words(text, hidden))
    return parse_page(in_words(page.text, hidden), page.slug, page.file, definitions)[0]


def _changes(changes: Changes, entries: Mapping[str, Located]) -> Changes:
    """The changes with the entries that are there. A change that is about none of them is left out."""

    def of(ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(entry_id for entry_id in ids if entry_id in entries)

    written = (change.model_copy(update={"entries": of(change.entries)}) for change in changes.written)
    told = zip(changes.written, written, strict=True)
    return replace(changes, written=tuple(now for before, now in told if now.entries or not before.entries))
