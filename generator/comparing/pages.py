"""Pages that are new, deleted, renamed or changed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.comparing.notes import Note
from generator.comparing.scores import SCORED
from generator.comparing.sentences import Sentences
from generator.comparing.sides import Versions
from generator.comparing.values import changes
from generator.content.hand_page import HandPage
from generator.content.located import Located
from generator.model.addresses import page as page_address

ELSEWHERE = frozenset({"aliases", "links"})
"""Fields whose changes are reported as addresses and as links."""


def new_pages(sides: Versions) -> Iterator[Note]:
    said, words = sides.said, sides.said.language.words.comparing
    for located in sides.new():
        others = {edge.target for edge in sides.now.graph.out(located.id)} - {located.id}
        links = words.links_to(len(others)) if others else words.links_to_none
        about = Note(words.in_short(text=said.quoted(located.entry.summary)))
        named = {"title": said.quoted(located.entry.title), "kind": located.kind.label, "address": located.url}
        yield Note(words.new_entry(links=links, **named), (about,))
    before = _written(sides.before.reading.pages)
    for slug, page in _written(sides.now.reading.pages).items():
        if slug not in before:
            new = words.new_page(title=said.quoted(page.title), address=page_address(slug))
            yield Note(new, (Note(words.in_short(text=said.quoted(page.lead))),))


def gone_pages(sides: Versions) -> Iterator[Note]:
    said = sides.said
    for located in sides.gone():
        yield Note(_gone(sides, said.entry(located), located.url))
    now = _written(sides.now.reading.pages)
    for slug, page in _written(sides.before.reading.pages).items():
        if slug not in now:
            yield Note(_gone(sides, said.page(page.title), page_address(slug)))


def _gone(sides: Versions, page: str, address: str) -> str:
    words, to = sides.said.language.words.comparing, sides.now.site.redirects.get(address)
    if to is None:
        return str(words.gone_page(page=page, address=address))
    return str(words.gone_page_redirected(page=page, address=address, to=to))


def renamed_pages(sides: Versions) -> Iterator[Note]:
    words = sides.said.language.words.comparing
    for before, now in sides.both():
        if before.url != now.url:
            page = {"page": sides.said.entry(now), "before": before.url, "now": now.url}
            to = sides.now.site.redirects.get(before.url)
            yield Note(words.renamed_page(to=to, **page) if to else words.renamed_page_not_redirected(**page))


def changed_pages(sides: Versions) -> Iterator[Note]:
    said = sides.said
    for before, now in sides.both():
        below = tuple(map(Note, _differences(before, now, said)))
        if below:
            yield Note(f"{said.entry(now)}, {now.url}", below, now.url)
    was = _written(sides.before.reading.pages)
    for slug, page in _written(sides.now.reading.pages).items():
        below = tuple(map(Note, _page_differences(was[slug], page, said))) if slug in was else ()
        if below:
            address = page_address(slug)
            yield Note(f"{said.page(page.title)}, {address}", below, address)


def _differences(before: Located, now: Located, said: Sentences) -> Iterator[str]:
    if before.kind.name != now.kind.name:
        words = said.language.words.comparing
        yield said.becomes(words.kind, before.kind.label, now.kind.label)
        return
    scored = SCORED.get(now.kind.name, frozenset())
    fields = {*type(before.entry).model_fields, *type(now.entry).model_fields} - ELSEWHERE - scored
    yield from said.differences(now, changes(before.entry, now.entry, fields))


def _written(pages: tuple[HandPage, ...]) -> dict[str, HandPage]:
    return {page.slug: page for page in pages}


def _page_differences(before: HandPage, now: HandPage, said: Sentences) -> Iterator[str]:
    words = said.language.words.comparing
    for what, old, new in ((words.title, before.title, now.title), (words.lead, before.lead, now.lead)):
        yield from said.texts(what, old, new)
    was = {section.anchor: section for section in before.sections}
    has = {section.anchor for section in now.sections}
    gone = [section for section in before.sections if section.anchor not in has]
    for section in now.sections:
        old_section = was.get(section.anchor)
        if old_section is not None:
            where = words.section(section=said.quoted(section.heading))
            yield from said.texts(where, old_section.text.written, section.text.written)
        elif same := next((one for one in gone if one.text.written == section.text.written), None):
            gone.remove(same)
            yield words.section_renamed(before=said.quoted(same.heading), now=said.quoted(section.heading))
        else:
            yield words.section_new(section=said.quoted(section.heading))
    yield from (words.section_gone(section=said.quoted(section.heading)) for section in gone)
