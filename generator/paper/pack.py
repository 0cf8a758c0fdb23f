"""Packs: everything on paper that a path or a workshop needs, in the order in which it is handed out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.content.graph import Edge, Graph
from generator.content.located import Located
from generator.kinds.handouts import copies_of
from generator.kinds.path import Path, Station
from generator.kinds.worksheet import Worksheet
from generator.language.words import Words
from generator.paper.sheets import Printable
from generator.paper.sizes import Variant

HANDED_OUT = ("worksheet", "checklist", "assessment")
"""The kinds of sheets for participants. Conversations are only for the facilitator."""


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A line of the agenda, and the ids of the sheets that are handed out there."""

    station: Station
    sheets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack for so many people. `located` is the path it belongs to, if it belongs to one."""

    title: str
    people: int
    located: Located | None
    stops: tuple[AgendaItem, ...]
    sheets: tuple[Printable, ...]

    @property
    def path(self) -> Path | None:
        entry = self.located.entry if self.located else None
        return entry if isinstance(entry, Path) else None

    @property
    def with_notes(self) -> tuple[Printable, ...]:
        """The sheets that a facilitator has notes on."""
        return tuple(sheet for sheet in self.sheets if isinstance(sheet.located.entry, Worksheet))


def pack_of_path(graph: Graph, located: Located, people: int, variant: Variant, seed: int) -> Pack:
    """The pack of a path: the sheets of its stations one after the other, then what else is to be brought."""
    path = located.entry
    assert isinstance(path, Path)
    seen: set[str] = set()
    stops = tuple(
        AgendaItem(station, tuple(_new(graph, _named_in_station(graph, located.id, at), seen)))
        for at, station in enumerate(path.stations)
    )
    brought = tuple(_new(graph, graph.out(located.id, "materials"), seen))
    ids = [sheet for stop in stops for sheet in stop.sheets] + list(brought)
    sheets = tuple(_sheet(graph.entries[i], people, variant, seed) for i in ids)
    return Pack(path.title, people, located, stops, sheets)


def pack_of_sheets(sheets: Iterable[Printable], people: int, words: Words) -> Pack:
    """A pack of sheets that somebody chose, with a title in the words of the interface."""
    chosen = tuple(sheets)
    return Pack(words.paper.chosen(len(chosen)), people, None, (), chosen)


def _named_in_station(graph: Graph, path_id: str, at: int) -> Iterable[Edge]:
    return (edge for edge in graph.out(path_id) if edge.route[:2] == ("stations", at))


def _new(graph: Graph, edges: Iterable[Edge], seen: set[str]) -> Iterator[str]:
    """The sheets that `edges` lead to and that are not in the pack yet."""
    for edge in edges:
        if edge.target not in seen and graph.entries[edge.target].kind.name in HANDED_OUT:
            seen.add(edge.target)
            yield edge.target


def _sheet(located: Located, people: int, variant: Variant, seed: int) -> Printable:
    sheet = Printable(located, "large" if variant == "large" else "participant", seed=seed, fillable=False)
    return replace(sheet, copies=copies_for(located, people))


def copies_for(located: Located, people: int) -> int:
    """How many copies of a sheet so many people need."""
    return copies_of(located.entry, people) or people
