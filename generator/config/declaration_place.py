"""Values in the configuration of kinds, and where they stand, for checks of the parsed data."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.content.ids import slug
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Code, Diagnostic
from generator.diagnostics.place import Route, Span
from generator.diagnostics.suggest import did_you_mean, listed, shortened
from generator.model.values import is_id
from generator.reading.document import Document

NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
"""Valid names of fields and relations."""

LONGEST = 40
"""The maximum length of the name of a field or relation, in characters."""


@dataclass(frozen=True, slots=True)
class At:
    """A place in the configuration."""

    document: Document
    route: Route
    code: Code = codes.BAD_KIND

    def __truediv__(self, part: str | int) -> At:
        return At(self.document, (*self.route, part), self.code)

    def value(self, message: str, hint: str | None) -> Diagnostic:
        return Diagnostic(self.code, message, self.document.span(self.route), hint)

    def key(self, message: str, hint: str | None, related: tuple[tuple[Span, str], ...] = ()) -> Diagnostic:
        return Diagnostic(self.code, message, self.document.key_span(self.route), hint, related)


def get(fields: object, name: str) -> Any:
    """The value under a name; None if there is none, or if there are no fields."""
    return fields.get(name) if isinstance(fields, dict) else None


def mapping(fields: object, name: str) -> Mapping[str, Any]:
    """The fields under a name; empty if the value is not a mapping."""
    found = get(fields, name)
    return found if isinstance(found, dict) else {}


def texts(fields: object, name: str) -> Iterator[tuple[int, str]]:
    """The texts of the list under a name, each with its index."""
    found = get(fields, name)
    return ((i, each) for i, each in enumerate(found if isinstance(found, list) else ()) if isinstance(each, str))


def id_hint(word: str) -> str:
    """What to write in place of a word that can be no id."""
    if len(word) > LONGEST:
        return "shorten it"
    better = slug(word)
    return f"use lower-case letters, digits and hyphens: `{better if is_id(better) and better != word else 'our-kind'}`"


def is_name(name: str) -> bool:
    """Whether a field or a relation may be called so."""
    return bool(NAME.fullmatch(name)) and len(name) <= LONGEST


def name_hint(name: str) -> str:
    """What to write in place of what can be no name of a field or relation."""
    if len(name) > LONGEST:
        return f"use at most {LONGEST} characters"
    better = slug(name).replace("-", "_") or "name"
    return f"use lower-case letters, digits and underscores: `{better if is_name(better) else 'no_' + better}`"


def unknown_targets(holder: object, known: Collection[str], at: At) -> Iterator[Diagnostic]:
    """Diagnostics for unknown kinds to which a field or a relation may lead."""
    for index, plural in texts(holder, "to"):
        if plural not in known:
            hint = did_you_mean(plural, known) or f"known kinds: {listed(known)}"
            yield (at / "to" / index).value(f"no kind is called `{shortened(plural)}`", hint)
