"""Change the id of an entry: its file or key, every reference, and the alias that keeps its old address."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from generator.config.project import Project
from generator.content.entries import is_id
from generator.content.graph import Graph
from generator.content.located import Located
from generator.content.unknown_reference import meant_by
from generator.diagnostics.suggest import did_you_mean
from generator.editing.addresses import with_page_renamed
from generator.editing.edits import Edit, edited_files, index_of
from generator.editing.planned import Planned
from generator.editing.references import places
from generator.editing.rewriting import rewritten
from generator.model import addresses
from generator.pipeline import Reading
from generator.reading.composer import Data


@dataclass(frozen=True, slots=True)
class Renamed:
    """The result: the file of the entry, the number of changed references, and the number of written files.

    `ledger`: whether the new address is recorded.
    """

    file: str
    places: int
    files: int
    ledger: bool


def objection(reading: Reading, old: str, new: str) -> str | None:
    """The reason why the entry cannot be renamed, or None."""
    graph = reading.graph
    if old in graph.unfit_drafts:
        return unfit(graph, old)
    if old not in graph.entries:
        return unknown(graph, old)
    if not is_id(new):
        return f"`{new}` is not a valid id: use lower-case letters, digits and hyphens, as in `slow-down`"
    if taken := graph.known.get(new):
        return f"the id `{new}` is already used by another entry ({taken.document.file})"
    if graph.aliases.get(new, old) != old:
        return f"`{new}` is an alias of `{graph.aliases[new]}`, and its old address redirects there"
    if addresses.entry(graph.entries[old].kind.plural, new) in graph.moved:
        return f"`{new}` is an old address, which content/redirects.yml redirects elsewhere"
    return None


def unfit(graph: Graph, entry_id: str) -> str:
    """The message about a draft that does not fit its kind."""
    file = graph.unfit_drafts[entry_id].document.file
    return f"the draft `{entry_id}` does not fit its kind yet: correct what `playbook check {file}` finds first"


def unknown(graph: Graph, entry_id: str) -> str:
    """The message about an unknown entry, with its current or the most similar id."""
    now = graph.aliases.get(entry_id)
    hint = f"it is now called `{now}`" if now else meant_by(entry_id, graph.entries.values())
    hint = hint or did_you_mean(entry_id, graph.entries)
    return f"no entry is called `{entry_id}`" + (f"; {hint}" if hint else "")


def rename(project: Project, reading: Reading, old: str, new: str) -> Renamed:
    """Rename the entry `old` of a playbook without errors to `new`."""
    done, planned = renaming(project, reading, old, new)
    planned.write(project.root)
    return done


def renaming(
    project: Project, reading: Reading, old: str, new: str, unpublished: Collection[str] = ()
) -> tuple[Renamed, Planned]:
    """The same before it is written. Addresses that nobody has seen yet, the `unpublished` ones, need no alias."""
    located = reading.graph.entries[old]
    edits: dict[str, list[Edit]] = defaultdict(list)
    named = list(places(reading, old))
    for place in named:
        edits[place.file].append(Edit(place.start, place.end, new))
    edits[located.document.file] += [*_alias(located, old, new, unpublished), *_key(located, old, new)]
    path = project.root / located.document.file
    target = path if located.prefix else path.with_name(f"{new}.yml")
    texts = {place.file: place.text for place in named} | {located.document.file: located.document.text}
    files = edited_files(project, edits, texts, {target: path})
    folder = located.kind.plural
    ledger = with_page_renamed(project, addresses.entry(folder, old), addresses.entry(folder, new))
    done = Renamed(project.name_of(target), len(named), len(edits), bool(ledger))
    return done, Planned(files | ledger, {} if target == path else {target: path})


def _alias(located: Located, old: str, new: str, unpublished: Collection[str]) -> tuple[Edit, ...]:
    """The edits that make the old id an alias. If `new` is an alias already, the old id replaces it."""
    before: list[Data] = [*located.entry.aliases]
    aliases = [alias for alias in before if alias != new]
    if old not in before and addresses.entry(located.kind.plural, old) not in unpublished:
        aliases.insert(before.index(new) if new in before else len(before), old)
    if aliases == before:
        return ()
    entry: Data = located.document.data
    for name in located.prefix:
        assert isinstance(entry, dict)
        entry = entry[str(name)]
    assert isinstance(entry, dict)
    wanted = {**entry, "aliases": aliases}
    if not aliases:
        del wanted["aliases"]
    return rewritten(located.document, located.prefix, wanted, located.kind.model)


def _key(located: Located, old: str, new: str) -> Iterable[Edit]:
    """The edit of the entry's key, in a shared file."""
    if located.prefix:
        key = located.document.keys[located.prefix]
        start = located.document.text.index(old, index_of(located.document.text, key.line, key.column))
        yield Edit(start, start + len(old), new)
