"""Packs: everything on paper that a path or a workshop needs, in the order in which it is handed out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from generator.content.graph import Edge, Graph
from generator.content.located import Located
from generator.kinds.handouts import HANDED_OUT, copies_of
from generator.kinds.path import Path, Station
from generator.kinds.role_play import RolePlay
from generator.kinds.session_plan import SessionPlan
from generator.kinds.worksheet import Worksheet
from generator.language.words import Words
from generator.paper.sheets import Printable
from generator.paper.sizes import Variant

PACKED = ("path", "session-plan")
"""The kinds that have a pack."""

Collation: TypeAlias = Literal["sheet", "person"]
"""What lies together: all copies of a sheet, or all sheets of a person as a booklet."""


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A line of the agenda, and the ids of the sheets that are handed out there."""

    station: Station
    sheets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack for so many people. `located` is the path or the session plan it belongs to, if it belongs to one."""

    title: str
    people: int
    located: Located | None
    stops: tuple[AgendaItem, ...]
    sheets: tuple[Printable, ...]
    collated: Collation = "sheet"

    @property
    def path(self) -> Path | None:
        entry = self.located.entry if self.located else None
        return entry if isinstance(entry, Path) else None

    @property
    def plan(self) -> Located | None:
        """The session plan it belongs to, if it belongs to one."""
        return self.located if self.located and isinstance(self.located.entry, SessionPlan) else None

    @property
    def with_notes(self) -> tuple[Printable, ...]:
        """The sheets that a facilitator has notes on."""
        return tuple(sheet for sheet in self.sheets if isinstance(sheet.located.entry, Worksheet | RolePlay))

    @property
    def in_booklets(self) -> tuple[Printable, ...]:
        """The sheets that everybody gets, if each person gets a booklet."""
        return tuple(sheet for sheet in self.sheets if self.collated == "person" and self.each(sheet))

    def each(self, sheet: Printable) -> int:
        """How many copies of a sheet each person gets; 0 if people share them."""
        shared = isinstance(sheet.located.entry, RolePlay) or sheet.copies % self.people
        return 0 if shared else sheet.copies // self.people


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


def pack_of_plan(graph: Graph, located: Located, people: int, variant: Variant, seed: int) -> Pack:
    """The pack of a session plan: what is handed out in its blocks, one after the other."""
    plan = located.entry
    assert isinstance(plan, SessionPlan)
    found = (graph.entries[entry_id] for entry_id in plan.used)
    sheets = tuple(_sheet(one, people, variant, seed) for one in found if one.kind.name in HANDED_OUT)
    return Pack(plan.title, people, located, (), sheets)


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
    sheet = Printable(located, "large" if variant == "large" else "participant", seed=seed)
    return for_people(sheet, people)


def for_people(sheet: Printable, people: int) -> Printable:
    """A sheet in as many copies as so many people need, to be filled in with a pen."""
    return replace(sheet, copies=copies_for(sheet.located, people), people=people, fillable=False)


def copies_for(located: Located, people: int) -> int:
    """How many copies of a sheet so many people need."""
    return copies_of(located.entry, people) or people
