"""Corrections that a form offers as a button: the value that a hint says to write."""

from __future__ import annotations

import re
from typing import TypedDict

from generator.diagnostics.place import Route
from generator.editor.form_words import Json
from generator.editor.wording import Wording
from generator.language.words import Words

_WRITE = re.compile(r"write `([a-z_]+): ([^`{}\[\]]+)`(?:, or .*)?", re.DOTALL)
"""A hint that names one field with its value, perhaps before other ways."""


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


def remedy_of(hint: str, route: Route, wording: Wording, words: Words) -> Remedy | None:
    """What writes the value that a hint names into the field at a route, or into one beside it; None without one."""
    found = _WRITE.fullmatch(hint)
    if found is None or not route:
        return None
    name, value = found.groups()
    place = route if route[-1] == name else (*route[:-1], name)
    if not wording.has(place):
        return None
    said = str(words.set_value(name=wording.label(place[-1:], place), value=value))
    return {"label": said, "put": [{"route": list(place), "value": value}], "add": {}, "lead": list(place)}
