"""Specimens: sheets that somebody filled in, of invented people, compared with the blocks of the sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, NamedTuple

from generator.diagnostics.place import Route
from generator.diagnostics.suggest import did_you_mean, listed
from generator.kinds.worksheet_blocks.block import Block, Found
from generator.kinds.worksheet_blocks.fields import TICKED, OneOf, SheetField, Tick, Writing, marks
from generator.model.entry import Part
from generator.model.values import Among, Line, Written


class Specimen(Part):
    """The sheet as somebody filled it in. People and firms are invented."""

    by: Line
    """Who filled it in, and when."""
    blocks: dict[Annotated[str, Among(("blocks.*.id",))], Written]
    """What stands in each block, by the id of the block. Each type of block says what its own looks like."""


class Mismatch(NamedTuple):
    """Something in a specimen that its sheet has no place for. `route` leads to it within the specimen's blocks."""

    route: Route
    what: str
    hint: str
    at_name: bool = False
    """Whether the name is wrong and not what stands under it."""


class TooLong(NamedTuple):
    """A text that needs more lines than there are."""

    route: Route
    lines: int
    room: int


@dataclass(slots=True)
class _Reader:
    """Reads what a specimen has for one block."""

    block: Block
    fields: Mapping[tuple[str, ...], SheetField]
    filled: dict[str, str] = field(default_factory=dict)
    mismatches: list[Mismatch] = field(default_factory=list)
    too_long: list[TooLong] = field(default_factory=list)
    ticked: list[Route] = field(default_factory=list)

    def read(self, written: Written, path: tuple[str, ...], route: Route) -> None:
        found, value = self.fields.get(path), written.value
        if found and isinstance(value, str):
            self.take(found, value.strip(), route)
        elif found:
            self.mismatches.append(Mismatch(route, f"{self.called(path)} takes one text", f"write {_expected(found)}"))
        elif isinstance(value, tuple) and self.only_ticks(path):
            for at, item in enumerate(value):
                self.read_ticked(item, path, (*route, at))
        elif isinstance(value, Mapping):
            for name, item in value.items():
                if self.is_known(name, path, (*route, name)):
                    self.read(item, (*path, name), (*route, name))
        else:
            self.mismatches.append(Mismatch(route, *self.other_form(path)))

    def read_ticked(self, item: Written, path: tuple[str, ...], route: Route) -> None:
        if not isinstance(item.value, str):
            hint = "write its id; an option with words behind it stands as `id: words`"
            self.mismatches.append(Mismatch(route, f"a list in `{self.block.id}` holds what is ticked", hint))
        elif self.is_known(item.value, path, route):
            self.take(self.fields[(*path, item.value)], TICKED, route)

    def take(self, found: SheetField, value: str, route: Route) -> None:
        fault = _fault(found, value)
        if fault:
            self.mismatches.append(Mismatch(route, *fault))
            return
        if isinstance(found.takes, Tick):
            self.ticked.append(route)
        words = found.takes.blank if isinstance(found.takes, Tick) else found.takes
        if isinstance(words, Writing) and value != TICKED and words.lines_of(value) > words.lines:
            self.too_long.append(TooLong(route, words.lines_of(value), words.lines))
        self.filled.update(marks(self.block.id, found, value))

    def is_known(self, name: str, path: tuple[str, ...], route: Route) -> bool:
        known = tuple(dict.fromkeys(p[len(path)] for p in self.fields if p[: len(path)] == path and len(p) > len(path)))
        if name not in known:
            hint = did_you_mean(name, known) or (f"known here: {listed(known)}" if known else "leave it out")
            what = f"`{name}` is not {self.level(len(path))} that is filled in here"
            self.mismatches.append(Mismatch(route, what, hint, at_name=True))
        return name in known

    def only_ticks(self, path: tuple[str, ...]) -> bool:
        below = [found for found in self.fields.values() if found.path[:-1] == path]
        return bool(below) and all(isinstance(found.takes, Tick) for found in below)

    def called(self, path: tuple[str, ...]) -> str:
        return f"`{path[-1]}`" if path else f"the block `{self.block.id}`"

    def level(self, depth: int) -> str:
        levels = self.block.levels
        word = levels[min(depth, len(levels) - 1)] if levels else "part"
        return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"

    def other_form(self, path: tuple[str, ...]) -> tuple[str, str]:
        depth = len(path)
        if not self.fields:
            return f"nothing is written into the block `{self.block.id}`", "leave it out"
        inner = self.level(depth).split(" ", 1)[1]
        if self.only_ticks(path):
            return f"{self.called(path)} takes a list", f"write the id of each {inner} that is ticked: `[one, other]`"
        return f"{self.called(path)} takes more than one text", f"write each under the id of its {inner}"


def _expected(found: SheetField) -> str:
    match found.takes:
        case Tick(blank=None):
            return f"`{TICKED}`"
        case Tick():
            return f"`{TICKED}`, or the words behind it"
        case OneOf(words=words):
            return listed(words, last=" or ")
    return "a text"


def _fault(found: SheetField, value: str) -> tuple[str, str] | None:
    if not value:
        return "it is empty", f"write {_expected(found)}, or leave it out"
    match found.takes:
        case Tick(blank=None) if value != TICKED:
            return f"`{value}` is not a tick", f"write `{TICKED}`, or leave it out if it is not ticked"
        case OneOf(words=words) if value not in words:
            return f"`{value}` is not offered here", did_you_mean(value, words) or f"offered: {listed(words)}"
    return None


class FilledSheet(NamedTuple):
    """What a specimen puts into the places of its sheet, by their names, and what it has no place for."""

    filled: Mapping[str, str]
    mismatches: tuple[Mismatch, ...]
    too_long: tuple[TooLong, ...]


def read(specimen: Specimen, blocks: Sequence[Block], letters: int, entries: Mapping[str, Found]) -> FilledSheet:
    """Compare a specimen with the blocks of a sheet on which so many letters fit side by side."""
    by_id = {block.id: block for block in blocks}
    filled: dict[str, str] = {}
    mismatches: list[Mismatch] = []
    too_long: list[TooLong] = []
    for name, written in specimen.blocks.items():
        if name not in by_id:
            hint = did_you_mean(name, by_id) or f"its blocks: {listed(by_id)}"
            mismatches.append(Mismatch((name,), f"this sheet has no block `{name}`", hint, at_name=True))
            continue
        block = by_id[name]
        reader = _Reader(block, {found.path: found for found in block.fields(letters, entries)})
        reader.read(written, (), (name,))
        filled |= reader.filled
        mismatches += [*reader.mismatches, *_ticked_too_often(reader)]
        too_long += reader.too_long
    return FilledSheet(filled, tuple(mismatches), tuple(too_long))


def _ticked_too_often(reader: _Reader) -> Iterator[Mismatch]:
    if reader.block.ticks_one:
        for route in reader.ticked[1:]:
            yield Mismatch(route, f"only one may be ticked in `{reader.block.id}`", "keep one of them")
