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
    group, (new, gone, renamed, *others) = sides.said.group, _of_contents(sides)
    attached = files(sides.before.graph.files, sides.now.graph.files, sides.said.language)
    parts = (
        group("new_problems", _problems(sides)),
        *(new, gone, renamed),
        group("addresses", _addresses(sides)),
        *others,
        group("scores", scores(sides)),
        group("files", attached),
        group("printables", prints(sides, theme)),
        group("settings", _settings(sides)),
    )
    return tuple(part for part in parts if part.notes)


def compare_contents(sides: Versions, *, scored: bool) -> tuple[NoteGroup, ...]:
    """The differences for which no pages need to be made.

    They are `scored` if the formulas and bands of both versions are sound. Pictures and files are left out.
    """
    group = sides.said.group
    parts = (
        *_of_contents(sides),
        group("scores", scores(sides) if scored else ()),
        group("settings", _settings(sides)),
    )
    return tuple(part for part in parts if part.notes)


def _of_contents(sides: Versions) -> tuple[NoteGroup, ...]:
    group = sides.said.group
    return (
        group("new_pages", new_pages(sides)),
        group("gone_pages", gone_pages(sides)),
        group("renamed_pages", renamed_pages(sides)),
        group("changed_pages", changed_pages(sides)),
        group("links", links(sides)),
    )


def _addresses(sides: Versions) -> Iterator[Note]:
    """Missing anchors of existing pages, and addresses that the ledger gives up."""
    words = sides.said.language.words.comparing
    now, redirects = set(addresses(sides.now.site)), sides.now.site.redirects
    pages = {page.url for page in sides.now.site.pages}
    for address in sorted(addresses(sides.before.site)):
        page, is_place, _ = address.partition("#")
        if is_place and address not in now and page in pages:
            yield Note(words.place_gone(address=address))
    former = {f"{p.url}#{name}" for p in sides.now.site.pages for name in p.former}
    known = {f"{p.url}#{name}" for p in sides.before.site.pages for name in p.former}
    yield from (Note(words.place_led_on(address=address)) for address in sorted(former - known))
    before = sides.before.site.redirects
    was = {url for url, to in redirects.items() if url in before and before[url] != to}
    for url in sorted(was):
        yield Note(words.redirected_elsewhere(address=url, before=before[url], now=redirects[url]))
    dropped = before.keys() - redirects.keys() - pages
    yield from (Note(words.redirected_no_longer(address=url)) for url in sorted(dropped))
    given_up = _recorded(sides.before.reading.ledger) - _recorded(sides.now.reading.ledger)
    yield from (Note(words.given_up(address=address)) for address in sorted(given_up))


def _recorded(ledger: Ledger | None) -> set[str]:
    return set(ledger.places) if ledger else set()


def _settings(sides: Versions) -> Iterator[Note]:
    return map(Note, sides.said.differences(None, changes(sides.before.config, sides.now.config)))


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
