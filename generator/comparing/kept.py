"""What readers have entered on a page and a change would leave without a place: answers are kept under ids."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.content.located import Located
from generator.kinds.assessment import Assessment
from generator.kinds.checklist import Checklist
from generator.kinds.conversation import Conversation
from generator.kinds.path import Path
from generator.kinds.worksheet import Worksheet
from generator.kinds.worksheet_blocks.fields import named
from generator.model.entry import Entry

Entries = Mapping[str, Located]


def places_of_answers(entry: Entry, entries: Entries) -> Mapping[str, str]:
    """The ids under which browsers keep what readers enter on the page of an entry, each with what readers see there.

    `entries` are all of the playbook: a worksheet takes rows and items from others.
    """
    match entry:
        case Assessment():
            return {item.id: item.text for item in entry.items}
        case Checklist():
            return {item.id: item.text for group in entry.groups for item in group.items}
        case Path():
            return {station.id: station.title for station in entry.stations}
        case Conversation():
            return {step_id: step.title for step_id, step in entry.named_steps}
        case Worksheet():
            return dict(_fields(entry, entries))
    return {}


def _fields(sheet: Worksheet, entries: Entries) -> Iterator[tuple[str, str]]:
    for block in sheet.blocks:
        for field in block.fields(sheet.letters, entries):
            yield named(block.id, field.path), block.label


def orphaned(was: Entry, has: Entry | None, before: Entries, now: Entries) -> tuple[str, ...]:
    """What readers saw where they entered what they would no longer see. With None, the entry is gone.

    What a self-check says of renamed questions is followed.
    """
    there = places_of_answers(has, now) if has and type(has).__name__ == type(was).__name__ else {}
    renamed: dict[str, str] = {}
    if isinstance(has, Assessment):
        renamed = {old: new for change in has.changes for old, new in change.renamed.items()}
    lost = ((key, text) for key, text in places_of_answers(was, before).items() if renamed.get(key, key) not in there)
    return tuple(dict.fromkeys(text for _, text in lost))
