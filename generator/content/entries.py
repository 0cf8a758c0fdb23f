"""Turn the data of a document into entries of a kind, and say where the data does not fit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from pydantic import ValidationError

from generator.content.misfits.explained import explained, slug
from generator.diagnostics.diagnostic import Code, Diagnostic, Span, with_article
from generator.model.entry import ID_LENGTH, WINDOWS, Entry, Leaf, Route, leaves
from generator.model.entry import is_id as is_id
from generator.model.kind import Kind
from generator.reading.composer import Data
from generator.reading.document import Document


@dataclass(frozen=True)
class Located:
    """An entry and where it stands. `prefix` leads to it within its document."""

    kind: Kind
    id: str
    entry: Entry
    document: Document
    prefix: Route = ()

    @cached_property
    def leaves(self) -> tuple[Leaf, ...]:
        """Every marked-up text, link and reference in the entry, in the order of the fields."""
        return tuple(leaves(self.entry))

    @property
    def url(self) -> str:
        """The address of its page within the site, such as `tells/price-based/`."""
        return f"{self.kind.plural}/{self.id}/"

    def span(self, route: Route) -> Span:
        return self.document.span((*self.prefix, *route))

    def key_span(self, route: Route) -> Span:
        return self.document.key_span((*self.prefix, *route))

    def span_in(self, route: Route, needle: str) -> Span:
        return self.document.span_in((*self.prefix, *route), needle)

    @property
    def place(self) -> Span:
        """Where the entry starts."""
        return self.document.key_span(self.prefix) if self.prefix else Span(self.document.file)


def structure(
    document: Document, kind: Kind, entry_id: str | None
) -> tuple[tuple[Located, ...], tuple[Diagnostic, ...]]:
    """The entries in `document` that fit, and what is wrong with those that don't.

    `entry_id` is the id of the only entry in the file, or None if the file maps ids to entries.
    """
    if not isinstance(document.data, dict):
        wanted = "fields, such as `title: …`" if entry_id else "ids, each with the fields of its entry"
        message, hint = f"the file should consist of {wanted}", "start each line with a name and a colon"
        return (), (Diagnostic(Code.NOT_A_MAPPING, message, document.span(()), hint),)
    located: list[Located] = []
    problems: list[Diagnostic] = []
    for found_id, data, prefix in _entries(document.data, entry_id):
        if not is_id(found_id):
            problems += id_problems(found_id, document.key_span(prefix) if prefix else Span(document.file))
        try:
            entry = kind.model.model_validate(data)
        except ValidationError as error:
            relations = [relation.name for relation in kind.relations]
            problems += explained(error, document, kind.model, with_article(kind.label.lower()), prefix, relations)
        else:
            # What cannot have an address is not compared with others. Capital letters were reported, and references
            # in small letters find the entry nevertheless.
            if is_id(found_id.lower()):
                located.append(Located(kind, found_id.lower(), entry, document, prefix))
    return tuple(located), tuple(problems)


def _entries(data: dict[str, Data], entry_id: str | None) -> Iterator[tuple[str, Data, Route]]:
    if entry_id is not None:
        yield entry_id, data, ()
    else:
        for found_id, entry in data.items():
            yield found_id, entry, (found_id,)


def id_problems(entry_id: str, place: Span) -> tuple[Diagnostic, ...]:
    """What is wrong with an id as such."""
    if is_id(entry_id):
        return ()
    if WINDOWS.match(entry_id):
        message, hint = f"`{entry_id}` is a name that Windows reserves", "add a word, such as `" + entry_id + "-entry`"
    elif len(entry_id) > ID_LENGTH:
        message, hint = f"the id has {len(entry_id)} characters; at most {ID_LENGTH} are allowed", "shorten it"
    else:
        message = f"`{entry_id}` cannot be an id"
        hint = f"use lower-case letters, digits and hyphens: `{slug(entry_id)}`"
    return (Diagnostic(Code.BAD_ID, message, place, hint),)
