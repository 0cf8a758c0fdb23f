"""What is handed out to a number of people: how many copies, by the sheet's own rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.kinds.assessment import Assessment
from generator.kinds.checklist import Checklist
from generator.kinds.copies import Copies
from generator.kinds.role_play import RolePlay
from generator.kinds.worksheet import Worksheet
from generator.kinds.worksheet_blocks.block import Found
from generator.model.entry import Entry

HANDED_OUT = ("worksheet", "checklist", "assessment", "role-play")
"""The kinds of sheets for participants. Conversations are only for the facilitator."""


@dataclass(frozen=True, slots=True)
class Handout:
    """An entry that is handed out, by its id, in so many copies; of a role play they are sets of cards."""

    id: str
    copies: int
    entry: Entry

    @property
    def is_cards(self) -> bool:
        """Whether what is handed out are sets of cards."""
        return isinstance(self.entry, RolePlay)


EACH_PERSON = Copies(each="person")
"""A copy for everybody."""


def rule_of(entry: Entry) -> Copies | None:
    """Who shares a copy of a sheet, or a set of cards. Nothing for what is told or looked at."""
    match entry:
        case Worksheet():
            return entry.facilitator.copies
        case RolePlay():
            return entry.people
        case Checklist() | Assessment():
            return EACH_PERSON
    return None


def copies_of(entry: Entry, people: int) -> int:
    """How many copies of a sheet, or sets of cards, so many people need. None of what is told or looked at."""
    rule = rule_of(entry)
    return rule.for_people(people) if rule else 0


def handouts(ids: Iterable[str], people: int, entries: Mapping[str, Found]) -> Iterator[Handout]:
    """What has to be printed of these entries for so many people, each once."""
    for entry_id in dict.fromkeys(ids):
        entry = entries[entry_id].entry
        copies = copies_of(entry, people)
        if copies:
            yield Handout(entry_id, copies, entry)
