"""Permanent addresses: those of a site, those in the ledger, and old anchors that pages keep."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.content.drafts import drafts_of
from generator.content.entries import is_id
from generator.content.graph import Graph
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic, in_order, limited
from generator.diagnostics.place import Span
from generator.diagnostics.suggest import did_you_mean, nearest
from generator.kinds.assessment import Assessment
from generator.media.formats import ending_of
from generator.model.addresses import FILE as FILE_ADDRESS
from generator.model.addresses import QUESTIONS, asked, parts, place, question
from generator.permalinks.ledger import FILE, Ledger
from generator.permalinks.redirects import OldPlace, Redirect
from generator.site.page import Page, Site

FORMER = '<span class="former-place" id="{}"></span>'
"""An empty element with an old id, before the new anchor. It is neither visible nor read aloud."""


def addresses(site: Site) -> tuple[str, ...]:
    """Every permanent address of the site: pages, anchors in them, and the pictures and files of the content.

    Not included are the home page, `404.html`, files beside pages, which exist as long as their pages, and PDFs, which
    a build may leave out.
    """
    return (*(address for page in _linkable(site) for address in addresses_of(page)), *site.files)


def addresses_of(page: Page) -> Iterator[str]:
    """The permanent addresses of a page: its own, and the anchors in it."""
    yield page.url
    yield from (place(page.url, anchor) for anchor in (*page.anchors, *page.former))


def old_anchors(
    graph: Graph, old_places: Iterable[OldPlace], redirects: Mapping[str, str]
) -> Mapping[str, Mapping[str, str]]:
    """For the address of each page the old anchors that it keeps, each with the new one."""
    by_page: dict[str, dict[str, str]] = defaultdict(dict, _moved_questions(graph))
    for moved in old_places:
        by_page[redirects.get(moved.page, moved.page)][moved.old] = moved.new
    return by_page


def problems(
    site: Site,
    graph: Graph,
    ledger: Ledger | None,
    redirects: Iterable[Redirect],
    old_places: Iterable[OldPlace],
    whole: Graph | None = None,
) -> tuple[Diagnostic, ...]:
    """Diagnostics for published addresses and questions that no longer exist, and for redirects without a target.

    All addresses that are not recorded yet are one warning. `whole` also has the entries that the site does not show.
    """
    found = [*_lost_targets(site, redirects), *_lost_places(site, old_places)]
    if ledger:
        new = [address for address in addresses(site) if address not in ledger.places]
        answers = _lost_answers(graph, ledger)
        found += answers.values()
        found += [
            _lost(address, ledger, site, new, _restored(address, whole or graph))
            for address in lost(site, ledger)
            if address not in answers
        ]
        found += _unrecorded(new, ledger.file)
    return in_order(limited(found))


def withdrawn(graph: Graph, ledger: Ledger, redirects: Iterable[Redirect]) -> Iterator[Diagnostic]:
    """A diagnostic for each published address whose entry is a draft by now."""
    redirected = {redirect.address for redirect in redirects}
    for located in drafts_of(graph).values():
        if located.url in ledger.places and located.url not in redirected:
            yield _lost_page(located.url, ledger, (), _restored(located.url, graph))


def lost(site: Site, ledger: Ledger) -> tuple[str, ...]:
    """The missing addresses of the ledger. For a missing page only its own address, not its anchors."""
    there, pages = {*addresses(site), *site.redirects, *site.former_files}, {page.url: page for page in site.pages}

    def is_lost(address: str) -> bool:
        url, is_place, anchor = address.partition("#")
        if address in there or not is_place:
            return address not in there
        # The anchors of a redirected page count as existing: their readers arrive at the target.
        page = pages.get(url)
        return page is not None and f' id="{anchor}"' not in page.body

    return tuple(filter(is_lost, ledger.places))


def _linkable(site: Site) -> Iterator[Page]:
    return (page for page in site.pages if page.url.endswith("/"))


def _moved_questions(graph: Graph) -> Iterator[tuple[str, dict[str, str]]]:
    """The anchors of renamed or removed questions, by page. A removed one redirects to the list of questions."""
    for located in graph.of_kind("assessment"):
        entry = located.entry
        assert isinstance(entry, Assessment)
        moved: dict[str, str] = {}
        for change in entry.changes:
            moved |= {question(old): question(new) for old, new in change.renamed.items() if is_id(old)}
            moved |= dict.fromkeys(map(question, change.removed), QUESTIONS)
        if moved:
            yield located.url, moved


def _lost_answers(graph: Graph, ledger: Ledger) -> dict[str, Diagnostic]:
    """Published questions that are missing without an entry under `changes`. Answers are stored under their ids."""
    found: dict[str, Diagnostic] = {}
    for located in graph.of_kind("assessment"):
        entry = located.entry
        assert isinstance(entry, Assessment)
        mentioned = {item.id for item in entry.items}
        for change in entry.changes:
            mentioned |= {*change.renamed, *change.removed}
        for address in ledger.places:
            page, item = asked(address) or ("", "")
            if page == located.url and item not in mentioned:
                message = f"the question `{item}` was published, but is missing, and `changes` does not mention it"
                hint = (
                    "answers are stored under the ids of questions: increase `edition`, and write under `changes` "
                    f"`renamed: {{{item}: NEW-ID}}` or `removed: [{item}]`"
                )
                found[address] = Diagnostic(codes.LOST_ANSWERS, message, located.span(("edition",)), hint)
    return found


def keeping(page: Page, old: Mapping[str, str]) -> Page:
    """The page with an empty element for each old anchor, before the new one."""
    body, former = page.body, []
    for name in old:
        target = _end_of(name, old)
        at = body.find(f' id="{target}"')
        if f' id="{name}"' not in body and target in page.anchors and at >= 0:
            start = body.rindex("<", 0, at)
            body = body[:start] + FORMER.format(name) + body[start:]
            former.append(name)
    return replace(page, body=body, former=tuple(former)) if former else page


def _end_of(name: str, old: Mapping[str, str]) -> str:
    """The final anchor of an old id, which may have been renamed several times."""
    for _ in old:
        name = old.get(name, name)
    return name


def _restored(address: str, whole: Graph) -> str:
    """How the page at a missing address comes back, if its entry is there and only not shown or not read."""
    folder, name = parts(address)
    located = whole.known.get(name)
    if located and located.url == address:
        file = located.document.file
        if located.entry.draft:
            return f"it is a draft now: remove `draft: true` in {file}; "
        return f"{file} is not on this site now: see `sites:` in the configuration, `only_in` and `hidden_from`; "
    if file := whole.names.unread.get(name, ""):
        return f"{file} has this name, but is not read: move it into the folder {folder}/; "
    return ""


def _lost(address: str, ledger: Ledger, site: Site, new: Sequence[str], restored: str) -> Diagnostic:
    page, mark, anchor = address.partition("#")
    if not mark:
        is_file = FILE_ADDRESS.fullmatch(page)
        return _lost_file(page, ledger, site, new) if is_file else _lost_page(page, ledger, new, restored)
    to = nearest(anchor, next(p.anchors for p in site.pages if p.url == page))
    message = f"`{page}` was published with the anchor `#{anchor}`, which no longer exists"
    where = f"to `#{to}`" if to else "to another anchor of that page"
    return Diagnostic(codes.LOST_ADDRESS, message, ledger.span(address), _ways(address, ledger, to or "PLACE", where))


def _lost_page(page: str, ledger: Ledger, new: Sequence[str], restored: str) -> Diagnostic:
    folder, name = parts(page)
    fresh = [parts(other).name for other in new if "#" not in other and parts(other).folder == folder]
    to = nearest(name, fresh) or (fresh[0] if len(fresh) == 1 else None)
    message, where = f"`{page}` was published, but no longer exists", f"to `{to}`" if to else "to another entry"
    back = restored or ("" if to else "if its file was deleted by mistake, restore it; ")
    hint = f"{back}{_ways(page, ledger, to or 'ID', where)}"
    return Diagnostic(codes.LOST_ADDRESS, message, ledger.span(page), hint)


def _ways(address: str, ledger: Ledger, to: str, where: str) -> str:
    """The two commands for an address that is lost for good."""
    return (
        f"`playbook addresses{_option(ledger.file)} --redirect {address} {to}` redirects it {where}; "
        f"`playbook addresses{_option(ledger.file)} --forget {address}` gives it up"
    )


def _lost_file(address: str, ledger: Ledger, site: Site, new: Sequence[str]) -> Diagnostic:
    message = f"the file `{address}` was published, but no longer exists"
    fresh = [other for other in new if other in site.files and ending_of(other) == ending_of(address)]
    to = nearest(address, fresh) or "files/NEW-NAME"
    hint = (
        "if it was deleted or renamed by mistake, restore it; "
        f"`playbook addresses{_option(ledger.file)} --redirect {address} {to}` publishes another file in its place; "
        f"`playbook addresses{_option(ledger.file)} --forget {address}` gives it up"
    )
    return Diagnostic(codes.LOST_ADDRESS, message, ledger.span(address), hint)


def _unrecorded(new: Sequence[str], file: str) -> Iterator[Diagnostic]:
    if new:
        count = f"{len(new)} addresses are" if len(new) > 1 else "1 address is"
        message = f"{count} not recorded yet: {', '.join(f'`{a}`' for a in new[:3])}{' …' * (len(new) > 3)}"
        hint = f"run `playbook addresses{_option(file)}` and commit {file} with your change"
        yield Diagnostic(codes.UNRECORDED_ADDRESS, message, Span(file), hint)


def _option(file: str) -> str:
    """What the command `playbook addresses` needs to be about the ledger in `file`."""
    return "" if file == FILE else f" --site {file.removeprefix('addresses-').removesuffix('.txt')}"


def _lost_targets(site: Site, redirects: Iterable[Redirect]) -> Iterator[Diagnostic]:
    there = {page.url for page in site.pages}
    for redirect in redirects:
        if redirect.address in there:
            message = f"`{redirect.key}` is the address of a page"
            yield Diagnostic(codes.ALIAS_TAKEN, message, redirect.place, "remove it here")
        target = site.redirects.get(redirect.address)
        if target is not None and target not in there:
            message, hint = f"the target `{target}` does not exist", "write the id of an entry"
            yield Diagnostic(codes.LOST_TARGET, message, redirect.target_place, hint)


def _lost_places(site: Site, old_places: Iterable[OldPlace]) -> Iterator[Diagnostic]:
    pages = {page.url: page for page in site.pages}
    for old in old_places:
        page = pages.get(old.page)
        if old.page in site.redirects:
            continue  # A page that leads elsewhere answers for its places.
        if page is None:
            hint = did_you_mean(old.page, pages) or "remove the line: only an existing page can keep an old anchor"
            yield Diagnostic(codes.LOST_TARGET, f"there is no page `{old.page}`", old.place, hint)
        elif old.old not in page.former and f' id="{old.old}"' in page.body:
            message = f"`#{old.old}` still exists in `{page.url}`"
            yield Diagnostic(codes.ALIAS_TAKEN, message, old.place, "remove the line")
        elif old.old not in page.former:
            known = [f"#{anchor}" for anchor in page.anchors]
            places = ", ".join(f"`{a}`" for a in known[:8]) or "no permanent one"
            hint = did_you_mean(f"#{old.new}", known) or f"anchors of this page: {places}"
            yield Diagnostic(codes.LOST_TARGET, f"`{page.url}` has no anchor `#{old.new}`", old.target_place, hint)
