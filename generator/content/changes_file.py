"""The list of changes for readers: `changes.yml`."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Annotated

from pydantic import Field, ValidationError

from generator.content.expanding import expander, with_places
from generator.content.fragments import leaves_in
from generator.content.graph import Graph
from generator.content.misfits.explained import explained
from generator.content.names import NO_NAMES, Definitions
from generator.content.unknown_reference import unknown_reference
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import MOST_PER_CODE, Diagnostic
from generator.diagnostics.place import Span
from generator.model.entry import Leaf, Part
from generator.model.relation import ANY, Relation
from generator.model.values import Day, Id, Ref, Text
from generator.reading.document import Document

CHANGES = "changes.yml"


NAMES = Relation.built_in("entries", ANY)


class Change(Part):
    """A change that returning readers should know."""

    id: Id
    """Permanent: readers of the feed know by it what they have seen."""
    date: Day
    """The day of the change, as in `2026-03-01`."""
    title: Text
    """What changed, in a few words."""
    what: Text
    """What it means for readers, in a sentence or two."""
    entries: tuple[Ref, ...] = ()
    """The ids of the entries that it is about."""


class ChangesFile(Part):
    """The content of `changes.yml`."""

    changes: Annotated[tuple[Change, ...], Field(min_length=1)]
    """The changes, in any order."""


@dataclass(frozen=True, slots=True)
class Changes:
    """The changes in the order of the file, and the file. Both are empty without a file.

    `leaves` are the references in it, also of changes that are not `written` because they have faults.
    """

    written: tuple[Change, ...] = ()
    document: Document | None = None
    leaves: tuple[Leaf, ...] = ()

    @property
    def newest_first(self) -> tuple[Change, ...]:
        """The changes by date, newest first. Changes of one day keep the order of the file."""
        return tuple(sorted(self.written, key=lambda change: change.date, reverse=True))


NO_CHANGES = Changes()


def changes_in(
    document: Document | None, definitions: Definitions = NO_NAMES
) -> tuple[Changes, tuple[Diagnostic, ...]]:
    """The changes that a document lists, and what in it does not fit. `definitions` are what texts name in braces."""
    if document is None:
        return NO_CHANGES, ()
    if not isinstance(document.data, dict):
        message, hint = "the list of changes must contain fields", "start with `changes:`"
        return NO_CHANGES, (Diagnostic(codes.NOT_A_MAPPING, message, Span(document.file), hint),)
    names = expander(ChangesFile, document.data, definitions)
    found = tuple(leaves_in(ChangesFile, document.data, names=names))
    misused = tuple(names.problems(document, document.data)) if names else ()
    document = with_places(document, names)
    try:
        changes = ChangesFile.model_validate(document.data, context=names).changes
    except ValidationError as error:
        problems = tuple(explained(error, document, ChangesFile, "the list of changes"))
        return Changes(document=document, leaves=found), (*misused, *problems)
    return Changes(changes, document, found), misused


def connected_changes(
    changes: Changes, graph: Graph, broken: Container[str] = frozenset()
) -> tuple[Changes, tuple[Diagnostic, ...]]:
    """The changes if every entry that they name exists, and the references that lead nowhere.

    `broken` holds the ids of entries that exist but do not fit their kind.
    """
    if changes.document is None:
        return changes, ()
    faults = tuple(_faults(changes, changes.document, graph, broken))
    return NO_CHANGES if faults else changes, faults


def _faults(changes: Changes, document: Document, graph: Graph, broken: Container[str]) -> Iterator[Diagnostic]:
    first: dict[str, Span] = {}
    for at, change in enumerate(changes.written):
        place = document.span(("changes", at, "id"))
        other = first.setdefault(change.id, place)
        if other is not place:
            message = f"another change already has the id `{change.id}`"
            hint = "give the newer of the two another id"
            yield Diagnostic(codes.REPEATED_CHANGE_ID, message, place, hint, related=((other, "first one here"),))
    names = (leaf for leaf in changes.leaves if isinstance(leaf.value, Ref))
    unknown = (leaf for leaf in names if leaf.value not in graph.entries and leaf.value not in broken)
    for leaf in islice(unknown, MOST_PER_CODE):
        yield unknown_reference(NAMES, str(leaf.value), document.span(leaf.route), graph.names)
