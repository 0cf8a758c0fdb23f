"""Printables that are new, deleted or changed: their HTML documents are compared, not the PDFs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.comparing.notes import Note
from generator.comparing.sentences import Sentences
from generator.comparing.sides import Version, Versions
from generator.config.theme import Theme
from generator.language.words import Counted
from generator.paper.documents import documents_of
from generator.paper.pack import pack_of_path
from generator.paper.sheets import printables
from generator.paper.sizes import A4


def prints(sides: Versions, theme: Theme) -> Iterator[Note]:
    """The paper size to compare; the content is the same for all sizes."""
    if sides.before.config == sides.now.config and _entries(sides.before) == _entries(sides.now):
        return  # to make all documents twice takes a third of the time
    before, now = _documents(sides.before, theme), _documents(sides.now, theme)
    renamed = {new: old for old, new in sides.called_now.items()}
    titles = {e.id: e.entry.title for e in (*sides.before.graph.entries.values(), *sides.now.graph.entries.values())}
    changed: set[str] = set()
    said, words = sides.said, sides.said.language.words.comparing
    for entry_id in sorted({*now, *(sides.called_now.get(old, old) for old in before)}):
        was, has = before.get(renamed.get(entry_id, entry_id), {}), now.get(entry_id, {})
        notes = [
            *_listed(said, words.prints_new, [variant for variant in has if variant not in was]),
            *_listed(said, words.prints_gone, [variant for variant in was if variant not in has]),
            *_listed(said, words.prints_changed, [one for one in has if was.get(one, has[one]) != has[one]]),
        ]
        if notes:
            changed.add(entry_id)
            yield Note(f"{said.quoted(titles[entry_id])}: {'; '.join(notes)}")
    yield from _packs(sides, changed)


def _entries(side: Version) -> Mapping[str, list[object]]:
    """The fields of each entry, without cached values such as formula trees."""
    entries = {located.url: located.entry for located in side.graph.entries.values()}
    return {url: [getattr(entry, name) for name in type(entry).model_fields] for url, entry in entries.items()}


def _documents(side: Version, theme: Theme) -> Mapping[str, Mapping[str, str]]:
    """Every printable as HTML: by its entry, then by what it is."""
    at = documents_of(side.graph, side.config, theme)
    variants = at.language.words.print_links.variant
    found: dict[str, dict[str, str]] = {}
    for printable in printables(side.graph):
        found.setdefault(printable.id, {})[variants[printable.variant].lower()] = at.document(printable, A4)
    return found


def _listed(said: Sentences, word: Counted, variants: list[str]) -> Iterator[str]:
    if variants:
        yield word(len(variants), prints=said.language.listed(variants))


def _packs(sides: Versions, changed: set[str]) -> Iterator[Note]:
    """Paths whose packs contain a changed sheet."""
    graph, said, words = sides.now.graph, sides.said, sides.said.language.words.comparing
    for located in graph.of_kind("path"):
        sheets = [s for s in pack_of_path(graph, located, 1, "participant", 1).sheets if s.id in changed]
        if sheets:
            names = said.language.listed(said.quoted(sheet.located.entry.title) for sheet in sheets)
            yield Note(words.pack_changes(path=said.quoted(located.entry.title), sheets=names))
