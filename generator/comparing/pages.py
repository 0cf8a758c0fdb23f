"""Pages that are new, deleted, renamed or changed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.comparing.notes import Note, counted, quoted, was_and_is
from generator.comparing.scores import SCORED
from generator.comparing.sides import AsFiles, Versions, named
from generator.comparing.values import changes
from generator.content.hand_pages import HandPage
from generator.content.located import Located

ELSEWHERE = frozenset({"aliases", "links"})
"""Fields whose changes are reported as addresses and as links."""


def new_pages(sides: Versions) -> Iterator[Note]:
    for located in sides.new():
        links = len(sides.now.graph.out(located.id))
        about = Note(f"{quoted(located.entry.summary)}, {counted(links, 'link')}")
        yield Note(f"{named(located)}, {located.url}", (about,))
    before = _written(sides.before.reading.pages)
    for slug, page in _written(sides.now.reading.pages).items():
        if slug not in before:
            yield Note(f"Page {quoted(page.title)}, {slug}/", (Note(quoted(page.lead)),))


def gone_pages(sides: Versions) -> Iterator[Note]:
    for located in sides.gone():
        yield Note(f"{named(located)}, {located.url}: {_led_on(sides, located.url)}")
    now = _written(sides.now.reading.pages)
    for slug, page in _written(sides.before.reading.pages).items():
        if slug not in now:
            yield Note(f"Page {quoted(page.title)}, {slug}/: {_led_on(sides, f'{slug}/')}")


def renamed_pages(sides: Versions) -> Iterator[Note]:
    for before, now in sides.both():
        if before.url != now.url:
            yield Note(f"{named(now)}: {before.url} is {now.url} now; {_led_on(sides, before.url)}")


def changed_pages(sides: Versions) -> Iterator[Note]:
    for before, now in sides.both():
        below = tuple(Note(text) for text in _differences(before, now, sides.said))
        if below:
            yield Note(f"{named(now)}, {now.url}", below)
    was = _written(sides.before.reading.pages)
    for slug, page in _written(sides.now.reading.pages).items():
        below = tuple(Note(text) for text in _page_differences(was[slug], page)) if slug in was else ()
        if below:
            yield Note(f"Page {quoted(page.title)}, {slug}/", below)


def _differences(before: Located, now: Located, said: AsFiles) -> Iterator[str]:
    if before.kind.name != now.kind.name:
        yield f"it is {now.kind.label.lower()} now, and was {before.kind.label.lower()}"
        return
    scored = SCORED.get(now.kind.name, frozenset())
    fields = {*type(before.entry).model_fields, *type(now.entry).model_fields} - ELSEWHERE - scored
    yield from (said.difference(now, change) for change in changes(before.entry, now.entry, fields))


def _written(pages: tuple[HandPage, ...]) -> dict[str, HandPage]:
    return {page.slug: page for page in pages}


def _page_differences(before: HandPage, now: HandPage) -> Iterator[str]:
    for what, old, new in (("title", before.title, now.title), ("lead", before.lead, now.lead)):
        if old != new:
            yield f"{what}: {was_and_is(old, new)}"
    was = {section.anchor: section for section in before.sections}
    names = {section.anchor for section in now.sections}
    for section in now.sections:
        old_section = was.get(section.anchor)
        if old_section is None:
            yield f"new section {quoted(section.heading)}"
        elif old_section.text != section.text:
            yield f"{quoted(section.heading)}: {was_and_is(old_section.text, section.text)}"
    yield from (f"section {quoted(s.heading)} is gone" for s in before.sections if s.anchor not in names)


def _led_on(sides: Versions, url: str) -> str:
    to = sides.now.site.redirects.get(url)
    return f"the old address leads to {to}" if to else "the old address leads nowhere"
