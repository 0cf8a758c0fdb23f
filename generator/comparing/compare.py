"""The changes between two versions of a playbook, under headings for reviewers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.comparing.attached import files
from generator.comparing.links import links
from generator.comparing.notes import Note, NoteGroup
from generator.comparing.pages import changed_pages, gone_pages, new_pages, renamed_pages
from generator.comparing.prints import prints
from generator.comparing.scores import scores
from generator.comparing.sides import Versions
from generator.comparing.values import changes
from generator.config.theme import Theme
from generator.permalinks.ledger import Ledger
from generator.permalinks.promises import addresses


def compare(sides: Versions, theme: Theme) -> tuple[NoteGroup, ...]:
    """All differences. Headings without notes are left out."""
    new, gone, renamed, *others = _of_contents(sides)
    parts = (
        NoteGroup("New problems", tuple(_problems(sides))),
        *(new, gone, renamed),
        NoteGroup("Addresses", tuple(_addresses(sides))),
        *others,
        NoteGroup("Scores and results", tuple(scores(sides))),
        NoteGroup("Pictures and files", tuple(files(sides.before.graph.files, sides.now.graph.files))),
        NoteGroup("Printables", tuple(prints(sides, theme))),
        NoteGroup("Settings", tuple(_settings(sides))),
    )
    return tuple(part for part in parts if part.notes)


def compare_contents(sides: Versions, *, scored: bool) -> tuple[NoteGroup, ...]:
    """The differences for which no pages need to be made.

    They are `scored` if the formulas and bands of both versions are sound. Pictures and files are left out.
    """
    parts = (
        *_of_contents(sides),
        NoteGroup("Scores and results", tuple(scores(sides)) if scored else ()),
        NoteGroup("Settings", tuple(_settings(sides))),
    )
    return tuple(part for part in parts if part.notes)


def _of_contents(sides: Versions) -> tuple[NoteGroup, ...]:
    return (
        NoteGroup("New pages", tuple(new_pages(sides))),
        NoteGroup("Pages that are gone", tuple(gone_pages(sides))),
        NoteGroup("Pages with another address", tuple(renamed_pages(sides))),
        NoteGroup("Changed pages", tuple(changed_pages(sides))),
        NoteGroup("Links", tuple(links(sides))),
    )


def _addresses(sides: Versions) -> Iterator[Note]:
    """Missing anchors of existing pages, and addresses that the ledger gives up."""
    now, redirects = set(addresses(sides.now.site)), sides.now.site.redirects
    pages = {page.url for page in sides.now.site.pages}
    for address in sorted(addresses(sides.before.site)):
        page, is_place, _ = address.partition("#")
        if is_place and address not in now and page in pages:
            yield Note(f"{address} no longer exists; links to it open the top of the page")
    former = {f"{p.url}#{name}" for p in sides.now.site.pages for name in p.former}
    known = {f"{p.url}#{name}" for p in sides.before.site.pages for name in p.former}
    yield from (Note(f"{address} redirects to another anchor of the page") for address in sorted(former - known))
    before = sides.before.site.redirects
    was = {url for url, to in redirects.items() if url in before and before[url] != to}
    yield from (Note(f"{url} redirects to {redirects[url]}, previously to {before[url]}") for url in sorted(was))
    yield from (
        Note(f"{url} no longer redirects to a page") for url in sorted(before.keys() - redirects.keys() - pages)
    )
    given_up = _recorded(sides.before.reading.ledger) - _recorded(sides.now.reading.ledger)
    yield from (Note(f"{address} is given up: it is no longer in the ledger") for address in sorted(given_up))


def _recorded(ledger: Ledger | None) -> set[str]:
    return set(ledger.places) if ledger else set()


def _settings(sides: Versions) -> Iterator[Note]:
    for change in changes(sides.before.config, sides.now.config):
        yield Note(sides.said.difference(None, change))


def _problems(sides: Versions) -> Iterator[Note]:
    """New problems, compared without their places in the files."""
    known = Counter((d.code, d.span.file, d.message) for d in sides.before.found)
    for problem in sides.now.found:
        key = (problem.code, problem.span.file, problem.message)
        if known[key]:
            known[key] -= 1
        else:
            place = f"{problem.span.file}:{problem.span.line}:{problem.span.column}"
            yield Note(f"{place}: {problem.severity.value} {problem.code.name}: {problem.message}")
