"""Redirects from addresses that no longer exist: `content/redirects.yml`.

A renamed entry keeps its old ids under `aliases`. The address of a removed entry is here: the folder of its kind and
its id, with the id of another entry, or the folder of a kind for its index page. A hand-written page has no folder. A
renamed anchor is here as well: `practices/slow-down/#how`, with another anchor of the same page.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from generator.content.entries import is_id
from generator.content.graph import MENTIONS, Graph
from generator.content.ids import id_problems
from generator.content.unknown_reference import unknown_reference
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.place import Span
from generator.diagnostics.suggest import did_you_mean
from generator.model import addresses
from generator.model.addresses import ANCHOR, PAGE
from generator.model.kind import Kinds
from generator.model.slug import slug
from generator.permalinks.old_files import is_old_file
from generator.reading.composer import Data
from generator.reading.document import Document


@dataclass(frozen=True, slots=True)
class _Kept:
    """A line of the document: `key` is the old address, as written."""

    key: str
    document: Document

    @property
    def place(self) -> Span:
        return self.document.key_span((self.key,))

    @property
    def target_place(self) -> Span:
        return self.document.span((self.key,))


@dataclass(frozen=True, slots=True)
class Redirect(_Kept):
    """The old address of a page, without its final slash, and the id of its target."""

    target: str

    @property
    def old(self) -> str:
        """The old id."""
        return addresses.parts(self.key).name

    @property
    def address(self) -> str:
        """The old address within the site, such as `tells/price-only/`."""
        return addresses.page(self.key)


@dataclass(frozen=True, slots=True)
class OldPlace(_Kept):
    """The old address of an anchor, and its new id."""

    new: str

    @property
    def page(self) -> str:
        return self.key.partition("#")[0]

    @property
    def old(self) -> str:
        """The old id of the anchor."""
        return self.key.partition("#")[2]


def redirects_in(
    document: Document | None, kinds: Kinds, titles: Mapping[str, str] = MappingProxyType({})
) -> tuple[tuple[Redirect, ...], tuple[OldPlace, ...], tuple[Diagnostic, ...]]:
    """The redirects of pages and of anchors in a document, and its problems.

    `titles` are those of the entries, as slugs, each with the id of its entry.
    """
    if document is None:
        return (), (), ()
    if not isinstance(document.data, dict):
        hint = "write the old addresses, each with the id of an entry: `tells/old-id: new-id`"
        message = "the file must contain addresses, such as `tells/old-id: new-id`"
        return (), (), (Diagnostic(codes.NOT_A_MAPPING, message, document.span(()), hint),)
    found: list[Redirect] = []
    old_places: list[OldPlace] = []
    problems: list[Diagnostic] = []
    for address, target in document.data.items():
        if is_old_file(address):
            continue
        folder, _, old = address.rpartition("/")
        page, is_place, anchor = address.partition("#")
        if is_place:
            right = bool(PAGE.fullmatch(page) and ANCHOR.fullmatch(f"#{anchor}"))
            if right and isinstance(target, str) and ANCHOR.fullmatch(target):
                old_places.append(OldPlace(address, document, target[1:]))
            else:
                problems.append(_no_place(address, right, document))
            continue
        is_address = (not folder or folder in kinds.by_plural) and is_id(old)
        if not is_address:
            problems.append(_no_address(address, kinds, document.key_span((address,))))
        if not isinstance(target, str) or not is_id(target):
            problems.append(_no_target(address, target, document, kinds, titles))
        elif is_address:
            found.append(Redirect(address, document, target))
    return tuple(found), tuple(old_places), tuple(problems)


def redirected(
    graph: Graph, redirects: Iterable[Redirect], broken: Container[str], pages: Collection[str] = ()
) -> tuple[Graph, tuple[Diagnostic, ...]]:
    """The graph with the redirected addresses, and the problems of redirects.

    `pages` contains the names of hand-written pages.
    """
    taken = {entry.url: entry for entry in graph.entries.values()}
    for alias, owner in graph.aliases.items():
        taken[addresses.entry(graph.entries[owner].kind.plural, alias)] = graph.entries[owner]
    moved: dict[str, str] = {}
    problems: list[Diagnostic] = []
    for redirect in redirects:
        entry, found = taken.get(redirect.address), graph.entries.get(redirect.target)
        if entry:
            message = f"`{redirect.key}` is the address of an entry"
            related = ((entry.place, "that entry"),)
            problems.append(Diagnostic(codes.ALIAS_TAKEN, message, redirect.place, "remove it here", related))
        elif found or redirect.target in graph.kinds.by_plural or redirect.target in pages:
            moved[redirect.address] = found.url if found else addresses.page(redirect.target)
        elif redirect.target not in broken:
            problems.append(unknown_reference(MENTIONS, redirect.target, redirect.target_place, graph.names))
    return replace(graph, moved=moved), tuple(problems)


def _path(address: str) -> str:
    """The end of an address as browsers show it, without slashes around it."""
    return address.partition("://")[2].strip("/") if "://" in address else address.strip("/")


def _name_at(address: str, kinds: Kinds) -> str:
    """The id in the address of an entry that has more in it than its folder and the id; else nothing."""
    *_, folder, name = ("", *_path(address).split("/"))
    return name if folder in kinds.by_plural and is_id(name) else ""


def _no_address(address: str, kinds: Kinds, place: Span) -> Diagnostic:
    folder, _, old = address.rpartition("/")
    if (folder in kinds.by_plural or not folder) and old:
        (problem,) = id_problems(old, place)
        return problem
    if name := _name_at(address, kinds):
        hint = f"write only the folder of its kind and its id: `{_path(address).split('/')[-2]}/{name}`"
        return Diagnostic(codes.BAD_ID, f"`{address}` is not the address of an entry", place, hint)
    near = did_you_mean(folder, kinds.by_plural) if folder not in kinds.by_plural else None
    hint = near or "write the folder of a kind, a slash and an id: `tells/old-id: new-id`"
    return Diagnostic(codes.BAD_ID, f"`{address}` is not the address of an entry", place, hint)


def _no_target(address: str, target: Data, document: Document, kinds: Kinds, titles: Mapping[str, str]) -> Diagnostic:
    hint = "write the id of an entry, or the folder of a kind for the list of all its entries"
    if isinstance(target, str) and (name := _name_at(target, kinds) or titles.get(slug(target))):
        hint = f"write only its id: `{name}`"
    message = f"`{address}` does not redirect to an id"
    return Diagnostic(codes.WRONG_VALUE, message, document.span((address,)), hint)


def _no_place(address: str, right: bool, document: Document) -> Diagnostic:
    hint = "write the page with its final slash, and the old id: `practices/slow-down/#how: '#steps'`"
    if right:
        message = f"`{address}` does not redirect to an anchor of that page"
        return Diagnostic(codes.WRONG_VALUE, message, document.span((address,)), "write its id in quotes: `'#steps'`")
    return Diagnostic(codes.BAD_ADDRESS, f"`{address}` is not an anchor in a page", document.key_span((address,)), hint)
