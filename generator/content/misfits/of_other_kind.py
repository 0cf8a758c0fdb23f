"""Entries in the folder of another kind than theirs, and fields of other kinds."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.suggest import with_article
from generator.model.kind import Kind
from generator.reading.document import Document

MOST_OWNERS = 3
"""A field that more kinds have says nothing about the kind that was meant."""

LEAST_FOREIGN = 2
"""An entry with so many fields of another kind, and none that this one lacks, is an entry of that kind."""


def of_other_kind(document: Document, kind: Kind, entry_id: str | None, kinds: Iterable[Kind]) -> Diagnostic | None:
    """The diagnostic for a file with an entry of another kind than that of its folder."""
    if entry_id is None or not isinstance(document.data, dict):
        return None
    names = frozenset(document.data)
    foreign = [name for name in document.data if name not in kind.model.model_fields]
    if len(foreign) < LEAST_FOREIGN:
        return None
    fitting = [one for one in kinds if one is not kind and names <= one.model.model_fields.keys()]
    if len(fitting) != 1:
        return None
    (meant,), file = fitting, PurePosixPath(document.file)
    message = f"these are the fields of {_one(meant)}, but `{file.parent}/` is the folder of {kind.nouns}"
    hint = f"move the file to {file.parent.parent / meant.plural / file.name}"
    return Diagnostic(codes.UNKNOWN_FIELD, message, document.key_span((foreign[0],)), hint)


def owners(name: str, kinds: Iterable[Kind]) -> str:
    """The kinds with a field of this name, such as `a tell`; empty if none or many have it."""
    found = [_one(kind) for kind in kinds if name in kind.model.model_fields]
    return " or ".join(found) if len(found) <= MOST_OWNERS else ""


def _one(kind: Kind) -> str:
    return with_article(kind.noun)
