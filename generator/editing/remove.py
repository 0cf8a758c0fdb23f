"""Take an entry out of the playbook, and leave a redirect at its address."""

from __future__ import annotations

from generator.collect import REDIRECTS
from generator.config import Project
from generator.diagnostics import did_you_mean
from generator.editing.edits import Edit, write_edits
from generator.editing.layout import without_entry
from generator.editing.references import REDIRECT, Named, places
from generator.editing.rename import unknown
from generator.kinds import BY_PLURAL
from generator.pipeline import Reading
from generator.structure import Located

HEAD = """\
# Addresses of entries that were removed, each with what took its place: the id of an entry, or the folder of a kind
# for the list of all its entries. `playbook remove` writes here. Lines stay for good: somebody may have the address.
"""


def objection(reading: Reading, entry_id: str, to: str) -> str | None:
    """Why the entry cannot be removed so."""
    graph = reading.graph
    if entry_id not in graph.entries:
        return unknown(graph, entry_id)
    if to == entry_id:
        return "the address of an entry that is gone cannot lead to itself"
    if to not in graph.entries and to not in BY_PLURAL:
        hint = did_you_mean(to, [*graph.entries, *BY_PLURAL])
        return f"no entry and no kind's folder is called `{to}`" + (f"; {hint}" if hint else "")
    return None


def in_the_way(reading: Reading, entry_id: str) -> list[Named]:
    """The places that would lead nowhere if the entry were gone."""
    found = places(reading.graph, reading.pages, reading.redirects, entry_id)
    return [place for place in found if place.how != REDIRECT and place.by != entry_id]


def remove(project: Project, reading: Reading, entry_id: str, to: str) -> tuple[str, ...]:
    """Remove an entry that nothing refers to, and give the addresses that now lead to `to`."""
    located = reading.graph.entries[entry_id]
    ids = (entry_id, *located.entry.aliases)
    _note(project, reading, located, ids, to)
    path = project.root / located.document.file
    rest = without_entry(located) if located.prefix else None
    if rest and (located.document.text[: rest.start] + located.document.text[rest.end :]).strip():
        write_edits(project, {located.document.file: [rest]})
    else:
        path.unlink()
    return tuple(f"{located.kind.plural}/{old}/" for old in ids)


def _note(project: Project, reading: Reading, located: Located, ids: tuple[str, ...], to: str) -> None:
    """Write the redirects down. Those that led to the entry lead on to `to`."""
    name = f"{project.site.content}/{REDIRECTS}"
    path = project.root / name
    if not path.exists():
        path.write_text(HEAD, encoding="utf-8", newline="\n")
    text = reading.redirects[0].document.text if reading.redirects else path.read_text(encoding="utf-8")
    led_here = (p for p in places(reading.graph, (), reading.redirects, located.id) if p.how == REDIRECT)
    edits = [Edit(place.start, place.end, to) for place in led_here]
    lines = "".join(f"{located.kind.plural}/{old}: {to}\n" for old in ids)
    gap = "" if not text or text.endswith("\n") else "\n"
    write_edits(project, {name: [*edits, Edit(len(text), len(text), gap + lines)]})
