"""What of a playbook can be printed as a sheet, and in which variants."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

from generator.content.graph import Edge, Graph
from generator.content.located import Located
from generator.kinds.role_play import RolePlay
from generator.kinds.worksheet import Worksheet
from generator.kinds.worksheet_blocks.cards import CardsBlock
from generator.model.relation import USE
from generator.paper.sizes import Variant

PRINTED_AS: MappingProxyType[str, tuple[Variant, ...]] = MappingProxyType(
    {
        "worksheet": ("participant", "facilitator", "large", "specimen"),
        "checklist": ("participant", "large"),
        "conversation": ("participant", "large", "cards"),
        "dialogue": ("participant", "large"),
        "assessment": ("participant", "large"),
        "role-play": ("participant", "large", "facilitator", "cards"),
        "session-plan": ("participant", "large"),
    }
)
"""The kinds that are printed, and the variants of each."""


SHARED = 0
"""The number of the copy that holds what all others share."""

UNUSED: frozenset[Variant] = frozenset(["facilitator", "specimen"])
"""The variants that nobody fills in: they have no fields, and all copies are the same."""


@dataclass(frozen=True, slots=True)
class Printable:
    """An entry in one variant, so many copies of it.

    The cards of a bingo are drawn from `seed`: copy by copy another card. Copies that are to be `fillable` have fields.
    In a pack they are for so many `people`; alone they are for nobody in particular, which is 0.
    """

    located: Located
    variant: Variant
    copies: int = 1
    seed: int = 1
    fillable: bool = True
    people: int = 0

    @property
    def id(self) -> str:
        return self.located.id

    @property
    def differ(self) -> bool:
        """Whether all copies are different."""
        entry = self.located.entry
        blocks = entry.blocks if isinstance(entry, Worksheet) else ()
        return self.variant not in UNUSED and any(block.differs for block in blocks)

    @property
    def is_sets(self) -> bool:
        """Whether its copies are sets of cards that share pages."""
        return self.variant == "cards" and isinstance(self.located.entry, RolePlay)

    @property
    def shared_blocks(self) -> int:
        """How many of the last blocks, on pages of their own, are the same in all copies of a pack, which differ."""
        entry = self.located.entry
        if not isinstance(entry, Worksheet) or self.fillable or not self.people or not self.differ:
            return 0
        blocks = [block for block in entry.blocks if not block.cut_out]
        number = next(at for at, block in enumerate(reversed(blocks)) if block.differs)
        return number if number and blocks[-number].new_page else 0


def sheets_of(graph: Graph, located: Located) -> tuple[str, ...]:
    """The ids of the sheets that belong to an entry: its worksheets, and what it is put to work with."""

    def belongs(edge: Edge) -> bool:
        kind = graph.entries[edge.target].kind.name
        return kind == "worksheet" or (kind in PRINTED_AS and edge.relation.name == USE.name)

    return tuple(dict.fromkeys(edge.target for edge in graph.out(located.id) if belongs(edge)))


def printables(graph: Graph) -> Iterator[Printable]:
    """Every sheet of a playbook, in the order of the index pages."""
    for kind in PRINTED_AS:
        for located in graph.of_kind(kind):
            for variant in variants_of(located):
                yield Printable(located, variant)


def deck_of(located: Located) -> Printable | None:
    """The cards of an entry as a deck; None if it has none."""
    entry = located.entry
    if isinstance(entry, Worksheet):
        has_cards = any(isinstance(block, CardsBlock) for block in entry.blocks)
    else:
        has_cards = "cards" in variants_of(located)
    return Printable(located, "cards", fillable=False) if has_cards else None


def decks(graph: Graph) -> Iterator[Printable]:
    """Every deck of a playbook, in the order of the index pages."""
    for kind in PRINTED_AS:
        yield from filter(None, map(deck_of, graph.of_kind(kind)))


def variants_of(located: Located) -> tuple[Variant, ...]:
    """The variants that an entry is printed in. A pack has its facilitator's part in any case."""
    if located.kind.name == "path":
        return ("participant", "large")
    has_specimen = isinstance(located.entry, Worksheet) and located.entry.specimen is not None
    return tuple(v for v in PRINTED_AS.get(located.kind.name, ()) if v != "specimen" or has_specimen)
