"""Delete an entry, and add a redirect from its address."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from generator.config.project import Project
from generator.content.graph import Graph
from generator.content.located import Located
from generator.diagnostics.suggest import did_you_mean
from generator.editing.edits import Edit, edited_files
from generator.editing.planned import Planned
from generator.editing.redirects import with_redirects
from generator.editing.references import REDIRECT, Named, places
from generator.editing.rename import unfit, unknown
from generator.editing.rewriting import rewritten
from generator.model import addresses
from generator.pipeline import Reading


def objection(reading: Reading, entry_id: str, to: str) -> str | None:
    """The reason why the entry cannot be removed, or None."""
    graph = reading.graph
    if entry_id in graph.unfit_drafts:
        return unfit(graph, entry_id)
    if entry_id not in graph.entries:
        # The file may have been deleted by hand.
        known = reading.ledger.places if reading.ledger else {}
        published = next((address for address in known if addresses.parts(address).name == entry_id), None)
        command = f"`playbook addresses --redirect {published} {to or 'ID'}`"
        return unknown(graph, entry_id) + (f"; if it was deleted by hand: {command}" if published else "")
    if to == entry_id:
        return "the address of a removed entry cannot redirect to itself"
    if to not in graph.entries and to not in graph.kinds.by_plural:
        hint = did_you_mean(to, [*graph.entries, *graph.kinds.by_plural])
        return f"no entry and no kind's folder is called `{to}`" + (f"; {hint}" if hint else "")
    if to in graph.kinds.by_plural and not any(
        e.kind.plural == to and e.id != entry_id for e in graph.entries.values()
    ):
        return _no_list(graph, entry_id, to)
    return None


def _no_list(graph: Graph, entry_id: str, folder: str) -> str:
    """The reason why the list of the kind cannot be the target: it does not exist, or no longer will."""
    kind = graph.kinds.by_plural[folder]
    if graph.entries[entry_id].kind is not kind:
        return f"there is no {kind.noun}, so there is no list `{folder}` to which its address could redirect"
    return (
        f"this is the only {kind.noun}, so there will be no list to which its address could redirect; "
        "name the entry that replaces it with --to"
    )


def in_the_way(reading: Reading, entry_id: str) -> list[Named]:
    """The references that would have no target without the entry."""
    return [place for place in places(reading, entry_id) if place.how != REDIRECT and place.by != entry_id]


def remove(project: Project, reading: Reading, entry_id: str, to: str) -> tuple[str, ...]:
    """Remove an entry that nothing refers to. Returns the addresses that now redirect to `to`."""
    removed, planned = removal(project, reading, entry_id, to)
    planned.write(project.root)
    return removed


def removal(
    project: Project, reading: Reading, entry_id: str, to: str, unpublished: Collection[str] = ()
) -> tuple[tuple[str, ...], Planned]:
    """The same before it is written. Addresses that nobody has seen yet, the `unpublished` ones, need no redirect."""
    located = reading.graph.entries[entry_id]
    folder = located.kind.plural
    ids = [i for i in (entry_id, *located.entry.aliases) if addresses.entry(folder, i) not in unpublished]
    files = _redirects(project, reading, located, ids, to)
    document = located.document
    if located.prefix and len(document.data) > 1:
        edits = {document.file: rewritten(document, located.prefix, None)}
        planned = Planned(files | edited_files(project, edits, {document.file: document.text}))
    else:
        planned = Planned(files, deleted=(project.root / document.file,))
    return tuple(addresses.entry(folder, old) for old in ids), planned


def _redirects(
    project: Project, reading: Reading, located: Located, ids: Collection[str], to: str
) -> dict[Path, bytes]:
    """The file of the redirects with those of the entry. Existing redirects to the entry now redirect to `to`."""
    led_here = [p for p in places(reading, located.id) if p.how == REDIRECT]
    text = led_here[0].text if led_here else None
    edits = [Edit(place.start, place.end, to) for place in led_here]
    if not ids and not edits:
        return {}
    return with_redirects(project, {f"{located.kind.plural}/{old}": to for old in ids}, edits, text)
