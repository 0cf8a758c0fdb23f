"""Corrections that a form offers as a button: the value that a hint says to write."""

from __future__ import annotations

from typing import TypedDict

from generator.diagnostics.diagnostic import FieldValue
from generator.editor.form_words import Json
from generator.editor.wording import Wording
from generator.language.words import Words


class Put(TypedDict):
    """A value, and where it stands in the entry."""

    route: list[str | int]
    value: str


class Remedy(TypedDict):
    """What a button does: it writes values, adds items to lists of the entry, and leads to a place."""

    label: str
    put: list[Put]
    add: Json
    lead: list[str | int]


def remedy_of(suggested: FieldValue, wording: Wording, words: Words) -> Remedy | None:
    """What writes a value that a rule suggests; None if the form has no such field."""
    route = suggested.route
    if not wording.has(route):
        return None
    label = str(words.set_value(name=wording.label(route[-1:], route), value=suggested.text))
    return {"label": label, "put": [{"route": list(route), "value": suggested.text}], "add": {}, "lead": list(route)}
